import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

/**
 * Which of these ids the graph has on the word of others than the sources being read anew: a code list, another register,
 * or another source of the same one. What only an earlier edition stated must be stated again.
 */
export async function readKnown(
  tx: WriteTransaction,
  ids: readonly string[],
  register: string,
  sources: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.run<{ id: string }>(
    statement(
      'knownIds',
      cypher`UNWIND ${ids} AS id
CALL (id) {
  MATCH (n:Entity {id: id}) RETURN n
  UNION ALL
  MATCH (n:Fact {id: id}) RETURN n
}
WITH n
WHERE EXISTS { (n)-[:LISTED_IN]->() } OR EXISTS {
  (n)<-[:STATES]-(c:Claim {about: 'existence'})
  WHERE c.endedAt IS NULL AND c.status <> 'WITHDRAWN'
    AND NOT (c.register = ${register} AND split(c.place, '|')[0] IN ${sources})
}
RETURN n.id AS id`,
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of these claims that another register made, and whether it still makes them. */
export const readMadeElsewhere = (
  tx: WriteTransaction,
  claimIds: readonly string[],
  register: string,
): Promise<{ readonly id: string; readonly register: string; readonly stands: boolean }[]> =>
  tx.run(
    statement(
      'madeElsewhere',
      cypher`UNWIND ${claimIds} AS id
MATCH (c:Claim {id: id}) WHERE c.register <> ${register}
RETURN c.id AS id, c.register AS register, c.endedAt IS NULL AS stands ORDER BY register, id`,
    ),
  );
