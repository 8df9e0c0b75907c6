import { chunks, type Many } from '../chunks.js';
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
  readonly claims: Many<HeldClaim>;
  /** Ids of the import's entities that are there, and of all that the register lists, with the listing that it gave. */
  readonly entities: ReadonlyMap<string, string | null>;
  /** Ids of the import's facts as the graph has them, by the identity that the import gives them. */
  readonly facts: ReadonlyMap<string, string>;
}

// Ids a statement.
const CHUNK = 5_000;

/** Reads what the graph holds of a register and of the entities and facts that an import names; under the lock, so that it still holds when the plan is applied. */
export async function readHeld(
  tx: WriteTransaction,
  register: string,
  entityIds: readonly string[],
  stated: readonly { readonly id: string; readonly identity: string }[],
  claims: Many<HeldClaim> & { push(claim: HeldClaim): unknown } = [],
): Promise<Held> {
  await tx.each<HeldClaim>(
    statement(
      'claimsOfRegister',
      // What a source itself calls withdrawn stands as such: only what was ended is made again.
      cypher`MATCH (c:Claim {register: ${register}})-[:STATES]->(t)
RETURN c.id AS id, c.place AS place, t.id AS target, c.endedAt IS NULL AS stands`,
    ),
    (claim) => claims.push(claim),
  );
  const entities = new Map<string, string | null>();
  for (const ids of chunks(entityIds, CHUNK)) {
    const [found] = await tx.run<{ rows: [string, string | null][] }>(
      statement(
        'heldEntities',
        cypher`UNWIND ${ids} AS id
MATCH (n:Entity {id: id})
RETURN collect([n.id, head([(n)-[r:LISTED_IN {register: ${register}}]->(s) | r.locator + ' ' + s.id + ' ' + r.listed])]) AS rows`,
      ),
    );
    for (const [id, listing] of found?.rows ?? []) entities.set(id, listing);
  }
  const [listed] = await tx.run<{ rows: [string, string][] }>(
    statement(
      'listedByRegister',
      cypher`MATCH (n:Entity)-[r:LISTED_IN {register: ${register}}]->(s)
RETURN collect([n.id, r.locator + ' ' + s.id + ' ' + r.listed]) AS rows`,
    ),
  );
  for (const [id, listing] of listed?.rows ?? []) entities.set(id, listing);
  const facts = new Map<string, string>();
  for (const some of chunks(stated, CHUNK)) {
    const [found] = await tx.run<{ rows: [string, string][] }>(
      statement(
        'heldFacts',
        // An id that was minted once is kept, though its row may by now give the fact another identity.
        cypher`UNWIND ${some.map(({ id, identity }) => ({ id, identity }))} AS row
CALL (row) {
  MATCH (f:Fact {id: row.id}) RETURN f, 0 AS surer
  UNION ALL
  MATCH (f:Fact {identity: row.identity}) RETURN f, 1 AS surer
}
WITH row, f, surer ORDER BY surer
RETURN collect([row.identity, f.id]) AS rows`,
      ),
    );
    for (const [identity, id] of found?.rows ?? []) facts.set(identity, id);
  }
  return { claims, entities, facts };
}
