import { Fault } from '../../model/faults.js';
import { periodOf } from '../../model/values/edtf.js';
import { contradictory, UNKNOWN_PERIOD, type Period } from '../../model/values/period.js';
import type { Cells } from './cells.js';
import { EVENT, type References } from './references.js';
import type { Report } from './report.js';
import { isDay, type Parsed } from './scalars.js';

/** Reads the wording of a period. */
function worded(text: string): Parsed<Period> {
  // The parser of dates takes 29 February of any year for 1 March.
  const unreal = text.match(/\d{4}-\d{2}-\d{2}/g)?.find((day) => !isDay(day));
  if (unreal) return { wrong: `The period "${text}" has a day that does not exist, "${unreal}"; mend it.` };
  try {
    const period = periodOf(text);
    return contradictory(period)
      ? { wrong: `The period "${text}" ends before it starts; mend it.` }
      : { value: period };
  } catch (error) {
    if (error instanceof Fault) return { wrong: error.message };
    throw error;
  }
}

/** The period that a row gives in `wording` and in notBefore and notAfter; null when it gives none or a bad one. */
export function periodIn(
  cells: Cells,
  wording: string,
  own: string,
  references: References,
  report: Report,
): Period | null {
  const events = (column: string): string[] =>
    [...new Set(cells.list(column, report))].sort().filter((id) => {
      if (id !== own) return references.names(cells.row, column, id, EVENT);
      report.fault(cells.row, column, 'A thing cannot bound its own start; name another event.');
      return false;
    });
  const notBefore = events('notBefore');
  const notAfter = events('notAfter');
  const text = cells.text(wording);
  if (text === '') {
    return notBefore.length + notAfter.length === 0 ? null : { ...UNKNOWN_PERIOD, notBefore, notAfter };
  }
  const parsed = worded(text);
  if ('value' in parsed) return { ...parsed.value, notBefore, notAfter };
  report.fault(cells.row, wording, parsed.wrong);
  return null;
}
