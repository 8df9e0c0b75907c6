import { periodOf } from '../../src/model/values/edtf.js';
import type { Period } from '../../src/model/values/period.js';
import type { Random } from './random.js';

const DAY = 86_400_000;
const FIRST = Date.UTC(1995, 0, 1);
/** Days that the world lasts: thirty years. */
export const DAYS = 30 * 365;

/** A day of the world as YYYY-MM-DD, counted from its first. */
export const dayOf = (count: number): string =>
  new Date(FIRST + Math.min(Math.max(count, 0), DAYS) * DAY).toISOString().slice(0, 10);

const known = new Map<string, Period>();

/** A period by its wording, read by the rule of every import; each wording is read once. */
export function worded(wording: string): Period {
  const period = known.get(wording) ?? periodOf(wording);
  known.set(wording, period);
  return period;
}

/** When an event was, as sources say it: to the day, the month, the year, between bounds, or not at all. */
export function eventPeriod(random: Random, count: number): Period | null {
  const day = dayOf(count);
  const drawn = random.below(100);
  if (drawn < 50) return worded(day);
  if (drawn < 65) return worded(day.slice(0, 7));
  if (drawn < 78) return worded(day.slice(0, 4));
  if (drawn < 84) return worded(`[${day.slice(0, 7)}..]`);
  if (drawn < 88) return worded(`[..${day.slice(0, 7)}]`);
  return null;
}

/** When a state held: from a day or year on, to a year, going on, or its start or end unknown. */
export function statePeriod(random: Random, count: number): Period | null {
  const day = dayOf(count);
  const year = day.slice(0, 4);
  const last = String(Number(year) + 1 + random.below(5));
  const drawn = random.below(100);
  if (drawn < 25) return worded(`${day}/..`);
  if (drawn < 45) return worded(`${year}/${last}`);
  if (drawn < 60) return worded(`${day.slice(0, 7)}/${last}`);
  if (drawn < 70) return worded(`${year}/..`);
  if (drawn < 75) return worded(`/${last}`);
  if (drawn < 83) return worded(`[${day.slice(0, 7)}..]/..`);
  if (drawn < 88) return worded(year);
  return null;
}
