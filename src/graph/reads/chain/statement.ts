import { kindsAt, project, type Block, type Projection } from '../projection.js';
import { BOUNDS } from '../../../model/values/period.js';
import { COUNTED } from '../../../model/values/stage.js';
import {
  cypher,
  int,
  joined,
  nameOf,
  nothing,
  statement,
  type Fragment,
  type Statement,
} from '../../cypher.js';
import { evidenceConditions } from '../fact-conditions.js';
import type { EvidenceFilter, FactFilter } from '../filters.js';
import { matchedFacts } from '../matched-facts.js';
import { COVERS } from '../covers.js';

/** The facts of one step. */
export interface StepFilter {
  readonly filter: FactFilter & { readonly kinds: readonly string[] };
  /** Countries, one of which must be a party; null for any. */
  readonly countries: readonly string[] | null;
}

/** What decides which facts are read. */
export interface ChainFilter {
  readonly steps: readonly StepFilter[];
  /** Evidence that the facts of every step must have. */
  readonly evidence: EvidenceFilter;
  /** Whether to read what sources cover, which tells what an absent step means. */
  readonly coverage: boolean;
}

/** What the client selected of an answer. */
export interface ChainProjection {
  readonly country: Projection;
  readonly fact: Projection;
}

/** Facts that one chain reads, over all its steps. */
export const CHAIN_FACTS_MOST = 30_000;
/** So many facts come at once with all that is asked of them; of more, only those of the page, by a second statement. */
export const WHOLE_MOST = 300;

/** Scalars of a fact in short, in the order in which they are read. */
export const SHORT_SCALARS = ['id', 'kind', ...BOUNDS, 'ongoing', 'edtf', 'notBefore', 'notAfter', 'pairMax'];

/** What the rules weigh of a fact; of what an inferred one rests on, only which facts. */
const SHORT = cypher`[${joined(
  SHORT_SCALARS.map((name) => cypher`f.${nameOf(name)}`),
  ', ',
)},
  [(f)-[r:FOR]->(x:Country) WHERE r.own | [x.id, r.roles]],
  [(f)-[:AT]->(:Meeting)-[:PART_OF*0..6]->(m:Meeting) | [m.id, m.meetingForm = 'SERIES']],
  [(f)-[:IN]->(i:Initiative) | i.id],
  [(f)-[:GREW_OUT_OF]->(o) | o.id],
  CASE f.certainty WHEN 'INFERRED' THEN [(f)<-[:STATES]-(k:Claim)
    WHERE k.endedAt IS NULL AND k.status = 'ACCEPTED' AND k.about = 'existence' AND k.stance = 'SUPPORTS' |
    [k.id, k.certainty, [(k)-[:INFERRED_FROM*1..6]->(g:Claim)-[:STATES]->(o:Fact)
      WHERE g.endedAt IS NULL AND g.status = 'ACCEPTED' | o.id]]] ELSE [] END]`;

/** The facts of a step: what `facts(filter)` lists, but for stages that do not count unless asked for, and weak evidence. */
function factsOf({ filter, countries }: StepFilter, evidence: EvidenceFilter): Fragment {
  const narrowed: FactFilter =
    countries && !filter.actors ? { ...filter, actors: { ids: countries, every: false } } : filter;
  const further = [
    ...evidenceConditions(evidence),
    ...(filter.stages ? [] : [cypher`coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`]),
  ];
  const also = further.length === 0 ? nothing : cypher`\nWITH f WHERE ${joined(further, ' AND ')}`;
  return cypher`${matchedFacts(narrowed)}${also}`;
}

const coverageBlock = (asked: boolean): Fragment =>
  asked
    ? cypher`${COVERS}CALL () {
  MATCH (m:Fact) USING INDEX SEEK m:Fact(kindKey) WHERE m.kindKey > 'Membership|' AND m.kindKey < 'Membership}'
  MATCH (c:Country)<-[:PARTY {role: 'member'}]-(m)-[:MEMBER_OF]->(b)
  RETURN collect([c.id, b.id]) AS members
}`
    : cypher`WITH *, [] AS covers, [] AS members`;

/** How the facts of a chain, of all its kinds, and their countries are read as rows of the schema. */
export const factBlock = ({ steps }: ChainFilter, wanted: ChainProjection): Block =>
  project('f', kindsAt([...new Set(steps.flatMap(({ filter }) => filter.kinds))]), wanted.fact);
export const countryBlock = (wanted: ChainProjection): Block =>
  project('c', kindsAt(['Country']), wanted.country);

/** Reads the facts of every step in short, and where they are few, all that is asked of them and of their countries. */
export function chainStatement(filter: ChainFilter, wanted: ChainProjection): Statement {
  const found = filter.steps.map((_, i) => nameOf(`found${i}`));
  const some = (most: number, nodes: Fragment): Fragment =>
    cypher`UNWIND CASE WHEN many <= ${int(most)} THEN ${nodes} ELSE [] END AS f`;
  const variables = joined(
    found.map((name) => cypher`${name}`),
    ', ',
  );
  const read = filter.steps.map(
    (step, i) => cypher`CALL () {
${factsOf(step, filter.evidence)}
WITH f LIMIT ${int(CHAIN_FACTS_MOST + 1)}
RETURN collect(f) AS ${nameOf(`found${i}`)}
}`,
  );
  const shortened = found.map(
    (name, i) => cypher`CALL (${name}, many) {
  ${some(CHAIN_FACTS_MOST, cypher`${name}`)}
  RETURN collect(${SHORT}) AS ${nameOf(`short${i}`)}
}`,
  );
  return statement(
    'chain',
    cypher`${joined(read, '\n')}
WITH ${variables}, ${sum(found.map((name) => cypher`size(${name})`))} AS many
${joined(shortened, '\n')}
CALL (${variables}, many) {
  ${some(WHOLE_MOST, sum(found.map((name) => cypher`${name}`)))}
  WITH DISTINCT f
  RETURN collect(f) AS nodes, collect(${factBlock(filter, wanted).expression}) AS facts
}
CALL (nodes) {
  UNWIND nodes AS f
  MATCH (f)-[:FOR]->(c:Country)
  WITH DISTINCT c
  RETURN collect(${countryBlock(wanted).expression}) AS countries
}
${coverageBlock(filter.coverage)}
MATCH (g:Graph {id: 'graph'})
RETURN g.version AS version, many, [${joined(
      found.map((_, i) => cypher`${nameOf(`short${i}`)}`),
      ', ',
    )}] AS steps, facts, countries, covers, members`,
  );
}

const sum = (terms: readonly Fragment[]): Fragment => terms.reduce((all, term) => cypher`${all} + ${term}`);

/** Reads what is asked of the facts and countries of one page. */
export function chainPageStatement(
  filter: ChainFilter,
  wanted: ChainProjection,
  facts: readonly string[],
  countries: readonly string[],
): Statement {
  return statement(
    'chainPage',
    cypher`CALL () {
  MATCH (f:Fact) WHERE f.id IN ${facts}
  RETURN collect(${factBlock(filter, wanted).expression}) AS facts
}
CALL () {
  MATCH (c:Entity) WHERE c.id IN ${countries}
  RETURN collect(${countryBlock(wanted).expression}) AS countries
}
RETURN facts, countries`,
  );
}
