import { closure } from '../../model/rules/topics.js';
import { cypher, int, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

/** A topic, one that it lies within, and the least number of steps between them. */
export interface WithinEdge {
  readonly id: string;
  readonly target: string;
  readonly distance: number;
}

/** Works out which topics lie within which; throws a fault that names the topics if some are broader than themselves. */
export async function withinEdges(tx: WriteTransaction): Promise<WithinEdge[]> {
  const rows = await tx.run<{ id: string; broader: string[] }>(
    statement(
      'topicTree',
      cypher`MATCH (t:Topic)
RETURN t.id AS id, [(t)-[:BROADER]->(b:Topic) | b.id] AS broader ORDER BY id`,
    ),
  );
  const within = closure(new Map(rows.map(({ id, broader }) => [id, broader])));
  return [...within].flatMap(([id, broader]) =>
    [...broader].map(([target, distance]) => ({ id, target, distance })),
  );
}

/** Works out anew which topics lie within which, and writes it as WITHIN edges with their distance. */
export async function deriveTopics(tx: WriteTransaction): Promise<void> {
  const edges = (await withinEdges(tx)).map((edge) => ({ ...edge, distance: int(edge.distance) }));
  await tx.run(statement('dropWithin', cypher`MATCH (:Topic)-[r:WITHIN]->() DELETE r`));
  await tx.run(
    statement(
      'writeWithin',
      cypher`UNWIND ${edges} AS row
MATCH (t:Entity {id: row.id})
MATCH (b:Entity {id: row.target})
CREATE (t)-[:WITHIN {distance: row.distance}]->(b)`,
    ),
  );
}
