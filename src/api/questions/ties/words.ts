import type { TieFacts } from '../../../graph/reads/ties/tie-facts.js';
import type { TieSum } from '../../../model/rules/tie-sums.js';
import { leftOutInWords, type LeftOut } from '../../../model/values/left-out.js';
import { countMode } from '../../../model/values/ties.js';
import { shownName } from '../../types/names.js';
import type { Counted, TiesAsked } from './asked.js';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How facts are chosen and weighed, as a sentence. */
export const countingInWords = ({ demands: { stages }, mode, filter }: Counted): string =>
  [
    `The weight counts ${countMode.values[mode].charAt(0).toLowerCase()}${countMode.values[mode].slice(1, -1)}.`,
    filter.stages
      ? `Only facts in the stages ${stages.join(', ')} count.`
      : 'What was only planned or agreed, or given up, makes no tie.',
  ].join(' ');

/** What the two must stand in besides. */
const sharedInWords = ({ shared }: TiesAsked): string =>
  shared === null
    ? ''
    : ` Of these, pairs whose two countries also both stand in one initiative by facts${shared.kinds ? ` of kind ${shared.kinds.join(' or ')}` : ''} under sharedInitiatives.`;

/** How the question was read. */
export const readingOf = (asked: TiesAsked): string =>
  `Pairs of countries tied by facts of kind ${asked.demands.kinds.join(' or ')} under the filter, themselves or through national agencies, acting for themselves; facts other than cooperations only with at most ${asked.demands.maxParties} named countries; two that both only received are not tied.${sharedInWords(asked)} ${countingInWords(asked)}`;

/** One tie or edge as a sentence. */
export function tieInWords({ a, b, facts, first, last, undated }: TieSum, cards: TieFacts['cards']): string {
  const name = (id: string): string => {
    const card = cards.get(id);
    return card ? shownName(card, 'EN').name : id;
  };
  const kinds = new Map<string, number>();
  for (const { kind } of facts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const what = [...kinds]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([kind, count]) => counted(count, kind.toLowerCase()));
  // A day that is only the latest possible start is not told as the day.
  const told = (day: string): string =>
    facts.every(({ date, atLatest }) => date !== day || atLatest) ? `by ${day}` : day;
  const when =
    first === null || last === null
      ? 'no date known'
      : `dated ${first === last ? told(first) : `${told(first)} to ${told(last)}`}`;
  return `${name(a)} and ${name(b)}: ${what.join(', ')}; ${when}${first !== null && undated > 0 ? `, ${undated} undated` : ''}.`;
}

/** Why there is nothing. */
export const emptyBecause = (leftOut: readonly LeftOut[], facts: number): string =>
  facts === 0
    ? 'No fact that meets the filter is recorded. That there was none does not follow.'
    : `No fact under the filter makes a tie. Left out: ${leftOut.map(leftOutInWords).join(' ')}`;
