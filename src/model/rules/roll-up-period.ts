import type { Kind } from '../declaration.js';
import { contradictory, hull, intersection, tighten, UNKNOWN_PERIOD, type Period } from '../values/period.js';
import { distinct, type Said } from './weigh.js';
import { periodInWords } from './words.js';

/** The days of an event by which another period may be bound; null when not known. */
export interface EventDays {
  /** Latest day on which it can have begun: its `startMax`. */
  readonly first: string | null;
  /** Earliest day on which it can have ended: its `endMin`. */
  readonly last: string | null;
}

type DaysOf = (id: string) => EventDays | undefined;

/** The period that all sources allow together; where they contradict each other, what any of them allows. */
export function rollUpPeriod(
  kind: Kind,
  said: readonly Said[],
  daysOf: DaysOf,
): { period: Period | null; periodConflict: boolean; conflicts: string[] } {
  const dated = kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated;
  const given = dated
    ? said.filter(({ about }) => about === 'period').map(({ value }) => value as Period)
    : [];
  const all = combined(
    given.map((one) => bounded(one, daysOf)),
    intersection,
  );
  if (!all) return { period: null, periodConflict: false, conflicts: [] };
  const period = tighten(all);
  if (!contradictory(period)) return { period, periodConflict: false, conflicts: [] };
  const widest = combined(
    given.flatMap((one) => pieces(one, daysOf)),
    hull,
  );
  const wordings = distinct(given.map((one) => periodInWords(bounded(one, daysOf)))).sort();
  return {
    period: widest ?? period,
    periodConflict: true,
    conflicts: [`period: sources contradict each other: ${wordings.join('; ')}`],
  };
}

const combined = (periods: readonly Period[], how: (a: Period, b: Period) => Period): Period | undefined =>
  periods.length === 0 ? undefined : periods.reduce(how);

/** What the events that a period names say of it, each as a period of its own. */
function eventBounds(given: Period, daysOf: DaysOf): Period[] {
  const none = { ...UNKNOWN_PERIOD, edtf: given.edtf };
  return [
    ...given.notBefore.map((id) => ({ ...none, startMin: daysOf(id)?.last ?? null })),
    ...given.notAfter.map((id) => ({ ...none, startMax: daysOf(id)?.first ?? null })),
  ];
}

const bounded = (given: Period, daysOf: DaysOf): Period =>
  tighten(eventBounds(given, daysOf).reduce(intersection, given));

/** A period that contradicts the very events it names falls apart into what it says and what each of them says. */
function pieces(given: Period, daysOf: DaysOf): Period[] {
  const whole = bounded(given, daysOf);
  return contradictory(whole) ? [tighten(given), ...eventBounds(given, daysOf).map(tighten)] : [whole];
}
