import { mergesKept, type Merge } from '../../model/rules/merge.js';
import { cypher, statement } from '../cypher.js';
import type { Row } from '../door.js';

/** What statements can be asked of: a door with its asker, or a transaction. */
type Ask = <R extends Row>(asked: ReturnType<typeof statement>) => Promise<R[]>;

/** Every merge that the seed states. */
export async function readMerges(ask: Ask): Promise<Merge[]> {
  const [row] = await ask<{ merged: string[] | null }>(
    statement('merges', cypher`MATCH (g:Graph {id: 'graph'}) RETURN g.merged AS merged`),
  );
  return mergesKept(row?.merged ?? []);
}
