import { cypher, int, statement } from '../cypher.js';
import { derive } from '../derived/derive.js';
import { DERIVATION } from '../derived/rules-version.js';
import { deriveTopics } from '../derived/topics.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { lockGraph, raiseVersion } from '../graph-node.js';
import type { Batch } from './batch.js';
import { changeClaims, citeParagraphs, createClaims } from './claims.js';
import { writeEntities, writeFacts } from './entries.js';
import { rollUpAll } from './roll-up.js';
import { factsToDerive, withDependents } from './touched.js';

/** What the graph is made with; recorded on its node. */
export interface MadeWith {
  /** Hash of the declarations of the model. */
  readonly model: string;
  /** Hash of the seed, when the seed is what is applied. */
  readonly seed?: string;
}

/** Applies a batch in one transaction: it appears whole, with everything derived from it, or not at all. */
export async function apply(door: Door, batch: Batch, made: MadeWith, asking: Asking): Promise<number> {
  return (await applyPlanned(door, () => Promise.resolve(batch), made, asking)).version;
}

/** Plans and applies under one lock: of two at once, the second plans from what the first left. */
export function applyPlanned<B extends Batch>(
  door: Door,
  planned: (tx: WriteTransaction) => Promise<B>,
  made: MadeWith,
  asking: Asking,
): Promise<{ readonly batch: B; readonly version: number }> {
  return door.write(async (tx) => {
    await lockGraph(tx);
    const batch = await planned(tx);
    const recordedAt = new Date().toISOString();
    await writeEntities(tx, batch.entities, batch.register);
    await writeFacts(tx, batch.facts);
    await createClaims(tx, batch, recordedAt);
    const changed = await changeClaims(tx, batch, recordedAt);
    const touched = new Set([
      ...batch.entities.map(({ id }) => id),
      ...batch.facts.map(({ id }) => id),
      ...batch.create.map(({ target }) => target),
      ...changed,
    ]);
    await settle(tx, [...touched]);
    await recordBatch(tx, batch, recordedAt);
    return { batch, version: await raiseVersion(tx, { ...made, derived: DERIVATION }) };
  }, asking);
}

/** Rolls up and derives what was touched and all that hangs on it. */
async function settle(tx: WriteTransaction, touched: readonly string[]): Promise<void> {
  const all = await withDependents(tx, touched);
  await rollUpAll(tx, all);
  await citeParagraphs(tx);
  if (all.some((id) => id.startsWith('topic/'))) await deriveTopics(tx);
  await derive(tx, await factsToDerive(tx, all));
}

async function recordBatch(tx: WriteTransaction, batch: Batch, recordedAt: string): Promise<void> {
  await tx.run(
    statement(
      'recordBatch',
      cypher`MERGE (b:Batch {id: ${batch.id}})
SET b.register = ${batch.register}, b.appliedAt = ${recordedAt}, b.created = ${int(batch.create.length)},
  b.revived = ${int(batch.revive.length)}, b.ended = ${int(batch.end.length)}, b.withdrawn = ${int(batch.withdraw.length)}`,
    ),
  );
}
