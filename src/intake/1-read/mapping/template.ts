import { columnsOf } from '../../../model/columns.js';
import type { End, Kind } from '../../../model/declaration.js';

/** One piece of a template: words as they stand, or the place of a column. */
export type Piece = string | { readonly place: string; readonly optional: boolean };

/** Places that no column gives: the row's number, its key, and the two of a pair. */
export const GIVEN = ['row', 'key', 'one', 'other'] as const;

/** The pieces of `{Start}/{End?}`: a place may be left empty where it ends in a question mark. */
export function piecesOf(template: string): readonly Piece[] {
  return template.split(/(\{[^{}]+\})/).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    if (!/^\{[^{}]+\}$/.test(piece)) return [piece];
    const name = piece.slice(1, -1).trim();
    return [
      name.endsWith('?') ? { place: name.slice(0, -1), optional: true } : { place: name, optional: false },
    ];
  });
}

/** Names of the places of a template. */
export const placesOf = (template: string): string[] =>
  piecesOf(template).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.place]));

const EVIDENCE_IDS = ['source', 'voice', 'relayedBy', 'through', 'notBefore', 'notAfter', 'inferredFrom'];
const EVIDENCE_LISTS = ['relayedBy', 'notBefore', 'notAfter', 'inferredFrom', 'party'];

/** Whether a cell of the kind holds ids, so that what stands in a place is slugged. */
export const holdsIds = (kind: Kind, cell: string): boolean =>
  cell === 'id' || cell === 'party' || EVIDENCE_IDS.includes(cell) || Object.hasOwn(endsOf(kind), cell);

/** Whether a cell of the kind holds a list. */
export const holdsList = (kind: Kind, cell: string): boolean =>
  EVIDENCE_LISTS.includes(cell) ||
  endsOf(kind)[cell]?.many === true ||
  kind.attributes[cell]?.list === true ||
  cell === 'otherNames';

/** Whether a thing of the kind cannot be without the cell. */
export const isNeeded = (kind: Kind, cell: string): boolean => endsOf(kind)[cell]?.least === 1;

const endsOf = (kind: Kind): Readonly<Record<string, End>> => (kind.sort === 'fact' ? kind.ends : kind.links);

/** Cells that a mapping may fill: what the kind has, but what the reader fills itself. */
export const fillable = (kind: Kind): string[] =>
  columnsOf(kind)
    .map(({ name }) => name)
    .filter((name) => !['id', 'source', 'locator', 'occasion'].includes(name));
