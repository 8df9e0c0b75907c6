import type { Demands } from '../../../model/rules/after-exchange.js';
import { coverOf, coversPair, type CoverageScope } from '../../../model/rules/coverage.js';
import {
  idOf,
  outcomesOf,
  type OutcomeCounts,
  type PairWithNone,
} from '../../../model/rules/exchange-outcomes.js';
import { pairsThatShared } from '../../../model/rules/pairs-that-shared.js';
import type { OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import type { Asking, Door } from '../../door.js';
import { topicFound } from '../after-exchange/answers.js';
import type { CandidateFilter } from '../after-exchange/candidates.js';
import { LEGS_MOST } from '../after-exchange/gather.js';
import { depthOf } from '../after-exchange/legs.js';
import { readOutcomes, type OutcomeProjection } from './reading.js';
import type { Page } from '../page.js';
import type { NodeRow } from '../projection.js';

/** Steps of weighing for one question; some two seconds of one processor at most. */
export const OUTCOME_STEPS_MOST = 200_000;
/** Groups that are shown. */
export const OUTCOME_GROUPS_MOST = 100;

/** The counts of one group, with the meeting or topic. */
export interface GroupRow extends OutcomeCounts {
  /** Id of the meeting or topic, or the year; empty where there is none. */
  readonly key: string;
  readonly row: NodeRow | null;
}

/** A pair with none recorded, with the rows that were asked for. */
export interface NoneRow {
  /** The cursor. */
  readonly key: string;
  readonly countries: readonly [NodeRow, NodeRow];
  readonly exchanges: readonly NodeRow[];
  readonly covered: boolean;
  readonly because: LeftOutReason | null;
}

/** What came of the exchanges on a topic. */
export interface ExchangeOutcomes {
  readonly all: OutcomeCounts;
  readonly groups: readonly GroupRow[];
  readonly none: readonly NoneRow[];
  readonly hasNext: boolean;
  readonly leftOut: readonly LeftOut[];
  readonly topicName: string;
  readonly version: number;
}

/** Weighs all pairs that shared experience, and gives counts, groups, and a page of those with none recorded. */
export async function exchangeOutcomes(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
  by: OutcomesBy,
  page: Page,
  wanted: OutcomeProjection,
): Promise<ExchangeOutcomes> {
  const read = await readOutcomes(door, asking, filter, by, wanted, depthOf(demands, filter.together));
  const topicName = topicFound(filter, read.topicName);
  const { countries } = read;
  const inGroup = (id: string): boolean => countries.get(id)?.member ?? false;
  const counts = (a: string, b: string): boolean =>
    !countries.get(a)?.twins.includes(b) &&
    (filter.grouping?.ends === 'ONE' ? inGroup(a) || inGroup(b) : inGroup(a) && inGroup(b));
  const bounds = { steps: OUTCOME_STEPS_MOST, legs: LEGS_MOST };
  const found = pairsThatShared(read.exchanges, read.cooperations, demands, counts, bounds);

  const covers = read.covers.flatMap(([, texts]) => texts.flatMap((text) => coverOf(text) ?? []));
  const scope = (id: string): CoverageScope => countries.get(id) ?? { country: id, groups: [] };
  const outcomes = outcomesOf(found.pairs, demands, by, ([a, b]) =>
    coversPair(covers, 'Cooperation', [scope(a), scope(b)]),
  );
  const rows = new Map(read.exchanges.map(({ id, node }) => [id, node]));
  const noneRow = (one: PairWithNone): NoneRow => {
    const [a, b] = one.pair.map((id) => countries.get(id)?.row ?? { kind: 'Country', id }) as [
      NodeRow,
      NodeRow,
    ];
    const exchanges = one.exchanges.map(({ id }) => rows.get(id) ?? { kind: 'Exchange', id });
    return { key: idOf(one), countries: [a, b], exchanges, covered: one.covered, because: one.because };
  };
  const rest = outcomes.none.filter((one) => page.after === null || idOf(one) > page.after);
  const cut: [LeftOutReason, number][] = [
    ['EXCHANGE_TOO_LARGE', read.tooLarge],
    ['EXCHANGE_NOT_REACHED', read.exchangesBeyond + found.notReached],
    ['COOPERATION_NOT_REACHED', read.cooperationsBeyond],
    ['GROUP_NOT_SHOWN', Math.max(0, outcomes.groups.length - OUTCOME_GROUPS_MOST)],
  ];
  return {
    all: outcomes.all,
    groups: outcomes.groups
      .slice(0, OUTCOME_GROUPS_MOST)
      .map((group) => ({ ...group, row: read.groups.get(group.key) ?? null })),
    none: rest.slice(0, page.first).map(noneRow),
    hasNext: rest.length > page.first,
    leftOut: [...outcomes.leftOut, ...cut.map(([reason, count]) => ({ reason, count }))]
      .filter(({ count }) => count > 0)
      .sort((x, y) => (x.reason < y.reason ? -1 : 1)),
    topicName,
    version: read.version,
  };
}
