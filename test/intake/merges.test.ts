import { describe, expect, it } from 'vitest';
import { mergesIn } from '../../src/intake/1-read/merges.js';
import { Faults, placeInWords } from '../../src/intake/faults.js';
import { keptMerges, mergesKept } from '../../src/model/rules/merge.js';
import { checked, linesOf, plus, SOUND, type CheckedWorld, type World } from './world.js';

const said = { source: 'document/summary', locator: '4' };
const OFFICE = { id: 'agency/bureau', name: 'Bureau', agencyType: 'IP_OFFICE', country: 'country/egy' };
const merges = [{ from: 'agency/bureau', into: 'agency/office' }];
const saysOf = ({ claims }: CheckedWorld, id: string): string[] =>
  claims
    .filter(({ target }) => target === id)
    .map(({ about }) => about)
    .sort();
const named = (one: CheckedWorld): string => JSON.stringify([one.entities, one.facts, one.claims]);
const merged = (more: World): CheckedWorld => checked(plus(SOUND, more), { merges });

describe('two ids of which a person settled that they are one', () => {
  const apart = plus(SOUND, {
    'entities/agencies.csv': [
      { ...OFFICE, ...said, locator: '7', partOf: 'agency/office', possiblySameAs: 'agency/office' },
      { id: 'agency/desk', name: 'Desk', partOf: 'agency/bureau', ...said },
    ],
    'facts/cooperations.csv': [
      {
        id: 'cooperation/bureau',
        party: 'agency/bureau:partner | agency/office:partner | country/per:partner',
        topics: 'topic/patents',
        ...said,
      },
    ],
    'claims.csv': [
      { target: 'agency/bureau', about: 'nameFr', value: 'Le bureau', ...said },
      { target: 'agency/office', about: 'possiblySameAs:agency/bureau', ...said },
      { target: 'cooperation/bureau', about: 'party:agency/bureau:partner', ...said, locator: '8' },
    ],
  });
  const one = checked(apart, { merges });

  it('are two without that', () => {
    expect(named(checked(apart))).toContain('agency/bureau');
    expect(checked(apart).claims.length).toBeGreaterThan(one.claims.length);
  });

  it('are named by one id everywhere', () => {
    expect(named(one)).not.toContain('agency/bureau');
    expect(one.claims.find(({ target }) => target === 'agency/desk')).toBeDefined();
    expect(saysOf(one, 'agency/desk')).toContain('partOf:agency/office');
    expect(saysOf(one, 'cooperation/bureau').filter((about) => about.startsWith('party:'))).toEqual([
      'party:agency/office:partner',
      'party:agency/office:partner',
      'party:country/per:partner',
    ]);
  });

  it('keep what sources say of each, the names of the one as further names of the other', () => {
    const own = one.claims.filter(({ target }) => target === 'agency/office');
    expect(own.filter(({ about }) => about === 'name').map(({ value }) => value)).toEqual(['Office']);
    expect(
      own
        .filter(({ about }) => about === 'otherNames')
        .map(({ value }) => value)
        .sort(),
    ).toEqual([['Bureau'], ['Le bureau']]);
    expect(
      own
        .filter(({ about }) => about === 'existence')
        .map(({ locator }) => locator)
        .sort(),
    ).toEqual(['4', '7']);
    // Neither is it a part of itself, nor possibly itself.
    expect(saysOf(one, 'agency/office').filter((about) => /^(partOf|possiblySameAs)/.test(about))).toEqual(
      [],
    );
  });

  it('are said once where one place speaks of both', () => {
    const { claims } = merged({
      'entities/agencies.csv': [{ ...OFFICE, ...said, otherNames: 'The bureau' }],
    });
    const own = claims.filter(({ target }) => target === 'agency/office');
    expect(own.map(({ about }) => about).sort()).toEqual([
      'agencyType',
      'country:country/egy',
      'existence',
      'name',
      'otherNames',
    ]);
    expect(own.find(({ about }) => about === 'otherNames')?.value).toEqual(['The bureau', 'Bureau']);
  });

  it('make one fact of two that differed by them alone, with the claims of both', () => {
    const involvement = (id: string, agency: string, locator: string) => ({
      id: `involvement/${id}`,
      party: `agency/${agency}:owner`,
      initiative: 'initiative/fund',
      ...said,
      locator,
    });
    const world: World = {
      'entities/agencies.csv': [{ ...OFFICE, ...said, locator: '7' }],
      'entities/initiatives.csv': [{ id: 'initiative/fund', name: 'Fund', initiativeForm: 'FUND', ...said }],
      'facts/involvements.csv': [involvement('a', 'bureau', '7'), involvement('b', 'office', '4')],
    };
    const { facts, claims } = merged(world);
    expect(facts.map(({ id }) => id).filter((id) => id.startsWith('involvement/'))).toEqual([
      'involvement/b',
    ]);
    const parties = claims.filter(
      ({ target, about }) => target === 'involvement/b' && about.startsWith('party:'),
    );
    expect(parties.map(({ locator }) => locator).sort()).toEqual(['4', '7']);
    // At one place the two say the same, and it is said once.
    const same = merged({
      ...world,
      'facts/involvements.csv': [involvement('a', 'bureau', '4'), involvement('b', 'office', '4')],
    });
    expect(same.claims.filter(({ target }) => target === 'involvement/b')).toHaveLength(3);
  });

  it('do not excuse two facts that are the same without them', () => {
    const twice = plus(apart, {
      'facts/participations.csv': [
        { id: 'participation/again', party: 'country/per:participant', meeting: 'meeting/cairo', ...said },
      ],
    });
    expect(linesOf(twice, { merges }).join()).toContain('is the same fact as participation/');
  });
});

