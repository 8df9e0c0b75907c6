import { cypher, statement } from '../../src/graph/cypher.js';
import type { Asking, Door } from '../../src/graph/door.js';

/** How much a world holds, by the database's own counts. */
export interface Counts {
  readonly facts: number;
  readonly nodes: number;
  readonly relationships: number;
}

/** Counts what stands. */
export async function countsOf(door: Door, asking: Asking): Promise<Counts> {
  const [row] = await door.read<Counts>(
    statement(
      'countWorld',
      cypher`CALL () { MATCH (f:Fact) RETURN count(f) AS facts }
CALL () { MATCH (n) RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() RETURN count(r) AS relationships }
RETURN facts, nodes, relationships`,
    ),
    asking,
  );
  if (!row) throw new Error('The database does not count.');
  return row;
}
