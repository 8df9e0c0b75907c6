import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asking, Door } from '../../graph/door.js';
import { applyPlanned } from '../../graph/writes/apply.js';
import { readSeed } from '../1-read/read-seed.js';
import { check } from '../2-check/check.js';
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
  const checked = check(await readSeed(folder));
  const { batch } = await applyPlanned(
    door,
    async (tx) => ({
      register: SEED,
      ...planOf(checked, await heldOf(tx, SEED, checked)),
    }),
    made,
    asking,
  );
  return batch;
}

/** Hash of the seed's files by name and content: another hash means that a new seed must be planned and applied. */
export async function seedHash(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.csv')).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}
