import type { Demands } from '../../../model/rules/after-exchange.js';
import { weigh } from '../../../model/rules/after-exchange.js';
import { asStrictAs } from '../../../model/rules/strictness.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import { strictness, type Strictness } from '../../../model/values/strictness.js';
import type { Asking, Door } from '../../door.js';
import { surveyed, topicFound } from './answers.js';
import type { CandidateFilter } from './candidates.js';
import { surveyPairs } from './pairs.js';

/** How many answers there are at one strictness. */
export interface StrictCount {
  readonly strictness: Strictness;
  readonly count: number;
}

/** Counts of a question, from as asked to strictest. */
export interface Sensitivity {
  readonly counts: readonly StrictCount[];
  /** What the question as asked left out; null when not asked for. */
  readonly leftOut: readonly LeftOut[] | null;
  readonly version: number;
}

/** Reads the pairs of cooperationAfterExchange once, and weighs them at each strictness. */
export async function sensitivityAfterExchange(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
): Promise<Sensitivity & { readonly topicName: string }> {
  const read = await surveyPairs(door, asking, filter);
  const topicName = topicFound(filter, read.topicName);
  const { total, leftOut } = surveyed(read.survey, read.tooLarge, demands);
  const answers = (pair: Parameters<typeof weigh>[0], asked: Demands): boolean => {
    const verdict = weigh(pair, asked);
    return verdict !== null && 'answer' in verdict;
  };
  // Stricter demands only add, so what is no answer as asked is none at all.
  const pairs = read.survey.filter((pair) => answers(pair, demands));
  const levels = Object.keys(strictness.values) as Strictness[];
  return {
    counts: levels.map((level) => {
      const stricter = asStrictAs(demands, level);
      const count =
        level === 'AS_ASKED' ? total.count : pairs.filter((pair) => answers(pair, stricter)).length;
      return { strictness: level, count };
    }),
    leftOut,
    topicName,
    version: read.version,
  };
}
