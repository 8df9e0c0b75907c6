import { isId, slugOf } from '../slug.js';
import type { CellValues, Entry } from './cell-values.js';
import { piecesOf, type Piece } from './template.js';

/** What stands in the places of a statement: the cells of the row, and what it goes through. */
export interface Scope {
  readonly values: CellValues;
  /** Places that hold for this turn of the statement: its entry, its pair, the row's number and key. */
  readonly bound: ReadonlyMap<string, string>;
}

/** What a template gave: texts, and how many more there would be were it not in doubt who is meant. */
export interface Filled {
  readonly texts: readonly string[];
  readonly doubtful: number;
}

const entriesOf = ({ values, bound }: Scope, place: string): readonly Entry[] => {
  const own = bound.get(place);
  return own === undefined ? values.entries(place) : [own];
};

/** In an id the place of a name is slugged; an id that fills its place alone, or all but the role, stays. */
function inPlace(entry: string, pieces: readonly Piece[], at: number, ids: boolean): string {
  if (!ids) return entry;
  const next = pieces[at + 1];
  const alone = at === 0 && (next === undefined || (typeof next === 'string' && next.startsWith(':')));
  const before = pieces[at - 1];
  const role = typeof before === 'string' && before.endsWith(':');
  return (alone && isId(entry)) || role ? entry : slugOf(entry);
}

/** The texts that a template gives: one, or one for each entry of its list; none where a place is empty. */
export function fill(template: string, scope: Scope, ids: boolean): Filled {
  const pieces = piecesOf(template);
  const columns = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
  const cells = new Map(columns.map(({ place }) => [place, entriesOf(scope, place)]));
  if (columns.length > 0 && [...cells.values()].every((entries) => entries.length === 0))
    return { texts: [], doubtful: 0 };
  const turns = Math.max(1, ...[...cells.values()].map((entries) => entries.length));
  const texts: string[] = [];
  let doubtful = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const filled = pieces.map((piece, at): Entry | undefined => {
      if (typeof piece === 'string') return piece;
      const entries = cells.get(piece.place) ?? [];
      const entry = entries.length > 1 ? entries[turn] : entries[0];
      if (entry === undefined) return piece.optional ? '' : undefined;
      return entry === null ? null : inPlace(entry, pieces, at, ids);
    });
    if (filled.includes(null)) doubtful += 1;
    else if (!filled.includes(undefined)) texts.push(filled.join('').trim());
  }
  return { texts: [...new Set(texts.filter((text) => text !== ''))], doubtful };
}
