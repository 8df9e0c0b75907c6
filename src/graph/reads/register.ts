import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

/** A claim of a register, as far as planning needs it. */
export interface HeldClaim {
  readonly id: string;
  readonly place: string;
  /** Whether it counts now: not ended, not withdrawn. */
  readonly stands: boolean;
}

/** What the graph holds already of what an import is about to say. */
export interface Held {
  readonly claims: readonly HeldClaim[];
  /** Ids of the import's entities that are there, and of all that the register lists, with the listing that it gave. */
  readonly entities: ReadonlyMap<string, string | null>;
  /** Ids of facts by identity. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Reads what the graph holds of a register and of the entities and facts that an import names; under the lock, so that it still holds when the plan is applied. */
export async function readHeld(
  tx: WriteTransaction,
  register: string,
  entityIds: readonly string[],
  identities: readonly string[],
): Promise<Held> {
  const [claims] = await tx.run<{ rows: [string, string, boolean][] }>(
    statement(
      'claimsOfRegister',
      cypher`MATCH (c:Claim {register: ${register}})
RETURN collect([c.id, c.place, c.endedAt IS NULL AND c.status <> 'WITHDRAWN']) AS rows`,
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
      cypher`UNWIND ${identities} AS identity
MATCH (f:Fact {identity: identity})
RETURN collect([f.identity, f.id]) AS rows`,
    ),
  );
  return {
    claims: (claims?.rows ?? []).map(([id, place, stands]) => ({ id, place, stands })),
    entities: new Map([...(entities?.rows ?? []), ...(listed?.rows ?? [])]),
    facts: new Map(facts?.rows),
  };
}