describe('the file of merges', () => {
  const lines = (...rows: string[]): string[] => {
    try {
      mergesIn(Buffer.from(['verdict,id,sameAs,reason', ...rows].join('\n')));
    } catch (error) {
      if (error instanceof Faults) return error.places.map(placeInWords);
      throw error;
    }
    return [];
  };

  it('gives each line as what is given up and what stays', () => {
    const text = '\ufeffverdict,id,sameAs\r\nSame, agency/x,agency/y\r\n';
    expect(mergesIn(Buffer.from(text))).toEqual([{ from: 'agency/x', into: 'agency/y' }]);
    const two = [...merges, { from: 'group/a', into: 'group/b' }];
    expect(mergesKept(keptMerges(two))).toEqual(two);
  });

  it.each([
    [['same,agency/x,agency/y,why'], null],
    [['maybe,agency/x,agency/y,'], 'same.csv, row 2, column verdict: Write same, or take the row out.'],
    [['same,Office,agency/y,'], 'column id: "Office" is no id of one of Agency, Group, Initiative, Meeting'],
    [['same,country/egy,country/ind,'], 'column id: "country/egy" is no id of one of'],
    [['same,agency/x,group/y,'], 'column sameAs: The two are of different kinds'],
    [['same,agency/x,agency/x,'], 'column sameAs: The two are one id already'],
    [['same,agency/x,agency/y,', 'same,agency/x,agency/z,'], 'row 3, column id: Line 2 settles this id too'],
    [
      ['same,agency/x,agency/y,', 'same,agency/y,agency/z,'],
      'row 2, column sameAs: Line 3 says that this is another',
    ],
    [['same,agency/x'], 'row 2, column sameAs: The row has 2 cells where the header has 4'],
  ])('%j', (rows, told) => {
    if (told === null) expect(lines(...rows)).toEqual([]);
    else expect(lines(...rows).join('\n')).toContain(told);
  });

  it('has its columns told', () => {
    expect(() => mergesIn(Buffer.from('verdict,id\n'))).toThrow('column sameAs: The column is missing');
  });
});
