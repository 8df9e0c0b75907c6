import type { Kind } from '../../model/declaration.js';
import { kindOfId } from '../../model/kinds.js';
import { anyOf, cypher, int, joined, nothing, type Fragment } from '../cypher.js';
import { FACT_RELATIONSHIPS } from '../model-names.js';
import { asksOnlyWho, factConditions } from './fact-conditions.js';
import type { DayRange, FactFilter } from './filters.js';
import { withTwins } from './identity.js';
import { keyDates } from './key-dates.js';
import { leastBusy, throughOthers, throughWhole } from './matched-facts.js';
import type { Projection } from './projection.js';

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

/** What beside the filter a walk keeps to: other days, or conditions more. */
export interface Besides {
  readonly dated?: DayRange | 'UNKNOWN' | undefined;
  readonly also?: readonly Fragment[];
}

/** A walk in the order of keys. */
export interface FactWalk {
  /** A list of strings `anchor`, each what stands in the keys of one walk before its cursors. */
  readonly anchors: Fragment;
  /**
   * Text over `anchor` that yields `f` and `key`, the anchor and its cursor. `cut` says how many are wanted, for a walk
   * that is put together from several.
   */
  text(after: string | null, cut?: Fragment): Fragment;
}

/** Claims of all asked documents up to which their facts are gathered and sorted; of more, the walk along a key meets enough soon. */
const FEW_CLAIMS = 20_000;

/** Ties from a fact to what it is about; that a date hangs on a meeting makes no fact of the meeting. */
const OWN_TIES = anyOf(FACT_RELATIONSHIPS.filter(({ text }) => !text.startsWith('NOT_')));

const where = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? nothing : cypher`WHERE ${joined(conditions, ' AND ')}`;

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

/** The property with the key, and between which two strings its part behind the anchor lies. */
function keyOf(only: Kind | undefined, dated: Besides['dated'], before: string): Key {
  const { low, high } = keyDates(dated);
  const front = only ? `${before}${only.kind}|` : before;
  return { property: only ? cypher`kindKey` : cypher`key`, low: `${front}${low}`, high: `${front}${high}` };
}

interface Key {
  readonly property: Fragment;
  readonly low: string;
  readonly high: string;
}

const below = (after: string | null, { high }: Key): string =>
  after !== null && after < high ? after : high;

/** Along the edges of one end, the string in `start`. */
const alongEdges = (
  edge: Fragment,
  { property, low }: Key,
  start: Fragment,
  end: Fragment,
): Fragment => cypher`MATCH (f)-[r:${edge}]->()
USING INDEX SEEK r:${edge}(${property})
WHERE r.${property} > ${start} + ${low} AND r.${property} < ${start} + ${end}
WITH f, r.${property} AS key
`;

