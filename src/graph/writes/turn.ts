import { setTimeout as sleep } from 'node:timers/promises';
import { cypher, int, statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { endTurn, lockWhosever, StagedByAnother } from '../graph-node.js';
import type { Large } from './batch.js';
import { giveBackSome } from './returning.js';
import { finishHidden } from './vanish.js';

/** How a batch is applied. */
export interface ApplyOptions {
  /** Called with what is being done, how much of it is done, and of how much. */
  readonly progress?: (what: string, done: number, of: number) => void;
  /** With more new facts, or claims, it is staged; left out, where one transaction would not fit. */
  readonly large?: Large;
}

/** After so long without a sign, in milliseconds, the writer of a staged batch counts as ended. */
const SILENT_MOST = 20_000;
const PAUSE = 500;
// Nodes a transaction.
const CLEARED_AT_ONCE = 5_000;

/** A write that waits while another process stages a batch, and first clears what one that ended has left. */
export async function inTurn<T>(
  door: Door,
  asking: Asking,
  { progress }: ApplyOptions,
  work: (tx: WriteTransaction) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await door.write(work, asking);
    } catch (error) {
      if (!(error instanceof StagedByAnother)) throw error;
      const { batch, writer, silent } = error.turn;
      if (silent > SILENT_MOST) await endLeft(door, writer, asking);
      else {
        progress?.(`waiting for ${batch}`, 0, 1);
        await sleep(PAUSE, undefined, { signal: asking.signal });
      }
    }
  }
}

/**
 * Ends what a writer has left: a batch that was not shown yet is cleared away, and what it was to bring back is withdrawn
 * as before; one that was shown is worked out to its end.
 * Does nothing where the turn is another's by now.
 */
export async function endLeft(door: Door, writer: string, asking: Asking): Promise<void> {
  for (;;) {
    const left = await door.write((tx) => clearSome(tx, writer), asking);
    if (left === 'SHOWN') return finishHidden(door, writer, asking);
    if (left === 'NOTHING') return;
  }
}

async function clearSome(tx: WriteTransaction, writer: string): Promise<'MORE' | 'SHOWN' | 'NOTHING'> {
  const { turn } = await lockWhosever(tx);
  if (turn?.writer !== writer) return 'NOTHING';
  const [shown] = await tx.run(
    statement('shownBatch', cypher`MATCH (b:Batch {id: ${turn.batch}}) RETURN b.id AS id`),
  );
  if (shown) return 'SHOWN';
  if (await giveBackSome(tx)) return 'MORE';
  const [row] = await tx.run<{ gone: number }>(
    statement(
      'clearStaged',
      cypher`MATCH (n:Staged) WITH n LIMIT ${int(CLEARED_AT_ONCE)} DETACH DELETE n RETURN count(*) AS gone`,
    ),
  );
  if ((row?.gone ?? 0) > 0) return 'MORE';
  await endTurn(tx);
  return 'NOTHING';
}
