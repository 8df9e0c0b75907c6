import { FACT_KINDS, kindNamed, kindOfId } from '../../model/kinds.js';
import { cypher, joined, nothing, type Fragment } from '../cypher.js';
import { factConditions } from './fact-conditions.js';
import type { FactFilter } from './filters.js';
import { ITSELF_OR_TWIN, withTwins } from './identity.js';
import { keyDates } from './key-dates.js';

/**
 * The facts under a filter, each once, in no order: text that yields `f`, for questions that count over all of them.
 * It finds what `facts(filter)` lists. It begins at what a filter gives that is likely to hold the fewest facts: a
 * meeting, an initiative, actors, topics, kinds; and reads the keys of those, of the asked days only. `UNKNOWN` in place of
 * the days finds those without a date.
 */
export function matchedFacts(filter: FactFilter, dated: Days = filter.dated): Fragment {
  const kinds = filter.kinds ? FACT_KINDS.filter(({ kind }) => filter.kinds?.includes(kind)) : [];
  const only = kinds.length === 1 ? kindNamed(kinds[0]?.kind ?? '') : undefined;
  const conditions = factConditions(walksTopics(filter) ? withoutTopics(filter) : filter, only);
  return cypher`${anchored({ ...filter, dated })}${conditions.length === 0 ? nothing : cypher`\nWHERE ${joined(conditions, ' AND ')}`}`;
}

/** Whether the walk goes along the keys of the topics or narrower: then each fact is on one of them already. */
const walksTopics = ({ meeting, initiative, actors, topics }: FactFilter): boolean =>
  meeting === undefined && initiative === undefined && !actors?.ids && topics !== undefined && !topics.exact;

function withoutTopics({ topics: _walked, ...rest }: FactFilter): FactFilter {
  return rest;
}

type Days = FactFilter['dated'] | 'UNKNOWN';
type Anchors = Omit<FactFilter, 'dated'> & { readonly dated: Days };

/** Text that yields `f`, to be followed by WHERE or by anything else. */
function anchored(filter: Anchors): Fragment {
  const { meeting, initiative, actors, topics, kinds } = filter;
  if (meeting !== undefined) return throughParts(cypher`Meeting`, cypher`AT`, meeting, filter);
  if (initiative !== undefined) return throughParts(cypher`Initiative`, cypher`IN`, initiative, filter);
  if (actors?.ids) return throughActors(actors.every ? actors.ids.slice(0, 1) : actors.ids, filter);
  if (topics) return alongEdges(cypher`UNDER`, topics.ids, filter);
  return cypher`UNWIND ${rangesOf([], filter)} AS range
MATCH (f:Fact) USING INDEX SEEK f:Fact(${keyOf(kinds)})
WHERE f.${keyOf(kinds)} > range[0] AND f.${keyOf(kinds)} < range[1]
WITH f`;
}

const keyOf = (kinds: FactFilter['kinds']): Fragment => (kinds ? cypher`kindKey` : cypher`key`);

/** Ranges of keys: one for each asked end and kind. */
function rangesOf(ends: readonly string[], { kinds, dated }: Anchors): [low: string, high: string][] {
  const { low, high } = keyDates(dated);
  const fronts = ends.length === 0 ? [''] : ends.map((end) => `${end}|`);
  return fronts
    .flatMap((front) => (kinds ? kinds.map((kind) => `${front}${kind}|`) : [front]))
    .map((front) => [`${front}${low}`, `${front}${high}`]);
}

/** The same ranges as rows `range`; those of what is possibly the same as an end are worked out where that is known. */
const rangesText = (ends: readonly string[], filter: Anchors): Fragment =>
  filter.together
    ? cypher`UNWIND ${withTwins(ends)} AS twin
UNWIND ${rangesOf([], filter)} AS days
WITH [twin + '|' + days[0], twin + '|' + days[1]] AS range`
    : cypher`UNWIND ${rangesOf(ends, filter)} AS range`;

/** Facts at edges with ordered keys. */
const alongEdges = (type: Fragment, ends: readonly string[], filter: Anchors): Fragment =>
  cypher`${rangesText(ends, filter)}
MATCH (f:Fact)-[r:${type}]->() USING INDEX SEEK r:${type}(${keyOf(filter.kinds)})
WHERE r.${keyOf(filter.kinds)} > range[0] AND r.${keyOf(filter.kinds)} < range[1]
WITH ${ends.length > 1 || filter.together ? cypher`DISTINCT f` : cypher`f`}`;

/** Days, visibility and kinds, where the walk does not go along a key. */
function keyWithin({ dated, kinds }: Anchors): Fragment {
  const { low, high } = keyDates(dated);
  return cypher`f.key > ${low} AND f.key < ${high}${kinds ? cypher` AND f.kind IN ${kinds}` : nothing}`;
}

const throughParts = (label: Fragment, type: Fragment, id: string, filter: Anchors): Fragment =>
  cypher`MATCH (:Entity {id: ${id}})${filter.together ? cypher`${ITSELF_OR_TWIN}(:Entity)` : nothing}<-[:PART_OF*0..6]-(whole:${label})<-[:${type}]-(f:Fact)
WHERE ${keyWithin(filter)}
WITH DISTINCT f`;

/** Countries have keys on their edges; agencies and groups are walked from. */
function throughActors(ids: readonly string[], filter: Anchors): Fragment {
  const countries = ids.filter((id) => kindOfId(id)?.kind === 'Country');
  if (countries.length === ids.length) return alongEdges(cypher`FOR`, ids, filter);
  const others = ids.filter((id) => !countries.includes(id));
  const walk = cypher`UNWIND ${others} AS actor
MATCH (:Entity {id: actor})${filter.together ? cypher`${ITSELF_OR_TWIN}(:Entity)` : nothing}<-[:PARTY]-(f:Fact)
WHERE ${keyWithin(filter)}`;
  if (countries.length === 0) return cypher`${walk}\nWITH DISTINCT f`;
  return cypher`CALL () {
${alongEdges(cypher`FOR`, countries, filter)}
RETURN f
UNION
${walk}
RETURN f
}
WITH f`;
}
