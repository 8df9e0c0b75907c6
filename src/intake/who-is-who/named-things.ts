import type { KnownThing } from '../../graph/reads/who-is-who.js';
import { codeKey } from '../../model/rules/folding.js';
import { mintedId } from './minted-ids.js';
import { inTwo, isAcronymOf, nameKey, nameWords } from './name-keys.js';
import { nearIndex } from './near-index.js';
import { tellingWords } from './nearness.js';

/** A group, agency or initiative as a register gives it. */
export interface Named {
  readonly name: string;
  /** Its reference; empty when it has none. */
  readonly code: string;
  /** Id of its country; null when none is given. */
  readonly country: string | null;
  /** Whether a person said that it is not the thing of this id. */
  readonly isNot: (id: string) => boolean;
}

/** Things of one kind: those that the graph has, and those that a register adds while it is read. */
export interface NamedThings {
  /** Id of the one thing that has this reference, or this name in this country; several when the graph holds such a name twice. */
  exact(named: Named): readonly string[];
  /** Ids of what it may be, the likeliest first; none that a country or reference shows to be another. */
  near(named: Named): string[];
  /** Id of its own, from then on known under this name; the same for every order of rows. */
  mint(named: Named): string;
}

const CANDIDATES = 5;
const SINGLE_WORD = /^[a-z0-9]{3,12}$/;

/** References that differ in their digits alone were given by one register, and mean two things. */
const shapeOf = (code: string): string => codeKey(code).replace(/\d+/g, '#');

/** Acronyms of a name: behind it in brackets, and made of the first letters of its words. */
function acronymsOf(name: string): string[] {
  const parts = inTwo(name);
  const behind = parts && isAcronymOf(parts.after, nameWords(parts.before)) ? [codeKey(parts.after)] : [];
  const words = tellingWords(nameKey(name).split(' '));
  return [...behind, ...(words.length > 2 ? [words.map((word) => word[0]).join('')] : [])];
}

/** Makes the things of one kind findable. `wordsShared` is the share of telling words, 0 to 1, that makes two names near. */
export function namedThings(known: readonly KnownThing[], prefix: string, wordsShared: number): NamedThings {
  const byKey = new Map<string, string[]>();
  const byReference = new Map<string, string[]>();
  const byAcronym = new Map<string, Set<string>>();
  const like = nearIndex(wordsShared);
  const hidden = new Set(known.filter(({ shown }) => !shown).map(({ id }) => id));
  const things = new Map<string, { names: Set<string>; codes: Set<string>; country: string | null }>();

  const add = (
    id: string,
    names: readonly string[],
    codes: readonly string[],
    country: string | null,
  ): void => {
    const thing = things.get(id) ?? { names: new Set(), codes: new Set(), country };
    things.set(id, thing);
    for (const code of codes) {
      thing.codes.add(code);
      listed(byReference, codeKey(code), id);
    }
    for (const name of names) {
      const key = nameKey(name);
      if (key === '' || thing.names.has(key)) continue;
      thing.names.add(key);
      listed(byKey, key, id);
      like.add(id, key, key.split(' '));
      for (const acronym of acronymsOf(name))
        byAcronym.set(acronym, (byAcronym.get(acronym) ?? new Set()).add(id));
    }
  };
  for (const { id, names, codes, country } of known)
    if (id.startsWith(`${prefix}/`)) add(id, names, codes, country);

  /** Whether a reference of the same register shows it to be another. */
  const hasOtherReference = (id: string, code: string): boolean => {
    const codes = [...(things.get(id)?.codes ?? [])];
    const [key, shape] = [codeKey(code), shapeOf(code)];
    return (
      code !== '' &&
      codes.every((held) => codeKey(held) !== key) &&
      codes.some((held) => shapeOf(held) === shape)
    );
  };
  const isOther = (id: string, { code, country, isNot }: Named): boolean => {
    const held = things.get(id)?.country ?? null;
    const elsewhere = held !== null && country !== null && held !== country;
    return elsewhere || hidden.has(id) || isNot(id) || hasOtherReference(id, code);
  };
  /**
   * Whether it has this name in this country. A thing under the very id that such a name gets was minted for it, even where
   * its country was told later.
   */
  const isIt = (id: string, { name, country }: Named): boolean => {
    const thing = things.get(id);
    if (!thing?.names.has(nameKey(name))) return false;
    return (
      thing.country === country || (country === null && id === mintedId(prefix, name, null, () => false))
    );
  };
  const sameName = (named: Named): string[] =>
    (byKey.get(nameKey(named.name)) ?? []).filter(
      (id) => isIt(id, named) && !hasOtherReference(id, named.code) && !named.isNot(id),
    );
  const ownId = (named: Named): string => {
    const { name, code, country, isNot } = named;
    const taken = (id: string): boolean =>
      isNot(id) || ((things.get(id)?.names.size ?? 0) > 0 && !isIt(id, named));
    // Titles of projects repeat; their references do not.
    if (code !== '' && (prefix === 'initiative' || name === '')) return mintedId(prefix, code, null, taken);
    const id = mintedId(prefix, name, country, taken);
    return hasOtherReference(id, code) ? mintedId(prefix, `${name} ${code}`, country, () => true) : id;
  };

  return {
    exact(named) {
      const referenced = (byReference.get(codeKey(named.code)) ?? []).filter((id) => !named.isNot(id));
      if (referenced.length > 0) return referenced;
      const same = sameName(named);
      // Of several the one whose id such a name gets: so a second reading finds what the first one minted.
      return same.length > 1 && same.includes(ownId(named)) ? [ownId(named)] : same;
    },
    near(named) {
      const key = nameKey(named.name);
      const scores = new Map<string, number>();
      const score = (id: string, value: number): void =>
        void scores.set(id, Math.max(value, scores.get(id) ?? 0));
      for (const id of byKey.get(key) ?? []) score(id, 1);
      if (SINGLE_WORD.test(key)) for (const id of byAcronym.get(key) ?? []) score(id, 0.9);
      for (const acronym of acronymsOf(named.name)) for (const id of byKey.get(acronym) ?? []) score(id, 0.9);
      for (const [id, value] of [...like.byLetters(key), ...like.byWords(key.split(' '))]) score(id, value);
      return [...scores]
        .filter(([id]) => !isOther(id, named))
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, CANDIDATES)
        .map(([id]) => id);
    },
    mint(named) {
      const id = ownId(named);
      add(id, [named.name], named.code === '' ? [] : [named.code], named.country);
      return id;
    },
  };
}

function listed(to: Map<string, string[]>, key: string, id: string): void {
  const ids = to.get(key);
  if (key === '') return;
  if (!ids) to.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
