import type { NodeRow } from '../../../graph/reads/projection.js';
import { countsOf, type TieSum } from '../../../model/rules/tie-sums.js';
import type { CountMode } from '../../../model/values/ties.js';
import { countRow, type CountRow } from './count-fields.js';
import { tieInWords } from './words.js';
import type { TieRow } from './types.js';

type Cards = ReadonlyMap<string, NodeRow>;

const newestFirst = (facts: TieSum['facts']): string[] =>
  facts
    .map(({ id, date }) => `${date ?? '-'}|${id}`)
    .sort()
    .reverse()
    .map((key) => key.slice(key.indexOf('|') + 1));

/** What ties and edges show of a link. */
export function tieRow(
  sum: TieSum,
  mode: CountMode,
  cards: Cards,
): TieRow & Readonly<Record<string, unknown>> {
  const { weight, first, last, undated, certainty, facts } = sum;
  return {
    weight,
    factCount: facts.length,
    first,
    last,
    undated,
    certainty,
    kinds: countsOf([sum], mode, ({ kind }) => [kind]).map((count) => countRow(count, cards)),
    topicCounts: countsOf([sum], mode, ({ topics }) => (topics.length > 0 ? topics : [null])).map((count) =>
      countRow(count, cards, 'no topic'),
    ),
    factIds: newestFirst(facts),
    inWords: tieInWords(sum, cards),
  };
}

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
