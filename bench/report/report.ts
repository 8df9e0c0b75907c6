import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../results.js';
import { inTables } from './tables.js';

/** Writes the report of a run; returns where it stands. */
export function report(results: Results, folder: string): string {
  const path = join(folder, `${results.tier}.md`);
  writeFileSync(path, inTables(results));
  return path;
}
