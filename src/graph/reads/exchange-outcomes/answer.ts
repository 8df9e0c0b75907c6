import type { Demands } from '../../../model/rules/after-exchange.js';
import { coverOf, coversPair, type CoverageScope } from '../../../model/rules/coverage.js';
import {
  outcomeTally,
  pairsAtRisk,
  type Outcome,
  type OutcomeCounts,
  type PairAtRisk,
} from '../../../model/rules/exchange-outcomes.js';
import { pairsThatShared } from '../../../model/rules/pairs-that-shared.js';
import type { OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import type { Asking, Door } from '../../door.js';
import { Turns } from '../../turns.js';
import { topicFound } from '../after-exchange/answers.js';
import type { CandidateFilter } from '../after-exchange/candidates.js';
import { LEGS_MOST } from '../after-exchange/gather.js';
import { depthOf } from '../after-exchange/legs.js';
import type { Page } from '../page.js';
import type { NodeRow } from '../projection.js';
import { LOOKED_MOST, looks, type Looking } from './looks.js';
import { readSharing, type Beside, type SharingRows } from './reading.js';
import { readNone, type NoneProjection, type NoneRow, type PairWithNone } from './shown.js';

/** Steps of forming pairs for one question. */
export const OUTCOME_PAIR_STEPS_MOST = 200_000;
/** Groups that are shown. */
export const OUTCOME_GROUPS_MOST = 100;
// Some pairs cooperated: so many more than the page shows are looked at at once.
const SPARE = 10;

/** What the client selected. */
export interface OutcomeProjection extends Beside, NoneProjection {
  /** Whether all pairs are counted; else no more of them are looked at than the page needs. */
  readonly counts: boolean;
  /** Whether the counts of groups are asked for. */
  readonly groups: boolean;
  /** Whether pairs with none recorded are listed. */
  readonly rows: boolean;
}

/** The counts of one group, with the meeting or topic. */
export interface GroupRow extends OutcomeCounts {
  /** Id of the meeting or topic, or the year; empty where there is none. */
  readonly key: string;
  readonly row: NodeRow | null;
}

/** What came of the exchanges on a topic. */
export interface ExchangeOutcomes {
  /** Null where not all pairs were to be counted. */
  readonly all: OutcomeCounts | null;
  /** Whether counting stopped before the last pair. */
  readonly stopped: boolean;
  readonly groups: readonly GroupRow[];
  readonly none: readonly (NoneRow & { readonly covered: boolean })[];
  readonly hasNext: boolean;
  /** Where the list goes on when the page is short because it came no further; else it goes on after its last row. */
  readonly end: string | null;
  /** Whether no pair is at risk. */
  readonly empty: boolean;
  readonly leftOut: readonly LeftOut[];
  readonly topicName: string;
  readonly version: number;
}

/** Weighs the pairs that shared experience, all of them or those of a page: counts, groups, and those with none recorded. */
export async function exchangeOutcomes(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
  by: OutcomesBy,
  page: Page,
  wanted: OutcomeProjection,
): Promise<ExchangeOutcomes> {
  const depth = depthOf(demands, filter.together);
  const read = await readSharing(door, asking, filter, by, wanted, depth);
  const topicName = topicFound(filter, read.topicName);
  const bounds = { steps: OUTCOME_PAIR_STEPS_MOST, legs: LEGS_MOST };
  const found = pairsThatShared(read.exchanges, demands.sharing, counting(filter, read), bounds);
  const { atRisk, leftOut: apart } = pairsAtRisk(found.pairs, demands);
  const looking: Looking = { demands, depth, around: read.around, turns: new Turns(asking) };
  const covered = coveredBy(read);
  const tally = outcomeTally(demands, wanted.groups ? by : null, covered);
  const known = new Map<string, Outcome>();
  const undecided = new Map<LeftOutReason, number>();
  const leave = (reason: LeftOutReason | null): void => {
    if (reason) undecided.set(reason, (undecided.get(reason) ?? 0) + 1);
  };

  // Which pairs cooperated before is known only once all were looked at.
  const whole = wanted.counts || wanted.groups || (wanted.leftOut && demands.priorTies !== 'ALLOW');
  if (whole)
    for await (const { pair, done, outcome } of looks(door, asking, atRisk, LOOKED_MOST, looking)) {
      known.set(pair.key, outcome);
      leave(tally.add(pair, done, outcome));
    }
  const stopped = whole && known.size < atRisk.length;

  const none: PairWithNone[] = [];
  let end: string | null = null;
  const list = (pair: PairAtRisk, outcome: Outcome): boolean => {
    if ('outcome' in outcome && outcome.outcome === 'NONE') none.push({ pair, ways: outcome.ways });
    end = pair.key;
    return none.length > page.first;
  };
  const rest = wanted.rows ? atRisk.filter(({ key }) => page.after === null || key > page.after) : [];
  const left = rest.filter((pair) => {
    const outcome = none.length > page.first ? undefined : known.get(pair.key);
    if (outcome) list(pair, outcome);
    return !outcome;
  });
  if (none.length <= page.first)
    for await (const { pair, outcome } of looks(door, asking, left, page.first + 1 + SPARE, looking)) {
      if (!whole && 'leftOut' in outcome) leave(outcome.leftOut);
      if (list(pair, outcome)) break;
    }
  const more = none.length > page.first;
  const short = !more && end !== null && end !== rest.at(-1)?.key;

  const groups = tally.groups();
  const cut: [LeftOutReason, number][] = [
    ['EXCHANGE_TOO_LARGE', read.tooLarge],
    ['EXCHANGE_NOT_REACHED', read.beyond + found.notReached],
    ['COUNT_STOPPED', stopped ? known.size : 0],
    ['GROUP_NOT_SHOWN', Math.max(0, groups.length - OUTCOME_GROUPS_MOST)],
    ...undecided,
  ];
  const rows = await readNone(door, asking, none.slice(0, page.first), wanted, looking);
  return {
    all: whole ? tally.all : null,
    stopped,
    groups: groups
      .slice(0, OUTCOME_GROUPS_MOST)
      .map((group) => ({ ...group, row: read.groups.get(group.key) ?? null })),
    none: rows.map((row) => ({ ...row, covered: covered([row.countries[0].id, row.countries[1].id]) })),
    hasNext: more || short,
    end: short ? end : null,
    empty: atRisk.length === 0 || (whole && !stopped && tally.all.atRisk === 0),
    leftOut: [...apart, ...cut.map(([reason, count]) => ({ reason, count }))]
      .filter(({ count }) => count > 0)
      .sort((x, y) => (x.reason < y.reason ? -1 : 1)),
    topicName,
    version: read.version,
  };
}

/** Which pairs count: those of the asked group, and of two countries that are not taken together. */
function counting(
  { grouping }: CandidateFilter,
  { countries }: SharingRows,
): (a: string, b: string) => boolean {
  const inGroup = (id: string): boolean => countries.get(id)?.member ?? grouping === null;
  return (a, b) =>
    !countries.get(a)?.twins.includes(b) &&
    (grouping?.ends === 'ONE' ? inGroup(a) || inGroup(b) : inGroup(a) && inGroup(b));
}

/** Whether complete sources have all cooperations of both countries. */
function coveredBy({ covers, countries }: SharingRows): (pair: readonly [string, string]) => boolean {
  const all = covers.flatMap(([, texts]) => texts.flatMap((text) => coverOf(text) ?? []));
  const scope = (id: string): CoverageScope => countries.get(id) ?? { country: id, groups: [] };
  return ([a, b]) => coversPair(all, 'Cooperation', [scope(a), scope(b)]);
}
