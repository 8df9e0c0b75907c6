import { cypher } from '../cypher.js';
import { VISIBLE_NODE } from './projection.js';

/** Ids of sources with what each says that it covers. */
export type Covers = readonly (readonly [source: string, covers: readonly string[]])[];

/** The same as a block of a statement: every visible source that says what it covers. */
export const COVERS = cypher`CALL () {
  MATCH (s:Entity) USING INDEX SEEK s:Entity(id)
  WHERE s.id > 'source/' AND s.id < 'source0' AND s.covers IS NOT NULL AND ${VISIBLE_NODE('s')}
  RETURN collect([s.id, s.covers]) AS covers
}
`;
