import type { Cards } from '../../../graph/reads/ties/tie-facts.js';
import type { FactPart } from '../../../graph/reads/ties/tie-statement.js';
import { countsOf, type TieSum } from '../../../model/rules/tie-sums.js';
import type { CountMode, TieGrouping } from '../../../model/values/ties.js';
import { nodesAt, type Selecting } from '../../selection.js';
import { countRow, type CountRow } from './count-fields.js';

/** A link as its fields read it: what takes work is worked out when it is asked for. */
export interface TieRow extends Pick<TieSum, 'weight' | 'first' | 'last' | 'undated' | 'certainty'> {
  readonly factCount: number;
  readonly sum: TieSum;
  readonly mode: CountMode;
  readonly cards: Cards;
}

/** What ties and edges show of a link. */
export function tieRow(sum: TieSum, mode: CountMode, cards: Cards): TieRow {
  const { weight, first, last, undated, certainty, facts } = sum;
  return { weight, first, last, undated, certainty, factCount: facts.length, sum, mode, cards };
}

/** Counts of a link by kind of fact. */
export const countsByKind = ({ sum, mode, cards }: TieRow): CountRow[] =>
  countsOf([sum], mode, ({ kind }) => [kind]).map((count) => countRow(count, cards));

/** Counts of a link by topic of its facts, heaviest first; facts without a topic under null. */
export const countsByTopic = ({ sum, mode, cards }: TieRow): CountRow[] =>
  countsOf([sum], mode, ({ topics }) => (topics.length > 0 ? topics : [null])).map((count) =>
    countRow(count, cards, 'no topic'),
  );

/** Ids of a link's facts, newest first, unknown dates last. */
export const newestFirst = ({ sum }: TieRow): string[] =>
  sum.facts
    .map(({ id, date }) => `${date ?? '-'}|${id}`)
    .sort()
    .reverse()
    .map((key) => key.slice(key.indexOf('|') + 1));

/** Ties in sum, for those that are not shown. */
export const otherRow = (others: readonly TieSum[]): CountRow => ({
  key: null,
  called: 'other',
  ties: others.length,
  facts: new Set(others.flatMap(({ facts }) => facts.map(({ id }) => id))).size,
  weight: weightSum(others),
});

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

/** What links weigh together. */
export const weightSum = (links: readonly TieSum[]): number =>
  links.reduce((sum, { weight }) => sum + weight, 0);
