import { Faults, type FaultPlace } from '../faults.js';
import { inOwnColumns } from '../1-read/own-columns.js';
import type { Row } from '../1-read/row.js';

/** Where a row stands. */
export type At = Omit<Row, 'cells'>;

/** Gathers every fault of an import, so that all are told at once. */
export class Report {
  private readonly places: FaultPlace[] = [];
  private readonly faulty = new Set<At>();

  /** Notes a fault: one sentence that says what is wrong and how to mend it. */
  fault(row: At, column: string | null, message: string): void {
    this.faulty.add(row);
    this.places.push({ file: row.file, line: row.line, ...inOwnColumns(row, column, message) });
  }

  /** Whether a row has a fault; what follows from it is then not told as another. */
  isFaulty(row: At): boolean {
    return this.faulty.has(row);
  }

  /** Throws `Faults` if there are any, in the order of the files. */
  close(files: readonly string[]): void {
    if (this.places.length === 0) return;
    const order = (place: FaultPlace): number => files.indexOf(place.file);
    throw new Faults([...this.places].sort((a, b) => order(a) - order(b) || (a.line ?? 0) - (b.line ?? 0)));
  }
}

/** The place alone, so that the cells of the row need not be held. */
export const placeOf = ({ file, line, kind, origin }: At): At => ({
  ...{ file, line, kind },
  ...(origin && { origin }),
});

/** The place of a row in words, for messages about two rows. */
export const rowInWords = ({ file, line }: Pick<At, 'file' | 'line'>): string => `row ${line} of ${file}`;
