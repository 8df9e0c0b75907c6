import { canonical } from '../model/claim.js';
import { modelShape } from '../model/shape.js';
import { Fault } from '../model/faults.js';
import { cypher, int, statement } from './cypher.js';
import type { Asking, Door, WriteTransaction } from './door.js';

/** What the graph says of itself: hashes of what it was made with, and a version that rises with each apply. */
export interface GraphState {
  /** Hash of the declarations of the model. */
  readonly model: string;
  /** The declarations themselves, as JSON of their shape. */
  readonly shape: string | null;
  /** Number of the derivation rules. */
  readonly derived: string;
  /** Hash of the seed that was last applied; null before the first. */
  readonly seed: string | null;
  readonly version: number;
}

/** What stands in a database: nothing, somebody else's nodes, or a graph of ours. */
export type Found =
  { readonly holds: 'nothing' } | { readonly holds: 'other' } | ({ readonly holds: 'graph' } & GraphState);

const FIND = statement(
  'findGraph',
  cypher`OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN g.model AS model, g.shape AS shape, g.derived AS derived, g.seed AS seed, g.version AS version,
  g IS NOT NULL AS ours, EXISTS { MATCH (n) } AS any`,
);

/** Looks at what the database holds, before anything is written. */
export async function findGraph(door: Door, asking: Asking): Promise<Found> {
  const [row] = await door.read<GraphState & { ours: boolean; any: boolean }>(FIND, asking);
  if (!row) return { holds: 'nothing' };
  if (!row.ours) return row.any ? { holds: 'other' } : { holds: 'nothing' };
  const { model, shape, derived, seed, version } = row;
  return { holds: 'graph', model, shape, derived, seed, version };
}

/** Whose turn it is to write, while a large batch is staged over many transactions. */
export interface Turn {
  /** Id of the batch that is staged, or left half staged by a writer that ended. */
  readonly batch: string;
  /** Which writer stages it. */
  readonly writer: string;
  /** Milliseconds since that writer was last heard of, by the database's clock. */
  readonly silent: number;
}

/** What stands in the way of a write: a batch that another writer stages, or left half staged. */
export class StagedByAnother extends Fault {
  constructor(readonly turn: Turn) {
    super(
      'CONFLICT',
      `The batch ${turn.batch} is being taken in by another process; wait until it is done, then try again.`,
    );
  }
}

/**
 * Takes the write lock on the graph: one writer over all processes until the transaction ends. Makes the node if needed.
 * While a batch is staged, only its own writer gets it; to the others `StagedByAnother` is thrown.
 */
export async function lockGraph(tx: WriteTransaction, writer: string | null = null): Promise<GraphState> {
  const { turn, ...state } = await lockWhosever(tx);
  if (turn && turn.writer !== writer) throw new StagedByAnother(turn);
  if (!turn && writer !== null)
    throw new Fault(
      'CONFLICT',
      'Another process took over in the meantime; nothing was taken in. Try again.',
    );
  return state;
}

/** Takes the lock whosever turn it is. */
export async function lockWhosever(
  tx: WriteTransaction,
): Promise<GraphState & { readonly turn: Turn | null }> {
  const [row] = await tx.run<GraphState & { readonly turn: Turn | null }>(
    statement(
      'lockGraph',
      cypher`MERGE (g:Graph {id: 'graph'}) ON CREATE SET g.version = ${int(0)}
SET g.locked = true
REMOVE g.locked
RETURN g.model AS model, g.shape AS shape, g.derived AS derived, g.seed AS seed, g.version AS version,
  CASE WHEN g.stagedBy IS NULL THEN null
    ELSE {batch: g.staged, writer: g.stagedBy, silent: timestamp() - g.stagedAt} END AS turn`,
    ),
  );
  return row as GraphState & { readonly turn: Turn | null };
}

/** Takes the turn for a batch, or says that its writer is still there. */
export async function holdTurn(tx: WriteTransaction, batch: string, writer: string): Promise<void> {
  await tx.run(
    statement(
      'holdTurn',
      cypher`MATCH (g:Graph {id: 'graph'})
SET g.staged = ${batch}, g.stagedBy = ${writer}, g.stagedAt = timestamp()`,
    ),
  );
}

/** Gives the turn back. */
export async function endTurn(tx: WriteTransaction): Promise<void> {
  await tx.run(
    statement('endTurn', cypher`MATCH (g:Graph {id: 'graph'}) REMOVE g.staged, g.stagedBy, g.stagedAt`),
  );
}

/** Records what the graph was made with and raises its version; the last step of every apply. */
export async function raiseVersion(
  tx: WriteTransaction,
  made: {
    readonly model: string;
    readonly derived: string;
    readonly seed?: string;
    readonly merged?: readonly string[];
  },
): Promise<number> {
  const [row] = await tx.run<{ version: number }>(
    statement(
      'raiseVersion',
      cypher`MATCH (g:Graph {id: 'graph'})
SET g.model = ${made.model}, g.shape = ${canonical(modelShape())}, g.derived = ${made.derived}, g.seed = coalesce(${made.seed ?? null}, g.seed),
  g.merged = coalesce(${made.merged ?? null}, g.merged), g.version = g.version + ${int(1)}
RETURN g.version AS version`,
    ),
  );
  return row?.version ?? 0;
}
