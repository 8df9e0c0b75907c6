import type { Said, WhoIsWho } from '../../who-is-who/who-is-who.js';
import { isId } from '../slug.js';
import { fromWindows } from '../text.js';
import { dateOf } from './dates.js';
import type { ColumnRule, TableRule } from './schema.js';

/** One entry of a cell: what it became, or null where it is in doubt who is meant. */
export type Entry = string | null;

/** Notes what is wrong with the cell of a column. */
export type CellFault = (column: string | null, message: string) => void;

/** Where a row stands, and how it tells its cells. */
export interface RowAt {
  readonly file: string;
  readonly line: number;
  readonly raw: ReadonlyMap<string, string>;
  readonly header: readonly string[];
  readonly cells: readonly string[];
  readonly fault: CellFault;
}

/** A text whose characters of Windows-1252 were taken for control characters, as it was meant. */
const mended = (cell: string): string =>
  fromWindows(cell).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ');

/** The part of a cell that a column takes. */
function cut(cell: string, { after, before }: ColumnRule): string {
  const start = after === undefined ? -1 : cell.indexOf(after);
  const rest = start === -1 ? cell : cell.slice(start + (after?.length ?? 0));
  const end = before === undefined ? -1 : rest.indexOf(before);
  return (end === -1 ? rest : rest.slice(0, end)).trim();
}

/** The cells of one row, each turned into what its column means when it is first asked for. */
export class CellValues {
  private readonly read = new Map<string, readonly Entry[]>();

  constructor(
    private readonly table: TableRule,
    private readonly at: RowAt,
    private readonly who: WhoIsWho,
  ) {}

  /** What stands in the cell, trimmed. */
  raw(column: string): string {
    const rule = this.table.columns[column];
    const cell = this.at.raw.get(rule?.from ?? column) ?? '';
    return (rule?.mend === undefined ? cell : mended(cell)).trim().normalize('NFC');
  }

  /** Entries of a cell; none where it is empty, at most one where it holds no list. */
  entries(column: string): readonly Entry[] {
    const known = this.read.get(column);
    if (known) return known;
    const rule = this.table.columns[column] ?? {};
    const raw = cut(this.raw(column), rule);
    const parts = rule.list === undefined ? [raw] : raw.split(rule.list).map((part) => part.trim());
    const entries = parts.filter((part) => part !== '').map((part) => this.turned(column, part, rule));
    const distinct = [...new Set(entries.filter((entry) => entry !== ''))];
    this.read.set(column, distinct);
    return distinct;
  }

  private turned(column: string, text: string, rule: ColumnRule): Entry {
    let value = text;
    if (rule.values !== undefined) {
      const listed = Object.hasOwn(rule.values, text) ? rule.values[text] : undefined;
      if (listed !== undefined) value = listed;
      else if (rule.unlisted === 'empty') return '';
      else if (rule.unlisted !== 'keep')
        return this.wrong(
          column,
          `"${text.slice(0, 80)}" is not in the code list of this column; mend it, or add it to "values" in the mapping.`,
        );
      // What the code list gives is meant as it stands, unless it is another name.
      if (listed !== undefined && (rule.means === undefined || isId(listed))) return value;
    }
    if (rule.date !== undefined)
      return (
        dateOf(value, rule.date, rule.zone) ??
        this.wrong(
          column,
          `"${text.slice(0, 40)}" is no date written as ${rule.date}; mend it, or the format in the mapping.`,
        )
      );
    return rule.means === undefined ? value : this.meant(rule.means, value, rule);
  }

  private meant(means: NonNullable<ColumnRule['means']>, name: string, rule: ColumnRule): Entry {
    const { file, line } = this.at;
    const code = rule.code === undefined ? undefined : this.raw(rule.code) || undefined;
    const country = rule.country === undefined ? undefined : this.entries(rule.country)[0];
    const said: Said = { name, code, country, file, line };
    return this.who[means](said);
  }

  private wrong(column: string, message: string): Entry {
    this.at.fault(this.table.columns[column]?.from ?? column, message);
    return '';
  }
}
