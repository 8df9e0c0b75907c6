import type { ClaimValue } from '../../model/claim.js';
import { kindOfId } from '../../model/kinds.js';
import type { Cells } from './cells.js';
import type { Listing } from './checked.js';
import { BEYOND_SOURCE } from './evidence.js';
import { SOURCE, type References } from './references.js';
import type { Report } from './report.js';
import type { Aspect } from './statement.js';

/** Whether the row of an entity is one of a code list (its source is a Source), or is a Source itself. */
export const isListed = (kindName: string, cells: Cells): boolean =>
  kindName === 'Source' || kindOfId(cells.text('source'))?.kind === 'Source';

const USUAL: readonly (readonly [column: string, value: string])[] = [
  ['certainty', 'STATED'],
  ['stance', 'SUPPORTS'],
  ['claimStatus', 'ACCEPTED'],
];

/** What a row of a code list gives; it makes no claims. */
export function listingOf(
  id: string,
  cells: Cells,
  aspects: readonly Aspect[],
  references: References,
  report: Report,
): Listing {
  const own = cells.row.kind !== 'claim' && cells.row.kind.kind === 'Source';
  const advice = 'leave it empty, or state it in claims.csv';
  for (const column of BEYOND_SOURCE)
    if (cells.isGiven(column))
      report.fault(cells.row, column, `A row of a code list makes no claims; ${advice}.`);
  for (const [column, value] of USUAL)
    if (cells.text(column) !== '' && cells.text(column) !== value)
      report.fault(cells.row, column, `A row of a code list is always ${value}; ${advice}.`);
  const source = cells.text('source') || id;
  if (own && source !== id)
    report.fault(cells.row, 'source', 'A source stands for itself; leave the column empty or repeat its id.');
  else if (!own) references.names(cells.row, 'source', source, SOURCE);
  const values: Record<string, ClaimValue> = {};
  for (const { about, value, end } of aspects) {
    if (!end) values[about] = value;
    else values[end.name] = [...((values[end.name] as readonly string[] | undefined) ?? []), end.target];
  }
  return { source, locator: cells.text('locator'), values };
}
