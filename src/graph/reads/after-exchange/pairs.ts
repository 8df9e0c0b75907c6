import type { Candidate, Demands } from '../../../model/rules/after-exchange.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { VISIBLE_NODE } from '../projection.js';
import { candidatePairs, exchangesOnTopic, placeConditions, type CandidateFilter } from './candidates.js';
import { gatherCooperations, gatherExchanges, type Asked, type Reach } from './gather.js';
import {
  cooperationExpression,
  cooperationLeg,
  depthOf,
  exchangeExpression,
  exchangeLeg,
  type Depth,
} from './legs.js';
import { type SurroundingsRow, surroundingsOf, surroundingsText } from './surroundings.js';

/** The ids of two countries, in order. */
export type Pair = readonly [a: string, b: string];

/** Pairs that are counted in one question. */
export const SURVEYED_PAIRS_MOST = 10_000;

/** Pairs that shared and cooperated in any form, and whether there are more than are counted. */
export interface Survey {
  readonly pairs: readonly Candidate[];
  readonly filled: boolean;
}

/** What one walk gives. */
export interface Walked {
  /** Pairs that shared and cooperated in a form that is asked for, by the first exchange that was met. */
  readonly pairs: readonly Pair[];
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

/** Where the walk begins, and how many pairs it gives at most. */
export interface Walk {
  readonly from: string | null;
  readonly most: number | null;
}

/** How many exchanges on the topic have too many countries: `tooLarge`. */
export function tooLargeText(filter: CandidateFilter): Fragment {
  const large = [cypher`e.namedCountries > ${int(filter.maxParties)}`, ...placeConditions(filter, 'e')];
  return cypher`CALL () {
${exchangesOnTopic(filter, null, large)}
RETURN count(e) AS tooLarge
}`;
}

/** The version of the graph and the name of the topic; null when there is no such topic. */
export const topicText = ({ topic }: CandidateFilter): Fragment => cypher`MATCH (g:Graph {id: 'graph'})
OPTIONAL MATCH (t:Entity {id: ${topic}}) WHERE ${VISIBLE_NODE('t')}
WITH *, g.version AS version, coalesce(t.nameEn, t.name) AS topicName`;

interface LegsRow extends SurroundingsRow {
  readonly pairs: readonly [string, string, [string, [string, string[]][]][], unknown[][]][];
  readonly exchanges: readonly (readonly [string, ...unknown[]])[];
}

/** The legs of the pairs that `source` names as `a` and `b`; an exchange of several pairs is read once. */
const legsText = (
  filter: CandidateFilter,
  source: Fragment,
  asked: Asked,
  reach: Reach,
  depth: Depth,
): Fragment => cypher`CALL () {
${source}
${gatherExchanges(filter, reach)}
${gatherCooperations(asked, cooperationExpression(depth))}
RETURN collect([a.id, b.id, [one IN shared | [one[0].id, one[1]]], cooperations]) AS pairs, collect(shared) AS met
}
CALL (met) {
  UNWIND met AS shared
  UNWIND shared AS one
  RETURN collect(DISTINCT one[0]) AS all
}
CALL (all) {
  UNWIND all AS e
  RETURN collect(${exchangeExpression(depth)}) AS exchanges
}
${surroundingsText(cypher`all`)}`;

const LEGS = cypher`pairs, exchanges, ties, meetings`;

function candidatesOf(row: LegsRow, depth: Depth): Candidate[] {
  const around = surroundingsOf(row);
  const exchanges = new Map(row.exchanges.map((list) => [list[0], exchangeLeg(list, depth, around)]));
  return row.pairs.map(([a, b, shared, cooperations]) => ({
    pair: [a, b],
    exchanges: shared.flatMap(([id, roles]) => exchanges.get(id)?.(roles) ?? []),
    cooperations: cooperations.map((list) => cooperationLeg(list, depth, around)),
  }));
}

/** All pairs that shared and cooperated in any form, one more than are counted, and what is counted beside them. */
const surveyText = (filter: CandidateFilter, depth: Depth): Fragment => {
  const source = candidatePairs(filter, null, SURVEYED_PAIRS_MOST + 1, 'ALL_FORMS');
  return cypher`${legsText(filter, source, null, 'ALL', depth)}
${tooLargeText(filter)}`;
};

const surveyOf = (row: LegsRow, depth: Depth): Survey => {
  const pairs = row.pairs.slice(0, SURVEYED_PAIRS_MOST);
  return { pairs: candidatesOf({ ...row, pairs }, depth), filled: row.pairs.length > SURVEYED_PAIRS_MOST };
};

/** The statement that walks the topic; with `survey`, as deep as that looks, it reads all that is left out too. */
export function walkStatement(
  filter: CandidateFilter,
  { from, most }: Walk,
  survey: Depth | null,
): Statement {
  return statement(
    'cooperationAfterExchange',
    cypher`CALL () {
${candidatePairs(filter, from, most, 'ASKED_FORMS')}
RETURN collect([a.id, b.id]) AS walked
}
${survey ? surveyText(filter, survey) : nothing}
${topicText(filter)}
RETURN walked, version, topicName${survey ? cypher`, ${LEGS}, tooLarge` : nothing}`,
  );
}

interface WalkRow extends LegsRow {
  readonly walked: readonly Pair[];
  readonly tooLarge: number;
  readonly topicName: string | null;
  readonly version: number;
}

/** Reads candidate pairs, and with `survey` everything that the answer leaves out. */
export async function walkPairs(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  walk: Walk,
  survey: Depth | null,
): Promise<Walked> {
  const [row] = await door.read<WalkRow>(walkStatement(filter, walk, survey), asking);
  const pairs = row?.walked ?? [];
  return {
    pairs,
    filled: walk.most !== null && pairs.length >= walk.most,
    survey: row && survey ? surveyOf(row, survey) : null,
    tooLarge: row && survey ? row.tooLarge : null,
    topicName: row?.topicName ?? null,
    version: row?.version ?? 0,
  };
}

/** The statement that reads the legs of these pairs. */
export const legsStatement = (
  filter: CandidateFilter,
  demands: Demands,
  pairs: readonly Pair[],
  reach: Reach,
): Statement =>
  statement(
    'legsOfPairs',
    cypher`${legsText(
      filter,
      cypher`UNWIND ${pairs} AS pair
MATCH (a:Entity {id: pair[0]})
WITH a, pair[1] AS partner
MATCH (b:Entity {id: partner})`,
      demands,
      reach,
      depthOf(demands, filter.together),
    )}
RETURN ${LEGS}`,
  );

/** Reads the legs of these pairs, in no order. */
export async function readLegs(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
  pairs: readonly Pair[],
  reach: Reach,
): Promise<Candidate[]> {
  if (pairs.length === 0) return [];
  const [row] = await door.read<LegsRow>(legsStatement(filter, demands, pairs, reach), asking);
  return row ? candidatesOf(row, depthOf(demands, filter.together)) : [];
}

/** Reads the pairs that shared and cooperated in any form, and what is counted beside them, without a page. */
export async function surveyPairs(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  depth: Depth,
): Promise<Pick<Walked, 'topicName' | 'version'> & { survey: Survey; tooLarge: number }> {
  const [row] = await door.read<Omit<WalkRow, 'walked'>>(
    statement(
      'sensitivity',
      cypher`${surveyText(filter, depth)}
${topicText(filter)}
RETURN ${LEGS}, tooLarge, version, topicName`,
    ),
    asking,
  );
  return {
    survey: row ? surveyOf(row, depth) : { pairs: [], filled: false },
    tooLarge: row?.tooLarge ?? 0,
    topicName: row?.topicName ?? null,
    version: row?.version ?? 0,
  };
}
