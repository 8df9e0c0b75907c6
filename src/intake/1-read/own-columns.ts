import type { Origin, Row } from './row.js';

/** Most signs of a cell that are shown. */
const SHOWN = 60;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}...` : line;
};

/** What stands in the columns from which a cell was made. */
const cellsOf = ({ header, cells }: Origin, columns: readonly string[]): string =>
  columns.map((name) => `"${shortened(cells[header.indexOf(name)] ?? '')}"`).join(' and ');

/** A fault of a cell, told by the columns of the register where a mapping made the cell of them. */
export function inOwnColumns(
  { origin, kind }: Pick<Row, 'origin' | 'kind'>,
  column: string | null,
  message: string,
): { readonly column: string | null; readonly message: string } {
  if (!origin || column === null) return { column, message };
  const columns = origin.columns.get(column) ?? [];
  const what = `the ${column} of ${kind === 'claim' ? 'a claim' : kind.kind}`;
  if (columns.length === 0) return { column: null, message: `${message} The mapping itself says ${what}.` };
  return {
    column: columns.join(', '),
    message: `${message} There stand${columns.length === 1 ? 's' : ''} ${cellsOf(origin, columns)}, of which the mapping makes ${what}.`,
  };
}
