import { mkdirSync } from 'node:fs';
import { batchId } from '../../src/graph/writes/change-record.js';
import type { Import } from '../world/tell.js';
import { Tables } from './bulk/tables.js';
import { Taken } from './bulk/taken.js';

/** Files for the bulk importer, as its arguments name them, and what is to be known to complete what it makes of them. */
export interface Written {
  readonly files: readonly string[];
  readonly batches: number;
  readonly countries: readonly string[];
}

/** Writes a world as files for the bulk importer; `recordedAt` is when all of it counts as recorded. */
export async function writeFiles(
  folder: string,
  imports: AsyncIterable<Import>,
  recordedAt: string,
  say: (line: string) => void,
): Promise<Written> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tables = new Tables(folder);
  const taken = new Taken(tables);
  const countries: string[] = [];
  let version = 0;
  let facts = 0;
  for await (const batch of imports) {
    version += 1;
    taken.take(batch, { id: batchId(batch.register, version), version, recordedAt });
    for (const { id, kind } of batch.entities) if (kind === 'Country') countries.push(id);
    facts += batch.facts.length;
    if (batch.facts.length > 0) say(`${facts} facts written for the importer`);
  }
  taken.end();
  return { files: tables.close(), batches: version, countries };
}
