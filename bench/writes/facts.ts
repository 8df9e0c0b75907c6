import type { Batch } from '../../src/graph/writes/batch.js';
import { kindNamed } from '../../src/model/kinds.js';
import type { Claim } from '../../src/model/claim.js';
import type { FactKind } from '../../src/model/declaration.js';
import { UNKNOWN_PERIOD } from '../../src/model/values/period.js';
import { claimsOf, factEntry, party, stated, type Told } from '../world/tell.js';
import { one, seeded } from '../workload/random.js';
import type { Sample } from '../workload/sample.js';

/** Name under which measured batches stand until they are removed, and how the ids of their facts begin. */
export const REGISTER = 'measured';
const BEGINS = 'measured-';

/** A day after those of every world, so that what was just written is the newest. */
const DAY = '2099-01-01';

/** So many new facts, every third a cooperation, of countries, topics and meetings that are there, by one source. */
export function batchOf(
  facts: number,
  sample: Sample,
  source: string,
): Batch & { readonly create: readonly Claim[] } {
  const random = seeded(15);
  const told = Array.from({ length: facts }, (_, n): Told<FactKind> => {
    const cooperation = n % 3 === 2;
    const kind = kindNamed(cooperation ? 'Cooperation' : 'Exchange') as FactKind;
    const [a, b] = [one(sample.countries, random, 2).id, one(sample.countries, random).id];
    const who = a === b ? [a] : [a, b];
    return {
      kind,
      id: `${kind.prefix}/${BEGINS}${n}`,
      occasion: `${BEGINS}${n}`,
      parties: who.map((actor) => party(actor, cooperation ? 'partner' : 'participant')),
      ends: {
        topics: [one(sample.topics, random, 2).id],
        ...(cooperation ? {} : { meeting: [one(sample.meetings, random)] }),
      },
      attributes: cooperation ? { stage: 'DONE' } : {},
      period: { ...UNKNOWN_PERIOD, startMin: DAY, startMax: DAY, endMin: DAY, endMax: DAY, edtf: DAY },
    };
  });
  return {
    register: REGISTER,
    entities: [],
    facts: told.map(factEntry),
    create: told.flatMap((fact, n) => claimsOf(fact, stated(source, String(n)))),
    revive: [],
    end: [],
    withdraw: [],
  };
}
