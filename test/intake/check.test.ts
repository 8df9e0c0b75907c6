import { describe, expect, it } from 'vitest';
import { checked, plus, SOUND } from './world.js';

const sound = checked(SOUND);
const claimsAbout = (target: string) => sound.claims.filter((claim) => claim.target === target);

describe('a sound import', () => {
  it('gives one claim of existence for the rows of a fact, and one for each cell', () => {
    expect(
      claimsAbout('cooperation/pair')
        .map(({ about }) => about)
        .sort(),
    ).toEqual([
      'existence',
      'grewOutOf:meeting/cairo',
      'party:country/egy:learner',
      'party:country/egy:learner',
      'party:country/ind:provider',
      'period',
      'stage',
      'topics:topic/pharma',
    ]);
  });

  it('gives each claim the evidence of its row', () => {
    const existence = claimsAbout('cooperation/pair').find(({ about }) => about === 'existence');
    expect(existence).toMatchObject({
      source: 'document/summary',
      locator: '4',
      voice: 'country/egy',
      relayedBy: ['agency/office'],
      certainty: 'STATED',
      status: 'ACCEPTED',
      value: null,
    });
  });

  it('makes one claim of a period with its bounding events', () => {
    const period = claimsAbout('meeting/annual').find(({ about }) => about === 'period');
    expect(period?.value).toMatchObject({
      startMin: null,
      notBefore: ['meeting/cairo'],
      notAfter: [],
      edtf: null,
    });
  });

  it('keeps details of the one party of a row', () => {
    const party = claimsAbout('cooperation/pair').find(
      ({ about, stance }) => about.endsWith('learner') && stance === 'SUPPORTS',
    );
    expect(party?.value).toMatchObject({
      actor: 'country/egy',
      role: 'learner',
      office: 'Counsellor',
      capacity: 'OWN',
    });
  });

  it('resolves what a claim was inferred from, the origin by its short name', () => {
    const exchange = claimsAbout('exchange/cairo').find(({ about }) => about === 'existence');
    const premises = claimsAbout('cooperation/pair')
      .filter(({ about }) => about === 'existence' || about.startsWith('grewOutOf:'))
      .map(({ id }) => id);
    expect(exchange?.inferredFrom).toEqual(premises.sort());
  });

  it('takes rows of a code list as listed values without claims', () => {
    expect(claimsAbout('topic/patents')).toEqual([]);
    expect(sound.entities.find(({ id }) => id === 'topic/patents')).toEqual({
      id: 'topic/patents',
      kind: 'Topic',
      listed: {
        source: 'source/list',
        locator: 'x',
        values: { name: 'patents', scheme: 'ip', broader: ['topic/ip'] },
      },
    });
    expect(sound.entities.find(({ id }) => id === 'source/list')?.listed?.source).toBe('source/list');
    expect(sound.entities.find(({ id }) => id === 'meeting/cairo')?.listed).toBeNull();
  });

  it('reads lists, numbers and yes or no', () => {
    expect(claimsAbout('meeting/cairo').find(({ about }) => about === 'otherNames')?.value).toEqual([
      'First',
      'Second',
    ]);
    expect(claimsAbout('finding/count').find(({ about }) => about === 'high')?.value).toBe(120.5);
    expect(
      claimsAbout('participation/per').find(({ about }) => about.startsWith('party:'))?.value,
    ).toMatchObject({ low: 1 });
    expect(sound.entities.find(({ id }) => id === 'country/egy')?.listed?.values['independent']).toBe(true);
  });

  it('takes the identity from all rows of the fact', () => {
    expect(sound.facts.find(({ id }) => id === 'cooperation/pair')?.identity).toBe(
      'Cooperation [country/egy country/ind] topics=topic/pharma',
    );
  });

  it('trims text and brings it to one Unicode form', () => {
    const more = {
      'entities/groups.csv': [
        { id: 'group/g', name: '  Cafe\u0301 ', source: 'document/summary', locator: '1' },
      ],
    };
    const group = checked(plus(SOUND, more)).claims.find(
      ({ target, about }) => target === 'group/g' && about === 'name',
    );
    expect(group?.value).toBe('Caf\u00e9');
  });

  it('does not depend on the order of rows', () => {
    const reversed = Object.fromEntries(
      Object.entries(SOUND).map(([file, rows]) => [file, [...rows].reverse()]),
    );
    const byId = ({ claims, ...rest }: typeof sound): object => ({
      ...rest,
      claims: [...claims].sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
    expect(byId(checked(reversed))).toEqual(byId(sound));
  });

  it('takes what the graph has already', () => {
    const rows = {
      'claims.csv': [
        { target: 'meeting/rio', about: 'place', value: 'Rio', source: 'document/d', locator: '1' },
      ],
    };
    const { claims } = checked(rows, { known: (id) => ['meeting/rio', 'document/d'].includes(id) });
    expect(claims).toHaveLength(1);
  });
});
