import { stringify } from 'csv-stringify/sync';
import { inert, joined, textOf } from './cells.js';
import type { Column } from './columns.js';

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of an answer: what stands at the unit's path. */
export function rowsIn(answer: unknown, path: readonly string[]): readonly Row[] {
  const [key, ...rest] = path;
  if (answer === null || answer === undefined) return [];
  if (Array.isArray(answer)) return answer.flatMap((entry) => rowsIn(entry, path));
  return key === undefined ? [answer as Row] : rowsIn((answer as Row)[key], rest);
}

/** What stands at a path: entries of lists one after the other, null where an object above is. */
function valuesAt(value: unknown, path: Column['path'], whole: boolean): readonly unknown[] {
  const [step, ...rest] = path;
  if (Array.isArray(value) && typeof step === 'number') return valuesAt(value[step], rest, whole);
  if (Array.isArray(value) && !(whole && step === undefined))
    return (value as readonly unknown[]).flatMap((entry) => valuesAt(entry, path, whole));
  if (step === undefined) return [value];
  if (value === null || value === undefined) return [null];
  return valuesAt((value as Row)[step], rest, whole);
}

const countOf = (list: unknown): number | null => (Array.isArray(list) ? list.length : null);

function cellOf(row: Row, { path, counts, list }: Column): string {
  const found = valuesAt(row, path, counts);
  const values = counts ? found.map(countOf) : found;
  return inert(list ? joined(values) : textOf(values[0]));
}

/** Lines of a file, with the quotes and ends of RFC 4180. A break that is not the end of a line would not be quoted by itself. */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify([...lines], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });

/** The cells of one row. */
export const cellsOf = (row: Row, columns: readonly Column[]): string[] =>
  columns.map((column) => cellOf(row, column));
