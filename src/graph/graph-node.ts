import { canonical } from '../model/claim.js';
import { modelShape } from '../model/shape.js';
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

/** Takes the write lock on the graph: one writer over all processes until the transaction ends. Makes the node if needed. */
export async function lockGraph(tx: WriteTransaction): Promise<GraphState> {
  const [row] = await tx.run<GraphState>(
    statement(
      'lockGraph',
      cypher`MERGE (g:Graph {id: 'graph'}) ON CREATE SET g.version = ${int(0)}
SET g.locked = true
REMOVE g.locked
RETURN g.model AS model, g.shape AS shape, g.derived AS derived, g.seed AS seed, g.version AS version`,
    ),
  );
  return row as GraphState;
}

/** Records what the graph was made with and raises its version; the last step of every apply. */
export async function raiseVersion(
  tx: WriteTransaction,
  made: { readonly model: string; readonly derived: string; readonly seed?: string },
): Promise<number> {
  const [row] = await tx.run<{ version: number }>(
    statement(
      'raiseVersion',
      cypher`MATCH (g:Graph {id: 'graph'})
SET g.model = ${made.model}, g.shape = ${canonical(modelShape())}, g.derived = ${made.derived}, g.seed = coalesce(${made.seed ?? null}, g.seed), g.version = g.version + ${int(1)}
RETURN g.version AS version`,
    ),
  );
  return row?.version ?? 0;
}
