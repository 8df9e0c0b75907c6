import { cypher, nameOf, type Fragment } from '../cypher.js';

/** The way from a thing to itself and to what is recorded as possibly the same. */
export const ITSELF_OR_TWIN = cypher`-[:POSSIBLY_SAME*0..1]-`;

/** Whether the entity `variable` is one of those named or, where they are taken together, possibly the same as one. */
export function isNamed(variable: string, ids: readonly string[] | Fragment, together: boolean): Fragment {
  const entity = nameOf(variable);
  return together
    ? cypher`(${entity}.id IN ${ids} OR EXISTS { MATCH (${entity})-[:POSSIBLY_SAME]-(twin:Entity) WHERE twin.id IN ${ids} })`
    : cypher`${entity}.id IN ${ids}`;
}

/** The ids of those named and of what is possibly the same as one of them, as a list. */
export const withTwins = (ids: readonly string[]): Fragment =>
  cypher`COLLECT { MATCH (named:Entity)${ITSELF_OR_TWIN}(twin:Entity) WHERE named.id IN ${ids} RETURN DISTINCT twin.id }`;
