import {
  placeOf,
  weigh,
  type Candidate,
  type Combination,
  type CooperationLeg,
  type Demands,
  type ExchangeLeg,
} from '../../../model/rules/after-exchange.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import { Fault } from '../../../model/faults.js';
import type { Asking, Door } from '../../door.js';
import type { Total } from '../page.js';
import type { NodeRow } from '../projection.js';
import type { CandidateFilter } from './candidates.js';
import type { WithNode } from './legs.js';
import { readPairs, type PairProjection, type PairRow } from './pairs.js';

/** A combination whose legs carry the rows that were asked for. */
export type CombinationRow = Combination & {
  readonly exchanges: readonly WithNode<ExchangeLeg>[];
  readonly cooperation: WithNode<CooperationLeg>;
};

/** One pair that meets the question. */
export interface Answer {
  /** Its place in the order of answers; the cursor. */
  readonly key: string;
  readonly countries: readonly [NodeRow, NodeRow];
  readonly best: CombinationRow;
  readonly alternatives: readonly CombinationRow[];
  readonly priorTies: readonly WithNode<CooperationLeg>[];
}

/** One page of answers. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly hasNext: boolean;
  /** Null when not asked for. */
  readonly total: Total | null;
  /** Null when not asked for. */
  readonly leftOut: readonly LeftOut[] | null;
  readonly topicName: string;
  /** Version of the graph that was read. */
  readonly version: number;
}

// Pairs that fail the rules make a page short; this many more are read before the whole topic is.
const SPARE = 30;

/** Answers the question page by page: candidates from the ordered keys, weighed by the pure rules. */
export async function answersAfterExchange(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
  page: { readonly first: number; readonly after: string | null },
  survey: boolean,
  wanted: PairProjection,
): Promise<Answers> {
  const from =
    page.after === null
      ? null
      : `Exchange|${page.after.slice(0, page.after.lastIndexOf('|', page.after.lastIndexOf('|') - 1))}`;
  const most = page.first + 1 + SPARE;
  let read = await readPairs(door, asking, filter, { from, most, survey }, wanted);
  const topicName = topicFound(filter, read.topicName);
  const { version } = read;
  let answers = answersOf(read.pairs, demands, page.after, read.filled);
  if (read.filled && answers.length <= page.first) {
    const whole = await readPairs(door, asking, filter, { from, most: null, survey: false }, wanted);
    answers = answersOf(whole.pairs, demands, page.after, false);
    read = { ...read, pairs: whole.pairs };
  }
  return {
    answers: answers.slice(0, page.first),
    hasNext: answers.length > page.first,
    topicName,
    version,
    ...(read.survey ? surveyed(read.survey, read.tooLarge ?? 0, demands) : { total: null, leftOut: null }),
  };
}

/** Name of the asked topic; a fault when there is none. */
export function topicFound({ topic }: CandidateFilter, topicName: string | null): string {
  if (topicName !== null) return topicName;
  throw new Fault('NOT_FOUND', `There is no topic ${topic}; list them with the root field topics.`, {
    details: { argument: 'topic' },
  });
}

/** Pairs that meet the question, in order, after the cursor. Where the limit cut, the last place may miss pairs and is left to the next reading. */
function answersOf(
  pairs: readonly PairRow[],
  demands: Demands,
  after: string | null,
  cut: boolean,
): Answer[] {
  const placed = pairs.flatMap((pair) => {
    const place = placeOf(pair, demands.sharing);
    return place === null ? [] : [{ pair, place }];
  });
  const last = placed.reduce((greatest, { place }) => (place > greatest ? place : greatest), '');
  return placed
    .filter(({ place }) => !cut || place < last)
    .map(({ pair, place }) => ({ pair, key: `${place}|${pair.pair.join('|')}` }))
    .filter(({ key }) => after === null || key > after)
    .flatMap(({ pair, key }) => {
      const verdict = weigh(pair, demands);
      if (!verdict || 'leftOut' in verdict) return [];
      return [
        {
          key,
          countries: pair.countries,
          best: verdict.answer as CombinationRow,
          alternatives: verdict.alternatives as readonly CombinationRow[],
          priorTies: verdict.priorTies as readonly WithNode<CooperationLeg>[],
        },
      ];
    })
    .sort((x, y) => (x.key < y.key ? -1 : 1));
}

/** How many pairs meet the question, and why the others do not. */
export function surveyed(
  candidates: readonly Candidate[],
  tooLarge: number,
  demands: Demands,
): { total: Total; leftOut: LeftOut[] } {
  const counts = new Map<LeftOutReason, number>();
  let answers = 0;
  for (const candidate of candidates) {
    const verdict = weigh(candidate, demands);
    if (verdict && 'leftOut' in verdict) counts.set(verdict.leftOut, (counts.get(verdict.leftOut) ?? 0) + 1);
    else if (verdict) answers += 1;
  }
  if (tooLarge > 0) counts.set('EXCHANGE_TOO_LARGE', tooLarge);
  return {
    total: { count: answers, more: false },
    leftOut: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((x, y) => (x.reason < y.reason ? -1 : 1)),
  };
}
