import { about, canonical, type Claim, type ClaimValue } from '../claim.js';
import type { Kind } from '../declaration.js';
import { certaintyRank, type Certainty } from '../values/certainty.js';

/** A claim with what roll-up must know of its document and its record. */
export type DatedClaim = Claim & {
  /** Day on which the document was issued; null when not known. */
  readonly documentDate: string | null;
  /** When it stopped counting; null while it counts. */
  readonly endedAt: string | null;
};

/** One thing said in support, by a claim or by a row of a code list. */
export type Said = Pick<DatedClaim, 'id' | 'about' | 'value' | 'source' | 'certainty' | 'documentDate'> & {
  /** Whether it stands in a code list, which goes before all claims. */
  readonly listed: boolean;
};

/** What a code-list row says: attributes and names by their name, links by theirs as lists of ids, the period. */
export function saidByList(kind: Kind, listed: Readonly<Record<string, ClaimValue>>): Said[] {
  const links = kind.sort === 'entity' ? kind.links : kind.ends;
  const say = (of: string, value: ClaimValue): Said => ({
    id: '',
    about: of,
    value,
    source: '',
    certainty: 'STATED',
    documentDate: null,
    listed: true,
  });
  const entries = Object.entries(listed).filter(([, value]) => value !== null);
  if (entries.length === 0) return [];
  return [
    say(about.existence, null),
    ...entries.flatMap(([name, value]) =>
      links[name]
        ? [value as string | readonly string[]].flat().map((target) => say(about.end(name, target), null))
        : [say(name, value)],
    ),
  ];
}

/** Orders what is said, best first: code lists, STATED before INFERRED, newest document, undated last, claim id. */
export function byWeight(a: Said, b: Said): number {
  return (
    Number(b.listed) - Number(a.listed) ||
    certaintyRank[b.certainty] - certaintyRank[a.certainty] ||
    compare(b.documentDate ?? '', a.documentDate ?? '') ||
    compare(a.id, b.id)
  );
}

// Not localeCompare: the order must be the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The best of several certainties; null when there is none. */
export function bestCertainty(said: readonly Pick<Claim, 'certainty'>[]): Certainty | null {
  if (said.some(({ certainty }) => certainty === 'STATED')) return 'STATED';
  return said.length > 0 ? 'INFERRED' : null;
}

/** Distinct values in the order in which they are given. */
export function distinct<V>(values: readonly V[]): V[] {
  const found = new Map<string, V>();
  for (const value of values) {
    const key = canonical(value);
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** Groups by a key; groups stand in the order of their keys. */
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b));
}

/** How other values are told, best first: `stage: also UNDER_WAY; PLANNED`. None are told as nothing. */
export const alsoSaid = (of: string, others: readonly unknown[]): string[] =>
  others.length === 0
    ? []
    : [`${of}: also ${others.map((one) => (typeof one === 'string' ? one : canonical(one))).join('; ')}`];
