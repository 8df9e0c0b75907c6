import type { OutcomesBy } from '../values/exchange-outcomes.js';
import type { LeftOut, LeftOutReason } from '../values/left-out.js';
import { notAtRisk, waysOfSharing, weigh } from './after-exchange.js';
import type { Candidate, Demands, ExchangeLeg } from './after-exchange-terms.js';

/** An exchange with what it is grouped by. */
export interface PlacedExchange extends ExchangeLeg {
  /** Ids of its own meetings, not of those that these are part of. */
  readonly at: readonly string[];
  /** Ids of its own topics that are the asked one or narrower. */
  readonly on: readonly string[];
}

/** How many pairs are at risk, and what is recorded of them: `atRisk` is the sum of the next three. */
export interface OutcomeCounts {
  readonly atRisk: number;
  readonly cooperatedDefinitely: number;
  readonly cooperatedPossibly: number;
  readonly noneRecorded: number;
  /** Of those with none recorded: of which no complete source would know. */
  readonly notCovered: number;
}

/** The counts of one meeting, topic or year; the key is empty where there is none. */
export interface OutcomeGroup extends OutcomeCounts {
  readonly key: string;
}

/** A pair at risk of which no cooperation is recorded that counts. */
export interface PairWithNone {
  readonly pair: readonly [string, string];
  /** The earliest exchange in which it shared as asked, or the two. */
  readonly exchanges: readonly ExchangeLeg[];
  /** Orders pairs: by that exchange. */
  readonly place: string;
  readonly covered: boolean;
  /** Why the cooperations that are recorded do not count; null when there are none. */
  readonly because: LeftOutReason | null;
}

/** What came of exchanges. */
export interface Outcomes {
  readonly all: OutcomeCounts;
  readonly groups: readonly OutcomeGroup[];
  /** In the order of their places. */
  readonly none: readonly PairWithNone[];
  /** Pairs that shared, but not as asked. */
  readonly leftOut: readonly LeftOut[];
}

type Tally = { -readonly [K in keyof OutcomeCounts]: OutcomeCounts[K] };
type Way = readonly ExchangeLeg[];

const emptyTally = (): Tally => ({
  atRisk: 0,
  cooperatedDefinitely: 0,
  cooperatedPossibly: 0,
  noneRecorded: 0,
  notCovered: 0,
});

/** Weighs every pair as cooperationAfterExchange does: over all its exchanges, and over those of each group alone. */
export function outcomesOf(
  pairs: readonly Candidate[],
  demands: Demands,
  by: OutcomesBy,
  covered: (pair: readonly [string, string]) => boolean,
): Outcomes {
  const all = emptyTally();
  const groups = new Map<string, Tally>();
  const none: PairWithNone[] = [];
  const leftOut = new Map<LeftOutReason, number>();
  for (const candidate of pairs) {
    const { pair } = candidate;
    const { ways, reason } = waysAtRisk(candidate, demands);
    if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    const [first] = ways;
    if (!first) continue;
    const known = covered(pair);
    const because = count(all, candidate, demands, ways, known);
    if (because !== 'ANSWER')
      none.push({ pair, exchanges: first, place: placeOf(first), covered: known, because });
    for (const [key, some] of waysByGroup(ways, by)) {
      const tally = groups.get(key) ?? emptyTally();
      groups.set(key, tally);
      count(tally, candidate, demands, some, known);
    }
  }
  return {
    all,
    groups: [...groups].map(([key, counts]) => ({ key, ...counts })).sort(by === 'YEAR' ? byKey : mostFirst),
    none: none.sort((x, y) => (idOf(x) < idOf(y) ? -1 : 1)),
    leftOut: [...leftOut].map(([reason, number]) => ({ reason, count: number })),
  };
}

/** The cursor of a pair: its place, then its countries. */
export const idOf = ({ place, pair }: PairWithNone): string => `${place}|${pair.join('|')}`;

function count(
  tally: Tally,
  candidate: Candidate,
  demands: Demands,
  ways: readonly Way[],
  covered: boolean,
): 'ANSWER' | LeftOutReason | null {
  const verdict = weigh(candidate, demands, ways);
  tally.atRisk += 1;
  if (verdict && 'answer' in verdict) {
    tally[verdict.answer.order === 'DEFINITE' ? 'cooperatedDefinitely' : 'cooperatedPossibly'] += 1;
    return 'ANSWER';
  }
  tally.noneRecorded += 1;
  if (!covered) tally.notCovered += 1;
  return verdict?.leftOut ?? null;
}

const PUT_OUT: readonly LeftOutReason[] = [
  'ONLY_RECEIVED',
  'EXCHANGE_BELOW_CERTAINTY',
  'EVIDENCE',
  'PRIOR_TIES',
];

/** The ways of sharing that put the pair at risk, earliest first; where there is none, the reason that it came furthest to. */
function waysAtRisk(
  candidate: Candidate,
  demands: Demands,
): { readonly ways: readonly Way[]; readonly reason: LeftOutReason | undefined } {
  const ways: Way[] = [];
  let furthest = -1;
  for (const way of waysOfSharing(candidate, demands.sharing)) {
    const failed = notAtRisk(candidate, way, demands);
    if (failed === null) ways.push(way);
    else furthest = Math.max(furthest, PUT_OUT.indexOf(failed));
  }
  const keys = (way: Way): string => way.map(({ key }) => key).join(' ');
  ways.sort((x, y) =>
    placeOf(x) === placeOf(y) ? (keys(x) < keys(y) ? -1 : 1) : placeOf(x) < placeOf(y) ? -1 : 1,
  );
  return { ways, reason: ways.length === 0 ? PUT_OUT[furthest] : undefined };
}

const placeOf = (way: Way): string => way.map(({ key }) => key).reduce((x, y) => (y < x ? y : x));

function waysByGroup(ways: readonly Way[], by: OutcomesBy): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways)
    for (const key of keysOf(way as readonly PlacedExchange[], by)) {
      const group = groups.get(key);
      if (group) group.push(way);
      else groups.set(key, [way]);
    }
  return groups;
}

function keysOf(way: readonly PlacedExchange[], by: OutcomesBy): readonly string[] {
  if (by === 'YEAR') {
    const years = way.map(({ key }) => (key.startsWith('-') ? '' : key.slice(0, 4)));
    return [years.includes('') ? '' : years.reduce((x, y) => (y > x ? y : x))];
  }
  const found = way.map(({ at, on }) => (by === 'MEETING' ? at : on));
  return [...new Set(found.flatMap((ids) => (ids.length === 0 ? [''] : ids)))];
}

/** By key; what has none comes last. */
function byKey(x: OutcomeGroup, y: OutcomeGroup): number {
  if (x.key === '' || y.key === '') return x.key === '' ? 1 : -1;
  return x.key < y.key ? -1 : 1;
}

const mostFirst = (x: OutcomeGroup, y: OutcomeGroup): number => y.atRisk - x.atRisk || byKey(x, y);
