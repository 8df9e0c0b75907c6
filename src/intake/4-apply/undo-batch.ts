import type { Asking, Door, WriteTransaction } from '../../graph/door.js';
import { readBatchToUndo, readClaimsOfBatch } from '../../graph/reads/taken-back.js';
import { applyPlanned } from '../../graph/writes/apply.js';
import type { Batch } from '../../graph/writes/batch.js';
import type { Applied } from '../../graph/writes/change-record.js';
import type { ApplyOptions } from '../../graph/writes/turn.js';
import { Fault } from '../../model/faults.js';
import { SEED } from './apply-seed.js';

/** The batch that takes another back: what it made is withdrawn, what it replaced or took back is made again. */
async function undoing(tx: WriteTransaction, id: string): Promise<Batch> {
  const batch = await readBatchToUndo(tx, id);
  if (!batch)
    throw new Fault('NOT_FOUND', `No batch has the id "${id.slice(0, 200)}"; "imports" lists them.`);
  const refuse = (why: string): never => {
    throw new Fault('CONFLICT', `${id} cannot be taken back: ${why} Nothing was changed.`);
  };
  if (batch.register === SEED) refuse('it is of the seed, which is changed in its files and set up again.');
  if (batch.undoneBy !== null) refuse(`${batch.undoneBy} took it back already.`);
  if (batch.undoes !== null) refuse(`it took ${batch.undoes} back; import the files again instead.`);
  if (batch.version === 0) refuse('it is of before it was recorded what a batch did.');
  if (batch.later.length > 0)
    refuse(
      `later batches of the register ${batch.register} stand; take these back first, in this order: ${batch.later.join(', ')}.`,
    );
  const { made, dropped } = await readClaimsOfBatch(tx, id);
  return {
    register: batch.register,
    entities: [],
    facts: [],
    create: [],
    end: [],
    withdraw: made,
    revive: dropped,
    undoes: id,
  };
}

/** Takes a batch back, as a batch of its own; what other sources state stays. */
export const undoBatch = (
  door: Door,
  id: string,
  made: { model: string },
  asking: Asking,
  options: ApplyOptions = {},
): Promise<{ readonly batch: Batch } & Applied> =>
  applyPlanned(door, (tx) => undoing(tx, id), made, asking, options);
