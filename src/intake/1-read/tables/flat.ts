import { extname } from 'node:path';
import type { FaultPlace } from '../../faults.js';
import { fromWindows, textOf } from '../text.js';
import { jsonRecords } from './json.js';
import { nameFault, recordsOf, wholeRecords, type Record } from './records.js';
import { sheetOf } from './workbook.js';

/** How a file is written. */
export interface Written {
  readonly format?: 'csv' | 'tsv' | 'xlsx' | 'json' | undefined;
  readonly separator?: string | undefined;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | undefined;
  readonly sheet?: string | undefined;
}

/** A file as rows of named cells, or everything that is wrong with it. */
export type Flat =
  | { readonly header: readonly string[]; readonly rows: readonly Record[] }
  | { readonly faults: readonly FaultPlace[] };

const FORMATS = ['csv', 'tsv', 'xlsx', 'json'] as const;

function formatOf(file: string, { format }: Written): (typeof FORMATS)[number] | null {
  const ending = extname(file).slice(1).toLowerCase();
  return format ?? FORMATS.find((known) => known === ending) ?? null;
}

function decoded(file: string, bytes: Buffer, { encoding }: Written): string | FaultPlace {
  if (encoding === 'latin-1') return bytes.toString('latin1');
  if (encoding === 'windows-1252') return fromWindows(bytes.toString('latin1'));
  return textOf(file, bytes);
}

/** Records of a file in any of the formats, the header among them. */
export async function recordsIn(
  file: string,
  bytes: Buffer,
  written: Written = {},
): Promise<{ readonly records: readonly Record[] } | { readonly faults: readonly FaultPlace[] }> {
  const format = formatOf(file, written);
  if (format === null) {
    const message = `The ending of the file is none of ${FORMATS.join(', ')}; rename it, or state its format in the mapping.`;
    return { faults: [{ file, line: null, column: null, message }] };
  }
  if (format === 'xlsx') return sheetOf(file, bytes, written.sheet);
  const text = decoded(file, bytes, written);
  if (typeof text !== 'string') return { faults: [text] };
  if (format === 'json') return jsonRecords(file, text);
  const records = recordsOf(file, text, written.separator ?? (format === 'tsv' ? '\t' : ','));
  return 'message' in records ? { faults: [records] } : { records };
}

/** Reads a CSV, TSV, XLSX or JSON file; every column has a name, and every row as many cells as there are columns. */
export async function flatOf(file: string, bytes: Buffer, written: Written): Promise<Flat> {
  const read = await recordsIn(file, bytes, written);
  if ('faults' in read) return read;
  const [first, ...rest] = read.records;
  if (!first) {
    const message = 'The file is empty; give it a header row and rows.';
    return { faults: [{ file, line: null, column: null, message }] };
  }
  const header = first.cells.map((name) => name.trim().normalize('NFC'));
  const faults: FaultPlace[] = [];
  for (const index of header.keys()) {
    const [column, message] = nameFault(header, index) ?? [];
    if (message !== undefined) faults.push({ file, line: first.line, column: column ?? null, message });
  }
  const rows = faults.length > 0 ? [] : wholeRecords(file, header, rest, faults);
  return faults.length > 0 ? { faults } : { header, rows };
}
