import { Country } from '../../../model/entities/country.js';
import { Meeting } from '../../../model/entities/meeting.js';
import { Exchange } from '../../../model/facts/exchange.js';
import { Topic } from '../../../model/entities/topic.js';
import type { CoverageScope } from '../../../model/rules/coverage.js';
import type { PlacedExchange } from '../../../model/rules/exchange-outcomes.js';
import type { WorkedTogether } from '../../../model/rules/pairs-that-shared.js';
import type { OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import { cypher, int, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { exchangesOnTopic, inOrder, type CandidateFilter } from '../after-exchange/candidates.js';
import {
  cooperationExpression,
  cooperationLeg,
  exchangeExpression,
  exchangeLeg,
  type Depth,
} from '../after-exchange/legs.js';
import {
  type Surroundings,
  type SurroundingsRow,
  surroundingsOf,
  surroundingsText,
} from '../after-exchange/surroundings.js';
import type { WithNode } from '../after-exchange/shown.js';
import { tooLargeText, topicText } from '../after-exchange/pairs.js';
import { COVERS, type Covers } from '../covers.js';
import { memberOf } from '../grouping.js';
import { isNamed } from '../identity.js';
import { project, VISIBLE_NODE, type Block, type NodeRow, type Projection } from '../projection.js';

/** The most that one question reads, each the earliest; what lies beyond is counted. */
export const OUTCOME_EXCHANGES_MOST = 2_000;
export const OUTCOME_COOPERATIONS_MOST = 10_000;

/** What the client selected; null where it asked for none. */
export interface OutcomeProjection {
  readonly exchange: Projection | null;
  readonly country: Projection;
  readonly group: Projection | null;
}

/** A country that shared, with what decides whether it counts. */
export interface SharingCountry extends CoverageScope {
  readonly row: NodeRow;
  /** Whether it belongs to the asked group; true where none is asked for. */
  readonly member: boolean;
  /** Countries that are taken together with it. */
  readonly twins: readonly string[];
}

/** Everything that is weighed: exchanges with the roles of all their countries, and what these worked on together. */
export interface OutcomeRows {
  readonly exchanges: readonly WithNode<PlacedExchange>[];
  /** Exchanges that count but were not read. */
  readonly exchangesBeyond: number;
  readonly cooperations: readonly WorkedTogether[];
  readonly cooperationsBeyond: number;
  readonly countries: ReadonlyMap<string, SharingCountry>;
  /** Meetings or topics by id, where groups are shown. */
  readonly groups: ReadonlyMap<string, NodeRow>;
  readonly covers: Covers;
  readonly tooLarge: number;
  /** Null when there is no such topic. */
  readonly topicName: string | null;
  readonly version: number;
}

interface Row extends SurroundingsRow {
  readonly exchanges: [unknown[], [string, string[]][], string[], unknown[] | null][];
  readonly exchangesFound: number;
  readonly cooperations: [unknown[], string[]][];
  readonly cooperationsFound: number;
  readonly ends: [string, string[], boolean, string[], unknown[]][];
  readonly groups: unknown[][];
  readonly covers: Covers;
  readonly tooLarge: number;
  readonly topicName: string | null;
  readonly version: number;
}

/** Topics of the exchange `e` that are the asked one or, unless `exact`, narrower. */
const ownTopics = ({ topic, exact, together = false }: CandidateFilter): Fragment =>
  exact
    ? cypher`(e)-[:ON]->(t:Topic) WHERE ${isNamed('t', [topic], together)}`
    : cypher`(e)-[:ON]->(t:Topic) WHERE EXISTS { MATCH (t)-[:WITHIN]->(w) WHERE ${isNamed('w', [topic], together)} }`;

function groupsText(filter: CandidateFilter, by: OutcomesBy, group: Block | null): Fragment {
  if (!group || by === 'YEAR') return cypher`WITH *, [] AS groups`;
  return cypher`CALL (walked) {
  UNWIND walked AS e
  MATCH ${by === 'MEETING' ? cypher`(e)-[:AT]->(t:Meeting)` : ownTopics(filter)}
  WITH DISTINCT t
  RETURN collect(${group.expression}) AS groups
}`;
}

/** The statement of the question: the exchanges once, their countries, and the cooperations among those. */
export function outcomesStatement(
  filter: CandidateFilter,
  by: OutcomesBy,
  wanted: OutcomeProjection,
  depth: Depth,
): { statement: Statement; readonly decode: (row: Row | undefined) => OutcomeRows } {
  const exchange = wanted.exchange && project('e', [Exchange], wanted.exchange);
  const country = project('a', [Country], wanted.country);
  const group = wanted.group && project('t', [by === 'TOPIC' ? Topic : Meeting], wanted.group);
  let known: Surroundings | null = null;
  const around = (row: Row | undefined): Surroundings =>
    (known ??= surroundingsOf(row ?? { ties: [], meetings: [] }));
  const text = cypher`CALL () {
  ${exchangesOnTopic(filter, null)}
  RETURN count(e) AS exchangesFound
}
CALL () {
  ${exchangesOnTopic(filter, null)}
  ${inOrder(filter)} LIMIT ${int(OUTCOME_EXCHANGES_MOST)}
  RETURN collect(e) AS walked
}
CALL (walked) {
  UNWIND walked AS e
  RETURN collect([${exchangeExpression(depth)}, [(e)-[r:FOR]->(x:Country) WHERE r.own | [x.id, r.roles]], [${ownTopics(filter)} | t.id],
    ${exchange ? exchange.expression : cypher`null`}]) AS exchanges
}
${surroundingsText(cypher`walked`)}
CALL (walked) {
  UNWIND walked AS e
  MATCH (e)-[x:FOR]->(a:Country) WHERE x.own
  RETURN collect(DISTINCT a) AS shared
}
CALL (shared) {
  UNWIND shared AS a
  RETURN collect([a.id, COLLECT {
    MATCH (a)<-[:PARTY {role: 'member'}]-(m:Membership)-[:MEMBER_OF]->(b) WHERE ${VISIBLE_NODE('m')} RETURN DISTINCT b.id
  }, ${filter.grouping ? memberOf('a', filter.grouping, filter.together) : cypher`true`},
    ${filter.together ? cypher`[(a)-[:POSSIBLY_SAME]-(twin) | twin.id]` : cypher`[]`}, ${country.expression}]) AS ends
}
CALL (shared) {
  UNWIND shared AS a
  MATCH (c:Fact)-[x:FOR]->() USING INDEX SEEK x:FOR(kindKey)
  WHERE x.kindKey > a.id + '|Cooperation|' AND x.kindKey < a.id + '|Cooperation}' AND x.ties
  WITH c, collect(a.id) AS tied WHERE size(tied) > 1
  WITH c, tied ORDER BY c.kindKey
  RETURN collect([c, tied]) AS worked
}
CALL (worked) {
  UNWIND worked[..${int(OUTCOME_COOPERATIONS_MOST)}] AS one
  WITH one[0] AS c, one[1] AS tied
  RETURN collect([${cooperationExpression(depth)}, tied]) AS cooperations
}
${groupsText(filter, by, group)}
${tooLargeText(filter)}
${topicText(filter)}
${COVERS}RETURN exchanges, ties, meetings, exchangesFound, cooperations, size(worked) AS cooperationsFound, ends, groups, covers, tooLarge, version, topicName`;
  return {
    statement: statement('exchangeOutcomes', text),
    decode: (row) => ({
      exchanges: (row?.exchanges ?? []).map(([list, roles, on, node]) => {
        const leg = exchangeLeg(list, depth, around(row))(roles);
        const shown = exchange && node ? exchange.decode(node) : { kind: 'Exchange', id: leg.id };
        return { ...leg, at: around(row).at.get(leg.id) ?? [], on, node: shown };
      }),
      exchangesBeyond: Math.max(0, (row?.exchangesFound ?? 0) - OUTCOME_EXCHANGES_MOST),
      cooperations: (row?.cooperations ?? []).map(([leg, countries]) => ({
        leg: cooperationLeg(leg, depth, around(row)),
        countries,
      })),
      cooperationsBeyond: Math.max(0, (row?.cooperationsFound ?? 0) - OUTCOME_COOPERATIONS_MOST),
      countries: new Map(
        (row?.ends ?? []).map(([id, groups, member, twins, node]) => [
          id,
          { country: id, groups, member, twins, row: country.decode(node) },
        ]),
      ),
      groups: new Map(
        (row?.groups ?? []).flatMap((list) => {
          const node = group?.decode(list);
          return node ? [[node.id, node] as const] : [];
        }),
      ),
      covers: row?.covers ?? [],
      tooLarge: row?.tooLarge ?? 0,
      topicName: row?.topicName ?? null,
      version: row?.version ?? 0,
    }),
  };
}

/** Reads all that the outcomes of exchanges are worked out from. */
export async function readOutcomes(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  by: OutcomesBy,
  wanted: OutcomeProjection,
  depth: Depth,
): Promise<OutcomeRows> {
  const { statement: asked, decode } = outcomesStatement(filter, by, wanted, depth);
  const [row] = await door.read<Row>(asked, asking);
  return decode(row);
}
