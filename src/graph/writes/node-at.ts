import { isFactId } from '../../model/kinds.js';
import { cypher, nameOf, type Fragment } from '../cypher.js';

/** Label under which a fact or entity is found by its id once it is shown. */
export const labelOfId = (id: string): 'Fact' | 'Entity' => (isFactId(id) ? 'Fact' : 'Entity');

/**
 * Finds a node by its id whether it is there for readers or only staged, as `variable`; no row where it is neither.
 * `row` is the variable that is unwound, and `property` the property of it that holds the id, if it is not the id itself.
 */
export function nodeAt(
  variable: string,
  label: 'Fact' | 'Entity' | 'Claim' | 'Batch',
  row: string,
  property?: string,
): Fragment {
  const [found, from] = [nameOf(variable), nameOf(row)];
  const id = property === undefined ? cypher`${from}` : cypher`${from}.${nameOf(property)}`;
  return cypher`CALL (${from}) {
  MATCH (${found}:${nameOf(label)} {id: ${id}}) RETURN ${found}
  UNION ALL
  MATCH (${found}:Staged {id: ${id}}) RETURN ${found}
}`;
}
