import { kindOfId } from '../../../model/kinds.js';
import { absent, Fault } from '../../../model/faults.js';
import type { InitiativeFact } from '../../../model/rules/shared-initiatives.js';
import { NAMING_KINDS, type TiePart } from '../../../model/rules/ties.js';
import type { CountedFact } from '../../../model/rules/tie-sums.js';
import type { Certainty } from '../../../model/values/certainty.js';
import type { Stage } from '../../../model/values/stage.js';
import { COUNTED } from '../../../model/values/stage.js';
import type { NetworkWith } from '../../../model/values/ties.js';
import { cypher, int, joined, nameOf, nothing, statement, type Fragment } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { FactFilter } from '../filters.js';
import { matchedFacts } from '../matched-facts.js';
import { kindsAt, project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';

/** Facts under the filter that are read at most; a question that matches more is refused. */
export const TIE_FACTS_MOST = 50_000;

/** What is read of each fact, beside what decides whether it makes ties. */
export interface TieFactsAsked {
  readonly filter: FactFilter;
  /** Kinds of facts that may make ties; null for all. */
  readonly kinds: readonly string[] | null;
  /** Whether its topics, initiatives or claims are wanted: each costs a step a fact. */
  readonly topics: boolean;
  readonly initiatives: boolean;
  readonly claims: boolean;
  /** Groups whose members are wanted. */
  readonly regions: readonly string[];
  /** Id of a node whose card is wanted too, whether facts name it or not. */
  readonly focus?: string | null;
  /** What countries are linked with; null for other countries. */
  readonly with: NetworkWith | null;
  /** Facts by which two countries stand in one initiative; none when left out. */
  readonly shared?: FactFilter | null;
}

/** A fact of a kind that may make ties. */
export interface TieFactRow extends CountedFact {
  readonly stage: Stage | null;
  readonly namedCountries: number;
  /** Countries that it ties to each other. */
  readonly parts: readonly TiePart[];
  /** Countries that took part for themselves, and what they are linked with; empty where countries are tied to each other. */
  readonly countries: readonly string[];
  readonly others: readonly string[];
}

/** The facts under a filter, as ties and networks count them. */
export interface TieFacts {
  /** All facts under the filter. */
  readonly matched: number;
  readonly facts: readonly TieFactRow[];
  /** Facts without a date, which lie in no range of days; 0 where no days are asked for. */
  readonly undated: number;
  /** Cards of the countries, topics and other ends that the facts name, and of the asked groups. */
  readonly cards: ReadonlyMap<string, NodeRow>;
  /** Facts by which countries stand in initiatives, as asked. */
  readonly shared: readonly InitiativeFact[];
  /** Groups of each country. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  readonly version: number;
}

const OTHERS: Readonly<Record<NetworkWith, Fragment>> = {
  TOPIC: cypher`(f)-[:ON]->(n:Topic)`,
  MEETING: cypher`(f)-[:AT]->(n:Meeting)`,
  INITIATIVE: cypher`(f)-[:IN]->(n:Initiative)`,
  AGENCY: cypher`(f)-[:PARTY]->(n:Agency)`,
};

const CLAIMS = cypher`COUNT { (f)<-[:STATES]-(c:Claim) WHERE c.about = 'existence' AND c.stance = 'SUPPORTS' AND c.status = 'ACCEPTED' AND c.endedAt IS NULL }`;

/** The filter, of kinds that may make ties only; null when none of them is asked for. */
function ofKinds(filter: FactFilter, kinds: readonly string[] | null): FactFilter | null {
  if (kinds === null) return filter;
  const both = filter.kinds ? kinds.filter((kind) => filter.kinds?.includes(kind)) : kinds;
  return both.length === 0 ? null : { ...filter, kinds: both };
}

const NAMED = cypher` + [(f)-[:NAMES]->(n:Country) WHERE ${VISIBLE_NODE('n')} | [n.id, false]]`;

/** The columns of `TieFactRow` for the fact `f`, as a positional list; what was not asked for is empty. */
function factColumns({ with: linked, kinds, topics, initiatives, claims }: TieFactsAsked): Fragment {
  const ids = (pattern: Fragment): Fragment => cypher`[${pattern} WHERE ${VISIBLE_NODE('n')} | n.id]`;
  const none = cypher`[]`;
  return cypher`[f.id, f.kind, f.stage, coalesce(f.startMin, f.startMax), f.startMin IS NULL, f.certainty, f.modality, f.namedCountries,
  ${linked === null ? cypher`[(f)-[x:FOR]->(n) WHERE x.ties | [n.id, x.onlyReceives]]${kinds?.some((kind) => NAMING_KINDS.includes(kind)) ? NAMED : nothing}` : none},
  ${linked === null ? none : cypher`[(f)-[x:FOR]->(n) WHERE x.own | n.id]`},
  ${linked === null ? none : ids(OTHERS[linked])},
  ${topics ? ids(OTHERS.TOPIC) : none},
  ${initiatives ? ids(OTHERS.INITIATIVE) : none},
  ${claims ? CLAIMS : cypher`0`}]`;
}

/**
 * The statement: the facts under the filter as positional lists, those of kinds that make no tie only counted. Each block
 * walks for itself: a list of all facts in scope of another block would be held once for each of its rows.
 */
export function tieFactsStatement(
  asked: TieFactsAsked,
  card: Projection,
): { statement: ReturnType<typeof statement>; decode(this: void, list: readonly unknown[]): NodeRow } {
  const { filter, kinds, topics, regions, focus, with: linked, shared } = asked;
  const block = project('n', kindsAt(['Country', 'Topic', 'Meeting', 'Initiative', 'Agency', 'Group']), card);
  const narrow = ofKinds(filter, kinds);
  const days = filter.dated?.from !== undefined || filter.dated?.to !== undefined;
  const most = int(TIE_FACTS_MOST + 1);
  const named = [...new Set([...(topics ? (['TOPIC'] as const) : []), ...(linked ? [linked] : [])])];
  const cards = (name: string, match: Fragment): Fragment => cypher`CALL () {
${match}
RETURN collect(${block.expression}) AS ${nameOf(name)}
}
`;
  const blocks = [
    cards(
      'countries',
      cypher`MATCH (n:Entity:Country) USING INDEX SEEK n:Entity(id)
WHERE n.id > 'country/' AND n.id < 'country0' AND ${VISIBLE_NODE('n')}
WITH n`,
    ),
    ...(narrow === null
      ? []
      : named.map((end) =>
          cards(
            end,
            cypher`${matchedFacts(narrow)}
WITH f LIMIT ${most}
MATCH ${OTHERS[end]} WHERE ${VISIBLE_NODE('n')}
WITH DISTINCT n`,
          ),
        )),
    cards(
      'asked',
      cypher`UNWIND ${[...regions, ...(focus ? [focus] : [])]} AS id
MATCH (n:Entity {id: id}) WHERE ${VISIBLE_NODE('n')}
WITH n`,
    ),
  ];
  const lists = ['countries', ...(narrow === null ? [] : named), 'asked'].map(
    (name) => cypher`${nameOf(name)}`,
  );
  return {
    statement: statement(
      'tieFacts',
      cypher`CALL () {
${matchedFacts(filter)}
WITH f LIMIT ${most}
RETURN count(f) AS matched
}
${
  days
    ? cypher`CALL () {
${matchedFacts(filter, 'UNKNOWN')}
RETURN count(f) AS undated
}
`
    : nothing
}${joined(blocks, ' ')}${
        regions.length === 0
          ? nothing
          : cypher`CALL () {
UNWIND ${regions} AS region
MATCH (:Entity {id: region})<-[:MEMBER_OF]-(m:Membership)-[:PARTY {role: 'member'}]->(c:Country)
WHERE m.key IS NOT NULL
RETURN collect(DISTINCT [c.id, region]) AS members
}
`
      }${
        narrow === null
          ? nothing
          : cypher`CALL () {
${matchedFacts(narrow)}
WITH f LIMIT ${most}
RETURN collect(${factColumns(asked)}) AS facts
}
`
      }${shared ? sharedBlock(shared) : nothing}MATCH (g:Graph {id: 'graph'})
RETURN matched, ${days ? cypher`undated` : cypher`0`} AS undated, ${narrow === null ? cypher`[]` : cypher`facts`} AS facts, [${joined(lists, ', ')}] AS cards,
  ${regions.length === 0 ? cypher`[]` : cypher`members`} AS members, ${shared ? cypher`shared` : cypher`[]`} AS shared, g.version AS version`,
    ),
    decode: (list) => block.decode(list),
  };
}

/** The facts by which countries stand in initiatives for themselves: what was carried out or is under way, unless stages are asked for. */
const sharedBlock = (filter: FactFilter): Fragment => cypher`CALL () {
${matchedFacts(filter)}
WITH f WHERE EXISTS { (f)-[:IN]->(:Initiative) }${filter.stages ? nothing : cypher` AND coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`}
WITH f LIMIT ${int(TIE_FACTS_MOST + 1)}
RETURN collect([f.id, [(f)-[x:FOR]->(n) WHERE x.own | n.id], [(f)-[:IN]->(n:Initiative) WHERE ${VISIBLE_NODE('n')} | n.id]]) AS shared
}
`;

type RawFact = [
  string,
  string,
  Stage | null,
  string | null,
  boolean,
  Certainty,
  string | null,
  number,
  [string, boolean][],
  string[],
  string[],
  string[],
  string[],
  number,
];

/** Reads the facts under a filter as ties and networks count them; refuses a filter that matches too many. */
export async function tieFacts(
  door: Door,
  asking: Asking,
  asked: TieFactsAsked,
  card: Projection,
): Promise<TieFacts> {
  const { statement: sent, decode } = tieFactsStatement(asked, card);
  const [row] = await door.read<{
    matched: number;
    undated: number;
    facts: RawFact[];
    cards: unknown[][][];
    members: [string, string][];
    shared: [string, string[], string[]][];
    version: number;
  }>(sent, asking);
  const {
    matched = 0,
    undated = 0,
    facts = [],
    cards = [],
    members = [],
    shared = [],
    version = 0,
  } = row ?? {};
  if (matched > TIE_FACTS_MOST) throw tooMany('filter');
  if (shared.length > TIE_FACTS_MOST) throw tooMany('sharedInitiatives');
  const nodes = cards.flatMap((some) => some.map((list) => decode(list)));
  const regions = new Map<string, string[]>();
  for (const [country, region] of members) regions.set(country, [...(regions.get(country) ?? []), region]);
  return {
    matched,
    undated,
    facts: facts.map(factOf),
    cards: new Map(nodes.map((node) => [node.id, node])),
    regions,
    shared: shared.map(([id, countries, initiatives]) => ({ id, countries, initiatives })),
    version,
  };
}

const tooMany = (argument: string): Fault =>
  new Fault(
    'TOO_COSTLY',
    `The ${argument === 'filter' ? 'filter' : `filter ${argument}`} matches more than ${TIE_FACTS_MOST.toLocaleString('en')} facts; narrow it by kinds, topics, actors or days.`,
    { details: { argument, limit: TIE_FACTS_MOST } },
  );

/** Most lists have one entry or none. */
const distinct = (ids: readonly string[]): readonly string[] =>
  ids.length < 2 ? ids : [...new Set(ids)].sort();

function factOf(list: RawFact): TieFactRow {
  const [id, kind, stage, date, atLatest, certainty, modality, namedCountries, tied, ...ends] = list;
  const [countries, others, topics, initiatives, claims] = ends;
  return {
    ...{ id, kind, stage, date, atLatest, certainty, modality },
    namedCountries: NAMING_KINDS.includes(kind) ? tied.length : namedCountries,
    parts: tied
      .map(([country, onlyReceives]) => ({ country, onlyReceives }))
      .sort((x, y) => (x.country < y.country ? -1 : 1)),
    countries: distinct(countries),
    others: distinct(others),
    topics: distinct(topics),
    initiatives: distinct(initiatives),
    claims,
  };
}

/** Refuses regions that are no groups; whether they have members is not asked. */
export function refuseUnknownRegions(regions: readonly string[], cards: TieFacts['cards']): void {
  const unknown = regions.find((id) => !cards.has(id) || kindOfId(id)?.kind !== 'Group');
  if (unknown !== undefined) throw absent('regions', unknown, 'groups');
}
