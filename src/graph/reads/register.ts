import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

/** A claim of a register, as far as planning needs it. */
export interface HeldClaim {
  readonly id: string;
  readonly place: string;
  /** Id of the fact or entity that it is about. */
  readonly target: string;
  /** Whether the register makes it now: it was neither replaced nor taken back. */
  readonly stands: boolean;
}

/** What the graph holds already of what an import is about to say. */
export interface Held {
  readonly claims: readonly HeldClaim[];
  /** Ids of the import's entities that are there, and of all that the register lists, with the listing that it gave. */
  readonly entities: ReadonlyMap<string, string | null>;
  /** Ids of the import's facts as the graph has them, by the identity that the import gives them. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Reads what the graph holds of a register and of the entities and facts that an import names; under the lock, so that it still holds when the plan is applied. */
export async function readHeld(
  tx: WriteTransaction,
  register: string,
  entityIds: readonly string[],
  stated: readonly { readonly id: string; readonly identity: string }[],
): Promise<Held> {
  const claims = await tx.run<HeldClaim>(
    statement(
      'claimsOfRegister',
      // What a source itself calls withdrawn stands as such: only what was ended is made again.
      cypher`MATCH (c:Claim {register: ${register}})-[:STATES]->(t)
RETURN c.id AS id, c.place AS place, t.id AS target, c.endedAt IS NULL AS stands`,
    ),
  );
  const [entities] = await tx.run<{ rows: [string, string | null][] }>(
    statement(
      'heldEntities',
      cypher`UNWIND ${entityIds} AS id
MATCH (n:Entity {id: id})
RETURN collect([n.id, head([(n)-[r:LISTED_IN {register: ${register}}]->(s) | r.locator + ' ' + s.id + ' ' + r.listed])]) AS rows`,
    ),
  );
  const [listed] = await tx.run<{ rows: [string, string][] }>(
    statement(
      'listedByRegister',
      cypher`MATCH (n:Entity)-[r:LISTED_IN {register: ${register}}]->(s)
RETURN collect([n.id, r.locator + ' ' + s.id + ' ' + r.listed]) AS rows`,
    ),
  );
  const [facts] = await tx.run<{ rows: [string, string][] }>(
    statement(
      'heldFacts',
      // An id that was minted once is kept, though its row may by now give the fact another identity.
      cypher`UNWIND ${stated.map(({ id, identity }) => ({ id, identity }))} AS row
CALL (row) {
  MATCH (f:Fact {id: row.id}) RETURN f, 0 AS surer
  UNION ALL
  MATCH (f:Fact {identity: row.identity}) RETURN f, 1 AS surer
}
WITH row, f, surer ORDER BY surer
RETURN collect([row.identity, f.id]) AS rows`,
    ),
  );
  return {
    claims,
    entities: new Map([...(entities?.rows ?? []), ...(listed?.rows ?? [])]),
    facts: new Map(facts?.rows),
  };
}
