import { nameProperty, type Language } from '../model/values/language.js';
import { cypher, joined, nameOf, statement, type Statement } from './cypher.js';
import { foldedProperty } from './derived/search-fields.js';

/** Neo4j's analyzer of each language: it knows the language's word forms, and words that say nothing. */
const ANALYZERS: Readonly<Record<Language, string>> = {
  AR: 'arabic',
  EN: 'english',
  ES: 'spanish',
  FR: 'french',
  RU: 'russian',
  ZH: 'cjk',
};

const LANGUAGES = Object.keys(ANALYZERS) as Language[];

/** The index with the words of one language, for example `search_fr`. */
export const languageIndex = (one: Language): string => `search_${one.toLowerCase()}`;

/** Names as written but folded, and the parts of codes; in any language, since words are not bent to a root. */
export const FOLDED_NAMES = 'search_names';
/** Gists as written, without accents. */
export const FOLDED_GISTS = 'search_gists';
/** Whole codes. */
export const CODE_KEYS = 'search_codes';

function fullText(name: string, analyzer: string, properties: readonly string[]): Statement {
  const named = properties.map((property) => cypher`n.${nameOf(property)}`);
  return statement(
    name,
    cypher`CREATE FULLTEXT INDEX ${nameOf(name)} IF NOT EXISTS FOR (n:Entity) ON EACH [${joined(named, ', ')}] OPTIONS ${{
      indexConfig: { 'fulltext.analyzer': analyzer },
    }}`,
  );
}

/** The full-text indexes of `search`. Texts of which no language is recorded stand in that of every language. */
export const SEARCH_INDEXES: readonly Statement[] = [
  ...LANGUAGES.map((one) =>
    fullText(languageIndex(one), ANALYZERS[one], [nameProperty[one], 'searchNames', 'searchGists']),
  ),
  // Suggestions must find what is being typed, "and" and "in" too, so no word is left out here.
  fullText(FOLDED_NAMES, 'standard-no-stop-words', [
    'searchFolded',
    ...LANGUAGES.map(foldedProperty),
    'searchCodes',
  ]),
  fullText(FOLDED_GISTS, 'standard-folding', ['searchGists']),
  fullText(CODE_KEYS, 'keyword', ['searchCodeKeys']),
];
