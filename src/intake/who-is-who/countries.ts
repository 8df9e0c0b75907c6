import type { KnownThing } from '../../graph/reads/who-is-who.js';
import { codeKey } from '../../model/rules/folding.js';
import { cldrNames, otherCountryCodes, otherCountryNames, unsettledCountryNames } from './country-names.js';
import { countryKey, inTwo, nameWords } from './name-keys.js';
import { nearIndex } from './near-index.js';

/** What a text may stand for: surely one thing, or some candidates, the likeliest first. */
export type Found = { readonly sure: string } | { readonly mayBe: readonly string[] };

/** Names and codes of the countries that the graph has. */
export interface Countries {
  /** What a code and a name stand for together; where they contradict each other, both are candidates. */
  find(name: string, code: string): Found;
  /** Countries whose names are a slip or two away. */
  near(name: string): string[];
  /** Countries that a name stands for where it stands for several. */
  unsettled(name: string): readonly string[];
}

const CANDIDATES = 5;
const ARTICLE = /^(the|el|la|los|las|le|les|o|a|os|as|l) /u;
const REPUBLIC =
  /^((united )?republic of|republique (unie )?(de la|de l|du|des|de|d)|republica (unida )?(de la|de los|del|de|da|do|das|dos)) /u;
const WITH_ARTICLE = /^(the|el|la|los|las|le|les|l|o|a|os|as)$/u;
/** Share of telling words that make a name a candidate. */
const WORDS_SHARED = 0.5;

/** The ways in which a text is compared, from the strictest: as it stands, turned round, without "Republic of" or an article. */
function readings(name: string): string[] {
  const parts = inTwo(name);
  const texts = [name, ...(parts ? [`${parts.after} ${parts.before}`] : [])].map((text) =>
    nameWords(text).join(' '),
  );
  if (parts && WITH_ARTICLE.test(nameWords(parts.after).join(' ')))
    texts.push(nameWords(parts.before).join(' '));
  const shorter = texts.flatMap((text) => [text.replace(REPUBLIC, ''), text.replace(ARTICLE, '')]);
  return [...new Set([...texts, ...shorter].map(countryKey))].filter((key) => key !== '');
}

/** Makes the countries of the graph findable by every name and code that is known of them. */
export function countriesOf(known: readonly KnownThing[]): Countries {
  const byKey = new Map<string, Set<string>>();
  const byCode = new Map<string, Set<string>>();
  const like = nearIndex(WORDS_SHARED);
  const byAlpha3 = new Map<string, string>();
  const unsettled = new Set<string>();
  const add = (to: Map<string, Set<string>>, key: string, id: string): void => {
    if (key !== '') to.set(key, (to.get(key) ?? new Set()).add(id));
  };
  const named = (name: string, id: string): void => {
    const key = countryKey(name);
    if (byKey.get(key)?.has(id)) return;
    add(byKey, key, id);
    like.add(id, key, nameWords(name));
  };
  const countries = known.filter(({ id }) => id.startsWith('country/'));
  for (const { id, names, codes } of countries) {
    for (const name of names) named(name, id);
    for (const code of codes) {
      add(byCode, codeKey(code), id);
      for (const name of cldrNames(code)) named(name, id);
      if (/^[A-Z]{3}$/.test(code) && id === `country/${code.toLowerCase()}`) byAlpha3.set(code, id);
    }
  }
  for (const [alpha3, codes] of Object.entries(otherCountryCodes))
    for (const code of codes) {
      const id = byAlpha3.get(alpha3);
      if (id !== undefined && !byCode.has(codeKey(code))) add(byCode, codeKey(code), id);
    }
  for (const [name, alpha3] of otherCountryNames) {
    const id = byAlpha3.get(alpha3);
    if (id !== undefined) named(name, id);
  }
  for (const [name, codes] of unsettledCountryNames) {
    unsettled.add(countryKey(name));
    for (const id of codes.flatMap((code) => byAlpha3.get(code) ?? [])) named(name, id);
  }
  // "Mianmar (Birmânia)" gives Mianmar, where nobody else is called so. Chinese tells the two Congos apart by brackets.
  const before = countries.flatMap(({ id, codes }) =>
    codes.flatMap(cldrNames).flatMap((name) => {
      const parts = /^[^()（）]+ \([^()]+\)$/u.test(name) ? inTwo(name) : null;
      return parts && !byKey.has(countryKey(parts.before)) ? [[parts.before, id] as const] : [];
    }),
  );
  for (const [name, id] of before) named(name, id);

  const withKey = (key: string): Found | null => {
    const ids = [...(byKey.get(key) ?? [])];
    if (ids.length === 0) return null;
    return ids.length === 1 && !unsettled.has(key)
      ? { sure: ids[0] as string }
      : { mayBe: ids.slice(0, CANDIDATES) };
  };
  const byName = (name: string): Found | null => {
    for (const key of readings(name)) {
      const found = withKey(key);
      if (found) return found;
    }
    // Two names of one country, one in brackets: Holy See (Vatican City), Egypt (EGY).
    const parts = inTwo(name);
    const before = parts && byName(parts.before);
    if (!parts || !before || !('sure' in before)) return null;
    const after = byName(parts.after) ?? ofCode(parts.after);
    return after && 'sure' in after && after.sure === before.sure ? before : null;
  };
  const ofCode = (code: string): Found | null => {
    const key = codeKey(code);
    const ids = [...(byCode.get(/^\d{1,3}$/.test(key) ? key.padStart(3, '0') : key) ?? [])];
    if (ids.length === 0) return null;
    return ids.length === 1 ? { sure: ids[0] as string } : { mayBe: ids };
  };
  const best = (scores: ReadonlyMap<string, number>): string[] =>
    [...scores]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, CANDIDATES)
      .map(([id]) => id);

  return {
    unsettled(name) {
      const found = byName(name);
      return found && 'mayBe' in found ? found.mayBe : [];
    },
    near: (name) => best(like.byLetters(countryKey(name))),
    find(name, code) {
      const coded = code === '' ? null : ofCode(code);
      // A name column may hold codes; in small letters they could be words ("in", "no").
      const bare = name.trim();
      const called =
        name === '' ? null : (byName(name) ?? (/^([A-Z]{2,3}|\d{1,3})$/.test(bare) ? ofCode(bare) : null));
      if (coded && called) {
        if ('sure' in coded && 'sure' in called && coded.sure === called.sure) return coded;
        const both = [coded, called].flatMap((found) => ('sure' in found ? [found.sure] : found.mayBe));
        const [agreed] = 'sure' in coded && both.slice(1).includes(coded.sure) ? [coded] : [];
        return agreed ?? { mayBe: [...new Set(both)].slice(0, CANDIDATES) };
      }
      if (coded ?? called) return (coded ?? called) as Found;
      const [letters, words] = [like.byLetters(countryKey(name)), like.byWords(nameWords(name))];
      return { mayBe: best(new Map([...words, ...letters])) };
    },
  };
}
