import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../../src/graph/writes/batch.js';
import { batchId } from '../../src/graph/writes/change-record.js';
import { importInto } from './bulk/import.js';
import { Tables } from './bulk/tables.js';
import { Taken } from './bulk/taken.js';

/** What the importer was given: how many imports, and which countries there are. */
export interface Imported {
  readonly batches: number;
  readonly countries: readonly string[];
}

/** Brings a world into the empty database of a data folder by Neo4j's bulk importer; `finish` does the rest. */
export async function loadByImport(
  dataDir: string,
  batches: AsyncIterable<Batch>,
  memory: { readonly heap: string; readonly offHeap: string },
  say: (line: string) => void,
): Promise<Imported> {
  const folder = join(dataDir, 'csv');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tables = new Tables(folder);
  const taken = new Taken(tables);
  const countries: string[] = [];
  const recordedAt = new Date().toISOString();
  let version = 0;
  let facts = 0;
  for await (const batch of batches) {
    version += 1;
    taken.take(batch, { id: batchId(batch.register, version), version, recordedAt });
    for (const { id, kind } of batch.entities) if (kind === 'Country') countries.push(id);
    facts += batch.facts.length;
    if (batch.facts.length > 0) say(`${facts} facts written for the importer`);
  }
  taken.end();
  const files = tables.close();
  say('Neo4j imports them ...');
  await importInto(dataDir, files, memory, say);
  rmSync(folder, { recursive: true });
  return { batches: version, countries };
}
