import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../seed/scripts/country-codes.js';
import { groupingFiles } from '../../seed/scripts/groupings.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const TABLE = '../../../shared/data/country-codes/country-codes.csv';
const tableIsHere = existsSync(new URL(TABLE, import.meta.url));

const seed = {
  groups: read('../../seed/entities/groups-m49.csv'),
  memberships: read('../../seed/facts/memberships-m49.csv'),
};
const names = read('../../seed/scripts/m49-names.csv');
const listed = rowsOf(seed.groups);
const named = rowsOf(read('../../seed/entities/groups.csv'));
const memberships = rowsOf(seed.memberships);
const membersOf = (group: string): string[] =>
  memberships.filter((row) => row['group'] === group).map(({ party = '' }) => party.slice(8, 11));

describe('the groupings of the seed', () => {
  it.each([
    ['m49-africa', 60],
    ['m49-americas', 57],
    ['m49-asia', 51],
    ['m49-europe', 51],
    ['m49-oceania', 29],
    ['m49-sub-saharan-africa', 53],
    ['m49-northern-africa', 7],
    ['m49-eastern-africa', 22],
    ['m49-latin-america-and-the-caribbean', 52],
    ['m49-micronesia', 8],
    ['ldc-list', 45],
    ['lldc-list', 32],
    ['sids-list', 53],
  ])('%s has as many members as its list: %d', (group, count) => {
    expect(new Set(membersOf(`group/${group}`)).size).toBe(count);
    expect(membersOf(`group/${group}`)).toHaveLength(count);
  });

  it('hold no more than the lists do', () => {
    expect(listed).toHaveLength(5 + 17 + 7 + 3);
    expect(memberships).toHaveLength(248 + 248 + 105 + 45 + 32 + 53);
    expect(new Set(memberships.map(({ group }) => group))).toEqual(new Set(listed.map(({ id }) => id)));
  });

  it('place every country but Antarctica in one region and one sub-region of it', () => {
    const inRegions = (within: readonly string[]): string[] =>
      within.flatMap((group) => membersOf(group)).sort();
    const regions = ['africa', 'americas', 'asia', 'europe', 'oceania'].map((name) => `group/m49-${name}`);
    const countries = rowsOf(read('../../seed/entities/countries.csv')).map(({ id = '' }) => id.slice(8));
    expect(inRegions(regions)).toEqual(countries.filter((id) => id !== 'ata'));
    for (const name of ['eastern', 'western', 'middle', 'southern'])
      expect(membersOf('group/m49-sub-saharan-africa')).toEqual(
        expect.arrayContaining(membersOf(`group/m49-${name}-africa`)),
      );
  });

  it.each([
    ['egy', ['m49-africa', 'm49-northern-africa']],
    ['bra', ['m49-americas', 'm49-latin-america-and-the-caribbean', 'm49-south-america']],
    [
      'hti',
      ['ldc-list', 'm49-americas', 'm49-caribbean', 'm49-latin-america-and-the-caribbean', 'sids-list'],
    ],
    ['npl', ['ldc-list', 'lldc-list', 'm49-asia', 'm49-southern-asia']],
    ['ata', []],
  ])('list %s where the table does', (country, expected) => {
    const found = memberships.filter(({ party }) => party === `country/${country}:member`);
    expect(found.map(({ group }) => group?.replace('group/', ''))).toEqual(expected);
    expect(found.every(({ locator }) => locator === country.toUpperCase())).toBe(true);
  });

  it('say by which scheme, version and day they are meant', () => {
    const wrong = listed.filter(
      ({ scheme, schemeVersion, schemeDate }) =>
        scheme !== 'UN M49' || !schemeVersion?.includes('@') || schemeDate !== '2026-11-21',
    );
    expect(wrong).toEqual([]);
  });

  it('have a name in six languages for each region, and no region shares its id with a group of the documents', () => {
    const LANGUAGES = ['nameAr', 'nameEn', 'nameEs', 'nameFr', 'nameRu', 'nameZh'];
    const regions = listed.filter(({ definedBy }) => definedBy === 'SCHEME');
    expect(
      regions.flatMap((row) => LANGUAGES.filter((name) => !row[name]).map((name) => [row['id'], name])),
    ).toEqual([]);
    const africa = [...named, ...listed]
      .filter(({ name }) => name === 'Africa')
      .map(({ id, definedBy }) => [id, definedBy]);
    expect(africa).toEqual([
      ['group/africa', 'WORDS'],
      ['group/m49-africa', 'SCHEME'],
    ]);
  });

  it('give no members to words of a text', () => {
    const words = new Set(named.filter(({ definedBy }) => definedBy === 'WORDS').map(({ id }) => id));
    const expanded = [...memberships, ...rowsOf(read('../../seed/facts/memberships.csv'))].filter(
      ({ group, party }) => words.has(group ?? '') && party?.startsWith('country/'),
    );
    expect(expanded).toEqual([]);
  });
});

if (!tableIsHere)
  console.warn('Skipped: ../shared/data/country-codes is not here, so the groupings are not made anew.');
describe.skipIf(!tableIsHere)('the table that the groupings come from', () => {
  it('gives the committed files, byte for byte', () => {
    expect(groupingFiles(read(TABLE), names)).toEqual(seed);
  });

  it('takes back a member that it no longer marks', () => {
    const table = read(TABLE);
    const nepal = rowsOf(table).find((row) => row['ISO3166-1-Alpha-3'] === 'NPL')?.['UNTERM Spanish Formal'];
    const graduated = table.replace(/^.*$/gm, (line) =>
      nepal && line.includes(nepal) ? line.replace(/,x,Asia,/, ',,Asia,') : line,
    );
    const made = rowsOf(groupingFiles(graduated, names).memberships).map(({ id }) => id);
    expect(memberships.filter(({ id }) => !made.includes(id)).map(({ id }) => id)).toEqual([
      'membership/ldc-list-npl',
    ]);
  });
});

describe('a table that is not the one expected', () => {
  it('is refused with the missing column', () => {
    expect(() => groupingFiles('a,b\n1,2\n', names)).toThrow('no column "Region Name"');
  });

  it('is refused where a region has no names', () => {
    const header = 'ISO3166-1-Alpha-3,Region Name,Region Code';
    expect(() => groupingFiles(`${header}\nEGY,Atlantis,999\n`, names)).toThrow(
      'Region 999: seed/scripts/m49-names.csv lacks it.',
    );
  });
});
