import { cypher, nameOf, statement } from '../../src/graph/cypher.js';
import type { Asking, Door } from '../../src/graph/door.js';

/** Empties the run's database, so that a file of tests begins with nothing. Constraints and indexes stay. */
export async function wipe(door: Door, asking: Asking): Promise<void> {
  for (const label of ['Claim', 'Fact', 'Entity', 'Graph', 'Batch', 'Staged'].map(nameOf)) {
    await door.write((tx) => tx.run(statement('wipe', cypher`MATCH (n:${label}) DETACH DELETE n`)), asking);
  }
}
