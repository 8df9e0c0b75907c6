import type { FactPart } from '../../../graph/reads/ties/tie-statement.js';
import type { CountMode, TieGrouping } from '../../../model/values/ties.js';
import { nodesAt, type Selecting } from '../../selection.js';

/** Which facts that make no link the answer is to tell of: those without a date, and those of other kinds. */
export function toldBeside(info: Selecting): { readonly undated: boolean; readonly matched: boolean } {
  const tells = (field: string): boolean => nodesAt(info, [field]).length > 0;
  const undated = tells('leftOut') || tells('emptyBecause');
  return { undated, matched: undated || tells('facts') };
}

/** Fields of a link by the part of its facts from which they are worked out. */
const PARTS_OF_FIELDS: Readonly<
  Record<Extract<FactPart, 'ID' | 'DATES' | 'CERTAINTY' | 'TOPICS'>, readonly string[]>
> = {
  ID: ['facts', 'kinds', 'topics', 'groups'],
  DATES: ['facts', 'first', 'last', 'undated', 'inWords'],
  CERTAINTY: ['certainty'],
  TOPICS: ['topics', 'topicCount'],
};

/** What of the facts is needed: by the fields selected of a link, which stand at `places`, and by how links are weighed and grouped. */
export function partsAsked(
  info: Selecting,
  places: readonly (readonly string[])[],
  mode: CountMode,
  by: TieGrouping | null,
): ReadonlySet<FactPart> {
  const selects = (field: string): boolean =>
    places.some((place) => nodesAt(info, [...place, field]).length > 0);
  const shown = Object.entries(PARTS_OF_FIELDS).flatMap(([part, fields]) =>
    fields.some(selects) ? [part as FactPart] : [],
  );
  const counted = nodesAt(info, ['other']).length > 0 || by !== null;
  return new Set<FactPart>([
    ...shown,
    ...(counted ? (['ID'] as const) : []),
    ...(by === 'TOPIC' ? (['TOPICS'] as const) : []),
    ...(by === 'YEAR' ? (['DATES'] as const) : []),
    ...(by === 'MODALITY' ? (['MODALITY'] as const) : []),
    ...(mode === 'INITIATIVES' ? (['INITIATIVES'] as const) : []),
    ...(mode === 'CLAIMS' ? (['CLAIMS'] as const) : []),
  ]);
}
