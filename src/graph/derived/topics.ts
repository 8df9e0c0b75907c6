import { closure } from '../../model/rules/topics.js';
import { cypher, int, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { nodeAt } from '../writes/node-at.js';

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
      // Staged ones among them, whose facts are worked out before either is shown.
      cypher`MATCH (t:Topic|Staged) WHERE t.kind = 'Topic'
RETURN t.id AS id, [(t)-[:BROADER]->(b) | b.id] AS broader ORDER BY id`,
    ),
  );
  const within = closure(new Map(rows.map(({ id, broader }) => [id, broader])));
  return [...within].flatMap(([id, broader]) =>
    [...broader].map(([target, distance]) => ({ id, target, distance })),
  );
}

/** Works out anew which topics lie within which, and writes it as WITHIN edges with their distance. */
export async function deriveTopics(tx: WriteTransaction): Promise<void> {
  await tx.run(statement('dropWithin', cypher`MATCH (:Topic)-[r:WITHIN]->() DELETE r`));
  await writeWithin(tx, await withinEdges(tx));
}

/** The same for some topics that are staged; those that were there before keep what they have. */
export async function deriveTopicsOf(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  const own = new Set(ids);
  await writeWithin(
    tx,
    (await withinEdges(tx)).filter(({ id }) => own.has(id)),
  );
}

async function writeWithin(tx: WriteTransaction, edges: readonly WithinEdge[]): Promise<void> {
  await tx.run(
    statement(
      'writeWithin',
      cypher`UNWIND ${edges.map((edge) => ({ ...edge, distance: int(edge.distance) }))} AS row
${nodeAt('t', 'Entity', 'row', 'id')}
${nodeAt('b', 'Entity', 'row', 'target')}
MERGE (t)-[w:WITHIN]->(b) SET w.distance = row.distance`,
    ),
  );
}
