import type { EntityKind } from '../../model/declaration.js';
import { codeKey, folded } from '../../model/rules/folding.js';
import { isVisible, type Status } from '../../model/values/certainty.js';
import { language, nameProperty, type Language } from '../../model/values/language.js';
import { attributesOf } from '../model-names.js';

const LANGUAGES = Object.keys(language.values) as Language[];

/** Property that holds the folded name in one language, for example `searchFoldedFr`. */
export const foldedProperty = (one: Language): string => nameProperty[one].replace('name', 'searchFolded');

/** Properties of entities by which `search` finds them, beside the names; all of them lists of texts. */
export const SEARCH_FIELDS = [
  'searchNames',
  'searchFolded',
  'searchCodes',
  'searchCodeKeys',
  'searchGists',
  ...LANGUAGES.map(foldedProperty),
] as const;

type Values = Readonly<Record<string, unknown>>;

const textsIn = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');

const listed = (texts: readonly string[]): string[] | null =>
  texts.length === 0 ? null : [...new Set(texts)].filter((one) => one !== '');

/**
 * What `search` finds an entity by, worked out from its values; nothing for one that is not shown. Names of which no
 * language is recorded (`name`, `otherNames`) are kept apart: they count in every language.
 */
export function searchFieldsOf(kind: EntityKind, values: Values): Record<string, string[] | null> {
  const shown = isVisible(values['status'] as Status);
  const of = (name: string): string[] => (shown ? textsIn(values[name]) : []);
  const inLanguage = LANGUAGES.map((one) => [one, of(nameProperty[one])] as const);
  const known = new Set(inLanguage.flatMap(([, names]) => names));
  const other = [...of('name'), ...of('otherNames')].filter((name) => !known.has(name));
  const searched = (as: 'CODE' | 'GIST'): string[] =>
    Object.entries(attributesOf(kind)).flatMap(([name, attribute]) =>
      attribute.searchedAs === as ? of(name) : [],
    );
  const codes = searched('CODE');
  return {
    searchNames: listed(other),
    searchFolded: listed(other.map(folded)),
    searchCodes: listed(codes),
    searchCodeKeys: listed(codes.map(codeKey)),
    searchGists: listed(searched('GIST')),
    ...Object.fromEntries(inLanguage.map(([one, names]) => [foldedProperty(one), listed(names.map(folded))])),
  };
}
