import { versionKey } from '../../writes/change-record.js';
import { cypher, type Fragment } from '../../cypher.js';

/** After what changes are asked for: a version of the graph, a batch, or the start of a day in UTC. */
export type Since =
  | { readonly by: 'start' }
  | { readonly by: 'version'; readonly version: number }
  | { readonly by: 'batch'; readonly id: string }
  | { readonly by: 'day'; readonly day: string };

const KEY = cypher`right('000000000000' + toString(b.version), 12)`;

/**
 * The key above which the changes lie; `~`, above all, where there are none. `|~` stands behind all of a version, since
 * ids begin with a letter.
 */
export function aboveKey(since: Since): Fragment {
  switch (since.by) {
    case 'start':
      return cypher`''`;
    case 'version':
      return cypher`${`${versionKey(since.version)}|~`}`;
    case 'batch':
      return cypher`head(COLLECT { MATCH (b:Batch {id: ${since.id}}) RETURN ${KEY} + '|~' } + ['~'])`;
    case 'day':
      return cypher`head(COLLECT { MATCH (b:Batch) USING INDEX SEEK b:Batch(appliedAt)
  WHERE b.appliedAt >= ${since.day} AND b.version > 0 RETURN ${KEY} + '|' ORDER BY b.appliedAt LIMIT 1 } + ['~'])`;
  }
}

/** Whether the batch that was named is there; true where none was. */
export const sinceKnown = (since: Since): Fragment =>
  since.by === 'batch' ? cypher`EXISTS { MATCH (b:Batch {id: ${since.id}}) }` : cypher`true`;
