import { CORE_ROLES } from '../modality.js';
import type { ChainFact, ChainStep, Instance, StepParty } from './terms.js';

/** Which countries meet a step, and by which facts. */
export interface StepTies {
  /** Countries that can be the step's first one, sorted. */
  readonly firsts: readonly string[];
  /** Countries that can be its second one beside this first one, sorted; empty for a step of one country. */
  seconds(first: string): readonly string[];
  /** The ways in which these countries, in the order of the step, meet it, earliest first. */
  instances(countries: readonly string[]): readonly Instance[];
  /** Facts, meetings or initiatives that tie nobody, since they have too many countries. */
  readonly tooLarge: number;
}

const byKey = (x: { readonly key: string }, y: { readonly key: string }): number =>
  x.key < y.key ? -1 : x.key > y.key ? 1 : 0;

/** Works out who meets a step of a chain; ties of a country are worked out when it is first asked for. */
export function tiesOf(step: ChainStep, facts: readonly ChainFact[], maxParties: number): StepTies {
  const ordered = [...facts].sort(byKey);
  const [first, second] = step.who;
  if (!first) throw new Error('A step of a chain names no country.');
  const own = heldBy(ordered, first);
  const firsts = [...own.keys()].sort();
  if (!second) {
    return {
      firsts,
      seconds: () => [],
      instances: ([country = '']) => (own.get(country) ?? []).map((fact) => instanceOf([fact])),
      tooLarge: 0,
    };
  }
  const places = placesOf(step, ordered, maxParties);
  const others = new Map([...heldBy(ordered, second)].map(([country, held]) => [country, new Set(held)]));
  const known = new Map<string, Map<string, Instance[]>>();
  const tiesOfFirst = (country: string): Map<string, Instance[]> => {
    const before = known.get(country);
    if (before) return before;
    const ties = new Map<string, Instance[]>();
    const seen = new Set<string>();
    known.set(country, ties);
    const add = (other: string, met: readonly ChainFact[]): void => {
      if (other === country || !tied(met, [country, first], [other, second])) return;
      const instance = instanceOf(met);
      const once = `${other} ${instance.key}`;
      if (seen.has(once)) return;
      seen.add(once);
      const list = ties.get(other);
      if (list) list.push(instance);
      else ties.set(other, [instance]);
    };
    for (const fact of own.get(country) ?? []) {
      if (Object.keys(fact.roles).length <= maxParties) {
        for (const other of Object.keys(fact.roles)) if (others.get(other)?.has(fact)) add(other, [fact]);
      }
      for (const there of places.at(fact)) {
        if (there === fact) continue;
        for (const other of Object.keys(there.roles))
          if (others.get(other)?.has(there)) add(other, [fact, there]);
      }
    }
    for (const list of ties.values()) list.sort(byKey);
    return ties;
  };
  return {
    firsts,
    seconds: (country) => [...tiesOfFirst(country).keys()].sort(),
    instances: ([country = '', other = '']) => tiesOfFirst(country).get(other) ?? [],
    tooLarge: ordered.filter(({ roles }) => Object.keys(roles).length > maxParties).length + places.tooLarge,
  };
}

const instanceOf = (facts: readonly ChainFact[]): Instance => ({
  facts,
  key: facts.map(({ key }) => key).join(' '),
});

/** Facts by the countries that are in them what the step asks. */
function heldBy(facts: readonly ChainFact[], party: StepParty): Map<string, ChainFact[]> {
  const held = new Map<string, ChainFact[]>();
  for (const fact of facts) {
    for (const [country, roles] of Object.entries(fact.roles)) {
      if (party.countries && !party.countries.includes(country)) continue;
      if (party.roles && !roles.some((role) => party.roles?.includes(role))) continue;
      const list = held.get(country);
      if (list) list.push(fact);
      else held.set(country, [fact]);
    }
  }
  return held;
}

/** Facts at the same meeting, or within the same initiative, as a fact. */
function placesOf(
  { together }: ChainStep,
  facts: readonly ChainFact[],
  maxParties: number,
): { at(fact: ChainFact): readonly ChainFact[]; readonly tooLarge: number } {
  if (together === 'SAME_FACT') return { at: () => [], tooLarge: 0 };
  const idsOf = (fact: ChainFact): readonly string[] =>
    together === 'SAME_MEETING' ? fact.meetings : fact.initiatives;
  const places = new Map<string, ChainFact[]>();
  for (const fact of facts) {
    for (const id of idsOf(fact)) {
      const there = places.get(id);
      if (there) there.push(fact);
      else places.set(id, [fact]);
    }
  }
  const countries = (there: readonly ChainFact[]): number =>
    new Set(there.flatMap(({ roles }) => Object.keys(roles))).size;
  const large = new Set([...places].filter(([, there]) => countries(there) > maxParties).map(([id]) => id));
  return {
    at: (fact) => [...new Set(idsOf(fact).flatMap((id) => (large.has(id) ? [] : (places.get(id) ?? []))))],
    tooLarge: large.size,
  };
}

/**
 * Whether facts tie two countries that are parties of them. Two that both only received did not share, and who only pays, helps
 * or hosts did not work with the others, unless the step asks for these very roles.
 */
function tied(
  facts: readonly ChainFact[],
  ...ends: readonly (readonly [country: string, party: StepParty])[]
): boolean {
  const unasked = ends.filter(([, { roles }]) => roles === null);
  const onlyReceived = facts.every(
    ({ kind, roles }) =>
      kind === 'Exchange' &&
      ends.every(([country]) => (roles[country] ?? []).every((role) => role === 'receiver')),
  );
  if (onlyReceived && unasked.length > 0) return false;
  return facts.every(
    (fact) =>
      fact.kind !== 'Cooperation' ||
      unasked.every(
        ([country]) =>
          !fact.roles[country] ||
          fact.roles[country].some((role) => CORE_ROLES.includes(role)) ||
          ends.every(([one]) => fact.pair?.includes(one)),
      ),
  );
}
