import type { Certainty } from '../values/certainty.js';
import type { CountMode, TieGrouping } from '../values/ties.js';

/** What of a fact is counted in the ties that it makes. */
export interface CountedFact {
  readonly id: string;
  readonly kind: string;
  /** The day of its keys: earliest known start, else the latest; null when unknown. */
  readonly date: string | null;
  /** Whether that day is only the latest possible start. */
  readonly atLatest: boolean;
  readonly certainty: Certainty;
  readonly modality: string | null;
  /** Ids of its own topics. */
  readonly topics: readonly string[];
  /** Ids of the initiatives in which it stands. */
  readonly initiatives: readonly string[];
  /** Accepted claims that it is so. */
  readonly claims: number;
}

/** Two ends and the facts that link them. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly facts: readonly CountedFact[];
}

/** How many under one heading; a null key is for what has no heading. */
export interface Count {
  readonly key: string | null;
  /** Links with a fact under the heading. */
  readonly ties: number;
  /** Facts under the heading, each once. */
  readonly facts: number;
  /** Sum of the weights of the links, of their facts under the heading only. */
  readonly weight: number;
}

/** A link summed up. */
export interface TieSum extends Link {
  readonly weight: number;
  /** Date of the first and of the last fact with a known date. */
  readonly first: string | null;
  readonly last: string | null;
  readonly undated: number;
  readonly certainty: Certainty;
}

/** What a link weighs, by the asked measure. */
export function weightOf(facts: readonly CountedFact[], mode: CountMode): number {
  if (mode === 'FACTS') return facts.length;
  if (mode === 'CLAIMS') return facts.reduce((sum, { claims }) => sum + claims, 0);
  return new Set(facts.flatMap(({ initiatives }) => initiatives)).size;
}

/** Gathers the facts of each pair of ends, and sums them up; heaviest first, equal ones by ids. */
export function tieSums(
  pairsOfFacts: Iterable<readonly [CountedFact, readonly (readonly [string, string])[]]>,
  mode: CountMode,
): TieSum[] {
  const links: { a: string; b: string; facts: CountedFact[] }[] = [];
  const known = new Map<string, Map<string, CountedFact[]>>();
  for (const [fact, pairs] of pairsOfFacts) {
    for (const [a, b] of pairs) {
      let ofA = known.get(a);
      if (!ofA) known.set(a, (ofA = new Map<string, CountedFact[]>()));
      const facts = ofA.get(b);
      if (facts) facts.push(fact);
      else {
        const link = { a, b, facts: [fact] };
        ofA.set(b, link.facts);
        links.push(link);
      }
    }
  }
  return links.map((link) => summed(link, mode)).sort(heaviestFirst);
}

function summed(link: Link, mode: CountMode): TieSum {
  let first: string | null = null;
  let last: string | null = null;
  let undated = 0;
  for (const { date } of link.facts) {
    if (date === null) undated += 1;
    else {
      if (first === null || date < first) first = date;
      if (last === null || date > last) last = date;
    }
  }
  return {
    a: link.a,
    b: link.b,
    facts: link.facts,
    weight: weightOf(link.facts, mode),
    first,
    last,
    undated,
    certainty: link.facts.some(({ certainty }) => certainty === 'STATED') ? 'STATED' : 'INFERRED',
  };
}

type Placed = Pick<TieSum, 'a' | 'b' | 'weight'>;

/** The order of ties: weight, then ids, as their cursors compare them: with "|" behind the first. */
export const heaviestFirst = (x: Placed, y: Placed): number =>
  y.weight - x.weight || (x.a === y.a ? (x.b < y.b ? -1 : 1) : isBefore(x.a, y.a) ? -1 : 1);

/** Whether `one|` stands before `other|`: "|" comes after all that ids are made of, so what begins with another comes first. */
const isBefore = (one: string, other: string): boolean =>
  one < other ? !other.startsWith(one) : one.startsWith(other);

/** Sums links up under headings: `headings` gives those of a fact in a link, null for none of its own. Largest first. */
export function countsOf(
  links: readonly Link[],
  mode: CountMode,
  headings: (fact: CountedFact, link: Link) => readonly (string | null)[],
): Count[] {
  const counts = new Map<string | null, { ties: number; weight: number; facts: Set<string> }>();
  for (const link of links) {
    const under = new Map<string | null, CountedFact[]>();
    for (const fact of link.facts)
      for (const key of headings(fact, link)) under.set(key, [...(under.get(key) ?? []), fact]);
    for (const [key, facts] of under) {
      const count = counts.get(key) ?? { ties: 0, weight: 0, facts: new Set<string>() };
      count.ties += 1;
      count.weight += weightOf(facts, mode);
      for (const { id } of facts) count.facts.add(id);
      counts.set(key, count);
    }
  }
  return [...counts]
    .map(([key, { ties, weight, facts }]) => ({ key, ties, weight, facts: facts.size }))
    .sort((x, y) => y.weight - x.weight || ((x.key ?? '~') < (y.key ?? '~') ? -1 : 1));
}

/** The headings of a fact in a link; `regions` names those of a country. */
export function headingsOf(
  by: TieGrouping,
  regions: ReadonlyMap<string, readonly string[]>,
): (fact: CountedFact, link: Link) => readonly (string | null)[] {
  const orNone = (keys: readonly string[]): readonly (string | null)[] => (keys.length > 0 ? keys : [null]);
  if (by === 'TOPIC') return ({ topics }) => orNone(topics);
  if (by === 'YEAR') return ({ date }) => [date?.slice(0, 4) ?? null];
  if (by === 'MODALITY') return ({ modality }) => [modality];
  return (_fact, { a, b }) => {
    const pairs = (regions.get(a) ?? []).flatMap((one) =>
      (regions.get(b) ?? []).map((other) => [one, other].sort().join('|')),
    );
    return orNone([...new Set(pairs)]);
  };
}
