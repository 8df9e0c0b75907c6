import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { columnsOf, type Column } from '../../model/columns.js';
import type { Kind } from '../../model/declaration.js';
import { COMMENT } from '../1-read/table.js';
import { choicesOf } from './choices.js';
import { exampleOf } from './example.js';

/** Rows that have drop-down lists; further ones are read as well. */
const LISTED_ROWS = 300;

type Cells = ReadonlyMap<string, string>;

const cellsIn = (columns: readonly Column[], cells: Cells): string[] =>
  columns.map(({ name }) => cells.get(name) ?? '');

/** Workbooks write signs that XML cannot hold as _x0007_; what looks like it by chance must not be taken for one. */
const inSheet = (cell: string): string => cell.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** A comment row of a template: its first cell starts with the sign that keeps it from being read. */
const comment = ([first = '', ...rest]: readonly string[]): string[] => [`${COMMENT} ${first}`, ...rest];

/** Rows of a kind as a CSV that an import reads back unchanged. */
export function csvOf(
  kind: Kind,
  rows: readonly Cells[],
  above: readonly (readonly string[])[] = [],
): Buffer {
  const columns = columnsOf(kind);
  const header = columns.map(({ name }) => name);
  return Buffer.from(
    stringify([header, ...above, ...rows.map((cells) => cellsIn(columns, cells))], { bom: true }),
  );
}

/** Rows of a kind as a workbook: notes at the header, drop-down lists below, all cells kept as text. */
export async function workbookOf(
  kind: Kind,
  rows: readonly Cells[],
  above: readonly (readonly string[])[] = [],
): Promise<Buffer> {
  const columns = columnsOf(kind);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(kind.plural, { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = workbook.addWorksheet('values', { state: 'veryHidden' });
  sheet.addRow(columns.map(({ name }) => name)).font = { bold: true };
  for (const row of above) sheet.addRow([...row]).font = { italic: true, color: { argb: 'FF808080' } };
  for (const cells of rows) sheet.addRow(cellsIn(columns, cells).map(inSheet));
  for (const [index, { name, description }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    // A spreadsheet program must not make numbers of codes, or dates of its own of ours.
    column.numFmt = '@';
    column.width = Math.min(40, Math.max(12, name.length + 4));
    sheet.getCell(1, index + 1).note = description;
    const choices = choicesOf(kind, name);
    if (choices === null) continue;
    lists.getColumn(index + 1).values = [...choices];
    const letter = lists.getColumn(index + 1).letter;
    const formula = `values!$${letter}$1:$${letter}$${choices.length}`;
    for (let row = 2 + above.length; row <= LISTED_ROWS; row += 1)
      sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** An empty table of a kind to be filled in: what each column means, and an example; both are comments and not read. */
export function templateOf(kind: Kind, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const columns = columnsOf(kind);
  const example = comment(cellsIn(columns, exampleOf(kind)));
  const meanings = comment(columns.map(({ description }) => description));
  return format === 'csv'
    ? Promise.resolve(csvOf(kind, [], [meanings, example]))
    : workbookOf(kind, [], [example]);
}
