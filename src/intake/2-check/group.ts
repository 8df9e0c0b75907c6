import { about } from '../../model/claim.js';
import type { Kind } from '../../model/declaration.js';
import type { Row } from '../1-read/row.js';
import { aspectsOf } from './aspects.js';
import { Cells } from './cells.js';
import type { Listing } from './checked.js';
import { aspectIn } from './claim-rows.js';
import { evidenceOf } from './evidence.js';
import type { Group } from './inference.js';
import { isListed, listingOf } from './listing.js';
import { onePerPlace } from './places.js';
import type { References } from './references.js';
import { rowInWords, type Report } from './report.js';
import type { Thing } from './shape.js';
import type { Aspect, Statement } from './statement.js';

/** What the rows of a group state. */
export interface Stated extends Group {
  readonly things: readonly Thing[];
  /** What a code list gives, by the id of the thing. */
  readonly listings: ReadonlyMap<string, Listing>;
}

const EXISTENCE: Aspect = { about: about.existence, value: null, column: 'id' };

/** Reads all rows of a group of things: what is said of them, once at each place. `renamed` said it of another id. */
export function statedIn(
  rows: readonly Row[],
  { claiming, renamed }: { readonly claiming: boolean; readonly renamed: ReadonlySet<Row> },
  references: References,
  report: Report,
): Stated {
  const listings = new Map<string, { listing: Listing; row: Row }>();
  const stated: Statement[] = [];
  const kinds = new Map<string, { kind: Kind; rows: Row[] }>();
  const rowsOf = new Map<string, Row[]>();
  for (const row of rows) {
    const cells = Cells.of(row, report);
    if (row.kind === 'claim') {
      const read = aspectIn(cells, references, report);
      const evidence = evidenceOf(cells, references, report);
      if (read) stated.push({ ...read.aspect, row, target: read.target, evidence, implied: false });
      continue;
    }
    const id = cells.text('id');
    add(rowsOf, (row.cells.get('id') ?? '').trim(), row);
    const named = (id !== '' || !cells.isGiven('id')) && references.ownId(row, id, row.kind);
    if (named) {
      const own = kinds.get(id);
      if (own) own.rows.push(row);
      else kinds.set(id, { kind: row.kind, rows: [row] });
    }
    const aspects = aspectsOf(row.kind, id, cells, references, report);
    if (row.kind.sort === 'entity' && !claiming && isListed(row.kind.kind, cells)) {
      const listing = listingOf(id, cells, aspects, references, report);
      const other = listings.get(id);
      if (other)
        report.fault(row, 'id', `${id} is listed twice, here and in ${rowInWords(other.row)}; keep one row.`);
      else listings.set(id, { listing, row });
      continue;
    }
    const evidence = evidenceOf(cells, references, report);
    for (const aspect of named ? [EXISTENCE, ...aspects] : [])
      stated.push({ ...aspect, row, target: id, evidence, implied: aspect === EXISTENCE });
  }
  const statements = onePerPlace(stated, report, renamed);
  const byTarget = new Map<string, Statement[]>();
  for (const statement of statements) add(byTarget, statement.target, statement);
  const things = [...kinds].map(([id, { kind, rows: own }]) => ({
    id,
    kind,
    rows: own,
    statements: byTarget.get(id) ?? [],
    listed: new Set(Object.keys(listings.get(id)?.listing.values ?? {})),
  }));
  return {
    things,
    statements,
    rowsOf,
    listings: new Map([...listings].map(([id, { listing }]) => [id, listing])),
  };
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const own = lists.get(key);
  if (own) own.push(value);
  else lists.set(key, [value]);
}
