import type { PathKind } from '../../../model/values/paths.js';
import type { Stage } from '../../../model/values/stage.js';
import { anyOf, cypher, int, joined, nameOf, type Fragment } from '../../cypher.js';
import { conditionsOffKey } from '../fact-conditions.js';
import type { FactFilter } from '../filters.js';

/** Which paths are asked for. */
export interface PathFilter {
  /** Ids of the two ends: countries, agencies, meetings, initiatives or topics. */
  readonly from: string;
  readonly to: string;
  /** Facts that a path leads through at most, 1 to 3. */
  readonly maxSteps: number;
  /** Kinds of entities through which it may lead. */
  readonly connecting: readonly PathKind[];
  /** Facts of an entity above which no path leads through it; null for no limit. */
  readonly maxHubDegree: number | null;
  /** Facts with more named countries join nobody. */
  readonly maxParties: number;
  /** Stages that count where the kind has one; null leaves it to `facts`. */
  readonly stages: readonly Stage[] | null;
  /** What each fact must meet besides. */
  readonly facts: FactFilter;
}

/** Label of the entities of a kind, and the relationship by which facts name them. */
const TIES: Readonly<Record<PathKind, readonly [label: string, relationship: string]>> = {
  COUNTRY: ['Country', 'FOR'],
  AGENCY: ['Agency', 'PARTY'],
  MEETING: ['Meeting', 'AT'],
  INITIATIVE: ['Initiative', 'IN'],
  TOPIC: ['Topic', 'ON'],
};

/** The kind of an id: `country/egy` is a COUNTRY. */
const kindOf = (id: string): PathKind => id.slice(0, id.indexOf('/')).toUpperCase() as PathKind;

const kindsOf = ({ connecting, from, to }: PathFilter): PathKind[] =>
  (Object.keys(TIES) as PathKind[]).filter((kind) =>
    [...connecting, kindOf(from), kindOf(to)].includes(kind),
  );

type Edge = 'r' | 's';

/** Whether the edge names the entity as one that a path may touch: a party in its own capacity; agencies only as parties. */
const names = (edge: Edge, entity: 'u' | 'v'): Fragment => {
  const e = nameOf(edge);
  return cypher`(CASE type(${e}) WHEN 'FOR' THEN ${e}.own WHEN 'PARTY' THEN ${nameOf(entity)}:Agency AND ${e}.capacity = 'OWN' ELSE true END)`;
};

/** Whether two edges of a fact join two entities: not a country and the agency that acts for it, nor two that only received. */
const JOINED = cypher`NOT (type(r) = 'FOR' AND v.id IN r.via) AND NOT (type(s) = 'FOR' AND u.id IN s.via)
    AND (type(r) <> 'FOR' OR type(s) <> 'FOR' OR (r.ties AND s.ties AND NOT (r.onlyReceives AND s.onlyReceives)))`;

const conditions = ({ stages, maxParties, facts }: PathFilter): Fragment =>
  joined(
    [
      cypher`f.key IS NOT NULL AND f.kind <> 'Mention' AND coalesce(f.namedCountries, 0) <= ${int(maxParties)}`,
      ...(stages ? [cypher`coalesce(f.stage, 'UNKNOWN') IN ${stages}`] : []),
      ...conditionsOffKey(facts),
    ],
    ' AND ',
  );

/** Facts `f` that join the entities `u` and `v`, both known or only `u`. */
export function joining(filter: PathFilter): Fragment {
  const types = anyOf(kindsOf(filter).map((kind) => nameOf(TIES[kind][1])));
  return cypher`MATCH (u)<-[r:${types}]-(f:Fact) WHERE ${names('r', 'u')} AND ${conditions(filter)}
  MATCH (f)-[s:${types}]->(v) WHERE v <> u AND ${names('s', 'v')} AND ${JOINED}`;
}

/** Facts of `v`, from the count that the database keeps. */
const degree = (filter: PathFilter): Fragment =>
  cypher`CASE ${joined(
    kindsOf(filter).map((kind) => {
      const [label, relationship] = TIES[kind];
      return cypher`WHEN v:${nameOf(label)} THEN COUNT { (v)<-[:${nameOf(relationship)}]-() }`;
    }),
    ' ',
  )} ELSE 0 END`;

/** Whether a path may lead through `v` at all, of the kinds asked for. */
const connects = ({ connecting }: PathFilter): Fragment =>
  connecting.length === 0
    ? cypher`false`
    : cypher`(${joined(
        connecting.map((kind) => cypher`v:${nameOf(TIES[kind][0])}`),
        ' OR ',
      )})`;

/**
 * Reads what one fact joins with an end: `thereA` whether the other end is, `openA` those through which a path may lead
 * on, `cutA` those that are hubs.
 */
export function reached(filter: PathFilter, end: 'a' | 'b'): Fragment {
  const other = nameOf(end === 'a' ? 'b' : 'a');
  const column = (name: string): Fragment => cypher`${nameOf(`${name}${end.toUpperCase()}`)}`;
  const hub =
    filter.maxHubDegree === null ? cypher`false` : cypher`${degree(filter)} > ${int(filter.maxHubDegree)}`;
  return cypher`UNWIND [${nameOf(end)}] AS u
  ${joining(filter)} AND (v = ${other} OR ${connects(filter)})
  WITH DISTINCT v
  WITH v, v = ${other} AS isEnd, ${hub} AS isHub
  RETURN count(CASE WHEN isEnd THEN 1 END) > 0 AS ${column('there')},
    collect(CASE WHEN NOT isEnd AND NOT isHub THEN v END) AS ${column('open')},
    collect(CASE WHEN NOT isEnd AND isHub THEN v END) AS ${column('cut')}`;
}
