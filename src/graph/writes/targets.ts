import { chunks } from '../chunks.js';
import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

// Ids a statement.
const CHUNK = 5_000;

/** Ids of the facts and entities that these claims are about. */
export async function targetsOf(tx: WriteTransaction, claimIds: readonly string[]): Promise<Set<string>> {
  const targets = new Set<string>();
  for (const some of chunks(claimIds, CHUNK)) {
    const rows = await tx.run<{ id: string }>(
      statement(
        'targetsOfClaims',
        cypher`UNWIND ${some} AS id
MATCH (c:Claim {id: id})-[:STATES]->(t) USING INDEX SEEK c:Claim(id)
RETURN DISTINCT t.id AS id`,
      ),
    );
    for (const { id } of rows) targets.add(id);
  }
  return targets;
}
