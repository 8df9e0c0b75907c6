import type { Order } from '../values/order.js';
import type { Period } from '../values/period.js';

/** A fact or meeting with its place in time. */
export interface Event {
  readonly id: string;
  readonly period: Period;
  /** Its own id, its meeting's id and the ids of all meetings that that one is part of. */
  readonly events: readonly string[];
}

/** An event that may say what it grew out of. */
export type Outcome = Event & {
  /** Ids of the facts, meetings and proposals that it grew out of. */
  readonly grewOutOf: readonly string[];
};

/** Whether a period overlaps a window of days, over uncertain bounds. */
export type Overlap = 'DEFINITELY' | 'POSSIBLY' | 'NO';

const before = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b;
const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((id) => others.includes(id));

/**
 * Whether `c` started after `e`. An origin or a bound by an event decides before dates do. An origin in a
 * meeting of `e` counts only where both countries are parties of `e` and of `c` (`bothParties`).
 */
export function orderAfter(e: Event, c: Outcome, options: { readonly bothParties: boolean }): Order {
  if (c.grewOutOf.includes(e.id)) return 'DEFINITE';
  if (options.bothParties && meets(c.grewOutOf, e.events)) return 'DEFINITE';
  if (meets(c.period.notBefore, e.events) || e.period.notAfter.includes(c.id)) return 'DEFINITE';
  if (meets(c.period.notAfter, e.events) || e.period.notBefore.includes(c.id)) return 'NO';
  if (before(e.period.endMax, c.period.startMin)) return 'DEFINITE';
  return before(c.period.startMax, e.period.startMin) ? 'NO' : 'POSSIBLE';
}

/** Whether `c` was still active after `e`, whenever it started; by dates alone. */
export function activeAfter(e: Event, c: Event): Order {
  if (before(e.period.endMax, c.period.endMin)) return 'DEFINITE';
  return before(c.period.endMax, e.period.startMin) ? 'NO' : 'POSSIBLE';
}

/** Order after the later of two events, from the order after each of them. */
export function laterOf(first: Order, second: Order): Order {
  if (first === 'NO' || second === 'NO') return 'NO';
  return first === 'DEFINITE' && second === 'DEFINITE' ? 'DEFINITE' : 'POSSIBLE';
}

/** False only where `c` definitely started more than this many months after the last possible day of `e`. */
export function within(e: Event, c: Event, months: number): boolean {
  return e.period.endMax === null || !before(monthsAfter(e.period.endMax, months), c.period.startMin);
}

/** True only where `c` surely started not more than this many months after the first possible last day of `e`. */
export function surelyWithin(e: Event, c: Event, months: number): boolean {
  const { startMax } = c.period;
  return e.period.endMin !== null && startMax !== null && startMax <= monthsAfter(e.period.endMin, months);
}

/** The day so many months later, for comparison only: 31 January and a month is 2013-02-31, before all of March. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  // ISO days are compared as text, so a year of five digits would come before all others.
  const to = Math.min(Math.floor(count / 12), 9999);
  return `${String(to).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

/**
 * Whether a period overlaps the days `from` to `to`, both included; null leaves that side open. That a source
 * says it goes on proves no day: how long it did is unknown.
 */
export function holds(period: Period, from: string | null, to: string | null): Overlap {
  const { startMin, startMax, endMin, endMax } = period;
  if ((to !== null && before(to, startMin)) || (from !== null && before(endMax, from))) return 'NO';
  const begun = to === null || (startMax !== null && startMax <= to);
  const notEnded = from === null || (endMin !== null && endMin >= from);
  return begun && notEnded ? 'DEFINITELY' : 'POSSIBLY';
}

/** The date by which lists are ordered: `startMin`, else `startMax`, else `-`, which sorts before every date. */
export const dateOf = (period: Pick<Period, 'startMin' | 'startMax'>): string =>
  period.startMin ?? period.startMax ?? '-';
