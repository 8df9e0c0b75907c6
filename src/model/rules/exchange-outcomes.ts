import type { OutcomesBy } from '../values/exchange-outcomes.js';
import type { LeftOut, LeftOutReason } from '../values/left-out.js';
import { notAtRisk, weigh } from './after-exchange.js';
import type { CooperationLeg, Demands, ExchangeLeg } from './after-exchange-terms.js';
import type { SharingPair } from './pairs-that-shared.js';
import { waysOfSharing } from './ways-of-sharing.js';

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

/** One exchange in which both shared, or two in each of which one of them did. */
export type Way = readonly ExchangeLeg[];

/** A pair that shared as asked. */
export interface PairAtRisk extends SharingPair {
  /** The ways in which it shared as asked, the earliest first. */
  readonly ways: readonly Way[];
  /** Orders pairs, and is their cursor: by the earliest exchange in which they shared as asked, then by their ids. */
  readonly key: string;
}

/**
 * What came of a pair's exchanges, or why that is not known: where some of its facts were not looked at, that none is
 * recorded would be a guess.
 */
export type Outcome =
  | { readonly outcome: 'DEFINITE' | 'POSSIBLE' | 'NONE'; readonly ways: readonly Way[] }
  | { readonly leftOut: LeftOutReason };

type Tally = { -readonly [K in keyof OutcomeCounts]: OutcomeCounts[K] };

const emptyTally = (): Tally => ({
  atRisk: 0,
  cooperatedDefinitely: 0,
  cooperatedPossibly: 0,
  noneRecorded: 0,
  notCovered: 0,
});

// Of what puts a way of sharing out, from the first check to the last: a pair is counted under what it came furthest to.
const PUT_OUT: readonly LeftOutReason[] = ['ONLY_RECEIVED', 'EXCHANGE_BELOW_CERTAINTY', 'EVIDENCE'];

/** Of the pairs that shared those that did so as asked, in order, and how many did not; no cooperation is looked at. */
export function pairsAtRisk(
  pairs: readonly SharingPair[],
  demands: Demands,
): { readonly atRisk: readonly PairAtRisk[]; readonly leftOut: readonly LeftOut[] } {
  const atRisk: PairAtRisk[] = [];
  const leftOut = new Map<LeftOutReason, number>();
  for (const sharing of pairs) {
    const candidate = { ...sharing, cooperations: [] };
    const ways: Way[] = [];
    let furthest = -1;
    for (const way of waysOfSharing(candidate, demands.sharing)) {
      const failed = notAtRisk(candidate, way, demands);
      if (failed === null) ways.push(way);
      else furthest = Math.max(furthest, PUT_OUT.indexOf(failed));
    }
    const [first] = ways.sort(earliestFirst);
    const reason = PUT_OUT[furthest];
    if (first) atRisk.push({ ...sharing, ways, key: `${placeOf(first)}|${sharing.pair.join('|')}` });
    else if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return {
    atRisk: atRisk.sort((x, y) => (x.key < y.key ? -1 : 1)),
    leftOut: [...leftOut].map(([reason, count]) => ({ reason, count })),
  };
}

const placeOf = (way: Way): string => way.map(({ key }) => key).reduce((x, y) => (y < x ? y : x));

function earliestFirst(x: Way, y: Way): number {
  const keys = (way: Way): string => way.map(({ key }) => key).join(' ');
  const [first, second] = [placeOf(x), placeOf(y)];
  return first === second ? (keys(x) < keys(y) ? -1 : 1) : first < second ? -1 : 1;
}

/** What two countries did together. */
export interface DoneTogether {
  readonly cooperations: readonly CooperationLeg[];
  /** Whether these, and the exchanges of the pair, are all that there are, and not only the earliest. */
  readonly whole: boolean;
}

/** Weighs a pair with its cooperations, as cooperationAfterExchange does. */
export function outcomeOf(
  { pair, exchanges, ways }: PairAtRisk,
  { cooperations, whole }: DoneTogether,
  demands: Demands,
): Outcome {
  const candidate = { pair, exchanges, cooperations };
  const left = ways.filter((way) => notAtRisk(candidate, way, demands) === null);
  if (left.length === 0) return { leftOut: 'PRIOR_TIES' };
  const verdict = weigh(candidate, demands, left);
  if (verdict && 'answer' in verdict)
    return { outcome: verdict.answer.order === 'DEFINITE' ? 'DEFINITE' : 'POSSIBLE', ways: left };
  if (verdict?.leftOut === 'TOO_MANY_COMBINATIONS') return verdict;
  return whole ? { outcome: 'NONE', ways: left } : { leftOut: 'COOPERATION_NOT_REACHED' };
}

/** Why the cooperations of a pair with none recorded do not count, those of other forms and stages among them; null when there are none. */
export function becauseOf(
  { pair, exchanges }: PairAtRisk,
  ways: readonly Way[],
  cooperations: readonly CooperationLeg[],
  demands: Demands,
): LeftOutReason | null {
  const verdict = weigh({ pair, exchanges, cooperations }, demands, ways);
  return verdict && 'leftOut' in verdict ? verdict.leftOut : null;
}

/** Counts over many pairs. */
export interface OutcomeTally {
  /** Counts a pair, once over all and once in each group; gives why something of it is not counted, null when nothing is. */
  add(pair: PairAtRisk, done: DoneTogether, outcome: Outcome): LeftOutReason | null;
  readonly all: OutcomeCounts;
  groups(): readonly OutcomeGroup[];
}

/** Counts what came of exchanges: over all those of a pair, and over those of each group alone; null counts no groups. */
export function outcomeTally(
  demands: Demands,
  by: OutcomesBy | null,
  covered: (pair: readonly [string, string]) => boolean,
): OutcomeTally {
  const all = emptyTally();
  const groups = new Map<string, Tally>();
  return {
    all,
    add(pair, done, found) {
      if ('leftOut' in found) return found.leftOut;
      const known = covered(pair.pair);
      count(all, found.outcome, known);
      let left: LeftOutReason | null = null;
      for (const [key, ways] of by === null ? [] : waysByGroup(found.ways, by)) {
        const there = outcomeOf({ ...pair, ways }, done, demands);
        const tally = groups.get(key) ?? emptyTally();
        if ('leftOut' in there) left = there.leftOut;
        else count(tally, there.outcome, known);
        if (tally.atRisk > 0) groups.set(key, tally);
      }
      return left;
    },
    groups: () =>
      [...groups].map(([key, counts]) => ({ key, ...counts })).sort(by === 'YEAR' ? byKey : mostFirst),
  };
}

function count(tally: Tally, outcome: 'DEFINITE' | 'POSSIBLE' | 'NONE', covered: boolean): void {
  tally.atRisk += 1;
  if (outcome === 'DEFINITE') tally.cooperatedDefinitely += 1;
  else if (outcome === 'POSSIBLE') tally.cooperatedPossibly += 1;
  else {
    tally.noneRecorded += 1;
    if (!covered) tally.notCovered += 1;
  }
}

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
