import { LIST_SEPARATOR } from '../../model/columns.js';
import type { Row } from '../1-read/row.js';
import type { Report } from './report.js';

const STARTS_WITH_CONTROL = /^[\u0000-\u001f\u007f-\u009f]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
// Every repetition is bounded, so that no cell makes a search slow.
const E_MAIL = /[^\s@|<>,;]{1,64}@[^\s@|<>,;]{1,255}\.[^\s@|<>,;.]{2,64}/u;
const PHONE = [
  /(^|[^\w.])\+\d[\d\s().-]{6,}\d/,
  /(^|[^\w.])00[1-9]\d{0,2}[\s.-]\d[\d\s.-]{5,}\d/,
  /\b(tel|telephone|phone|mobile|fax)\b[\s.:]{0,5}(no|number)?[\s.:]{0,5}\+?[\d(][\d\s().-]{5,}\d/i,
];
const UNSAFE_LINK =
  /(^|\|)(javascript:|vbscript:|file:\/\/|data:([,;]|(text|image|application|audio|video|font)\/)|\/\/)/i;

/** Columns that hold keys of registers, whose digits may look like a phone number; so may those of ids in any column. */
const KEYS: readonly string[] = ['occasion', 'locator', 'references', 'unresolvedCodes'];
const IDS = /\b[a-z]{1,20}(-[a-z]{1,20}){0,2}\/[a-z0-9-]{1,200}/g;

/** What no cell may hold, as one sentence; null when the cell is fit. */
export function unfit(cell: string, column = ''): string | null {
  if (STARTS_WITH_CONTROL.test(cell)) return 'The cell starts with a control character; remove it.';
  if (CONTROL.test(cell)) return 'The cell holds a control character; remove it.';
  if (cell.includes('@') && E_MAIL.test(cell))
    return 'The cell holds an e-mail address; name the office instead, never how to reach a person.';
  const prose = KEYS.includes(column) ? '' : cell.replace(IDS, '');
  if (PHONE.some((pattern) => pattern.test(prose)))
    return 'The cell holds a phone number; name the office instead, never how to reach a person.';
  if (UNSAFE_LINK.test(cell.replace(/\s/g, '')))
    return 'The cell holds an unsafe link; write the whole https address.';
  return null;
}

/** The cells of one row, trimmed and in one Unicode form (NFC). */
export class Cells {
  private constructor(
    readonly row: Row,
    private readonly texts: ReadonlyMap<string, string>,
  ) {}

  /** Takes the cells of a row, noting those that hold what no cell may. */
  static of(row: Row, report: Report): Cells {
    const texts = new Map<string, string>();
    for (const [column, cell] of row.cells) {
      const message = unfit(cell, column);
      if (message) report.fault(row, column, message);
      else texts.set(column, cell.trim().normalize('NFC').replaceAll('\r\n', '\n'));
    }
    return new Cells(row, texts);
  }

  /** Text of a cell; empty when it is empty, unfit or left out. */
  text(column: string): string {
    return this.texts.get(column) ?? '';
  }

  /** Text of a cell, or null. */
  textOrNull(column: string): string | null {
    return this.text(column) || null;
  }

  /** Whether something stands in the cell, fit or not. */
  isGiven(column: string): boolean {
    return (this.row.cells.get(column) ?? '').trim() !== '';
  }

  /** Entries of a list cell. */
  list(column: string, report: Report): string[] {
    if (this.text(column) === '') return [];
    const entries = this.text(column)
      .split(LIST_SEPARATOR)
      .map((entry) => entry.trim());
    if (entries.includes(''))
      report.fault(
        this.row,
        column,
        `The list has an empty entry; put one "${LIST_SEPARATOR}" between entries only.`,
      );
    return entries.filter((entry) => entry !== '');
  }
}
