import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Import } from '../world/tell.js';
import { importInto } from './bulk/import.js';
import { writeFiles, type Written } from './written.js';

/** Brings a world into the empty database of a data folder by Neo4j's bulk importer; `finish` does the rest. */
export async function loadByImport(
  dataDir: string,
  imports: AsyncIterable<Import>,
  memory: { readonly heap: string; readonly offHeap: string },
  say: (line: string) => void,
): Promise<Written> {
  const folder = join(dataDir, 'csv');
  const written = await writeFiles(folder, imports, new Date().toISOString(), say);
  say('Neo4j imports them ...');
  await importInto(dataDir, written.files, memory, say);
  rmSync(folder, { recursive: true });
  return written;
}
