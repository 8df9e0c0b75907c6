import type { Period } from '../values/period.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** Parts of a date from the finest to the year: `['6', 'May', '2013']`, `['May', '2013']`, `['2013']`. */
type Words = readonly string[];

const yearOf = (day: string): string => String(Number(day.slice(0, 4)));
const monthOf = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dayWords = (day: string): Words => [String(Number(day.slice(8))), monthOf(day), yearOf(day)];
const monthWords = (day: string): Words => [monthOf(day), yearOf(day)];
const yearWords = (day: string): Words => [yearOf(day)];

const opensMonth = (day: string): boolean => day.endsWith('-01');
const closesMonth = (day: string): boolean =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
const opensYear = (day: string): boolean => day.endsWith('-01-01');
const closesYear = (day: string): boolean => day.endsWith('-12-31');

const text = (words: Words): string => words.join(' ');

/** Two dates with a word between them; what both share is said once: `6 to 8 May 2013`. */
function span(a: Words, link: string, b: Words): string {
  let own = a.length;
  while (a.length === b.length && own > 1 && a[own - 1] === b[own - 1]) own -= 1;
  return `${text(a.slice(0, own))} ${link} ${text(b)}`;
}

/** A day, month or year that the two days bound exactly; null when they bound something else. */
function exact(min: string, max: string): Words | null {
  if (min === max) return dayWords(min);
  if (min.slice(0, 4) !== max.slice(0, 4)) return null;
  if (opensYear(min) && closesYear(max)) return yearWords(min);
  return min.slice(0, 7) === max.slice(0, 7) && opensMonth(min) && closesMonth(max) ? monthWords(min) : null;
}

function between(min: string, max: string): string {
  const words =
    opensYear(min) && closesYear(max)
      ? yearWords
      : opensMonth(min) && closesMonth(max)
        ? monthWords
        : dayWords;
  return `between ${span(words(min), 'and', words(max))}`;
}

/** One date: in words, and as the day, month or year that it is where its bounds are those of one. */
interface Point {
  readonly text: string;
  readonly words: Words | null;
}

/** One date within bounds; null when nothing is known of it. */
function point(min: string | null, max: string | null): Point | null {
  if (min !== null && max !== null) {
    const words = exact(min, max);
    return { text: words ? text(words) : between(min, max), words };
  }
  if (min !== null)
    return { text: `not before ${text(opensYear(min) ? yearWords(min) : dayWords(min))}`, words: null };
  if (max !== null)
    return { text: `not later than ${text(closesYear(max) ? yearWords(max) : dayWords(max))}`, words: null };
  return null;
}

/**
 * A period in English, as short as it can be without saying more than is known: "6 to 8 May 2013", "after
 * 8 May 2013, end unknown", "not later than 3 December 2009", "date unknown". "After" a day is said only where
 * an event bounds it, on whose last day it may start.
 */
export function periodInWords(period: Period): string {
  const { startMin, startMax, endMin, endMax, ongoing, edtf } = period;
  const after = period.notBefore.length > 0 && startMin !== null && startMax === null;
  const single = startMin === endMin && startMax === endMax && (startMax !== null || !ongoing);
  // Bounds that only follow from "no end before its start" are not said twice.
  const start = point(startMin, single || startMin === startMax || startMax !== endMax ? startMax : null);
  const end = point(endMin === endMax || endMin !== startMin ? endMin : null, endMax);
  const opening = after ? `after ${text(dayWords(startMin))}` : start && `started ${start.text}`;
  const oneDate = edtf !== null && !edtf.includes('/');
  if (start && single && (startMax !== null || oneDate)) return after && opening ? opening : start.text;
  if (start?.words && end?.words) return span(start.words, 'to', end.words);
  if (opening && end) return `${opening}, ended ${end.text}`;
  if (end) return `${end.words ? 'until' : 'ended'} ${end.text}, start unknown`;
  if (start?.words) return ongoing ? `since ${start.text}` : `from ${start.text}, end unknown`;
  if (opening) return `${opening}, ${ongoing ? 'ongoing' : 'end unknown'}`;
  return ongoing ? 'ongoing, start unknown' : 'date unknown';
}
