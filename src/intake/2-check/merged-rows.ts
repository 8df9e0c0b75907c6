import { LIST_SEPARATOR } from '../../model/columns.js';
import { kindOfId } from '../../model/kinds.js';
import { NAMES } from '../../model/names.js';
import type { Merge } from '../../model/rules/merge.js';
import type { Row } from '../1-read/row.js';
import type { Keeping } from '../keeping.js';
import type { Sequence } from '../spooled.js';

/** Rows under the ids that stay, and which of them said it of another id. */
export interface MergedRows {
  readonly rows: Sequence<Row>;
  /** By their indexes. */
  readonly renamed: ReadonlySet<number>;
}

const IDS = /[a-z]+(?:-[a-z]+)*\/[a-z0-9][a-z0-9-]*/g;
const SINGLE_NAMES = Object.keys(NAMES).filter((name) => NAMES[name]?.list === false);
/** Columns of texts, in which an id is a word like others. */
const TEXTS: ReadonlySet<string> = new Set([...Object.keys(NAMES), 'gist', 'reason', 'locator', 'occasion']);

const entriesOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(LIST_SEPARATOR)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
const listOf = (entries: readonly string[]): string => [...new Set(entries)].join(` ${LIST_SEPARATOR} `);

/** The row with every id as it stands after the merges; the same object where it names none of them. */
function renamedRow(row: Row, into: ReadonlyMap<string, string>): Row {
  let changed = false;
  const cells = new Map(
    [...row.cells].map(([column, cell]): [string, string] => {
      if (TEXTS.has(column) || !cell.includes('/')) return [column, cell];
      const now = cell.replace(IDS, (id) => into.get(id) ?? id);
      if (now === cell) return [column, cell];
      changed = true;
      return [column, now.includes(LIST_SEPARATOR) ? listOf(entriesOf(now)) : now];
    }),
  );
  return changed ? { ...row, cells } : row;
}

/** Names of what was merged are further names of what stays, so that what it is called does not change. */
function withOtherNames(row: Row): Row {
  const cells = new Map(row.cells);
  if (row.kind === 'claim') {
    if (SINGLE_NAMES.includes(cells.get('about') ?? '')) cells.set('about', 'otherNames');
    return { ...row, cells };
  }
  const names = SINGLE_NAMES.map((name) => (cells.get(name) ?? '').trim()).filter((name) => name !== '');
  for (const name of SINGLE_NAMES) if (cells.has(name)) cells.set(name, '');
  if (names.length > 0) cells.set('otherNames', listOf([...entriesOf(cells.get('otherNames')), ...names]));
  return withoutItself({ ...row, cells });
}

const isTieToItself = ({ kind, cells }: Row): boolean =>
  kind === 'claim' && cells.get('about')?.split(':')[1] === cells.get('target');

const EVIDENCE = ['source', 'locator', 'voice'] as const;
/** Rows of one place speak with one voice of one thing; what they say must be said once. */
function placeOf({ kind, cells }: Row): string | null {
  const thing =
    kind === 'claim' ? `${cells.get('target') ?? ''} ${cells.get('about') ?? ''}` : (cells.get('id') ?? '');
  if (kind === 'claim' ? cells.get('about') !== 'otherNames' : kind.sort === 'fact') return null;
  return [thing, ...EVIDENCE.map((name) => (cells.get(name) ?? '').trim())].join('|');
}

/** Two rows of one place as one: what the first leaves open the other fills, and further names are all kept. */
function united(first: Row, other: Row): Row {
  const cells = new Map(first.cells);
  const list = first.kind === 'claim' ? 'value' : 'otherNames';
  for (const [column, cell] of other.cells)
    if (column === list) cells.set(column, listOf([...entriesOf(cells.get(column)), ...entriesOf(cell)]));
    else if ((cells.get(column) ?? '').trim() === '') cells.set(column, cell);
  return { ...first, cells };
}

/** Says of what stays all that rows say of what is merged into it. Only rows of what is merged away are in memory. */
export function mergedRows(given: Sequence<Row>, merges: readonly Merge[], keeping: Keeping): MergedRows {
  if (merges.length === 0) return { rows: given, renamed: new Set() };
  const into = new Map(merges.map((merge) => [merge.from, merge.into]));
  const moved = movedRows(given, into);
  const renamed = new Set<number>();
  const rows = keeping.rows();
  const add = (row: Row, isRenamed: boolean): void => {
    if (isRenamed) renamed.add(rows.length);
    rows.push(row);
  };
  for (const row of given) {
    if (isMoved(row, into)) continue;
    const now = renamedRow(row, into);
    const kept = now !== row && row.kind !== 'claim' && row.kind.sort === 'entity' ? withoutItself(now) : now;
    if (isTieToItself(kept) && now !== row) continue;
    const place = placeOf(kept) ?? '';
    const more = moved.get(place);
    moved.delete(place);
    add(more ? united(kept, more) : kept, more !== undefined || now !== row);
  }
  for (const row of moved.values()) add(row, true);
  return { rows, renamed };
}

/** Whether a row speaks of an entity that is merged away. */
function isMoved({ kind, cells }: Row, into: ReadonlyMap<string, string>): boolean {
  const own = (cells.get(kind === 'claim' ? 'target' : 'id') ?? '').trim();
  return into.has(own) && kindOfId(own)?.sort === 'entity';
}

/** Rows of what is merged away, as rows of what stays; one at each place where it must be one. */
function movedRows(given: Iterable<Row>, into: ReadonlyMap<string, string>): Map<string, Row> {
  const moved = new Map<string, Row>();
  for (const row of given) {
    if (!isMoved(row, into)) continue;
    const now = withOtherNames(renamedRow(row, into));
    if (isTieToItself(now)) continue;
    const place = placeOf(now) ?? `\0${moved.size}`;
    const first = moved.get(place);
    moved.set(place, first ? united(first, now) : now);
  }
  return moved;
}

/** The row of what stays, without ties to what it is itself by now. */
function withoutItself(row: Row): Row {
  const own = row.cells.get('id') ?? '';
  const cells = new Map(
    [...row.cells].map(([column, cell]): [string, string] => [
      column,
      column !== 'id' && !TEXTS.has(column) && cell.includes(own)
        ? listOf(entriesOf(cell).filter((id) => id !== own))
        : cell,
    ]),
  );
  return { ...row, cells };
}
