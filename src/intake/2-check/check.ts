import type { Merge } from '../../model/rules/merge.js';
import type { Row } from '../1-read/row.js';
import { IN_MEMORY, type Keeping } from '../keeping.js';
import type { Sequence } from '../spooled.js';
import type { Checked, CheckedEntity } from './checked.js';
import { Contents } from './contents.js';
import { statedIn } from './group.js';
import { Identities } from './identities.js';
import { claimsOf, Premises } from './inference.js';
import { mergedRows } from './merged-rows.js';
import { ofItself } from './own-source.js';
import { References } from './references.js';
import { Report } from './report.js';
import { shapeFaults } from './shape.js';
import { Ties } from './ties.js';

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
  /** Where rows and claims are kept; left out, in memory. */
  readonly keeping?: Keeping;
  /** Ids that a person settled to be one thing: what rows say of the one they say of the other. */
  readonly merges?: readonly Merge[];
}

/**
 * Turns rows into entities, facts and claims; throws `Faults` that lists everything that is wrong. Of the rows and claims
 * only those of one thing are in memory at a time.
 */
export function check(given: Sequence<Row>, options: CheckOptions = {}): Checked {
  const { merges = [], keeping = IN_MEMORY } = options;
  const { rows, renamed } = mergedRows(given, merges, keeping);
  const { united, ...checked } = checkRows(rows, renamed, options);
  // Facts that are alike by now are one, and are read again as such; of whom they speak is settled by then.
  return united.length === 0 ? checked : check(rows, { ...options, merges: united });
}

function checkRows(
  rows: Sequence<Row>,
  isRenamed: ReadonlySet<number>,
  { known = () => false, claiming = false, keeping = IN_MEMORY }: CheckOptions,
): Checked & { readonly united: readonly Merge[] } {
  const report = new Report();
  const contents = new Contents(rows);
  const references = new References((id) => contents.states(id), known, report);
  const premises = new Premises((id) => contents.isPremise(id));
  const identities = new Identities();
  const ties = new Ties();
  const entities: CheckedEntity[] = [];
  const claims = keeping.claims();
  for (const indexes of contents.groups()) {
    const [renamed, indexOf] = [new Set<Row>(), new Map<Row, number>()];
    const own = indexes.flatMap((index) => {
      const row = rows.at(index);
      if (!row) return [];
      const now = claiming ? ofItself(row, report) : row;
      indexOf.set(now, index);
      if (isRenamed.has(index)) renamed.add(now);
      return [now];
    });
    const group = statedIn(own, { claiming, renamed }, references, report);
    for (const thing of group.things) {
      const { id, kind } = thing;
      const listing = group.listings.get(id);
      shapeFaults(thing, references, report);
      ties.note(thing, listing);
      identities.note(thing, { indexOf, renamed }, report);
      if (kind.sort === 'entity') entities.push({ id, kind: kind.kind, listed: listing ?? null });
    }
    const made = claimsOf(group, premises, report);
    premises.keep(group, made, report);
    claims.push(...made);
  }
  ties.faults(report);
  const { facts, united } = identities.all((index) => rows.at(index), report);
  report.close(contents.files);
  entities.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { entities, facts, claims, united };
}
