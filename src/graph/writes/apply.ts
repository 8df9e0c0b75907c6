import { randomUUID } from 'node:crypto';
import { DERIVATION } from '../derived/rules-version.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { holdTurn, lockGraph, raiseVersion } from '../graph-node.js';
import { applyStaged } from './apply-staged.js';
import { isLarge, type Batch } from './batch.js';
import { brokenOff } from './broken-off.js';
import { batchId, recordBatch, recordChanged, recordTouched, type Applied } from './change-record.js';
import { changeClaims, citeParagraphsOf, createClaims, tieInferences } from './claims.js';
import { writeEntities, writeFacts } from './entries.js';
import { refuseWithoutRoom } from './room.js';
import { settle } from './settle.js';
import { inTurn, type ApplyOptions } from './turn.js';

/** What the graph is made with; recorded on its node. */
export interface MadeWith {
  /** Hash of the declarations of the model. */
  readonly model: string;
  /** Hash of the seed, when the seed is what is applied. */
  readonly seed?: string;
  /** Ids that the seed settles to be one thing, as the graph keeps them. */
  readonly merged?: readonly string[];
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
  options: ApplyOptions = {},
): Promise<{ readonly batch: B } & Applied> {
  const done = await applyUnlessIdle(door, planned, made, asking, options);
  if (!done) throw new Error('A batch that was to be applied in any case was not.');
  return done;
}

/**
 * The same, but what is planned may be nothing: then nothing is written, and the answer is null. A batch that is too
 * large for one transaction is staged over several, and appears with the last.
 */
export async function applyUnlessIdle<B extends Batch>(
  door: Door,
  planned: (tx: WriteTransaction) => Promise<B | null>,
  made: MadeWith,
  asking: Asking,
  options: ApplyOptions = {},
): Promise<({ readonly batch: B } & Applied) | null> {
  const writer = randomUUID();
  let sent: Applied | null = null;
  const begun = await inTurn(door, asking, options, async (tx) => {
    const { version: before } = await lockGraph(tx);
    const batch = await planned(tx);
    if (batch === null) return null;
    const version = before + 1;
    const applied = { id: batchId(batch.register, version), version, recordedAt: new Date().toISOString() };
    await refuseWithoutRoom(door, tx, batch, asking);
    const staged = isLarge(batch, options.large);
    if (staged) await holdTurn(tx, applied.id, writer);
    else {
      sent = applied;
      await write(tx, batch, applied, made);
    }
    return { batch, applied, staged };
  }).catch((error: unknown) => {
    throw brokenOff(error, sent === null ? 'PLANNED' : 'SENT', sent?.id ?? '');
  });
  if (begun === null) return null;
  const { batch, applied, staged } = begun;
  if (staged) await applyStaged(door, batch, applied, made, writer, asking, options);
  return { batch, ...applied };
}

async function write(tx: WriteTransaction, batch: Batch, applied: Applied, made: MadeWith): Promise<void> {
  const { register, entities, facts } = batch;
  const create = [...batch.create];
  await writeEntities(tx, entities, register);
  await writeFacts(tx, facts);
  await recordBatch(tx, batch, applied);
  await createClaims(tx, register, create, applied);
  await tieInferences(tx, create);
  const changed = await changeClaims(tx, batch, applied);
  const spokenOf = new Set([...create.map(({ target }) => target), ...changed]);
  const named = [...entities, ...facts].map(({ id }) => id);
  const { touched, seen } = await settle(tx, [...new Set([...named, ...spokenOf])], spokenOf);
  await citeParagraphsOf(tx, create, touched);
  await recordChanged(tx, batch, applied);
  await recordTouched(tx, seen, applied);
  await raiseVersion(tx, { ...made, derived: DERIVATION });
}
