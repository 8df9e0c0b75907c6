import { codeKey, folded, wordsOf } from '../../../model/rules/folding.js';
import { rankOf, type SearchedSort } from '../../../model/rules/search-score.js';
import { language, nameProperty, type Language } from '../../../model/values/language.js';
import type { SearchFit } from '../../../model/values/search.js';
import { foldedProperty } from '../../derived/search-fields.js';
import { CODE_KEYS, FOLDED_GISTS, FOLDED_NAMES, languageIndex } from '../../search-indexes.js';

/** One look into one full-text index, at one property. */
export interface Probe {
  readonly index: string;
  /** In Lucene's language; made of words only, so that nothing that was typed acts as an operator. */
  readonly query: string;
  readonly sort: SearchedSort;
  /** Rank of what it finds, unless the text begins with what was typed, or is it. */
  readonly rank: number;
  /** Property with the texts that are compared with what was typed. */
  readonly texts: string;
  /** Property with the texts to show. */
  readonly shown: string;
  /** Language in which the name is recorded; null where none is. */
  readonly language: Language | null;
}

/** What is looked for: in the asked language or, when none is asked, in all; and where else when that finds nothing. */
export interface Probes {
  readonly asked: readonly Probe[];
  readonly elsewhere: readonly Probe[];
  /** What was typed, folded; empty when it holds no word. */
  readonly typed: string;
  /** Its words as they stand in a folded text with a space on either side. */
  readonly wordsWithin: readonly string[];
}

const LANGUAGES = Object.keys(language.values) as Language[];
// Scripts that put no space between words: their tokens are single signs, of which a phrase finds any beginning.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

// What no word is left of, such as one sign that only folding takes apart, is not looked for.
const askable = ({ query: asked }: Probe): boolean => !asked.endsWith(':()');

// Lucene refuses to look for what begins with more than 1,000 bytes.
const BEGUN_MOST = 100;

// Whole words once each; one that is only begun stays the last.
const distinct = (words: readonly string[], prefix: boolean): string[] =>
  prefix ? [...new Set(words.slice(0, -1)), ...words.slice(-1)] : [...new Set(words)];

const quoted = (words: readonly string[]): string => words.map((word) => `+"${word}"`).join(' ');

/** All words, the last of them perhaps only begun. */
function query(property: string, words: readonly string[], prefix: boolean): string {
  const last = words.at(-1) ?? '';
  // Only letters and digits may stand without quotes.
  const begun = prefix && !UNSPACED.test(last) && !last.includes("'") && last.length <= BEGUN_MOST;
  const clauses = begun ? [quoted(words.slice(0, -1)), `+${last}*`] : [quoted(words)];
  return `${property}:(${clauses.join(' ').trim()})`;
}

// A word of an unspaced script stands anywhere in a text, another between spaces, or begins where it is only begun.
const within = (word: string, begun: boolean): string =>
  UNSPACED.test(word) ? word : ` ${word}${begun ? '' : ' '}`;

/** Works out where to look for what was typed; gists are left out of suggestions. */
export function probesOf(text: string, asked: Language | null, prefix: boolean): Probes {
  const typed = folded(text);
  if (typed === '') return { asked: [], elsewhere: [], typed, wordsWithin: [] };
  const words = distinct(wordsOf(text), prefix);
  const bare = distinct(typed.split(' '), prefix);
  const probe = (
    index: string,
    property: string,
    sort: SearchedSort,
    fit: SearchFit,
    more: Partial<Probe> = {},
  ): Probe => ({
    index,
    query: query(property, index === FOLDED_NAMES || sort === 'CODE' ? bare : words, prefix),
    sort,
    rank: rankOf(sort, fit),
    texts: property,
    shown: property,
    language: null,
    ...more,
  });
  const named = (one: Language): Probe[] => {
    const own = { texts: foldedProperty(one), shown: nameProperty[one], language: one };
    return [
      probe(FOLDED_NAMES, foldedProperty(one), 'NAME', 'WORDS', own),
      probe(languageIndex(one), nameProperty[one], 'NAME', 'WORD_FORMS', own),
    ];
  };
  const unnamed = { texts: 'searchFolded', shown: 'searchNames' };
  const inForms = (one: Language): Probe[] => [
    probe(languageIndex(one), 'searchNames', 'NAME', 'WORD_FORMS', unnamed),
    ...(prefix ? [] : [probe(languageIndex(one), 'searchGists', 'GIST', 'WORD_FORMS')]),
  ];
  const inAny = [
    ...codeProbes(typed, prefix),
    probe(FOLDED_NAMES, 'searchFolded', 'NAME', 'WORDS', unnamed),
    probe(FOLDED_NAMES, 'searchCodes', 'CODE', 'WORDS'),
    ...(prefix
      ? []
      : [
          {
            ...probe(FOLDED_GISTS, 'searchGists', 'GIST', 'WORDS'),
            query: query('searchGists', bare, false),
          },
        ]),
  ];
  const scope = LANGUAGES.filter((one) => asked === null || one === asked);
  const others = LANGUAGES.filter((one) => !scope.includes(one));
  return {
    asked: [...scope.flatMap((one) => [...named(one), ...inForms(one)]), ...inAny].filter(askable),
    elsewhere: others.flatMap((one) => [...named(one), ...inForms(one)]).filter(askable),
    typed,
    wordsWithin: bare.map((word, at) => within(word, prefix && at === bare.length - 1)),
  };
}

function codeProbes(typed: string, prefix: boolean): Probe[] {
  const key = codeKey(typed);
  const made = {
    index: CODE_KEYS,
    sort: 'CODE',
    texts: 'searchCodes',
    shown: 'searchCodes',
    language: null,
  } as const;
  const whole = { ...made, query: `searchCodeKeys:(+"${key}")`, rank: rankOf('CODE', 'WHOLE') };
  const begun = { ...made, query: `searchCodeKeys:(+${key}*)`, rank: rankOf('CODE', 'BEGINNING') };
  return prefix && key.length <= BEGUN_MOST ? [whole, begun] : [whole];
}
