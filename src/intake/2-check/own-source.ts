import type { Row } from '../1-read/row.js';
import type { Report } from './report.js';

/** Where a source says what it is itself. */
const AS_TAKEN_IN = 'as taken in';

/** The row of a Source as one that cites itself, so that what it says of itself are claims too; other rows as they are. */
export function ofItself(row: Row, report: Report): Row {
  if (row.kind === 'claim' || row.kind.kind !== 'Source') return row;
  const text = (column: string): string => (row.cells.get(column) ?? '').trim();
  const id = text('id');
  if (text('source') !== '' && text('source') !== id) {
    report.fault(row, 'source', 'A source stands for itself; leave the column empty or repeat its id.');
    return row;
  }
  const own: [string, string][] = [
    ['source', id],
    ['locator', text('locator') || AS_TAKEN_IN],
  ];
  return { ...row, cells: new Map([...row.cells, ...own]) };
}
