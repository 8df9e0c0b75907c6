import type { PathFilter } from '../../src/graph/reads/paths/steps.js';
import { tieParts } from '../../src/model/rules/ties.js';
import type { PathKind } from '../../src/model/values/paths.js';
import type { Stage } from '../../src/model/values/stage.js';
import { INITIATIVES, type RandomPart } from './partners-reference.js';
import { MEETINGS, partyInRules, TOPICS, type RandomFact, type RandomWorld } from './random-world.js';
import { certaintyOf } from './reference.js';

/** A fact by what it names; a country with the agencies that act for it. */
interface Named {
  readonly id: string;
  readonly kind: string;
  readonly entities: ReadonlyMap<string, { readonly via: readonly string[] }>;
  /** Countries that it ties, with whether each only received. */
  readonly ties: ReadonlyMap<string, boolean>;
  readonly countries: number;
  readonly stage: string | null;
  readonly stated: boolean;
}

function namedBy(fact: RandomFact): Named {
  const kind = fact.id.startsWith('exchange/') ? 'Exchange' : 'Cooperation';
  const parties = fact.parties.map(partyInRules);
  const entities = new Map<string, { via: readonly string[] }>();
  for (const party of parties.filter(({ capacity }) => capacity === 'OWN')) {
    if (party.country !== null) {
      const via = parties.filter(({ country, actor }) => country === party.country && actor !== country);
      entities.set(party.country, { via: via.map(({ actor }) => actor ?? '') });
    }
    if (party.actorKind === 'Agency') entities.set(party.actor ?? '', { via: [] });
  }
  const countries = [...entities.keys()].filter((id) => id.startsWith('country/')).length;
  for (const id of [...fact.topics, ...(fact.meeting === null ? [] : [fact.meeting])])
    entities.set(id, { via: [] });
  const ties = tieParts(kind, parties).map(({ country, onlyReceives }) => [country, onlyReceives] as const);
  return {
    id: fact.id,
    kind,
    entities,
    ties: new Map(ties),
    countries,
    stage: fact.stage,
    stated: certaintyOf(fact) === 'STATED',
  };
}

const partNamed = ({ country, initiative, stage }: RandomPart, i: number): Named => ({
  id: `involvement/i${i}`,
  kind: 'Involvement',
  entities: new Map([country, initiative].map((id) => [id, { via: [] }])),
  ties: new Map([[country, false]]),
  countries: 1,
  stage,
  stated: true,
});

/** How often each entity is named, hidden roles included: the figure by which a hub is told. */
function degrees(world: RandomWorld, parts: readonly RandomPart[]): Map<string, number> {
  const found = new Map<string, number>();
  const count = (id: string): void => void found.set(id, (found.get(id) ?? 0) + 1);
  for (const fact of [...world.exchanges, ...world.cooperations]) {
    const parties = fact.parties.map(partyInRules);
    new Set(parties.flatMap(({ country }) => country ?? [])).forEach(count);
    parties.flatMap(({ actor, actorKind }) => (actorKind === 'Agency' ? (actor ?? []) : [])).forEach(count);
    [...fact.topics, ...(fact.meeting === null ? [] : [fact.meeting])].forEach(count);
  }
  for (const { country, initiative } of parts) [country, initiative].forEach(count);
  for (const [country] of world.members) count(country);
  for (const topic of Object.values(INITIATIVES)) if (topic !== null) count(topic);
  return found;
}

/** One path in one line, the same for the reference and the product. */
export const pathLine = (one: {
  readonly entities: readonly string[];
  readonly steps: readonly (readonly string[])[];
}): string =>
  `${one.entities.join(' ')} by ${one.steps.map((facts) => [...facts].sort().join('+')).join(' ')}`;

/** All ways of one step, then of two, then of three, until there is one: what the question means, and nothing clever. */
export function pathsByHand(
  world: RandomWorld,
  parts: readonly RandomPart[],
  filter: PathFilter,
): { readonly lines: string[]; readonly hubs: number } {
  const { kinds, evidence } = filter.facts;
  const facts = [...[...world.exchanges, ...world.cooperations].map(namedBy), ...parts.map(partNamed)].filter(
    (fact) =>
      fact.countries <= filter.maxParties &&
      (filter.stages === null || filter.stages.includes((fact.stage ?? 'UNKNOWN') as Stage)) &&
      (kinds?.includes(fact.kind) ?? true) &&
      (evidence?.minCertainty !== 'STATED' || fact.stated),
  );
  const joined = (fact: Named, u: string, v: string): boolean => {
    const [one, other] = [fact.entities.get(u), fact.entities.get(v)];
    if (u === v || !one || !other || one.via.includes(v) || other.via.includes(u)) return false;
    if (!u.startsWith('country/') || !v.startsWith('country/')) return true;
    const [a, b] = [fact.ties.get(u), fact.ties.get(v)];
    return a !== undefined && b !== undefined && !(a && b);
  };
  const between = (u: string, v: string): string[] =>
    facts.filter((fact) => joined(fact, u, v)).map(({ id }) => id);
  const all = [...new Set(facts.flatMap(({ entities }) => [...entities.keys()]))].sort();
  const degree = degrees(world, parts);
  const stops = all.filter(
    (id) =>
      id !== filter.from &&
      id !== filter.to &&
      filter.connecting.includes(id.slice(0, id.indexOf('/')).toUpperCase() as PathKind),
  );
  const isHub = (id: string): boolean =>
    filter.maxHubDegree !== null && (degree.get(id) ?? 0) > filter.maxHubDegree;
  const open = stops.filter((id) => !isHub(id));
  let ways: string[][] = [[filter.from]];
  for (let steps = 1; steps <= filter.maxSteps; steps += 1) {
    const there = ways.filter((way) => between(way.at(-1) ?? '', filter.to).length > 0);
    if (there.length > 0) {
      const lines = there
        .map((way) => [...way, filter.to])
        .sort((x, y) => (x.join('|') < y.join('|') ? -1 : 1))
        .map((entities) =>
          pathLine({ entities, steps: entities.slice(1).map((v, i) => between(entities[i] ?? '', v)) }),
        );
      return { lines, hubs: steps === 1 ? 0 : hubsNear() };
    }
    ways = ways.flatMap((way) =>
      open.filter((v) => !way.includes(v) && between(way.at(-1) ?? '', v).length > 0).map((v) => [...way, v]),
    );
  }
  return { lines: [], hubs: filter.maxSteps === 1 ? 0 : hubsNear() };

  function hubsNear(): number {
    return stops
      .filter(isHub)
      .filter((hub) => [filter.from, filter.to].some((end) => between(end, hub).length > 0)).length;
  }
}

/** Every entity that a path may begin at. */
export const ENDS: readonly string[] = [
  ...Array.from({ length: 12 }, (_, i) => `country/r${String(i + 1).padStart(2, '0')}`),
  'agency/ministry-1',
  'agency/relief-3',
  ...Object.keys(MEETINGS),
  ...Object.keys(TOPICS),
  ...Object.keys(INITIATIVES),
];
