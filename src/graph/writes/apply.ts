import { derive } from '../derived/derive.js';
import { DERIVATION } from '../derived/rules-version.js';
import { deriveTopics } from '../derived/topics.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { lockGraph, raiseVersion } from '../graph-node.js';
import type { Batch } from './batch.js';
import {
  batchId,
  recordBatch,
  recordTouched,
  touchedOf,
  type Applied,
  type Touched,
} from './change-record.js';
import { readStandings } from './changed-values.js';
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
export async function applyPlanned<B extends Batch>(
  door: Door,
  planned: (tx: WriteTransaction) => Promise<B>,
  made: MadeWith,
  asking: Asking,
): Promise<{ readonly batch: B } & Applied> {
  const done = await applyUnlessIdle(door, planned, made, asking);
  if (!done) throw new Error('A batch that was to be applied in any case was not.');
  return done;
}

/** The same, but what is planned may be nothing: then nothing is written, and the answer is null. */
export function applyUnlessIdle<B extends Batch>(
  door: Door,
  planned: (tx: WriteTransaction) => Promise<B | null>,
  made: MadeWith,
  asking: Asking,
): Promise<({ readonly batch: B } & Applied) | null> {
  return door.write(async (tx) => {
    const { version: before } = await lockGraph(tx);
    const batch = await planned(tx);
    if (batch === null) return null;
    const version = before + 1;
    const applied = { id: batchId(batch.register, version), version, recordedAt: new Date().toISOString() };
    await writeEntities(tx, batch.entities, batch.register);
    await writeFacts(tx, batch.facts);
    await createClaims(tx, batch, applied);
    const changed = await changeClaims(tx, batch, applied);
    const spokenOf = new Set([...batch.create.map(({ target }) => target), ...changed]);
    const named = [...batch.entities, ...batch.facts].map(({ id }) => id);
    const touched = await settle(tx, [...new Set([...named, ...spokenOf])], spokenOf);
    await recordBatch(tx, batch, applied);
    await recordTouched(tx, touched, applied);
    await raiseVersion(tx, { ...made, derived: DERIVATION });
    return { batch, ...applied };
  }, asking);
}

/** Rolls up and derives what was touched and all that hangs on it; returns what readers see of it. */
async function settle(
  tx: WriteTransaction,
  touched: readonly string[],
  spokenOf: ReadonlySet<string>,
): Promise<Touched[]> {
  const all = await withDependents(tx, touched);
  const before = await readStandings(tx, all);
  await rollUpAll(tx, all);
  const seen = touchedOf(before, await readStandings(tx, all), spokenOf);
  await citeParagraphs(tx);
  if (all.some((id) => id.startsWith('topic/'))) await deriveTopics(tx);
  await derive(tx, await factsToDerive(tx, all));
  return seen;
}
