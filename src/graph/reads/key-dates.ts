import { UNKNOWN_DATE } from '../derived/keys.js';
import type { DayRange } from './filters.js';

/** Sorts after all that a key holds. */
const HIGHEST = '~';

/**
 * Between which two strings the part `date|id` of a key lies. Where a day is asked for on either side, facts without a
 * date lie outside.
 */
export function keyDates(dated: DayRange | undefined): { readonly low: string; readonly high: string } {
  const { from, to } = dated ?? {};
  const undated = from === undefined && to === undefined;
  return {
    low: from ?? (undated ? '' : `${UNKNOWN_DATE}${HIGHEST}`),
    high: to === undefined ? HIGHEST : `${to}|${HIGHEST}`,
  };
}
