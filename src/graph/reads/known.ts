import { chunks } from '../chunks.js';
import { cypher, statement, type Statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

// Ids a statement.
const CHUNK = 5_000;

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
  const known = new Set<string>();
  for (const some of chunks(ids, CHUNK))
    for (const { id } of await tx.run<{ id: string }>(knownAmong(some, register, sources))) known.add(id);
  return known;
}

const knownAmong = (ids: readonly string[], register: string, sources: readonly string[]): Statement =>
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
  );

/** A claim that another register made. */
interface MadeElsewhere {
  readonly id: string;
  readonly register: string;
  readonly stands: boolean;
}

/** Those of these claims that another register made, and whether it still makes them. */
export async function readMadeElsewhere(
  tx: WriteTransaction,
  claims: Iterable<{ readonly id: string }>,
  register: string,
): Promise<MadeElsewhere[]> {
  const made: MadeElsewhere[] = [];
  for (const some of chunks(claims, CHUNK))
    await tx.each<MadeElsewhere>(
      statement(
        'madeElsewhere',
        cypher`UNWIND ${some.map(({ id }) => id)} AS id
MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id) WHERE c.register <> ${register}
RETURN c.id AS id, c.register AS register, c.endedAt IS NULL AS stands ORDER BY register, id`,
      ),
      (claim) => made.push(claim),
    );
  return made;
}
