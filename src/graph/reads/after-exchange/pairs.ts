import { kindNamed } from '../../../model/kinds.js';
import type { Candidate, CooperationLeg, ExchangeLeg } from '../../../model/rules/after-exchange.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';
import { candidatePairs, exchangesOnTopic, placeConditions, type CandidateFilter } from './candidates.js';
import { gatherCooperations, gatherExchanges, type Gathering } from './gather.js';
import { cooperationBlock, exchangeBlock, type WithNode } from './legs.js';

/** What the client selected of each pair. */
export interface PairProjection {
  readonly country: Projection;
  readonly exchange: Projection;
  readonly cooperation: Projection;
}

/** A candidate whose legs carry the rows that were asked for. */
export interface PairRow extends Candidate {
  readonly countries: readonly [NodeRow, NodeRow];
  readonly exchanges: readonly WithNode<ExchangeLeg>[];
  readonly cooperations: readonly WithNode<CooperationLeg>[];
}

/** Pairs that are counted in one question. */
export const SURVEYED_PAIRS_MOST = 10_000;

/** Pairs that shared and cooperated in any form, and whether there are more than are counted. */
export interface Survey {
  readonly pairs: readonly Candidate[];
  readonly filled: boolean;
}

/** What one reading of pairs gives. */
export interface Pairs {
  /** Pairs of the page, in no order; complete up to the last place unless `filled` is false. */
  readonly pairs: readonly PairRow[];
  /** Whether the limit was reached, so that there may be more. */
  readonly filled: boolean;
  /** Pairs that shared and cooperated in any form; null when not asked for. */
  readonly survey: Survey | null;
  /** Exchanges on the topic with too many countries; null when not asked for. */
  readonly tooLarge: number | null;
  /** Name of the asked topic; null when there is no such topic. */
  readonly topicName: string | null;
  /** Version of the graph that was read. */
  readonly version: number;
}

/** Where the walk begins, how many pairs it gives at most, and whether everything left out is surveyed too. */
export interface Walk {
  readonly from: string | null;
  readonly most: number | null;
  readonly survey: boolean;
}

interface Part {
  readonly text: Fragment;
  decode(list: readonly unknown[]): PairRow;
}

function part(
  filter: CandidateFilter,
  walk: Pick<Walk, 'from' | 'most'>,
  gathering: Gathering,
  wanted: PairProjection | null,
): Part {
  const exchange = exchangeBlock(wanted && wanted.exchange);
  const cooperation = cooperationBlock(wanted && wanted.cooperation, filter.together);
  const country = kindNamed('Country');
  const ends =
    wanted && country ? (['a', 'b'] as const).map((v) => project(v, [country], wanted.country)) : null;
  return {
    text: cypher`${candidatePairs(filter, walk.from, walk.most, gathering)}
${gatherExchanges(filter, exchange.expression)}
${gatherCooperations(filter, gathering, cooperation.expression)}
RETURN collect([a.id, b.id, exchanges, cooperations${ends?.[0] && ends[1] ? cypher`, ${ends[0].expression}, ${ends[1].expression}` : nothing}])`,
    decode(list) {
      const [a, b, exchanges, cooperations, first, second] = list as [
        string,
        string,
        unknown[][],
        unknown[][],
        unknown[],
        unknown[],
      ];
      return {
        pair: [a, b],
        exchanges: exchanges.map((leg) => exchange.decode(leg)),
        cooperations: cooperations.map((leg) => cooperation.decode(leg)),
        countries: [
          ends?.[0]?.decode(first) ?? { kind: 'Country', id: a },
          ends?.[1]?.decode(second) ?? { kind: 'Country', id: b },
        ],
      };
    },
  };
}

/** How many exchanges on the topic have too many countries: `tooLarge`. */
export function tooLargeText(filter: CandidateFilter): Fragment {
  const large = [cypher`e.namedCountries > ${int(filter.maxParties)}`, ...placeConditions(filter, 'e')];
  return cypher`CALL () {
${exchangesOnTopic(filter, null, large)}
RETURN count(e) AS tooLarge
}`;
}

const surveyPart = (filter: CandidateFilter): Part =>
  part(filter, { from: null, most: SURVEYED_PAIRS_MOST + 1 }, 'ALL_FORMS', null);

const surveyOf = (part: Part, rows: readonly unknown[][]): Survey => ({
  pairs: rows.slice(0, SURVEYED_PAIRS_MOST).map((list) => part.decode(list)),
  filled: rows.length > SURVEYED_PAIRS_MOST,
});

const surveyText = (filter: CandidateFilter, { text }: Part): Fragment =>
  cypher`CALL () {\n${text} AS surveyed\n}\n${tooLargeText(filter)}`;

/** The version of the graph and the name of the topic; null when there is no such topic. */
export const topicText = ({ topic }: CandidateFilter): Fragment => cypher`MATCH (g:Graph {id: 'graph'})
OPTIONAL MATCH (t:Entity {id: ${topic}}) WHERE ${VISIBLE_NODE('t')}
WITH *, g.version AS version, coalesce(t.nameEn, t.name) AS topicName`;

/** The statement of the question: the page, and with `survey` all that was left out, in one. */
export function pairsStatement(
  filter: CandidateFilter,
  walk: Walk,
  wanted: PairProjection,
): { statement: Statement; page: Part; survey: Part } {
  const page = part(filter, walk, 'ASKED_FORMS', wanted);
  const survey = surveyPart(filter);
  const text = cypher`CALL () {
${page.text} AS pairs
}
${walk.survey ? surveyText(filter, survey) : nothing}
${topicText(filter)}
RETURN pairs, version, topicName,
  ${walk.survey ? cypher`surveyed, tooLarge` : cypher`null AS surveyed, null AS tooLarge`}`;
  return { statement: statement('cooperationAfterExchange', text), page, survey };
}

interface PairsRow {
  readonly pairs: readonly unknown[][];
  readonly surveyed: readonly unknown[][] | null;
  readonly tooLarge: number | null;
  readonly topicName: string | null;
  readonly version: number;
}

/** Reads candidate pairs, and with `survey` everything that the answer leaves out. */
export async function readPairs(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  walk: Walk,
  wanted: PairProjection,
): Promise<Pairs> {
  const { statement: asked, page, survey } = pairsStatement(filter, walk, wanted);
  const [row] = await door.read<PairsRow>(asked, asking);
  const pairs = (row?.pairs ?? []).map((list) => page.decode(list));
  return {
    pairs,
    filled: walk.most !== null && pairs.length >= walk.most,
    survey: row?.surveyed ? surveyOf(survey, row.surveyed) : null,
    tooLarge: row?.tooLarge ?? null,
    topicName: row?.topicName ?? null,
    version: row?.version ?? 0,
  };
}

/** Reads the pairs that shared and cooperated in any form, and what is counted beside them, without a page. */
export async function surveyPairs(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
): Promise<Pick<Pairs, 'topicName' | 'version'> & { survey: Survey; tooLarge: number }> {
  const survey = surveyPart(filter);
  const [row] = await door.read<Omit<PairsRow, 'pairs'>>(
    statement(
      'sensitivity',
      cypher`${surveyText(filter, survey)}
${topicText(filter)}
RETURN surveyed, tooLarge, version, topicName`,
    ),
    asking,
  );
  return {
    survey: surveyOf(survey, row?.surveyed ?? []),
    tooLarge: row?.tooLarge ?? 0,
    topicName: row?.topicName ?? null,
    version: row?.version ?? 0,
  };
}
