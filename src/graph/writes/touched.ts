import { cypher, statement, type Fragment } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

async function idsOf(tx: WriteTransaction, name: string, fragment: Fragment): Promise<string[]> {
  return (await tx.run<{ id: string }>(statement(name, fragment))).map(({ id }) => id);
}

/** Adds to what was touched all whose rolled-up values hang on it: dates set by an event, weight set by a document's date. */
export async function withDependents(tx: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  const cited = await idsOf(
    tx,
    'statedByTouchedDocuments',
    cypher`UNWIND ${ids} AS id
MATCH (d:Entity {id: id})
WHERE d:Document
MATCH (d)<-[:CITES]-(c:Claim)-[:STATES]->(t)
WHERE c.endedAt IS NULL
RETURN DISTINCT t.id AS id`,
  );
  const all = new Set([...ids, ...cited]);
  let frontier = [...all];
  while (frontier.length > 0) {
    const bounded = await idsOf(
      tx,
      'boundedByTouched',
      cypher`UNWIND ${frontier} AS id
CALL (id) {
  MATCH (e:Entity {id: id})<-[:NOT_BEFORE|NOT_AFTER]-(t) RETURN t
  UNION
  MATCH (e:Fact {id: id})<-[:NOT_BEFORE|NOT_AFTER]-(t) RETURN t
}
RETURN DISTINCT t.id AS id`,
    );
    frontier = bounded.filter((id) => !all.has(id));
    for (const id of frontier) all.add(id);
  }
  return [...all].sort();
}

/** Facts whose derived edges hang on what was touched: on an agency's country, or on a topic or one beneath it. */
export async function factsToDerive(tx: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  const hanging = await idsOf(
    tx,
    'factsOnTouched',
    cypher`UNWIND ${ids} AS id
CALL (id) {
  MATCH (f:Fact {id: id}) RETURN f
  UNION
  MATCH (a:Entity {id: id})<-[:PARTY]-(f:Fact) WHERE a:Actor RETURN f
  UNION
  MATCH (t:Entity {id: id})<-[:ON|UNDER]-(f:Fact) WHERE t:Topic RETURN f
}
RETURN DISTINCT f.id AS id ORDER BY id`,
  );
  return hanging;
}
