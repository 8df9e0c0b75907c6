import { ENTITY_KINDS } from '../../model/kinds.js';
import type { Dimension } from '../../model/values/counting.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { besideBlocks, besideColumns, besideOf, type BesideColumns } from './entities.js';
import type { FactFilter } from './filters.js';
import { matchedFacts } from './matched-facts.js';
import type { Covers } from './covers.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from './projection.js';

/** What facts are counted by: a dimension, and for groups of countries the scheme and a day. */
export interface CountedBy {
  readonly dimension: Dimension;
  readonly scheme: string | null;
  /** Day on which membership counts; null takes any membership. */
  readonly on: string | null;
}

/** Facts counted by one dimension. */
export interface Statistics {
  /** The groups with the most facts, equal ones by value. */
  readonly groups: readonly {
    readonly value: string;
    readonly facts: number;
    readonly node: NodeRow | null;
  }[];
  /** Groups that were cut off, and the sum of their counts. */
  readonly other: { readonly groups: number; readonly facts: number };
  /** Facts that belong to no group. */
  readonly without: number;
  readonly total: number;
  readonly covers: Covers;
  readonly version: number;
}

const scalar = (value: Fragment): Fragment => cypher`CASE WHEN ${value} IS NULL THEN [] ELSE [${value}] END`;

// By the country's own key: a country has few memberships among thousands of facts.
const memberships = ({ scheme, on }: CountedBy): Fragment => cypher`COLLECT {
  MATCH (f)-[:FOR]->(c)
  WITH DISTINCT c
  MATCH (m:Fact)-[r:FOR]->() USING INDEX SEEK r:FOR(kindKey)
  WHERE r.kindKey > c.id + '|Membership|' AND r.kindKey < c.id + '|Membership}'${
    on === null
      ? nothing
      : cypher` AND coalesce(m.startMin, ${on}) <= ${on} AND coalesce(m.endMax, ${on}) >= ${on}`
  }
  MATCH (m)-[:MEMBER_OF]->(group) WHERE group.scheme = ${scheme}
  RETURN DISTINCT group.id }`;

/** The values of the fact `f` in a dimension, each once. */
function valuesOf(by: CountedBy): Fragment {
  switch (by.dimension) {
    case 'KIND':
      return cypher`[f.kind]`;
    case 'CERTAINTY':
      return scalar(cypher`f.certainty`);
    case 'STATUS':
      return scalar(cypher`f.status`);
    case 'STAGE':
      return scalar(cypher`f.stage`);
    case 'MODALITY':
      return scalar(cypher`f.modality`);
    case 'TOPIC':
      return cypher`COLLECT { MATCH (f)-[:ON]->(t:Topic) RETURN DISTINCT t.id }`;
    case 'BROADER_TOPIC':
      return cypher`COLLECT { MATCH (f)-[:UNDER]->(t:Topic) RETURN DISTINCT t.id }`;
    case 'COUNTRY':
      return cypher`COLLECT { MATCH (f)-[:FOR]->(c:Country) RETURN DISTINCT c.id }`;
    case 'ACTOR':
      return cypher`COLLECT { MATCH (f)-[:PARTY]->(a:Entity) RETURN DISTINCT a.id }`;
    case 'ROLE':
      return cypher`COLLECT { MATCH (f)-[p:PARTY]->() RETURN DISTINCT p.role }`;
    case 'MEETING':
      return cypher`COLLECT { MATCH (f)-[:AT]->(m:Meeting) RETURN DISTINCT m.id }`;
    case 'INITIATIVE':
      return cypher`COLLECT { MATCH (f)-[:IN]->(i:Initiative) RETURN DISTINCT i.id }`;
    case 'SOURCE':
      return cypher`COLLECT { MATCH (f)<-[:STATES]-(k:Claim)-[:CITES]->(d:Entity)
  WHERE (d:Document OR d:Source) AND k.stance = 'SUPPORTS' AND k.status = 'ACCEPTED' AND k.endedAt IS NULL
  RETURN DISTINCT d.id }`;
    case 'GROUP':
      return memberships(by);
  }
}

/** The statement of the question, and how to read its groups. */
export function statisticsStatement(
  filter: FactFilter,
  by: CountedBy,
  first: number,
  wanted: Projection,
): { statement: Statement; decode(this: void, list: readonly unknown[]): NodeRow } {
  const block = project('n', ENTITY_KINDS, wanted);
  return {
    statement: statement(
      'statistics',
      cypher`CALL () {
${matchedFacts(filter)}
RETURN count(f) AS total
}
CALL () {
${matchedFacts(filter)}
WITH f, ${valuesOf(by)} AS found
UNWIND CASE WHEN size(found) = 0 THEN [null] ELSE found END AS value
WITH value, count(f) AS facts ORDER BY facts DESC, value
RETURN collect([value, facts]) AS counted
}
WITH total, [one IN counted WHERE one[0] IS NOT NULL] AS every, [one IN counted WHERE one[0] IS NULL | one[1]] AS without
WITH total, every, without, every[..${int(first)}] AS shown
CALL (shown) {
UNWIND shown AS one
MATCH (n:Entity {id: one[0]}) WHERE ${VISIBLE_NODE('n')}
RETURN collect(${block.expression}) AS nodes
}
${besideBlocks(BESIDE)}RETURN total, shown, coalesce(head(without), 0) AS without, size(every) - size(shown) AS otherGroups,
  reduce(sum = 0, one IN every[${int(first)}..] | sum + one[1]) AS otherFacts, nodes,
  ${besideColumns(BESIDE)}`,
    ),
    decode: (list) => block.decode(list),
  };
}

const BESIDE = { counting: 'NO', covers: true, version: true } as const;

/** Counts the facts under a filter by one dimension. */
export async function countFacts(
  door: Door,
  asking: Asking,
  filter: FactFilter,
  by: CountedBy,
  first: number,
  wanted: Projection,
): Promise<Statistics> {
  const { statement: asked, decode } = statisticsStatement(filter, by, first, wanted);
  const [row] = await door.read<
    {
      total: number;
      shown: [value: string, facts: number][];
      without: number;
      otherGroups: number;
      otherFacts: number;
      nodes: unknown[][];
    } & BesideColumns
  >(asked, asking);
  const nodes = new Map((row?.nodes ?? []).map(decode).map((node) => [node.id, node]));
  const { covers = [], version = 0 } = besideOf(BESIDE, row);
  return {
    groups: (row?.shown ?? []).map(([value, facts]) => ({ value, facts, node: nodes.get(value) ?? null })),
    other: { groups: row?.otherGroups ?? 0, facts: row?.otherFacts ?? 0 },
    without: row?.without ?? 0,
    total: row?.total ?? 0,
    covers,
    version,
  };
}
