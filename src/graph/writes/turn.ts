import { setTimeout as sleep } from 'node:timers/promises';
import { cypher, int, statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { endTurn, lockWhosever, StagedByAnother } from '../graph-node.js';

/** How a batch is applied. */
export interface ApplyOptions {
  /** Called with what is being done, how much of it is done, and of how much. */
  readonly progress?: (what: string, done: number, of: number) => void;
  /** From so many new facts, or claims, on it is staged; left out, where one transaction would not fit. */
  readonly large?: { readonly facts: number; readonly claims: number };
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
      if (silent > SILENT_MOST) await clearStaged(door, writer, asking);
      else {
        progress?.(`waiting for ${batch}`, 0, 1);
        await sleep(PAUSE, undefined, { signal: asking.signal });
      }
    }
  }
}

/** Removes what a writer has staged and gives its turn back; does nothing where the turn is another's by now. */
export async function clearStaged(door: Door, writer: string, asking: Asking): Promise<void> {
  for (let more = true; more;) {
    more = await door.write(async (tx) => {
      const { turn } = await lockWhosever(tx);
      if (turn?.writer !== writer) return false;
      const [row] = await tx.run<{ gone: number }>(
        statement(
          'clearStaged',
          cypher`MATCH (n:Staged) WITH n LIMIT ${int(CLEARED_AT_ONCE)} DETACH DELETE n RETURN count(*) AS gone`,
        ),
      );
      if ((row?.gone ?? 0) > 0) return true;
      await endTurn(tx);
      return false;
    }, asking);
  }
}