function walkOfEntities(
  { kind, ids }: FactAnchor & { at: 'entities' },
  only: Kind | undefined,
  filter: FactFilter,
  { dated, also = [] }: Besides,
): FactWalk {
  const key = keyOf(only, dated, '|');
  const conditions = where([...factConditions(filter, only, true), ...also]);
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

/** Where the walk over all facts goes. */
interface Way {
  /** The edges along which it goes, and the ends of which it takes all. */
  readonly edge?: Fragment;
  readonly ends?: readonly string[];
  /** The ends as a list, where only the database knows them. */
  readonly found?: Fragment;
  /** Text that yields further facts `f`, few enough to be sorted. */
  readonly gathered?: Fragment;
  /** What of the filter the way itself sees to. */
  readonly seenTo: readonly (keyof FactFilter)[];
}

/** The way that is likely to meet the fewest facts of others: as in `matchedFacts`, but in order. Null for along all facts. */
function wayOf(filter: FactFilter, dated: Besides['dated']): Way | null {
  const { meeting, initiative, actors, topics, together } = filter;
  const anchors = { ...filter, dated };
  if (meeting !== undefined || initiative !== undefined)
    return { gathered: throughWhole(anchors), seenTo: [] };
  if (actors?.ids && !together) {
    const { ids, every } = actors;
    const others = ids.filter((id) => kindOfId(id)?.kind !== 'Country');
    if (every && others.length > 0)
      return { gathered: throughOthers(others.slice(0, 1), anchors), seenTo: [] };
    if (every) return { edge: cypher`FOR`, found: cypher`[${leastBusy(ids)}]`, seenTo: [] };
    const countries = ids.filter((id) => !others.includes(id));
    return {
      ...(countries.length > 0 ? { edge: cypher`FOR`, ends: countries } : {}),
      ...(others.length > 0 ? { gathered: throughOthers(others, anchors) } : {}),
      seenTo: asksOnlyWho(actors) ? ['actors'] : [],
    };
  }
  if (!topics) return null;
  const along = together ? { found: withTwins(topics.ids) } : { ends: topics.ids };
  return { edge: cypher`UNDER`, ...along, seenTo: topics.exact ? [] : ['topics'] };
}

function walkOfAll(only: Kind | undefined, filter: FactFilter, { dated, also = [] }: Besides): FactWalk {
  const key = keyOf(only, dated, '');
  const { property, low } = key;
  const way = wayOf(filter, dated);
  const rest = Object.fromEntries(
    Object.entries(filter).filter(([name]) => !way?.seenTo.includes(name as keyof FactFilter)),
  );
  const conditions = where([...factConditions(rest, only, true), ...also]);
  const documents = citedOnly(filter);
  const [end, ...more] = way?.ends ?? [];
  if (way?.edge && end !== undefined && more.length === 0 && !way.gathered && !documents) {
    const { edge } = way;
    return {
      anchors: cypher`${[`${end}|`]}`,
      text: (after) =>
        cypher`${alongEdges(edge, key, cypher`anchor`, cypher`${below(after, key)}`)}${conditions}`,
    };
  }
  const along = (upper: Fragment, cut: Fragment): Fragment =>
    way
      ? together(way, key, upper, conditions, cut, documents ? cypher`few` : nothing)
      : cypher`${alongFacts(key, upper)}${conditions}`;
  return {
    anchors: cypher`['']`,
    text: (after, cut = nothing) => {
      const upper = below(after, key);
      if (!documents) return along(cypher`${upper}`, cut);
      // The way that is not taken seeks in an empty range, since a plain condition would be asked after the seek.
      return cypher`MATCH (source:Entity) WHERE source.id IN ${documents}
WITH sum(COUNT { (source)<-[:CITES]-() }) <= ${int(FEW_CLAIMS)} AS few
CALL (few) {
MATCH (source:Entity) USING INDEX SEEK source:Entity(id) WHERE source.id IN CASE WHEN few THEN ${documents} ELSE [] END
WITH source
MATCH (source)<-[:CITES]-(:Claim)-[:STATES]->(f:Fact)
WITH DISTINCT f, f.${property} AS key
WHERE key > ${low} AND key < ${upper}
WITH f, key
${where([...factConditions(filter, only, true), ...also])}
RETURN f, key${cut}
UNION ALL
${along(cypher`CASE WHEN few THEN '' ELSE ${upper} END`, cut)}
RETURN f, key${cut}
}
WITH f, key`;
    },
  };
}

/** Documents that a filter asks for and by which facts can be found; what is possibly the same is not known beforehand. */
const citedOnly = ({ evidence, together: twins }: FactFilter): readonly string[] | null =>
  twins ? null : (evidence?.documents ?? null);

const alongFacts = ({ property, low }: Key, upper: Fragment): Fragment => cypher`MATCH (f:Fact)
USING INDEX SEEK f:Fact(${property})
WHERE f.${property} > ${low} AND f.${property} < ${upper}
WITH f, f.${property} AS key
`;

/** The walks of several ends and what is gathered beside them, each fact once; of each walk no more than is wanted. `known` names what `upper` hangs on. */
function together(
  { edge, ends = [], found, gathered }: Way,
  key: Key,
  upper: Fragment,
  conditions: Fragment,
  cut: Fragment,
  known: Fragment,
): Fragment {
  const start = known === nothing ? cypher`start` : cypher`start, ${known}`;
  const walks = [
    ...(edge
      ? [
          cypher`UNWIND ${found ?? cypher`${ends}`} AS end
WITH end + '|' AS start
CALL (${start}) {
${alongEdges(edge, key, cypher`start`, upper)}${conditions}
WITH f, key, start${cut}
RETURN f, substring(key, size(start)) AS cursor
}
RETURN f, cursor`,
        ]
      : []),
    ...(gathered
      ? [
          cypher`${gathered}
WITH f, f.${key.property} AS key WHERE key < ${upper}
WITH f, key
${conditions}
RETURN f, key AS cursor`,
        ]
      : []),
  ];
  return cypher`CALL (${known}) {
${walks.length === 2 ? joined([walks[0] ?? nothing, cypher`UNION ALL`, walks[1] ?? nothing], '\n') : joined(walks, '\n')}
}
WITH DISTINCT f, cursor AS key`;
}
