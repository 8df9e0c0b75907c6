import { readSeed } from '../../src/intake/1-read/read-seed.js';
import { check } from '../../src/intake/2-check/check.js';
import { planOf } from '../../src/intake/3-plan/plan.js';
import { SEED } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import type { Import } from './tell.js';

/** The product's seed as the import that every graph begins with. */
export async function seedBatch(): Promise<Import> {
  const { entities, facts, create } = planOf(check(await readSeed(seedFolder)), {
    claims: [],
    entities: new Map(),
    facts: new Map(),
  });
  return { register: SEED, entities, facts, create: [...create], revive: [], end: [], withdraw: [] };
}

/** Ids of the independent states that the seed lists. */
export const seedCountries = ({ entities }: Import): string[] =>
  entities.flatMap(({ id, kind, listed }) =>
    kind === 'Country' && listed?.values['independent'] === true ? [id] : [],
  );
