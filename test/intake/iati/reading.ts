import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readIati } from '../../../src/intake/1-read/iati/read-iati.js';
import type { Infer, Who } from '../../../src/intake/1-read/iati/reading.js';
import type { Row } from '../../../src/intake/1-read/row.js';
import { inMemory, type ReadRegister } from '../in-memory.js';

/** Where the fixtures stand. */
export const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name);

const COUNTRIES: Readonly<Record<string, string>> = {
  CO: 'country/col',
  NP: 'country/npl',
  Brazil: 'country/bra',
  Mexico: 'country/mex',
};

/** A who is who that knows four countries, and mints agencies from their names. */
export const WHO: Who = {
  country: ({ code, name }) => COUNTRIES[code ?? ''] ?? COUNTRIES[name] ?? null,
  actor: ({ name, country }) => {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return COUNTRIES[name] ?? [`agency/${slug}`, country?.replace('country/', '')].filter(Boolean).join('-');
  },
};

/** Reads files, with the four countries as all that is known. */
export const readFiles = async (paths: readonly string[], infer: Infer = 'rules'): Promise<ReadRegister> =>
  inMemory(await readIati(paths, { who: WHO, infer }));

/** Reads a text as a file. */
export function readText(text: string | Uint8Array, name = 'file.xml'): Promise<ReadRegister> {
  const path = join(mkdtempSync(join(tmpdir(), 'iati-')), name);
  writeFileSync(path, text);
  return readFiles([path]);
}

const kindOf = ({ kind }: Row): string => (kind === 'claim' ? 'claim' : kind.kind);

/** Rows of a kind as `column=cell` lists, without what all of them cite. */
export const rowsIn = ({ rows }: ReadRegister, kind: string): string[] =>
  rows
    .filter((row) => kindOf(row) === kind)
    .map(({ cells }) =>
      [...cells]
        .filter(([column]) => !['source', 'locator', 'occasion', 'reason'].includes(column))
        .map(([column, cell]) => `${column}=${cell}`)
        .join('; '),
    );

/** How many rows of each kind there are. */
export function countsOf({ rows }: ReadRegister): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[kindOf(row)] = (counts[kindOf(row)] ?? 0) + 1;
  return counts;
}
