import { Meeting } from '../../../model/entities/meeting.js';
import { Topic } from '../../../model/entities/topic.js';
import type { CoverageScope } from '../../../model/rules/coverage.js';
import type { PlacedExchange } from '../../../model/rules/exchange-outcomes.js';
import type { OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import { cypher, int, joined, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { exchangesOnTopic, inOrder, type CandidateFilter } from '../after-exchange/candidates.js';
import { exchangeExpression, exchangeLeg, type Depth } from '../after-exchange/legs.js';
import { tooLargeText, topicText } from '../after-exchange/pairs.js';
import {
  type Surroundings,
  type SurroundingsRow,
  surroundingsOf,
  surroundingsText,
} from '../after-exchange/surroundings.js';
import { COVERS, type Covers } from '../covers.js';
import { memberOf } from '../grouping.js';
import { isNamed } from '../identity.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';

/** Exchanges that one question reads, the earliest; those beyond are counted. */
export const OUTCOME_EXCHANGES_MOST = 2_000;

/** What is read beside the exchanges; each costs, and is left out where nothing selected needs it. */
export interface Beside {
  /** Rows of the meetings or topics that are the groups; null where none are shown. */
  readonly group: Projection | null;
  /** Whether it is told what sources cover. */
  readonly cover: boolean;
  /** Whether it is counted what is left out. */
  readonly leftOut: boolean;
}

/** A country that shared, with what decides whether it counts. */
export interface SharingCountry extends CoverageScope {
  /** Whether it belongs to the asked group; true where none is asked for. */
  readonly member: boolean;
  /** Countries that are taken together with it. */
  readonly twins: readonly string[];
}

/** The exchanges with the roles of all their countries, and what is known around them. */
export interface SharingRows {
  readonly exchanges: readonly PlacedExchange[];
  /** What cooperations grew out of, where that is one of these exchanges or a meeting of theirs. */
  readonly around: Surroundings;
  /** Exchanges that count but were not read. */
  readonly beyond: number;
  readonly tooLarge: number;
  /** The countries that shared; those that are missing count by themselves. */
  readonly countries: ReadonlyMap<string, SharingCountry>;
  /** Meetings or topics by id, where groups are shown. */
  readonly groups: ReadonlyMap<string, NodeRow>;
  readonly covers: Covers;
  /** Null when there is no such topic. */
  readonly topicName: string | null;
  readonly version: number;
}

interface Row extends SurroundingsRow {
  readonly exchanges: [unknown[], [string, string[]][], string[]][];
  readonly found?: number;
  readonly tooLarge?: number;
  readonly ends?: [string, string[], boolean, string[]][];
  readonly groups?: unknown[][];
  readonly covers?: Covers;
  readonly topicName: string | null;
  readonly version: number;
}

/** Topics of the exchange `e` that are the asked one or, unless `exact`, narrower. */
const ownTopics = ({ topic, exact, together = false }: CandidateFilter): Fragment =>
  exact
    ? cypher`(e)-[:ON]->(t:Topic) WHERE ${isNamed('t', [topic], together)}`
    : cypher`(e)-[:ON]->(t:Topic) WHERE EXISTS { MATCH (t)-[:WITHIN]->(w) WHERE ${isNamed('w', [topic], together)} }`;

/** What decides which of the countries count, and, with `cover`, of which groups they are members. */
const endsText = (
  { grouping, together }: CandidateFilter,
  cover: boolean,
): Fragment => cypher`CALL (earliest) {
  UNWIND earliest AS e
  MATCH (e)-[x:FOR]->(a:Country) WHERE x.own
  WITH DISTINCT a
  RETURN collect([a.id, ${cover ? MEMBERSHIPS : cypher`[]`}, ${grouping ? memberOf('a', grouping, together) : cypher`true`},
    ${together ? cypher`[(a)-[:POSSIBLY_SAME]-(twin) | twin.id]` : cypher`[]`}]) AS ends
}
`;

/** Groups of the country `a`, along the keys of its few memberships: it is a party of thousands of facts. */
const MEMBERSHIPS = cypher`COLLECT {
    MATCH (m:Fact)-[enters:FOR]->() USING INDEX SEEK enters:FOR(kindKey)
    WHERE enters.kindKey > a.id + '|Membership|' AND enters.kindKey < a.id + '|Membership}' AND ${VISIBLE_NODE('m')}
      AND EXISTS { MATCH (m)-[seat:PARTY]->(holder) WHERE holder.id = a.id AND seat.role = 'member' }
    MATCH (m)-[:MEMBER_OF]->(b)
    RETURN DISTINCT b.id
  }`;

/** The statement that reads the exchanges, each once, and what is asked beside them. */
export function sharingStatement(
  filter: CandidateFilter,
  by: OutcomesBy,
  { group: wanted, cover, leftOut }: Beside,
  depth: Depth,
): { statement: Statement; readonly decode: (row: Row | undefined) => SharingRows } {
  const group = by !== 'YEAR' && wanted ? project('t', [by === 'TOPIC' ? Topic : Meeting], wanted) : null;
  const ends = cover || filter.grouping !== null || filter.together === true;
  const columns = [
    cypher`exchanges, ties, meetings, version, topicName`,
    ...(leftOut ? [cypher`found, tooLarge`] : []),
    ...(ends ? [cypher`ends`] : []),
    ...(group ? [cypher`groups`] : []),
    ...(cover ? [cypher`covers`] : []),
  ];
  const onTopics = by === 'TOPIC' ? cypher`[${ownTopics(filter)} | t.id]` : cypher`[]`;
  const text = cypher`CALL () {
  ${exchangesOnTopic(filter, null)}
  ${inOrder(filter)} LIMIT ${int(OUTCOME_EXCHANGES_MOST)}
  RETURN collect(e) AS earliest
}
CALL (earliest) {
  UNWIND earliest AS e
  RETURN collect([${exchangeExpression(depth)}, [(e)-[r:FOR]->(x:Country) WHERE r.own | [x.id, r.roles]], ${onTopics}]) AS exchanges
}
${surroundingsText(cypher`earliest`)}
${leftOut ? cypher`CALL (earliest) {\n  WITH earliest WHERE size(earliest) = ${int(OUTCOME_EXCHANGES_MOST)}\n  ${exchangesOnTopic(filter, null)}\n  RETURN count(e) AS found\n}\n${tooLargeText(filter)}\n` : nothing}${ends ? endsText(filter, cover) : nothing}${group ? cypher`CALL (earliest) {\n  UNWIND earliest AS e\n  MATCH ${by === 'MEETING' ? cypher`(e)-[:AT]->(t:Meeting)` : ownTopics(filter)}\n  WITH DISTINCT t\n  RETURN collect(${group.expression}) AS groups\n}\n` : nothing}${topicText(filter)}
${cover ? COVERS : nothing}RETURN ${joined(columns, ', ')}`;
  return {
    statement: statement('exchangeOutcomes', text),
    decode(row) {
      const around = surroundingsOf(row ?? { ties: [], meetings: [] });
      return {
        exchanges: (row?.exchanges ?? []).map(([list, roles, on]) => {
          const leg = exchangeLeg(list, depth, around)(roles);
          return { ...leg, at: around.at.get(leg.id) ?? [], on };
        }),
        around,
        beyond: Math.max(0, (row?.found ?? 0) - OUTCOME_EXCHANGES_MOST),
        tooLarge: row?.tooLarge ?? 0,
        countries: new Map(
          (row?.ends ?? []).map(([id, groups, member, twins]) => [
            id,
            { country: id, groups, member, twins },
          ]),
        ),
        groups: new Map(
          (row?.groups ?? []).flatMap((list) => {
            const node = group?.decode(list);
            return node ? [[node.id, node] as const] : [];
          }),
        ),
        covers: row?.covers ?? [],
        topicName: row?.topicName ?? null,
        version: row?.version ?? 0,
      };
    },
  };
}

/** Reads the exchanges that the outcomes are of. */
export async function readSharing(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  by: OutcomesBy,
  beside: Beside,
  depth: Depth,
): Promise<SharingRows> {
  const { statement: asked, decode } = sharingStatement(filter, by, beside, depth);
  const [row] = await door.read<Row>(asked, asking);
  return decode(row);
}
