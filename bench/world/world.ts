import type { FactEntry } from '../../src/graph/writes/batch.js';
import type { Claim } from '../../src/model/claim.js';
import { castOf, type Cast } from './cast.js';
import { entityBatches } from './entities/entities.js';
import { evidenced } from './evidence.js';
import { kindDrawn, KINDS_DRAWN } from './facts/kinds-drawn.js';
import { Random } from './random.js';
import { Recent } from './recent.js';
import { seedBatch, seedCountries } from './seed-batch.js';
import { factEntry, type Import, type Told } from './tell.js';
import type { FactKind } from '../../src/model/declaration.js';
import type { Tier } from './tiers.js';

/** Name under which the generated imports stand in the graph. */
export const REGISTERED_AS = 'generated';

/**
 * A world as the imports that make it, in their order: the seed, the entities, the facts. Each names only what it or one
 * before it brings, and speaks only of what it brings itself. One at a time is in memory.
 */
export async function* worldOf(tier: Tier): AsyncGenerator<Import> {
  const seed = await seedBatch();
  yield seed;
  const cast = castOf(tier, seedCountries(seed));
  yield* entityBatches(cast, REGISTERED_AS);
  yield* factBatches(cast);
}

function* factBatches(cast: Cast): Generator<Import> {
  const { facts: most, batch } = cast.tier;
  const random = new Random(2013);
  const recent = new Recent();
  const counts = new Map<string, number>();
  for (let done = 0; done < most; done += batch) {
    const facts: FactEntry[] = [];
    const create: Claim[] = [];
    for (let n = done; n < Math.min(done + batch, most); n += 1) {
      const kind = kindDrawn(random);
      const number = counts.get(kind.kind) ?? 0;
      counts.set(kind.kind, number + 1);
      const { told, occasion } = drawn(cast, random, recent, kind, number);
      const claims = evidenced(cast, random, told, occasion, recent);
      recent.remember(told.id, (claims[0] as Claim).id);
      facts.push(factEntry(told));
      create.push(...claims);
    }
    yield { register: REGISTERED_AS, entities: [], facts, create, revive: [], end: [], withdraw: [] };
  }
}

function drawn(
  cast: Cast,
  random: Random,
  recent: Recent,
  kind: FactKind,
  number: number,
): { told: Told<FactKind>; occasion: string } {
  const parts = KINDS_DRAWN[kind.kind]?.draw({ cast, random, n: number, recent });
  const occasion = `${kind.prefix}-${number}`;
  const told = {
    kind,
    id: `${kind.prefix}/g${String(number).padStart(7, '0')}`,
    occasion: parts?.numbered === false ? null : occasion,
    parties: parts?.parties ?? [],
    ends: parts?.ends ?? {},
    attributes: parts?.attributes ?? {},
    period: parts?.period ?? null,
  };
  return { told, occasion };
}
