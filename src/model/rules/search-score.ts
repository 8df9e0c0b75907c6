import type { SearchField, SearchFit } from '../values/search.js';

/** Sorts of text by which an entity is found: its names (one or other), its codes, what it is or says. */
export type SearchedSort = Exclude<SearchField, 'OTHER_NAME'>;

/** Field and fit of each hundred of a score, from the weakest up. */
const RANKS: readonly (readonly [SearchedSort, SearchFit])[] = [
  ['GIST', 'WORD_FORMS'],
  ['GIST', 'WORDS'],
  ['CODE', 'WORDS'],
  ['CODE', 'BEGINNING'],
  ['NAME', 'WORD_FORMS'],
  ['NAME', 'WORDS'],
  ['NAME', 'BEGINNING'],
  ['NAME', 'WHOLE'],
  ['CODE', 'WHOLE'],
];

/** Rank of a fit in a sort of text, from 1 (weakest). A gist is never told apart as whole or beginning. */
export function rankOf(sort: SearchedSort, fit: SearchFit): number {
  const at = RANKS.findIndex(([other, one]) => other === sort && one === fit);
  if (at === -1) throw new RangeError(`${sort} is not searched for ${fit}.`);
  return at + 1;
}

/** The fit that a score tells. */
export const fitOf = (score: number): SearchFit => RANKS[Math.floor(score / 100) - 1]?.[1] ?? 'WORD_FORMS';

/**
 * How well a name fits, `null` when it lacks a word: hundreds by rank, below that how much of the name was typed, in
 * hundredths. Both texts folded. The statement of the question works out the same; a test holds the two together.
 */
export function nameScore(name: string, typed: string, prefix: boolean): number | null {
  const words = typed.split(' ');
  const own = name.split(' ');
  const last = words.length - 1;
  const holds = words.every((word, at) =>
    own.some((one) => (prefix && at === last ? one.startsWith(word) : one === word)),
  );
  if (!holds) return null;
  const fit = name === typed ? 'WHOLE' : name.startsWith(typed) ? 'BEGINNING' : 'WORDS';
  return 100 * rankOf('NAME', fit) + shareOf(name, typed);
}

/** How much of a text was typed, in hundredths up to 99. */
export const shareOf = (name: string, typed: string): number =>
  Math.min(99, Math.floor((99 * typed.length) / name.length));

/** Which of several texts was meant: the one that holds most of what was typed, and of these the shortest. */
export function closest(texts: readonly string[], typed: string, fold: (text: string) => string): string {
  const words = typed.split(' ');
  const near = (text: string): number => {
    const own = fold(text).split(' ');
    // Of a word in another form at least half stands at its beginning.
    return words.reduce(
      (sum, word) => sum + Math.max(0, ...own.map((one) => commonStart(one, word) / word.length)),
      0,
    );
  };
  const ranked = texts
    .map((text, at) => ({ text, at, near: near(text) }))
    .sort((a, b) => b.near - a.near || a.text.length - b.text.length || a.at - b.at);
  return ranked[0]?.text ?? '';
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
