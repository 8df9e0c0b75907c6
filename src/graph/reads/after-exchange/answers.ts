import {
  placeOf,
  stepsToWeigh,
  weigh,
  type Candidate,
  type Combination,
  type CooperationLeg,
  type Demands,
  type ExchangeLeg,
} from '../../../model/rules/after-exchange.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import { absent } from '../../../model/faults.js';
import type { Asking, Door } from '../../door.js';
import { Turns } from '../../turns.js';
import type { Total } from '../page.js';
import type { NodeRow } from '../projection.js';
import type { CandidateFilter } from './candidates.js';
import type { WithNode } from './legs.js';
import { readPairs, type PairProjection, type PairRow, type Survey } from './pairs.js';

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
  /** Where the list goes on when the page is short because it came no further; else it goes on after its last answer. */
  readonly end: string | null;
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
/** Pairs that one page looks at; one that comes no further is short, and says where to go on. */
export const PAIRS_WALKED_MOST = 2_000;
/** Steps of weighing over all pairs that are counted. */
export const SURVEYED_STEPS_MOST = 400_000;

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
  const turns = new Turns(asking);
  let found = await answersOf(read.pairs, demands, page.after, read.filled, turns);
  // Of the pairs that stand at one place, as all of one exchange do, the limit must not cut all away.
  for (const further of [PAIRS_WALKED_MOST, null]) {
    if (!read.filled || found.answers.length > page.first || (further === null && found.end !== null)) break;
    const more = await readPairs(door, asking, filter, { from, most: further, survey: false }, wanted);
    found = await answersOf(more.pairs, demands, page.after, more.filled, turns);
    read = { ...read, pairs: more.pairs, filled: more.filled };
  }
  const { answers, end } = found;
  const short = read.filled && answers.length <= page.first;
  return {
    answers: answers.slice(0, page.first),
    hasNext: answers.length > page.first || short,
    end: short ? end : null,
    topicName,
    version,
    ...(read.survey
      ? await surveyed(read.survey, read.tooLarge ?? 0, demands, turns)
      : { total: null, leftOut: null }),
  };
}

/** Name of the asked topic; a fault when there is none. */
export function topicFound({ topic }: CandidateFilter, topicName: string | null): string {
  if (topicName !== null) return topicName;
  throw absent('topic', topic, 'topics');
}

/**
 * Pairs that meet the question, in order, after the cursor, and the last pair that was looked at. Where the limit cut, the last
 * place may miss pairs and is left to the next reading.
 */
async function answersOf(
  pairs: readonly PairRow[],
  demands: Demands,
  after: string | null,
  cut: boolean,
  turns: Turns,
): Promise<{ readonly answers: Answer[]; readonly end: string | null }> {
  const placed = (
    await turns.map(pairs, (pair) => {
      const place = placeOf(pair, demands.sharing);
      return place === null ? [] : [{ pair, place }];
    })
  ).flat();
  const last = placed.reduce((greatest, { place }) => (place > greatest ? place : greatest), '');
  const looked = placed
    .filter(({ place }) => !cut || place < last)
    .map(({ pair, place }) => ({ pair, key: `${place}|${pair.pair.join('|')}` }))
    .filter(({ key }) => after === null || key > after)
    .sort((x, y) => (x.key < y.key ? -1 : 1));
  const answers = await turns.map(looked, ({ pair, key }): Answer[] => {
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
  });
  return { answers: answers.flat(), end: looked.at(-1)?.key ?? null };
}

/** What was counted, with the pairs that were: all, or those before counting stopped. */
export interface Surveyed {
  readonly total: Total;
  readonly leftOut: LeftOut[];
  readonly counted: readonly Candidate[];
}

/** How many pairs meet the question, and why the others do not; up to a number of pairs and of steps, and then it says so. */
export async function surveyed(
  { pairs, filled }: Survey,
  tooLarge: number,
  demands: Demands,
  turns: Turns,
): Promise<Surveyed> {
  const counts = new Map<LeftOutReason, number>();
  let answers = 0;
  let left = SURVEYED_STEPS_MOST;
  const reached = pairs.findIndex((pair) => (left -= stepsToWeigh(pair, demands)) < 0);
  const counted = reached < 0 ? pairs : pairs.slice(0, reached);
  const stopped = filled || reached >= 0;
  for (const verdict of await turns.map(counted, (pair) => weigh(pair, demands))) {
    if (verdict && 'leftOut' in verdict) counts.set(verdict.leftOut, (counts.get(verdict.leftOut) ?? 0) + 1);
    else if (verdict) answers += 1;
  }
  if (tooLarge > 0) counts.set('EXCHANGE_TOO_LARGE', tooLarge);
  if (stopped) counts.set('COUNT_STOPPED', counted.length);
  return {
    total: { count: answers, more: stopped },
    leftOut: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((x, y) => (x.reason < y.reason ? -1 : 1)),
    counted,
  };
}
