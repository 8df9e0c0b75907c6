import { FACT_KINDS, kindNamed, kindOfId } from '../../model/kinds.js';
import { cypher, joined, nothing, type Fragment } from '../cypher.js';
import { actorsSeenTo, countriesTogether, leastBusy, NAMING_OTHER } from './countries-together.js';
import { factConditions, KEY_OF_FACT } from './fact-conditions.js';
import type { FactFilter, PartyFilter } from './filters.js';
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
  const conditions = factConditions(without(filter, seenTo(filter)), only, KEY_OF_FACT);
  return cypher`${anchored({ ...filter, dated })}${conditions.length === 0 ? nothing : cypher`\nWHERE ${joined(conditions, ' AND ')}`}`;
}

/** What of a filter the walk sees to: it keeps to the kinds, and to the actors or topics whose facts it reads. */
function seenTo({ meeting, initiative, actors, topics, together }: FactFilter): (keyof FactFilter)[] {
  if (meeting !== undefined || initiative !== undefined) return ['kinds'];
  if (actors?.ids) {
    const bothWalked = !together || !countriesTogether(actors);
    return actorsSeenTo(actors) && bothWalked ? ['kinds', 'actors'] : ['kinds'];
  }
  return topics?.exact ? ['kinds'] : ['kinds', 'topics'];
}

/** A filter that asks nothing by these names. */
export const without = (filter: FactFilter, names: readonly (keyof FactFilter)[]): FactFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof FactFilter)));

type Days = FactFilter['dated'] | 'UNKNOWN';
type Anchors = Omit<FactFilter, 'dated'> & { readonly dated: Days };

/** Text that yields `f`, to be followed by WHERE or by anything else. */
function anchored(filter: Anchors): Fragment {
  const { meeting, initiative, actors, topics, kinds } = filter;
  if (meeting !== undefined || initiative !== undefined) return throughWhole(filter);
  if (actors?.ids) return throughActors(actors, filter);
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

const withinRange = (
  type: Fragment,
  { kinds }: Anchors,
): Fragment => cypher`MATCH (f)-[r:${type}]->() USING INDEX SEEK r:${type}(${keyOf(kinds)})
WHERE r.${keyOf(kinds)} > range[0] AND r.${keyOf(kinds)} < range[1]`;

/** Facts at edges with ordered keys. */
const alongEdges = (type: Fragment, ends: readonly string[], filter: Anchors): Fragment =>
  cypher`${rangesText(ends, filter)}
${withinRange(type, filter)}
WITH ${ends.length > 1 || filter.together ? cypher`DISTINCT f` : cypher`f`}`;

/** Days, visibility and kinds, where the walk does not go along a key. */
function keyWithin({ dated, kinds }: Anchors): Fragment {
  const { low, high } = keyDates(dated);
  return cypher`f.key > ${low} AND f.key < ${high}${kinds ? cypher` AND f.kind IN ${kinds}` : nothing}`;
}

/** Text that yields the facts of the meeting or initiative that the filter names, or of one of its parts. */
export function throughWhole(filter: Anchors): Fragment {
  const { meeting, initiative } = filter;
  const [label, type] =
    meeting === undefined ? [cypher`Initiative`, cypher`IN`] : [cypher`Meeting`, cypher`AT`];
  return cypher`MATCH (:Entity {id: ${meeting ?? initiative ?? ''}})${filter.together ? cypher`${ITSELF_OR_TWIN}(:Entity)` : nothing}<-[:PART_OF*0..6]-(whole:${label})<-[:${type}]-(f:Fact)
WHERE ${keyWithin(filter)}
WITH DISTINCT f`;
}

/** The same of agencies and groups, which have no keys on their edges. */
export const throughOthers = (
  ids: readonly string[],
  filter: Anchors,
): Fragment => cypher`UNWIND ${ids} AS actor
MATCH (:Entity {id: actor})${filter.together ? cypher`${ITSELF_OR_TWIN}(:Entity)` : nothing}<-[:PARTY]-(f:Fact)
WHERE ${keyWithin(filter)}
WITH DISTINCT f`;

/** Countries have keys on their edges; agencies and groups are walked from. */
function throughActors(actors: PartyFilter, filter: Anchors): Fragment {
  const { ids: all = [], every } = actors;
  const first = all.slice(0, 1);
  const isCountry = (id: string): boolean => kindOfId(id)?.kind === 'Country';
  const together = countriesTogether(actors);
  if (together && !filter.together)
    return cypher`${leastBusy(together)}
UNWIND ${rangesOf([], filter)} AS days
WITH [end + '|' + days[0], end + '|' + days[1]] AS range, other
${withinRange(cypher`FOR`, filter)}
WITH f, other, r.${keyOf(filter.kinds)} AS key
${NAMING_OTHER}WITH f`;
  const ids = every ? first : all;
  const countries = ids.filter(isCountry);
  if (countries.length === ids.length) return alongEdges(cypher`FOR`, ids, filter);
  const walk = throughOthers(
    ids.filter((id) => !isCountry(id)),
    filter,
  );
  if (countries.length === 0) return walk;
  return cypher`CALL () {
${alongEdges(cypher`FOR`, countries, filter)}
RETURN f
UNION
${walk}
RETURN f
}
WITH f`;
}
