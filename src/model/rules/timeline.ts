import type { TimeStep } from '../values/counting.js';

/** Facts of equal bounds: each bound is the beginning of an ISO day, as long as the step tells, or null. */
export interface BoundsCount {
  readonly startMin: string | null;
  readonly startMax: string | null;
  readonly endMin: string | null;
  readonly endMax: string | null;
  readonly facts: number;
}

/** What is counted in one period. */
export interface PeriodCount {
  /** Beginning of its ISO days: `2013-05`, `2013` or, for a decade, `201`. */
  readonly period: string;
  /** Facts whose date (earliest known start, else the latest) lies in it; each dated fact is in one period. */
  readonly started: number;
  /** Facts that held at some time in it whatever their unknown dates are. */
  readonly active: number;
  /** Further facts of which the known bounds do not rule that out. */
  readonly possible: number;
}

/** A timeline; started of all periods, before, after and undated add up to the total. */
export interface Timeline {
  readonly periods: readonly PeriodCount[];
  /** Facts whose date lies before the first period, and after the last. */
  readonly before: number;
  readonly after: number;
  /** Facts without any date of their start. */
  readonly undated: number;
  readonly total: number;
}

/** How much of an ISO day tells the period. */
export const PREFIX: Readonly<Record<TimeStep, number>> = { MONTH: 7, YEAR: 4, DECADE: 3 };

const dateOf = ({ startMin, startMax }: BoundsCount): string | null => startMin ?? startMax;

const heldSurely = ({ startMax, endMin }: BoundsCount, period: string): boolean =>
  startMax !== null && endMin !== null && startMax <= period && endMin >= period;

/** Whether the known bounds allow it; a fact without any bound could lie anywhere and is counted nowhere. */
const heldPossibly = ({ startMin, startMax, endMin, endMax }: BoundsCount, period: string): boolean =>
  (startMin ?? startMax ?? endMin ?? endMax) !== null &&
  (startMin === null || startMin <= period) &&
  (endMax === null || endMax >= period);

/** The period after one: `2013-12` is followed by `2014-01`, `2013` by `2014`, `201` by `202`. */
function next(period: string): string {
  const [year = '', month] = period.split('-');
  if (month === undefined) return String(Number(year) + 1).padStart(year.length, '0');
  return month === '12' ? `${next(year)}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
}

/** All periods from one to another; null when there are more than `most`. */
export function periodsBetween(first: string, last: string, most: number): string[] | null {
  const periods: string[] = [];
  for (let period = first; period <= last; period = next(period)) {
    if (periods.length === most) return null;
    periods.push(period);
  }
  return periods;
}

/** The first and the last period in which a fact started; null when none has a date. */
export function extentOf(counts: readonly BoundsCount[]): readonly [first: string, last: string] | null {
  const dates = counts.map(dateOf).filter((date) => date !== null);
  if (dates.length === 0) return null;
  return dates.reduce<readonly [string, string]>(
    ([first, last], date) => [date < first ? date : first, date > last ? date : last],
    [dates[0] ?? '', dates[0] ?? ''],
  );
}

/** Counts facts over periods; nothing is counted twice as started. */
export function timelineOf(counts: readonly BoundsCount[], periods: readonly string[]): Timeline {
  const sum = (which: (one: BoundsCount) => boolean): number =>
    counts.reduce((all, one) => (which(one) ? all + one.facts : all), 0);
  const dated = (which: (date: string) => boolean): number =>
    sum((one) => {
      const date = dateOf(one);
      return date !== null && which(date);
    });
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    periods: periods.map((period) => ({
      period,
      started: dated((date) => date === period),
      active: sum((one) => heldSurely(one, period)),
      possible: sum((one) => heldPossibly(one, period) && !heldSurely(one, period)),
    })),
    before: first === undefined ? 0 : dated((date) => date < first),
    after: last === undefined ? 0 : dated((date) => date > last),
    undated: sum((one) => dateOf(one) === null),
    total: sum(() => true),
  };
}
