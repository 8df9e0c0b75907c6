import { basename, resolve } from 'node:path';
import { Fault } from '../../model/faults.js';
import type { Asked } from './readers.js';
import { readSeed } from './read-seed.js';
import { nameFrom, registerName } from './register-name.js';
import type { Register } from './register.js';
import type { Row } from './row.js';

/** Reads a folder of CSV files in the seed's own format, which templates have too. */
export async function readFolder({ files, as }: Asked): Promise<Register> {
  const [folder, ...more] = files;
  if (folder === undefined || more.length > 0)
    throw new Fault('BAD_USER_INPUT', 'The source "folder" reads one folder at a time; name one.');
  const name = registerName(as ?? nameFrom(basename(resolve(folder))));
  const rows = await readSeed(folder);
  return { name, sources: sourcesOf(rows), rows, passedOver: new Map() };
}

/** Every document and source that a row cites or states: of these the folder says all that it has to say. */
export function sourcesOf(rows: readonly Row[]): string[] {
  const cited = rows.flatMap(({ kind, cells }) => [
    cells.get('source') ?? '',
    ...(kind !== 'claim' && kind.kind === 'Source' ? [cells.get('id') ?? ''] : []),
  ]);
  return [...new Set(cited.map((id) => id.trim()).filter((id) => id !== ''))].sort();
}
