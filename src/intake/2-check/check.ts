import { about } from '../../model/claim.js';
import type { Kind } from '../../model/declaration.js';
import type { Merge } from '../../model/rules/merge.js';
import type { Row } from '../1-read/row.js';
import { aspectsOf } from './aspects.js';
import { Cells } from './cells.js';
import type { Checked, CheckedEntity, Listing } from './checked.js';
import { aspectIn } from './claim-rows.js';
import { evidenceOf } from './evidence.js';
import { factsOf } from './identities.js';
import { claimsOf } from './inference.js';
import { isListed, listingOf } from './listing.js';
import { ofItself } from './own-source.js';
import { mergedRows } from './merged-rows.js';
import { onePerPlace } from './places.js';
import { References } from './references.js';
import { Report, rowInWords } from './report.js';
import { shapeFaults, type Thing } from './shape.js';
import type { Aspect, Statement } from './statement.js';
import { tieFaults } from './ties.js';

/** How an import is checked. */
export interface CheckOptions {
  /**
   * Whether the graph already has an entity or fact, so that rows may refer to it and need not say all of it again.
   * Leave it out for an import that is complete in itself, such as the seed.
   */
  readonly known?: (id: string) => boolean;
  /**
   * Whether rows of entities make claims whatever they cite, as those of a register do, so that they can be taken back.
   * Left out, a row that cites a Source is one of a code list.
   */
  readonly claiming?: boolean;
  /** Ids that a person settled to be one thing: what rows say of the one they say of the other. */
  readonly merges?: readonly Merge[];
}

const EXISTENCE: Aspect = { about: about.existence, value: null, column: 'id' };

/** Turns rows into entities, facts and claims; throws `Faults` that lists everything that is wrong. */
export function check(given: readonly Row[], options: CheckOptions = {}): Checked {
  const { rows, renamed } = mergedRows(given, options.merges ?? []);
  const { united, ...checked } = checkRows(rows, renamed, options);
  // Facts that are alike by now are one, and are read again as such; of whom they speak is settled by then.
  return united.length === 0 ? checked : check(rows, { ...options, merges: united });
}

function checkRows(
  given: readonly Row[],
  renamed: ReadonlySet<Row>,
  { known = () => false, claiming = false }: CheckOptions,
): Checked & { readonly united: readonly Merge[] } {
  const report = new Report();
  const rows = claiming ? given.map((row) => ofItself(row, report)) : given;
  const references = new References(rows, known, report);
  const listings = new Map<string, { listing: Listing; row: Row }>();
  const stated: Statement[] = [];
  const kinds = new Map<string, { kind: Kind; rows: Row[] }>();

  for (const row of rows) {
    const cells = Cells.of(row, report);
    if (row.kind === 'claim') {
      const read = aspectIn(cells, references, report);
      const evidence = evidenceOf(cells, references, report);
      if (read) stated.push({ ...read.aspect, row, target: read.target, evidence, implied: false });
      continue;
    }
    const id = cells.text('id');
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
  const things = thingsOf(kinds, statements, listings);
  for (const thing of things) shapeFaults(thing, references, report);
  tieFaults(things, new Map([...listings].map(([id, { listing }]) => [id, listing])), report);
  const { facts, united } = factsOf(things, report, renamed);
  const claims = claimsOf(statements, references, report);
  report.close(rows);
  const entities = things.flatMap(({ id, kind }): CheckedEntity[] =>
    kind.sort === 'entity' ? [{ id, kind: kind.kind, listed: listings.get(id)?.listing ?? null }] : [],
  );
  return { entities, facts, claims, united };
}

function thingsOf(
  kinds: ReadonlyMap<string, { kind: Kind; rows: readonly Row[] }>,
  statements: readonly Statement[],
  listings: ReadonlyMap<string, { listing: Listing }>,
): Thing[] {
  const byTarget = new Map<string, Statement[]>();
  for (const statement of statements) {
    const own = byTarget.get(statement.target);
    if (own) own.push(statement);
    else byTarget.set(statement.target, [statement]);
  }
  return [...kinds]
    .map(([id, { kind, rows }]) => ({
      id,
      kind,
      rows,
      statements: byTarget.get(id) ?? [],
      listed: new Set(Object.keys(listings.get(id)?.listing.values ?? {})),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
