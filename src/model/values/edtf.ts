import edtf from 'edtf';
import { Fault } from '../faults.js';
import { contradictory, tighten, UNKNOWN_PERIOD, type Period } from './period.js';

type Span = readonly [min: string | null, max: string | null];

const DAY = /^(\d{4})(-\d{2}(-\d{2})?)?$/;
const SET = /^\[(.*?)\.\.(.*?)\]$/;

function faulty(wording: string, why: string): Fault {
  return new Fault(
    'BAD_USER_INPUT',
    `The period "${wording}" ${why}. Write 2013-05-06, 2013-05, 2013, 2013-05-06/2013-05-08, 2011/.. (goes on), /2013 (start unknown), [2013-05-08..] (one date, not before) or [..2009-12-03] (one date, not after).`,
  );
}

/** First and last day of a date written to the year, month or day. */
function span(date: string, wording: string): Span {
  if (!DAY.test(date)) throw faulty(wording, `has a date that is not YYYY, YYYY-MM or YYYY-MM-DD: "${date}"`);
  try {
    const parsed = edtf(date) as unknown as { min: number; max: number };
    const first = new Date(parsed.min).toISOString().slice(0, 10);
    // The package rolls a day that does not exist over into the next month.
    if (first.startsWith(date)) return [first, new Date(parsed.max).toISOString().slice(0, 10)];
  } catch {
    // Told below.
  }
  throw faulty(wording, `has a date that does not exist: "${date}"`);
}

/** A date, or `[a..b]`: one date between the two, either of which may be left out. */
function dateOrSet(part: string, wording: string): Span {
  const set = SET.exec(part);
  if (!set) return span(part, wording);
  const [, from, to] = set;
  return [from ? span(from, wording)[0] : null, to ? span(to, wording)[1] : null];
}

/**
 * Bounds of a period as worded in EDTF. `a/b` is a span from a to b, whose ends may be dates or `[..]` sets,
 * empty (unknown) or, at the end, `..` (goes on); without a slash it is one event within the date or set.
 */
export function periodOf(wording: string): Period {
  const parts = wording.split('/');
  if (parts.length > 2) throw faulty(wording, 'has more than one slash');
  const [first = '', second] = parts;
  if (second === undefined) {
    const [min, max] = dateOrSet(first, wording);
    return sound({
      ...UNKNOWN_PERIOD,
      startMin: min,
      startMax: max,
      endMin: min,
      endMax: max,
      edtf: wording,
    });
  }
  const ongoing = second === '..';
  const [startMin, startMax] = first === '' || first === '..' ? [null, null] : dateOrSet(first, wording);
  const [endMin, endMax] = second === '' || ongoing ? [null, null] : dateOrSet(second, wording);
  return sound(tighten({ ...UNKNOWN_PERIOD, startMin, startMax, endMin, endMax, ongoing, edtf: wording }));
}

function sound(period: Period): Period {
  if (contradictory(period)) throw faulty(period.edtf ?? '', 'ends before it starts');
  return period;
}
