import type { SearchFilter } from '../../../graph/reads/search/looks.js';
import type { Found } from '../../../graph/reads/search/search.js';
import { language, type Language } from '../../../model/values/language.js';
import type { Given } from './asked.js';

const nameOf = (one: Language): string => language.values[one].replace(/\.$/, '');

/** How the question was read. */
export function readingOf(
  { language: asked, prefix }: Given,
  { probes, kinds, document }: SearchFilter,
): string {
  const words = probes.typed.split(' ').map((word) => `"${word}"`);
  const last = prefix ? `a word that begins with ${words.pop() ?? ''}` : null;
  const all = [...words, ...(last ? [last] : [])].join(' and ');
  const what = kinds ? kinds.map(({ plural }) => plural).join(', ') : 'Entities';
  const where = prefix ? 'name or code' : 'name, code or gist';
  const scope = asked ? `${nameOf(asked)}, or no recorded language` : 'any language';
  if (probes.typed === '') return 'Nothing was looked for: what was typed holds no letter and no digit.';
  return `${what}${document ? ` that stand in ${document}` : ''} with ${all} in a ${where} in ${scope}; accents${prefix ? '' : ', word forms'} and capitals make no difference.`;
}

/** Which languages the answer is from, where it is not the asked one. */
export const otherLanguagesInWords = (asked: Language): string =>
  `Nothing was found in ${nameOf(asked)}; these were found in other languages.`;

/** Why a page is empty; `further` when it is not the first. */
export function emptyBecause(
  { language: asked }: Given,
  { typed }: { typed: string },
  further: boolean,
): string {
  if (further) return 'There are no more; the page after the last one was asked for.';
  if (typed === '') return 'What was typed holds no letter and no digit, so there was nothing to look for.';
  return asked
    ? `Nothing with all these words was found, neither in ${nameOf(asked)} nor in any other language.`
    : 'Nothing with all these words was found in any language.';
}

/** Whether a search was answered from other languages than the asked one. */
export const isElsewhere = (given: Given, found: Found): given is Given & { language: Language } =>
  found.elsewhere && given.language !== null && given.language !== undefined;
