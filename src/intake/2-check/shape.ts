import type { Kind } from '../../model/declaration.js';
import type { Row } from '../1-read/row.js';
import { counts } from './evidence.js';
import { fileOf } from '../1-read/files.js';
import type { References } from './references.js';
import { rowInWords, type Report } from './report.js';
import { endsOf, type Statement } from './statement.js';

/** A thing with the rows that state it and everything that counts of what is said of it. */
export interface Thing {
  readonly id: string;
  readonly kind: Kind;
  readonly rows: readonly Row[];
  readonly statements: readonly Statement[];
  /** Names of what its code-list row gives. */
  readonly listed: ReadonlySet<string>;
}

/** Names of the ends, attributes and parties that a thing must have. */
function needed(kind: Kind): [column: string, least: number][] {
  const ends = Object.entries(endsOf(kind)).map(([name, { least }]): [string, number] => [name, least]);
  return [kind.sort === 'entity' ? ['name', 1] : ['party', kind.parties.least], ...ends];
}

const aboutIs = (name: string, statement: Statement): boolean =>
  statement.about === name || statement.about.startsWith(`${name}:`);

/** What counts for one end, attribute or `party`: distinct targets, actors or the value itself. */
const present = (name: string, statements: readonly Statement[]): number =>
  new Set(statements.filter((one) => aboutIs(name, one)).map(({ about }) => about.split(':')[1] ?? about))
    .size;

/** Checks that a thing has all that it must have, and no more than it may. What the graph has already is not asked for. */
export function shapeFaults(thing: Thing, references: References, report: Report): void {
  const { id, kind, rows, listed } = thing;
  const statements = thing.statements.filter(({ evidence }) => counts(evidence));
  const [first] = rows;
  if (!first) return;
  const unread = rows.filter((row) => report.isFaulty(row));
  for (const [name, least] of references.isKnown(id) ? [] : needed(kind)) {
    const tried = unread.some((row) => (row.cells.get(name) ?? '').trim() !== '');
    if (tried || listed.has(name) || present(name, statements) >= least) continue;
    const few = least > 1 ? ` fewer than ${least} of` : ' no';
    const mend = first.origin
      ? 'fill the cell, or give the statement a condition in the mapping'
      : `fill the column in a row of ${fileOf(kind.kind)}`;
    report.fault(first, name, `${id} has${few} ${name}; ${mend}.`);
  }
  for (const [name, { many }] of Object.entries(endsOf(kind))) if (!many) atMostOne(name, statements, report);
  if (kind.sort === 'fact' && kind.parties.most !== null && present('party', statements) > kind.parties.most)
    report.fault(
      first,
      'party',
      `The kind ${kind.kind} has at most ${kind.parties.most} parties; take some out.`,
    );
}

/** One source has one view of an end that holds one; sources among themselves may differ. */
function atMostOne(name: string, statements: readonly Statement[], report: Report): void {
  const views = new Map<string, Statement>();
  for (const statement of statements) {
    if (statement.end?.name !== name) continue;
    const view = `${statement.evidence.source}|${statement.evidence.voice ?? ''}`;
    const other = views.get(view);
    views.set(view, other ?? statement);
    if (other && other.end?.target !== statement.end.target && other.row !== statement.row)
      report.fault(
        statement.row,
        statement.column,
        `The same source gives another ${name} in ${rowInWords(other.row)}, and only one may be; keep one.`,
      );
  }
}
