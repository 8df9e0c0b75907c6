import type { Candidate, Demands } from '../../../model/rules/after-exchange.js';
import { weigh } from '../../../model/rules/after-exchange.js';
import { asStrictAs } from '../../../model/rules/strictness.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import { strictness, type Strictness } from '../../../model/values/strictness.js';
import type { Asking, Door } from '../../door.js';
import { Turns } from '../../turns.js';
import { surveyed, topicFound } from './answers.js';
import type { CandidateFilter } from './candidates.js';
import { depthOf } from './legs.js';
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
  const read = await surveyPairs(door, asking, filter, {
    ...depthOf(demands, filter.together),
    // Stricter demands than those that were asked look at it.
    evidence: true,
  });
  const topicName = topicFound(filter, read.topicName);
  const turns = new Turns(asking);
  const { total, leftOut, counted } = await surveyed(read.survey, read.tooLarge, demands, turns);
  const answers = (pair: Candidate, asked: Demands): boolean => {
    const verdict = weigh(pair, asked);
    return verdict !== null && 'answer' in verdict;
  };
  const remaining = async (pairs: readonly Candidate[], asked: Demands): Promise<Candidate[]> =>
    (await turns.map(pairs, (pair) => (answers(pair, asked) ? [pair] : []))).flat();
  // Stricter demands only add, so what is no answer as asked is none at all.
  const pairs = await remaining(counted, demands);
  const counts: StrictCount[] = [];
  for (const level of Object.keys(strictness.values) as Strictness[]) {
    const count =
      level === 'AS_ASKED' ? total.count : (await remaining(pairs, asStrictAs(demands, level))).length;
    counts.push({ strictness: level, count });
  }
  return {
    counts,
    leftOut,
    topicName,
    version: read.version,
  };
}
