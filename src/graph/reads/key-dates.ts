import { UNKNOWN_DATE } from '../derived/keys.js';
import type { DayRange } from './filters.js';

/** Sorts after all that a key holds. */
const HIGHEST = '~';

/**
 * Between which two strings the part `date|id` of a key lies, in a range of days or without any. Where a day is asked for on either side, facts without a
 * date lie outside.
 */
export function keyDates(dated: DayRange | 'UNKNOWN' | undefined): {
  readonly low: string;
  readonly high: string;
} {
  if (dated === 'UNKNOWN') return { low: `${UNKNOWN_DATE}|`, high: `${UNKNOWN_DATE}|${HIGHEST}` };
  const { from, to } = dated ?? {};
  const undated = from === undefined && to === undefined;
  return {
    low: from ?? (undated ? '' : `${UNKNOWN_DATE}${HIGHEST}`),
    high: to === undefined ? HIGHEST : `${to}|${HIGHEST}`,
  };
}
