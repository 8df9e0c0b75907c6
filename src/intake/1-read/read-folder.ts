import { basename, resolve } from 'node:path';
import { Fault } from '../../model/faults.js';
import type { Asked } from './readers.js';
import { readSeedInto } from './read-seed.js';
import { nameFrom, registerName } from './register-name.js';
import type { Register } from './register.js';
import type { Row } from './row.js';

/** Reads a folder of CSV files in the seed's own format, which templates have too. */
export async function readFolder({ files, as, rows: list }: Asked): Promise<Register> {
  const [folder, ...more] = files;
  if (folder === undefined || more.length > 0)
    throw new Fault('BAD_USER_INPUT', 'The source "folder" reads one folder at a time; name one.');
  const name = registerName(as ?? nameFrom(basename(resolve(folder))));
  const rows = list();
  await readSeedInto(rows, folder);
  return { name, sources: sourcesOf(rows), rows, passedOver: new Map() };
}

/** Every document and source that a row cites or states: of these the folder says all that it has to say. */
export function sourcesOf(rows: Iterable<Row>): string[] {
  const cited = new Set<string>();
  for (const { kind, cells } of rows) {
    cited.add((cells.get('source') ?? '').trim());
    if (kind !== 'claim' && kind.kind === 'Source') cited.add((cells.get('id') ?? '').trim());
  }
  return [...cited].filter((id) => id !== '').sort();
}
