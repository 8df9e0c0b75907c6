import type { Kind } from '../../model/declaration.js';
import { anyOf, cypher } from '../cypher.js';
import { FACT_RELATIONSHIPS } from '../model-names.js';
import { factConditions } from './fact-conditions.js';
import type { FactFilter } from './filters.js';
import { alongEdges, below, keyOf, where, type Besides, type FactWalk } from './key-walk.js';
import type { Projection } from './projection.js';
import { walkOfAll } from './walk-of-all.js';

/** Where a walk over facts begins: everywhere, or at entities of one kind, each with a page of its own. */
export type FactAnchor =
  | { readonly at: 'all' }
  | {
      readonly at: 'entities';
      readonly kind: string;
      readonly ids: readonly string[];
      /** What is to be read of the entities themselves, beside their pages; nothing when left out. */
      readonly itself?: Projection;
    };

/** Ties from a fact to what it is about; that a date hangs on a meeting makes no fact of the meeting. */
const OWN_TIES = anyOf(FACT_RELATIONSHIPS.filter(({ text }) => !text.startsWith('NOT_')));

/** The walk over the facts under a filter; `only` is set where it meets one kind, which the keys then name. */
export function factWalk(
  anchor: FactAnchor,
  only: Kind | undefined,
  filter: FactFilter,
  { dated = filter.dated, also = [] }: Besides = {},
): FactWalk {
  return anchor.at === 'all'
    ? walkOfAll(only, filter, { dated, also })
    : walkOfEntities(anchor, only, filter, { dated, also });
}

function walkOfEntities(
  { kind, ids }: FactAnchor & { at: 'entities' },
  only: Kind | undefined,
  filter: FactFilter,
  { dated, also = [] }: Besides,
): FactWalk {
  const key = keyOf(only, dated, '|');
  const { property } = key;
  const own = cypher`substring(key, size(anchor) + 1)`;
  const conditions = where([...factConditions(filter, only, { property, own }), ...also]);
  const edge = kind === 'Country' ? cypher`FOR` : kind === 'Topic' ? cypher`UNDER` : null;
  const anchors = cypher`${ids}`;
  if (edge)
    return {
      anchors,
      text: (after) =>
        cypher`${alongEdges(edge, key, cypher`anchor`, cypher`${below(after, key)}`)}${conditions}`,
    };
  return {
    anchors,
    text: (after) => cypher`MATCH (n:Entity {id: anchor})<-[:${OWN_TIES}]-(f:Fact)
WITH DISTINCT f, anchor + '|' + f.${key.property} AS key, anchor
WHERE key > anchor + ${key.low} AND key < anchor + ${below(after, key)}
WITH f, key
${conditions}`,
  };
}
