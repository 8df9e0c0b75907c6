import { CsvError, parse } from 'csv-parse/sync';
import type { FaultPlace } from '../../faults.js';

/** Longest cell, in bytes of UTF-8. */
export const CELL_LIMIT = 100_000;

/** Cells of one row, with the line (of a sheet: the row) on which it starts. */
export interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

const QUOTING: Readonly<{ [code: string]: string }> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quote that opens here is never closed; close it, or double a quote that is meant as text.',
  CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quote; double each quote that is meant as text.',
  INVALID_OPENING_QUOTE:
    'A quote stands within an unquoted cell; put the cell in quotes and double the quote.',
};

/**
 * Takes the records of a delimited text (RFC 4180; lines may end in LF, CR LF or CR) one by one, without empty lines.
 * Answers why the rest cannot be read, or null.
 */
export function eachRecord(
  file: string,
  text: string | Buffer,
  delimiter: string,
  take: (record: Record) => void,
): FaultPlace | null {
  let line = 1;
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { lines }) => {
        if (cells.length > 1 || cells[0] !== '') take({ line, cells });
        line = lines + 1;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      QUOTING[error.code] ?? `The row cannot be read (${error.code}); save the file as CSV again.`;
    return { file, line, column: null, message };
  }
  return null;
}

/** All records of a delimited text, or why it cannot be read. */
export function recordsOf(file: string, text: string, delimiter = ','): Record[] | FaultPlace {
  const records: Record[] = [];
  return eachRecord(file, text, delimiter, (record) => records.push(record)) ?? records;
}

/** What is wrong with a column's name by itself, as column and sentence; null when nothing is. */
export function nameFault(
  header: readonly string[],
  index: number,
): readonly [column: string | null, message: string] | null {
  const name = header[index] ?? '';
  if (name === '') return [null, `Column ${index + 1} has no name; name it or remove it.`];
  return header.indexOf(name) < index ? [name, 'The column stands twice; keep one of the two.'] : null;
}

function cellFault(cell: string): string | null {
  if (cell.includes('\0')) return 'The cell holds a NUL character; remove it.';
  const size = cell.length * 3 > CELL_LIMIT ? Buffer.byteLength(cell) : 0;
  return size > CELL_LIMIT ? `The cell is longer than ${CELL_LIMIT} bytes; shorten it to its gist.` : null;
}

/** Whether a record has a cell for each column; if not, a fault, and one for each cell that cannot be held. */
export function isWhole(
  file: string,
  header: readonly string[],
  { line, cells }: Record,
  faults: FaultPlace[],
): boolean {
  if (cells.length !== header.length) {
    const short = `The row has ${cells.length} cells where the header has ${header.length}`;
    const column = header[Math.min(cells.length, header.length - 1)] ?? null;
    const message = `${short}; add the missing commas, or quote a cell that holds one.`;
    faults.push({ file, line, column, message });
    return false;
  }
  for (const [index, cell] of cells.entries()) {
    const message = cellFault(cell);
    if (message) faults.push({ file, line, column: header[index] ?? null, message });
  }
  return true;
}
