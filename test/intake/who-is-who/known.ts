import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { KnownThing } from '../../../src/graph/reads/who-is-who.js';
import { NAMES } from '../../../src/model/names.js';

const list = (cell: string | undefined): string[] => (cell ? cell.split(' | ') : []);

const things = (file: string): KnownThing[] =>
  parse<Record<string, string>>(readFileSync(new URL(`../../../seed/entities/${file}`, import.meta.url)), {
    columns: true,
  }).map((row) => ({
    id: row['id'] ?? '',
    names: Object.keys(NAMES).flatMap((name) => (name === 'otherNames' ? list(row[name]) : row[name] || [])),
    codes: [
      ...['alpha2', 'alpha3', 'numeric', 'm49'].flatMap((name) => row[name] || []),
      ...list(row['formerCodes']),
    ],
    country: row['country'] || null,
    shown: true,
    possibly: [],
  }));

/** What the seed holds, as a register may mean it. */
export const seedThings: readonly KnownThing[] = [
  'countries',
  'groups',
  'groups-m49',
  'agencies',
  'initiatives',
].flatMap((name) => things(`${name}.csv`));
