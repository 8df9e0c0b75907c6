import type { Kind } from '../../model/declaration.js';

/** The row of a register as its file has it, where a mapping made other cells of it. */
export interface Origin {
  /** Columns of the file from which each cell was made; none where the mapping's own words stand in it. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** One row of a file, as read: nothing in it is checked but that it has the columns of its file. */
export interface Row {
  /** Path within the import, with forward slashes. */
  readonly file: string;
  /** Line on which the row starts, counted from 1; the header is line 1. */
  readonly line: number;
  /** Kind that the row states, or `claim` for a row of claims.csv. */
  readonly kind: Kind | 'claim';
  /** Every column of the file's header, empty cells as empty text. */
  readonly cells: ReadonlyMap<string, string>;
  /** Left out where the cells are those of the file. */
  readonly origin?: Origin;
}
