import { kindOfId } from '../../model/kinds.js';
import type { Row } from '../1-read/row.js';

const IDS = /[a-z]+(?:-[a-z]+)*\/[a-z0-9][a-z0-9-]*/g;

/** Every id that rows may name, so that the graph is asked once for all; text that looks like one does no harm. */
export function idsNamedIn(rows: Iterable<Row>): string[] {
  const ids = new Set<string>();
  for (const { cells } of rows)
    for (const cell of cells.values())
      if (cell.includes('/')) for (const [id] of cell.matchAll(IDS)) if (kindOfId(id)) ids.add(id);
  return [...ids];
}
