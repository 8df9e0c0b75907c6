import type { Kind } from '../../model/declaration.js';

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
}
