import type { Asking, Door } from '../../src/graph/door.js';
import { applySchema } from '../../src/graph/apply-schema.js';
import type { Batch } from '../../src/graph/writes/batch.js';
import { apply, type MadeWith } from '../../src/graph/writes/apply.js';

/** Loads a world by the way of every import, in an empty database. */
export async function loadByApply(
  door: Door,
  batches: AsyncIterable<Batch>,
  made: MadeWith,
  asking: Asking,
  say: (line: string) => void,
): Promise<void> {
  await applySchema(door, asking);
  let facts = 0;
  for await (const batch of batches) {
    await apply(door, batch, made, asking);
    facts += batch.facts.length;
    say(`${facts} facts applied`);
  }
}
