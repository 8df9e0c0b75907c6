import { extname } from 'node:path';
import type { FaultPlace } from '../../faults.js';
import { fromWindows, notUtf8 } from '../text.js';
import { jsonRecords } from './json.js';
import { eachRecord, isWhole, nameFault, type Record } from './records.js';
import { sheetOf } from './workbook.js';

/** How a file is written. */
export interface Written {
  readonly format?: 'csv' | 'tsv' | 'xlsx' | 'json' | undefined;
  readonly separator?: string | undefined;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | undefined;
  readonly sheet?: string | undefined;
}

const FORMATS = ['csv', 'tsv', 'xlsx', 'json'] as const;

function formatOf(file: string, { format }: Written): (typeof FORMATS)[number] | null {
  const ending = extname(file).slice(1).toLowerCase();
  return format ?? FORMATS.find((known) => known === ending) ?? null;
}

function decoded(file: string, bytes: Buffer, { encoding }: Written): string | Buffer | FaultPlace {
  if (encoding === 'latin-1') return bytes.toString('latin1');
  if (encoding === 'windows-1252') return fromWindows(bytes.toString('latin1'));
  return notUtf8(file, bytes) ?? bytes;
}

/** Takes the records of a file in any of the formats one by one, the header first; answers why it cannot be read. */
export async function readRecords(
  file: string,
  bytes: Buffer,
  written: Written,
  take: (record: Record) => void,
): Promise<readonly FaultPlace[]> {
  const format = formatOf(file, written);
  if (format === null) {
    const message = `The ending of the file is none of ${FORMATS.join(', ')}; rename it, or state its format in the mapping.`;
    return [{ file, line: null, column: null, message }];
  }
  if (format === 'xlsx') return taken(await sheetOf(file, bytes, written.sheet), take);
  const text = decoded(file, bytes, written);
  if (typeof text === 'object' && 'message' in text) return [text];
  if (format === 'json') return taken(jsonRecords(file, text.toString()), take);
  const broken = eachRecord(file, text, written.separator ?? (format === 'tsv' ? '\t' : ','), take);
  return broken ? [broken] : [];
}

function taken(
  read: { readonly records: readonly Record[] } | { readonly faults: readonly FaultPlace[] },
  take: (record: Record) => void,
): readonly FaultPlace[] {
  if ('faults' in read) return read.faults;
  for (const record of read.records) take(record);
  return [];
}

/**
 * Reads a CSV, TSV, XLSX or JSON file row by row; every column has a name, and every row as many cells as there are
 * columns. `open` is given the header and answers who takes the rows. Answers everything that is wrong with the file;
 * rows that were taken before are then of no use.
 */
export async function readFlat(
  file: string,
  bytes: Buffer,
  written: Written,
  open: (header: readonly string[]) => (record: Record) => void,
): Promise<readonly FaultPlace[]> {
  const faults: FaultPlace[] = [];
  let header: readonly string[] | null = null;
  let take: ((record: Record) => void) | null = null;
  const unreadable = await readRecords(file, bytes, written, (record) => {
    if (header === null) {
      header = record.cells.map((name) => name.trim().normalize('NFC'));
      for (const index of header.keys()) {
        const [column, message] = nameFault(header, index) ?? [];
        if (message !== undefined) faults.push({ file, line: record.line, column: column ?? null, message });
      }
      if (faults.length === 0) take = open(header);
    } else if (take && isWhole(file, header, record, faults)) take(record);
  });
  if (unreadable.length > 0) return unreadable;
  if (header === null) {
    const message = 'The file is empty; give it a header row and rows.';
    return [{ file, line: null, column: null, message }];
  }
  return faults;
}
