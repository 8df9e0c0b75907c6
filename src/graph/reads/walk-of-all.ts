import type { Kind } from '../../model/declaration.js';
import { kindOfId } from '../../model/kinds.js';
import { cypher, int, joined, nothing, type Fragment } from '../cypher.js';
import { actorsSeenTo, countriesTogether, leastBusy, NAMING_OTHER } from './countries-together.js';
import { factConditions } from './fact-conditions.js';
import type { FactFilter } from './filters.js';
import { withTwins } from './identity.js';
import {
  alongEdges,
  alongFacts,
  below,
  keyOf,
  where,
  type Besides,
  type FactWalk,
  type Key,
} from './key-walk.js';
import { throughOthers, throughWhole, without } from './matched-facts.js';

/** Claims of all asked documents up to which their facts are gathered and sorted; of more, the walk along a key meets enough soon. */
const FEW_CLAIMS = 20_000;

/** Where the walk over all facts goes. */
interface Way {
  /** The edges along which it goes, and the ends of which it takes all. */
  readonly edge?: Fragment;
  readonly ends?: readonly string[];
  /** Text that yields the ends as `end`, where only the database knows them. */
  readonly found?: Fragment;
  /** Whether that text also yields a country `other` that each fact must name. */
  readonly naming?: boolean;
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
    const seenTo = actorsSeenTo(actors) ? (['actors'] as const) : [];
    const both = countriesTogether(actors);
    if (both) return { edge: cypher`FOR`, found: leastBusy(both), naming: true, seenTo };
    const countries = ids.filter((id) => !others.includes(id));
    return {
      ...(countries.length > 0 ? { edge: cypher`FOR`, ends: countries } : {}),
      ...(others.length > 0 ? { gathered: throughOthers(others, anchors) } : {}),
      seenTo,
    };
  }
  if (!topics) return null;
  const along = together ? { found: cypher`UNWIND ${withTwins(topics.ids)} AS end` } : { ends: topics.ids };
  return { edge: cypher`UNDER`, ...along, seenTo: topics.exact ? [] : ['topics'] };
}

/** The walk over the facts under a filter, wherever they are. */
export function walkOfAll(
  only: Kind | undefined,
  filter: FactFilter,
  { dated, also = [] }: Besides,
): FactWalk {
  const key = keyOf(only, dated, '');
  const { property, low } = key;
  const way = wayOf(filter, dated);
  // `own` is what gives the fact's own part of the key where the condition stands.
  const conditionsOn = (asked: FactFilter, own: Fragment): Fragment =>
    where([...factConditions(asked, only, { property, own }), ...also]);
  const left = without(filter, way?.seenTo ?? []);
  const documents = citedOnly(filter);
  const [end, ...more] = way?.ends ?? [];
  if (way?.edge && end !== undefined && more.length === 0 && !way.gathered && !documents) {
    const { edge } = way;
    return {
      anchors: cypher`${[`${end}|`]}`,
      text: (after) =>
        cypher`${alongEdges(edge, key, cypher`anchor`, cypher`${below(after, key)}`)}${conditionsOn(left, cypher`substring(key, size(anchor))`)}`,
    };
  }
  const along = (upper: Fragment, cut: Fragment): Fragment =>
    way
      ? together(way, key, upper, (own) => conditionsOn(left, own), cut, documents ? cypher`few` : nothing)
      : cypher`${alongFacts(key, upper)}${conditionsOn(left, cypher`key`)}`;
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
${conditionsOn(filter, cypher`key`)}
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

/** The walks of several ends and what is gathered beside them, each fact once; of each walk no more than is wanted. `known` names what `upper` hangs on. */
function together(
  { edge, ends = [], found, naming, gathered }: Way,
  key: Key,
  upper: Fragment,
  conditionsOn: (own: Fragment) => Fragment,
  cut: Fragment,
  known: Fragment,
): Fragment {
  const scope = joined(
    [cypher`start`, ...(naming ? [cypher`other`] : []), ...(known === nothing ? [] : [known])],
    ', ',
  );
  const walks = [
    ...(edge
      ? [
          cypher`${found ?? cypher`UNWIND ${ends} AS end`}
WITH end + '|' AS start${naming ? cypher`, other` : nothing}
CALL (${scope}) {
${alongEdges(edge, key, cypher`start`, upper)}${naming ? NAMING_OTHER : nothing}${conditionsOn(cypher`substring(key, size(start))`)}
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
${conditionsOn(cypher`key`)}
RETURN f, key AS cursor`,
        ]
      : []),
  ];
  return cypher`CALL (${known}) {
${walks.length === 2 ? joined([walks[0] ?? nothing, cypher`UNION ALL`, walks[1] ?? nothing], '\n') : joined(walks, '\n')}
}
WITH DISTINCT f, cursor AS key`;
}
