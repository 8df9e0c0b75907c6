import type ExcelJS from 'exceljs';
import type { FaultPlace } from '../../faults.js';
import type { Record } from './records.js';
import { zipFault } from './zip.js';

/** Rows that a sheet can have; a file that claims more is not one that a spreadsheet program wrote. */
const ROW_LIMIT = 1_048_576;
/** Parts of a sheet that say nothing of its cells; a hostile range in one of them would fill the memory. */
const IGNORED = [
  'autoFilter',
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'mergeCells',
  'picture',
  'tableParts',
];

const dayOrTime = (day: Date): string => {
  const text = day.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
};

/** Text of a cell's value, or the sentence that says why it has none. */
function textOf(value: ExcelJS.CellValue | undefined): { text: string } | { wrong: string } {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no' };
  if (typeof value !== 'object') return { text: String(value) };
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { wrong: 'The cell holds a date that does not exist; mend it.' }
      : { text: dayOrTime(value) };
  if ('error' in value) return { wrong: `The cell holds the error ${value.error}; mend it or empty it.` };
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') };
  if ('hyperlink' in value) return textOf(value.text);
  if (value.result === undefined)
    return { wrong: 'The cell holds a formula without a value; put its value in its place.' };
  return textOf(value.result);
}

/** What a sheet holds: its records, or what is wrong with it. */
export type Sheet = { readonly records: readonly Record[] } | { readonly faults: readonly FaultPlace[] };

function recordsOf(file: string, sheet: ExcelJS.Worksheet): Sheet {
  const records: Record[] = [];
  const faults: FaultPlace[] = [];
  let width = 0;
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const read = textOf(cell.value);
      if ('text' in read) cells[column - 1] = read.text;
      else faults.push({ file, line, column: cell.address, message: read.wrong });
    });
    const last = cells.findLastIndex((cell) => (cell ?? '') !== '') + 1;
    if (last === 0) return;
    // Cells right of the header would be lost; those left out at a row's end are empty.
    if (records.length === 0) width = last;
    records.push({ line, cells: Array.from({ length: Math.max(last, width) }, (_, at) => cells[at] ?? '') });
  });
  return faults.length > 0 ? { faults } : { records };
}

/** Reads one sheet of a workbook: the one of this name, else the first that is not hidden. A formula gives its value. */
export async function sheetOf(file: string, bytes: Buffer, name?: string): Promise<Sheet> {
  const refused = (message: string): Sheet => ({ faults: [{ file, line: null, column: null, message }] });
  const fault = await zipFault(bytes);
  if (fault) return refused(fault);
  // Read when a workbook is there: it takes a tenth of the server's start.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED });
  } catch {
    return refused('The workbook cannot be read as .xlsx; save the sheet anew as .xlsx, or as CSV UTF-8.');
  }
  const shown = workbook.worksheets.filter(({ state }) => state === 'visible');
  const sheet = name === undefined ? shown[0] : workbook.getWorksheet(name);
  if (!sheet) {
    const names = shown.map((one) => one.name).join(', ');
    return refused(`The workbook has no sheet "${name ?? ''}"; its sheets are ${names || 'all hidden'}.`);
  }
  if (sheet.rowCount > ROW_LIMIT)
    return refused(`The sheet claims more than ${ROW_LIMIT} rows; save it as CSV UTF-8.`);
  return recordsOf(file, sheet);
}
