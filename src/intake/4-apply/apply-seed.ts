import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asking, Door } from '../../graph/door.js';
import { applyPlanned } from '../../graph/writes/apply.js';
import { keptMerges, type Merge } from '../../model/rules/merge.js';
import { MERGES_FILE, readMerges } from '../1-read/merges.js';
import { readSeed } from '../1-read/read-seed.js';
import type { Row } from '../1-read/row.js';
import { check } from '../2-check/check.js';
import { Faults } from '../faults.js';
import { heldOf, planOf, type Plan } from '../3-plan/plan.js';

/** Whose statements the seed's claims are. */
export const SEED = 'seed';

/** Reads, checks, plans and applies the whole seed as one import. Nothing is written when a row is at fault. */
export async function applySeed(
  door: Door,
  folder: string,
  made: { model: string; seed: string },
  asking: Asking,
): Promise<Plan> {
  const merges = await readMerges(folder);
  const rows = await readSeed(folder, [MERGES_FILE]);
  refuseUnstated(merges, rows);
  const checked = check(rows, { merges });
  const { batch } = await applyPlanned(
    door,
    async (tx) => ({
      register: SEED,
      ...planOf(checked, await heldOf(tx, SEED, checked)),
    }),
    { ...made, merged: keptMerges(merges) },
    asking,
  );
  return batch;
}

/** A merge of what the seed does not state would hang in the air. */
function refuseUnstated(merges: readonly Merge[], rows: readonly Row[]): void {
  const stated = new Set(rows.map(({ cells }) => (cells.get('id') ?? '').trim()));
  const places = merges.flatMap(({ from, into }) =>
    [from, into]
      .filter((id) => !stated.has(id))
      .map((id) => ({
        file: MERGES_FILE,
        line: null,
        column: null,
        message: `No row of the seed states ${id}; mend the id, or take the line out.`,
      })),
  );
  if (places.length > 0) throw new Faults(places);
}

/** Hash of the seed's files by name and content: another hash means that a new seed must be planned and applied. */
export async function seedHash(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.csv')).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}
