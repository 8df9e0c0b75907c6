import { LIST_SEPARATOR } from '../../../model/columns.js';
import { unfit } from '../../2-check/cells.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { LIMITS } from './limits.js';
import type { Passed } from './passed.js';

/** Names as the cells of an entity have them. */
export interface Names {
  readonly name: string | undefined;
  readonly inLanguages: Readonly<Record<string, string>>;
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  ar: 'nameAr',
  en: 'nameEn',
  es: 'nameEs',
  fr: 'nameFr',
  ru: 'nameRu',
  zh: 'nameZh',
};

/** Whether a text may be taken in: short enough, without contact details and control characters. */
function fit(text: string, passed: Passed): boolean {
  if (text === '') return false;
  const why =
    text.length > LIMITS.name
      ? `names longer than ${LIMITS.name} characters`
      : unfit(text) !== null
        ? 'names that hold contact details'
        : null;
  if (why !== null) passed.over(why);
  return why === null;
}

/**
 * The names that an element gives in its narratives, or as its own text in files of version 1. A language counts only
 * where the narrative itself names it: publishers leave the default of the whole file at "en" over titles in others.
 */
export function namesOf(element: Element | undefined, passed: Passed): Names {
  if (!element) return { name: undefined, inLanguages: {} };
  const narratives = childrenOf(element, 'narrative');
  const said = (narratives.length > 0 ? narratives : [element])
    .map((one) => ({ text: one.text, language: attributeOf(one, 'xml:lang')?.slice(0, 2).toLowerCase() }))
    .filter(({ text }) => fit(text, passed));
  const inLanguages: Record<string, string> = {};
  const others: string[] = [];
  for (const { text, language } of said) {
    const column = language !== undefined && Object.hasOwn(COLUMN_OF, language) ? COLUMN_OF[language] : null;
    if (column) inLanguages[column] ??= text;
    else if (text === said[0]?.text) continue;
    else if (text.includes(LIST_SEPARATOR)) passed.over('further names with a vertical bar');
    else if (!others.includes(text)) others.push(text);
  }
  if (others.length > 0) inLanguages['otherNames'] = others.join(` ${LIST_SEPARATOR} `);
  return { name: said[0]?.text, inLanguages };
}
