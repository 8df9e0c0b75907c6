import type { Cards } from '../../../graph/reads/ties/tie-facts.js';
import { countsOf, type TieSum } from '../../../model/rules/tie-sums.js';
import type { CountMode } from '../../../model/values/ties.js';
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

/** What links weigh together. */
export const weightSum = (links: readonly TieSum[]): number =>
  links.reduce((sum, { weight }) => sum + weight, 0);
