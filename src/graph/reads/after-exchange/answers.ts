import { stepsToWeigh, weigh, type Candidate, type Demands } from '../../../model/rules/after-exchange.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import { absent } from '../../../model/faults.js';
import type { Asking, Door } from '../../door.js';
import { Turns } from '../../turns.js';
import type { Total } from '../page.js';
import type { CandidateFilter } from './candidates.js';
import { depthOf } from './legs.js';
import { walkPairs, type Survey } from './pairs.js';
import { readShown, type Answer, type PairProjection } from './shown.js';
import { weighingOf } from './weighing.js';

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

// Pairs that fail the rules, and those of earlier pages, make a page short; so many more are walked before the whole topic is.
const SPARE = 15;
/** Pairs that one page looks at; one that comes no further is short, and says where to go on. */
export const PAIRS_WALKED_MOST = 2_000;
/** Steps of weighing over all pairs that are counted. */
export const SURVEYED_STEPS_MOST = 400_000;

/** Answers the question page by page: candidates from the ordered keys, weighed by the pure rules, and what is shown of them. */
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
  const turns = new Turns(asking);
  const weighing = weighingOf(door, asking, filter, demands, page, wanted.alternatives > 0, turns);
  const depth = survey ? depthOf(demands, filter.together) : null;
  const most = page.first + 1 + SPARE;
  const walked = await walkPairs(door, asking, filter, { from, most }, depth);
  const topicName = topicFound(filter, walked.topicName);
  let { filled } = walked;
  await weighing.add(walked.pairs, filled);
  for (const further of [PAIRS_WALKED_MOST, null]) {
    if (!filled || weighing.enough() || (further === null && weighing.end() !== null)) break;
    const more = await walkPairs(door, asking, filter, { from, most: further }, null);
    ({ filled } = more);
    await weighing.add(more.pairs, filled);
  }
  const answers = weighing.answers();
  const short = filled && answers.length <= page.first;
  return {
    answers: await readShown(
      door,
      asking,
      answers.slice(0, page.first).map((answer) => ({
        ...answer,
        alternatives: answer.alternatives.slice(0, wanted.alternatives),
        priorTies: wanted.priorTies ? answer.priorTies : [],
      })),
      demands,
      filter.together ?? false,
      wanted,
    ),
    hasNext: answers.length > page.first || short,
    end: short ? weighing.end() : null,
    topicName,
    version: walked.version,
    ...(walked.survey
      ? await surveyed(walked.survey, walked.tooLarge ?? 0, demands, turns)
      : { total: null, leftOut: null }),
  };
}

/** Name of the asked topic; a fault when there is none. */
export function topicFound({ topic }: CandidateFilter, topicName: string | null): string {
  if (topicName !== null) return topicName;
  throw absent('topic', topic, 'topics');
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
