import type { FaultPlace } from '../faults.js';
import { columnNames, requiredColumns } from './files.js';
import type { Row } from './row.js';
import { eachRecord, isWhole, nameFault, type Record } from './tables/records.js';

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

/** Takes the records of a file in the seed's format one by one, the header first. */
export class TableReading {
  readonly faults: FaultPlace[] = [];
  private header: readonly string[] | null = null;

  /** Gives each row to `take`; comments are left out. What is wrong stands in `faults`. */
  constructor(
    private readonly file: string,
    private readonly kind: Row['kind'],
    private readonly take: (row: Row) => unknown,
  ) {}

  record(record: Record): void {
    const { file, kind } = this;
    const { line, cells } = record;
    if (this.header === null) {
      this.header = cells.map((name) => name.trim());
      for (const [column, message] of headerFaults(this.header, kind)) {
        this.faults.push({ file, line, column, message });
        this.isLost = true;
      }
    } else if (!this.isLost && !cells[0]?.startsWith(COMMENT)) {
      const { header } = this;
      if (!isWhole(file, header, record, this.faults)) return;
      this.take({
        file,
        line,
        kind,
        cells: new Map(header.map((name, index) => [name, cells[index] ?? ''])),
      });
    }
  }

  /** To be called when all records were given. */
  end(): void {
    if (this.header !== null) return;
    const message = 'The file is empty; give it a header row or remove it.';
    this.faults.push({ file: this.file, line: null, column: null, message });
  }

  /** Whether no row can be read, since the header is at fault. */
  private isLost = false;
}

/** Reads one comma-separated file in the seed's format, row by row; answers what is wrong with it. */
export function readTable(
  file: string,
  kind: Row['kind'],
  text: string | Buffer,
  take: (row: Row) => unknown,
): readonly FaultPlace[] {
  const reading = new TableReading(file, kind, take);
  const broken = eachRecord(file, text, ',', (record) => {
    reading.record(record);
  });
  if (broken) return [broken];
  reading.end();
  return reading.faults;
}
