import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '../../../src/intake/1-read/row.js';
import { mappingIn } from '../../../src/intake/1-read/mapping/load.js';
import { readMapped, type MappedAsked } from '../../../src/intake/1-read/mapping/read-mapped.js';
import { Faults, placeInWords } from '../../../src/intake/faults.js';
import type { Doubt, Said, WhoIsWho } from '../../../src/intake/who-is-who/who-is-who.js';
import { inMemory, type ReadRegister } from '../in-memory.js';

const COUNTRIES: Readonly<Record<string, string>> = {
  Egypt: 'country/egy',
  Égypte: 'country/egy',
  India: 'country/ind',
  Peru: 'country/per',
  Kenya: 'country/ken',
  Brazil: 'country/bra',
  Mozambique: 'country/moz',
};

/** Knows a handful of countries by their names, and keeps what it was asked. */
export class FewCountries implements WhoIsWho {
  readonly doubts: Doubt[] = [];
  readonly asked: Said[] = [];
  country(said: Said): string | null {
    this.asked.push(said);
    const id = COUNTRIES[said.name] ?? null;
    if (id === null) this.doubts.push({ kind: 'Country', said, own: null, mayBe: [] });
    return id;
  }
  agency(said: Said): string {
    this.asked.push(said);
    return `agency/${said.name.toLowerCase()}-${said.country?.slice(-3) ?? 'x'}`;
  }
  initiative(said: Said): string {
    return `initiative/${said.name.toLowerCase()}`;
  }
  group(said: Said): string {
    return `group/${said.name.toLowerCase()}`;
  }
  actor(said: Said): string {
    return COUNTRIES[said.name] ?? this.agency(said);
  }
  shownName(): undefined {
    return undefined;
  }
  isKnown(): boolean {
    return false;
  }
}

/** Runs with a folder that is gone afterwards. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'register-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A mapping of one table, its columns and statements as YAML flow or indented by four. */
export const oneTable = (columns: string, states: string, more = ''): string =>
  [
    'mapping: 1',
    'register: test',
    'about: A test.',
    'tables:',
    '  - table: rows',
    '    file: rows.*',
    '    source: { name: Rows }',
    "    key: '{Key}'",
    ...(more === '' ? [] : [`    ${more}`]),
    '    columns:',
    '      Key:',
    ...columns.split('\n').map((line) => `      ${line}`),
    '    states:',
    ...states.split('\n').map((line) => `      ${line}`),
  ].join('\n');

/** Reads files, given by name and content, through a mapping in YAML. */
export const readOf = (
  yaml: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  who: WhoIsWho = new FewCountries(),
  more: Partial<MappedAsked> = {},
): Promise<ReadRegister> =>
  inFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const paths = Object.keys(files).map((name) => join(folder, name));
    return inMemory(await readMapped({ mapping: mappingIn('test.yaml', yaml), files: paths, ...more }, who));
  });

/** The faults of a reading, each in one line. */
export async function faultLines(reading: () => unknown): Promise<string[]> {
  try {
    await reading();
  } catch (error) {
    if (error instanceof Faults) return error.places.map(placeInWords);
    throw error;
  }
  return [];
}

/** Rows of a kind, as objects without their empty cells. */
export const rowsOf = (rows: readonly Row[], kind: string): Record<string, string>[] =>
  rows
    .filter((row) => row.kind !== 'claim' && row.kind.kind === kind)
    .map(({ cells }) => Object.fromEntries([...cells].filter(([, cell]) => cell !== '')));
