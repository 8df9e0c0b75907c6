import { NAMING_KINDS } from '../../../model/rules/ties.js';
import { COUNTED } from '../../../model/values/stage.js';
import type { NetworkWith } from '../../../model/values/ties.js';
import { anyOf, cypher, int, joined, nameOf, nothing, statement, type Fragment } from '../../cypher.js';
import type { FactFilter } from '../filters.js';
import { matchedFacts } from '../matched-facts.js';
import { kindsAt, project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';

/** Facts under the filter that are read at most; a question that matches more is refused. */
export const TIE_FACTS_MOST = 50_000;

// The driver is slow with the texts of one large record.
const FACTS_OF_A_RECORD = 100;

/** What may be read of a fact beside its ends and what decides whether it makes ties: each costs something a fact. */
export type FactPart = 'ID' | 'DATES' | 'CERTAINTY' | 'MODALITY' | 'TOPICS' | 'INITIATIVES' | 'CLAIMS';

/** Which facts are read, and what of them. */
export interface TieFactsAsked {
  readonly filter: FactFilter;
  /** Kinds of facts that may make ties; null for all. */
  readonly kinds: readonly string[] | null;
  readonly parts: ReadonlySet<FactPart>;
  /** Whether facts under the filter of kinds that make no tie are to be counted too. */
  readonly matched: boolean;
  /** Whether the facts without a date are to be counted, where days are asked for. */
  readonly undated: boolean;
  /** Groups whose members are wanted. */
  readonly regions: readonly string[];
  /** Id of a node whose card is wanted too, whether facts name it or not. */
  readonly focus?: string | null;
  /** What countries are linked with; null for other countries. */
  readonly with: NetworkWith | null;
  /** Facts by which two countries stand in one initiative; none when left out. */
  readonly shared?: FactFilter | null;
}

/** The edge from a fact to each other end, which leads nowhere else; only parties are of several kinds. */
const OTHERS: Readonly<Record<NetworkWith, string>> = {
  TOPIC: 'ON',
  MEETING: 'AT',
  INITIATIVE: 'IN',
  AGENCY: 'PARTY',
};

const CLAIMS = cypher`COUNT { (f)<-[:STATES]-(c:Claim) WHERE c.about = 'existence' AND c.stance = 'SUPPORTS' AND c.status = 'ACCEPTED' AND c.endedAt IS NULL }`;

/** The filter, of kinds that may make ties only; null when none of them is asked for. */
function ofKinds(filter: FactFilter, kinds: readonly string[] | null): FactFilter | null {
  if (kinds === null || filter.kinds?.every((kind) => kinds.includes(kind))) return filter;
  const both = filter.kinds ? kinds.filter((kind) => filter.kinds?.includes(kind)) : kinds;
  return both.length === 0 ? null : { ...filter, kinds: both };
}

/**
 * All ends of the fact `f` that are wanted, whatever edge leads to them, since each look at a fact's edges walks all of
 * them: ids or, where countries are tied to each other, lists of an id and whether that country only received.
 */
function ends({ with: linked, kinds, parts }: TieFactsAsked): Fragment {
  const named = linked === null && (kinds?.some((kind) => NAMING_KINDS.includes(kind)) ?? false);
  const edges = new Set([
    ...(linked === null ? [] : [OTHERS[linked]]),
    ...(parts.has('TOPICS') ? [OTHERS.TOPIC] : []),
    ...(parts.has('INITIATIVES') ? [OTHERS.INITIATIVE] : []),
    ...(named ? ['NAMES'] : []),
  ]);
  const counts = linked === null ? cypher`x.ties` : cypher`x.own`;
  const shown = joined(
    [
      cypher`type(x) <> 'FOR'`,
      ...(edges.has('PARTY') ? [cypher`(type(x) <> 'PARTY' OR n:Agency)`] : []),
      ...(named ? [cypher`(type(x) <> 'NAMES' OR n:Country)`] : []),
      VISIBLE_NODE('n'),
    ],
    ' AND ',
  );
  return cypher`[(f)-[x:${anyOf(['FOR', ...edges].map(nameOf))}]->(n) WHERE ${counts}${edges.size > 0 ? cypher` OR ${shown}` : nothing} | ${
    linked === null ? cypher`[n.id, x.onlyReceives]` : cypher`n.id`
  }]`;
}

/** The columns of `TieFactRow` for the fact `f`, as a positional list, its ends first; what is not wanted is null. */
function factColumns(asked: TieFactsAsked): Fragment {
  const wanted = (part: FactPart, ...columns: Fragment[]): Fragment[] =>
    asked.parts.has(part) ? columns : columns.map(() => cypher`null`);
  const columns = [
    ends(asked),
    cypher`f.kind`,
    cypher`f.stage`,
    asked.with === null ? cypher`f.namedCountries` : cypher`null`,
    ...wanted('ID', cypher`f.id`),
    ...wanted('DATES', cypher`coalesce(f.startMin, f.startMax)`, cypher`f.startMin IS NULL`),
    ...wanted('CERTAINTY', cypher`f.certainty`),
    ...wanted('MODALITY', cypher`f.modality`),
    ...wanted('CLAIMS', CLAIMS),
  ];
  return cypher`[${joined(columns, ', ')}]`;
}

/**
 * The statement: the facts under the filter as positional lists, those of kinds that make no tie only counted; and the
 * cards of what those facts name, and of what is asked for by id.
 */
export function tieFactsStatement(
  asked: TieFactsAsked,
  card: Projection,
): { statement: ReturnType<typeof statement>; decode(this: void, list: readonly unknown[]): NodeRow } {
  const { filter, kinds, regions, focus, shared } = asked;
  const block = project('n', kindsAt(['Country', 'Topic', 'Meeting', 'Initiative', 'Agency', 'Group']), card);
  const narrow = ofKinds(filter, kinds);
  const apart = asked.matched && narrow !== filter;
  const undated = asked.undated && (filter.dated?.from !== undefined || filter.dated?.to !== undefined);
  const most = int(TIE_FACTS_MOST + 1);
  const given = [...regions, ...(focus ? [focus] : [])];
  return {
    statement: statement(
      'tieFacts',
      cypher`${
        narrow === null
          ? cypher`WITH [] AS facts
`
          : cypher`CALL () {
${matchedFacts(narrow)}
WITH f LIMIT ${most}
RETURN collect(${factColumns(asked)}) AS facts
}
`
      }${
        apart
          ? cypher`CALL () {
${matchedFacts(filter)}
WITH f LIMIT ${most}
RETURN count(f) AS matched
}
`
          : nothing
      }${
        undated
          ? cypher`CALL () {
${matchedFacts(filter, 'UNKNOWN')}
RETURN count(f) AS undated
}
`
          : nothing
      }CALL (facts) {
UNWIND facts AS fact
UNWIND fact[0] AS end
WITH collect(DISTINCT ${asked.with === null ? cypher`end[0]` : cypher`end`}) AS named
UNWIND ${given} + named AS id
MATCH (n:Entity {id: id}) WHERE ${VISIBLE_NODE('n')}
RETURN collect([id, ${block.expression}]) AS cards
}
${
  regions.length === 0
    ? nothing
    : cypher`CALL () {
UNWIND ${regions} AS region
MATCH (:Entity {id: region})<-[:MEMBER_OF]-(m:Membership)-[:PARTY {role: 'member'}]->(c:Country)
WHERE m.key IS NOT NULL
RETURN collect(DISTINCT [c.id, region]) AS members
}
`
}${shared ? sharedBlock(shared) : nothing}MATCH (g:Graph {id: 'graph'})
UNWIND range(0, size(facts), ${int(FACTS_OF_A_RECORD)}) AS at
RETURN facts[at..at + ${int(FACTS_OF_A_RECORD)}] AS facts,
  CASE at WHEN 0 THEN {matched: ${apart ? cypher`matched` : cypher`size(facts)`}, undated: ${undated ? cypher`undated` : cypher`0`}, cards: cards,
    members: ${regions.length === 0 ? cypher`[]` : cypher`members`}, shared: ${shared ? cypher`shared` : cypher`[]`}, version: g.version} END AS beside`,
    ),
    decode: (list) => block.decode(list),
  };
}

/** The facts by which countries stand in initiatives for themselves: what was carried out or is under way, unless stages are asked for. */
const sharedBlock = (filter: FactFilter): Fragment => cypher`CALL () {
${matchedFacts(filter)}
WITH f WHERE EXISTS { (f)-[:IN]->() }${filter.stages ? nothing : cypher` AND coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`}
WITH f LIMIT ${int(TIE_FACTS_MOST + 1)}
RETURN collect([f.id, [(f)-[x:FOR]->(n) WHERE x.own | n.id], [(f)-[:IN]->(n) WHERE ${VISIBLE_NODE('n')} | n.id]]) AS shared
}
`;
