import type { FaultPlace } from '../faults.js';
import { columnNames, requiredColumns } from './files.js';
import type { Row } from './row.js';
import { nameFault, recordsOf, wholeRecords, type Record } from './tables/records.js';

/** What was read of one file, and what is wrong with it. */
export interface Table {
  readonly rows: readonly Row[];
  readonly faults: readonly FaultPlace[];
}

/** A row whose first cell starts with it is a comment: the descriptions and the example of a template. */
export const COMMENT = '#';

function headerFaults(
  header: readonly string[],
  kind: Row['kind'],
): (readonly [column: string | null, message: string])[] {
  const known = columnNames(kind);
  const faults: (readonly [string | null, string])[] = [];
  if (header.length === 1 && /[;\t]/.test(header[0] ?? ''))
    return [[null, 'The columns are not separated by commas; save the file as comma-separated CSV.']];
  for (const [index, name] of header.entries()) {
    const fault = nameFault(header, index);
    if (fault) faults.push(fault);
    else if (!known.includes(name))
      faults.push([name.slice(0, 60), `There is no such column here; the columns are ${known.join(', ')}.`]);
  }
  for (const name of requiredColumns(kind))
    if (!header.includes(name)) faults.push([name, 'The column is missing; add it to the header.']);
  return faults;
}

/** Rows in the seed's format, from the records of a file or a sheet; comments are left out. */
export function rowsIn(file: string, kind: Row['kind'], records: readonly Record[]): Table {
  const faults: FaultPlace[] = [];
  const [first, ...rest] = records;
  if (!first) {
    const message = 'The file is empty; give it a header row or remove it.';
    return { rows: [], faults: [{ file, line: null, column: null, message }] };
  }
  const header = first.cells.map((name) => name.trim());
  for (const [column, message] of headerFaults(header, kind))
    faults.push({ file, line: first.line, column, message });
  if (faults.length > 0) return { rows: [], faults };
  const stated = rest.filter(({ cells }) => !cells[0]?.startsWith(COMMENT));
  const rows = wholeRecords(file, header, stated, faults).map(({ line, cells }): Row => {
    return { file, line, kind, cells: new Map(header.map((name, index) => [name, cells[index] ?? ''])) };
  });
  return { rows, faults };
}

/** Reads one comma-separated file in the seed's format. */
export function tableOf(file: string, kind: Row['kind'], text: string): Table {
  const records = recordsOf(file, text);
  return 'message' in records ? { rows: [], faults: [records] } : rowsIn(file, kind, records);
}
