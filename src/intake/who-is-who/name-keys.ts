import { folded } from '../../model/rules/folding.js';

const EXPANDED: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  rep: 'republic',
  dem: 'democratic',
  fed: 'federated',
  isl: 'islands',
};

/** Words of a name as they are compared: without "the", `&` written out, co-operation as cooperation. */
export const nameWords = (name: string): string[] =>
  folded(name.replaceAll('&', ' and '))
    .replace(/\bco (?=operat|ordinat)/g, 'co')
    .split(' ')
    .filter((word) => word !== '' && word !== 'the');

/** The name of an agency, group or initiative as it is compared. */
export const nameKey = (name: string): string => nameWords(withoutOwnAcronym(name)).join(' ');

/** The name of a country as it is compared: spaces do not count (Viet Nam, Vietnam), St is Saint, "and" is left out. */
export const countryKey = (name: string): string =>
  nameWords(name)
    .filter((word) => word !== 'and')
    .map((word) => EXPANDED[word] ?? word)
    .join('');

/** A name with a part in brackets or after a comma at its end: `Iran (Islamic Republic of)`, `Korea, Republic of`. */
export function inTwo(name: string): { before: string; after: string } | null {
  const match =
    /^\s*([^()（]*[^()（\s])\s*[(（]([^()（）]+)[)）]\s*$/u.exec(name) ??
    /^\s*([^,]*[^,\s])\s*,\s*([^,]+)$/u.exec(name);
  return match ? { before: match[1] as string, after: match[2] as string } : null;
}

/** Whether letters stand for words of a name, in order: WIPO for World Intellectual Property Organization. */
export function isAcronymOf(letters: string, words: readonly string[]): boolean {
  const small = folded(letters).replaceAll(' ', '');
  if (small.length < 2 || small.length > 12 || words.length < 2 || !words[0]?.startsWith(small[0] as string))
    return false;
  let at = 0;
  for (const word of words) if (word[0] === small[at]) at += 1;
  return at === small.length;
}

/** A name without the acronym that stands behind it in brackets, when it is its own. */
function withoutOwnAcronym(name: string): string {
  const parts = /[)）]\s*$/u.test(name) ? inTwo(name) : null;
  return parts && isAcronymOf(parts.after, nameWords(parts.before)) ? parts.before : name;
}
