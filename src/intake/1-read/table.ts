import { CsvError, parse } from 'csv-parse/sync';
import type { FaultPlace } from '../faults.js';
import { columnNames, requiredColumns } from './files.js';
import type { Row } from './row.js';

/** Longest cell, in bytes of UTF-8. */
export const CELL_LIMIT = 100_000;

interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What was read of one file, and what is wrong with it. */
export interface Table {
  readonly rows: readonly Row[];
  readonly faults: readonly FaultPlace[];
}

const QUOTING: Readonly<{ [code: string]: string }> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quote that opens here is never closed; close it, or double a quote that is meant as text.',
  CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quote; double each quote that is meant as text.',
  INVALID_OPENING_QUOTE:
    'A quote stands within an unquoted cell; put the cell in quotes and double the quote.',
};

/** Records with the line on which each starts, without empty lines; or the line of the record that cannot be read. */
function recordsOf(text: string): Record[] | { line: number; code: string } {
  const records: Record[] = [];
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { lines }) => {
        if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
        line = lines + 1;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return { line, code: error.code };
    throw error;
  }
  return records;
}

function headerFaults(
  header: readonly string[],
  kind: Row['kind'],
): [column: string | null, message: string][] {
  const known = columnNames(kind);
  const faults: [string | null, string][] = [];
  if (header.length === 1 && /[;\t]/.test(header[0] ?? ''))
    return [[null, 'The columns are not separated by commas; save the file as comma-separated CSV.']];
  for (const [index, name] of header.entries()) {
    if (name === '') faults.push([null, `Column ${index + 1} has no name; name it or remove it.`]);
    else if (header.indexOf(name) < index)
      faults.push([name, 'The column stands twice; keep one of the two.']);
    else if (!known.includes(name))
      faults.push([name.slice(0, 60), `There is no such column here; the columns are ${known.join(', ')}.`]);
  }
  for (const name of requiredColumns(kind))
    if (!header.includes(name)) faults.push([name, 'The column is missing; add it to the header.']);
  return faults;
}

function cellFault(cell: string): string | null {
  if (cell.includes('\0')) return 'The cell holds a NUL character; remove it.';
  const size = cell.length * 3 > CELL_LIMIT ? Buffer.byteLength(cell) : 0;
  return size > CELL_LIMIT ? `The cell is longer than ${CELL_LIMIT} bytes; shorten it to its gist.` : null;
}

/** Reads one comma-separated file (RFC 4180; lines may end in LF, CR LF or CR). */
export function tableOf(file: string, kind: Row['kind'], text: string): Table {
  const faults: FaultPlace[] = [];
  const fault = (line: number | null, column: string | null, message: string): void => {
    faults.push({ file, line, column, message });
  };
  const records = recordsOf(text);
  if ('code' in records) {
    const { line, code } = records;
    fault(line, null, QUOTING[code] ?? `The row cannot be read (${code}); save the file as CSV again.`);
    return { rows: [], faults };
  }
  const [first, ...rest] = records;
  if (!first) {
    fault(null, null, 'The file is empty; give it a header row or remove it.');
    return { rows: [], faults };
  }
  const header = first.cells.map((name) => name.trim());
  for (const [column, message] of headerFaults(header, kind)) fault(first.line, column, message);
  if (faults.length > 0) return { rows: [], faults };
  const rows: Row[] = [];
  for (const { line, cells } of rest) {
    if (cells.length !== header.length) {
      const short = `The row has ${cells.length} cells where the header has ${header.length}`;
      const column = header[Math.min(cells.length, header.length - 1)] ?? null;
      fault(line, column, `${short}; add the missing commas, or quote a cell that holds one.`);
      continue;
    }
    for (const [index, cell] of cells.entries()) {
      const message = cellFault(cell);
      if (message) fault(line, header[index] ?? null, message);
    }
    rows.push({ file, line, kind, cells: new Map(header.map((name, index) => [name, cells[index] ?? ''])) });
  }
  return { rows, faults };
}
