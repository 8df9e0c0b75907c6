// Writes the M49 regions and the lists of LDCs, LLDCs and SIDS to seed/entities/groups-m49.csv, and their members to
// seed/facts/memberships-m49.csv, from the public table datasets/country-codes:
//   npx tsx seed/scripts/groupings.ts <path to country-codes.csv>
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columnsOf } from '../../src/model/columns.js';
import type { Kind } from '../../src/model/declaration.js';
import { Group } from '../../src/model/entities/group.js';
import { Membership } from '../../src/model/facts/membership.js';
import { cell, code, countryId, rowsOf, seedCsv, tableNamed, type Row } from './country-codes.js';

const TABLE = 'source/country-codes';
const REGIONS = 'source/m49-regions';

const SCHEME = {
  scheme: 'UN M49',
  schemeVersion: 'datasets/country-codes @ caa72d1',
  // The table states no day; this is the one on which it was taken in.
  schemeDate: '2026-11-21',
};

/** Regions within regions, as pairs of columns "... Code" and "... Name". */
const LEVELS = ['Region', 'Sub-region', 'Intermediate Region'] as const;

/** Columns that mark the members of a list by an x. */
const LISTS = [
  { column: 'Least Developed Countries (LDC)', short: 'LDC' },
  { column: 'Land Locked Developing Countries (LLDC)', short: 'LLDC' },
  { column: 'Small Island Developing States (SIDS)', short: 'SIDS' },
] as const;

/** A group with the rows of its members. */
interface Grouping {
  readonly row: Row;
  readonly members: readonly Row[];
}

const byId = (a: Row, b: Row): number => (String(a['id']) < String(b['id']) ? -1 : 1);

/** "Latin America and the Caribbean" as part of an id. */
const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

function region(
  m49: string,
  name: string,
  names: ReadonlyMap<string, Row>,
  members: readonly Row[],
): Grouping {
  const { code: _, ...others } = names.get(m49) ?? {};
  if (Object.keys(others).length === 0)
    throw new Error(`Region ${m49}: seed/scripts/m49-names.csv lacks it.`);
  const row = {
    id: `group/m49-${slug(name)}`,
    name,
    nameEn: name,
    ...others,
    definedBy: 'SCHEME',
    ...SCHEME,
  };
  return { row: { ...row, source: REGIONS, locator: m49 }, members };
}

function regions(table: readonly Row[], names: ReadonlyMap<string, Row>): Grouping[] {
  return LEVELS.flatMap((level) => {
    const within = table.filter((row) => cell(row, `${level} Name`) !== '');
    const codes = [...new Set(within.map((row) => code(row, `${level} Code`, /^\d{1,3}$/)))];
    return codes.map((m49) => {
      const members = within.filter((row) => row[`${level} Code`] === m49);
      const [name = '', ...more] = new Set(members.map((row) => cell(row, `${level} Name`)));
      if (more.length > 0) throw new Error(`Region ${m49} has two names: ${name}, ${more.join(', ')}.`);
      return region(m49.padStart(3, '0'), name, names, members);
    });
  });
}

function list(table: readonly Row[], { column, short }: (typeof LISTS)[number]): Grouping {
  const name = column.replace(/ \(.*$/, '');
  const members = table.filter((row) => code(row, column, /^x?$/) === 'x');
  const row = {
    id: `group/${short.toLowerCase()}-list`,
    name,
    nameEn: name,
    otherNames: short,
    definedBy: 'LIST',
  };
  return { row: { ...row, ...SCHEME, source: TABLE, locator: column }, members };
}

const membership = (group: string, row: Row): Row => ({
  id: `membership/${group.replace('group/', '')}-${countryId(row).replace('country/', '')}`,
  party: `${countryId(row)}:member`,
  group,
  source: TABLE,
  locator: code(row, 'ISO3166-1-Alpha-3', /^[A-Z]{3}$/),
});

/** Text of a seed file, with those columns of its kind that some row fills. */
function fileOf(kind: Kind, rows: readonly Row[]): string {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  return seedCsv(
    [...rows].sort(byId),
    columnsOf(kind).flatMap(({ name }) => (used.has(name) ? [name] : [])),
  );
}

/** Texts of the two seed files, made from the table and from the names of regions by code. */
export function groupingFiles(
  table: string,
  regionNames: string,
): { readonly groups: string; readonly memberships: string } {
  const rows = rowsOf(table);
  const names = new Map(rowsOf(regionNames).map((row) => [row['code'] ?? '', row]));
  const groupings = [...regions(rows, names), ...LISTS.map((one) => list(rows, one))];
  const members = groupings.flatMap(({ row, members }) =>
    members.map((one) => membership(row['id'] ?? '', one)),
  );
  return {
    groups: fileOf(
      Group,
      groupings.map(({ row }) => row),
    ),
    memberships: fileOf(Membership, members),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = (path: string): URL => new URL(path, import.meta.url);
  const made = groupingFiles(tableNamed('groupings'), readFileSync(at('m49-names.csv'), 'utf8'));
  writeFileSync(at('../entities/groups-m49.csv'), made.groups);
  writeFileSync(at('../facts/memberships-m49.csv'), made.memberships);
}
