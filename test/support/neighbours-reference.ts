import type { NeighbourFilter } from '../../src/graph/reads/neighbours/neighbours.js';
import { dateOf } from '../../src/model/rules/order.js';
import { COUNTED } from '../../src/model/values/stage.js';
import { periodOf } from '../../src/model/values/edtf.js';
import { INITIATIVES, type RandomPart } from './partners-reference.js';
import { partyInRules, TOPICS, type RandomFact, type RandomWorld } from './random-world.js';
import { above, dateOfFact } from './reference.js';

/** A fact by those whom it ties; each with the agencies that act for it. */
interface Tying {
  readonly kind: string;
  readonly date: string;
  readonly stage: string | null;
  readonly sides: ReadonlyMap<string, readonly string[]>;
}

const sidesOf = (ids: readonly (string | null)[]): Map<string, readonly string[]> =>
  new Map(ids.filter((id) => id !== null).map((id) => [id, []]));

function told(fact: RandomFact): Tying {
  const meetings = fact.grewOutOf.filter((id) => id.startsWith('meeting/'));
  const sides = sidesOf([...fact.topics, fact.meeting, ...meetings]);
  const parties = fact.parties.map(partyInRules);
  for (const { actor = '', actorKind, country, capacity } of parties) {
    if (capacity !== 'OWN') continue;
    if (actorKind === 'Agency') sides.set(actor, []);
    if (country !== null)
      sides.set(
        country,
        parties.flatMap((one) => (one.country === country && one.actor !== country ? (one.actor ?? []) : [])),
      );
  }
  const kind = fact.id.startsWith('exchange/') ? 'Exchange' : 'Cooperation';
  return { kind, date: dateOfFact(fact), stage: fact.stage, sides };
}

function allFacts(world: RandomWorld, parts: readonly RandomPart[]): Tying[] {
  return [
    ...[...world.exchanges, ...world.cooperations].map(told),
    ...world.members.map(([country, period]) => ({
      kind: 'Membership',
      date: period === '' ? '-' : dateOf(periodOf(period)),
      stage: null,
      sides: sidesOf([country, 'group/south']),
    })),
    ...parts.map(({ country, initiative, stage }) => ({
      kind: 'Involvement',
      date: '-',
      stage,
      sides: sidesOf([country, initiative]),
    })),
    ...Object.entries(INITIATIVES).flatMap(([initiative, topic]) =>
      topic === null
        ? []
        : [{ kind: 'Purpose', date: '-', stage: null, sides: sidesOf([initiative, topic]) }],
    ),
  ];
}

const kindNameOf = (id: string): string => {
  const prefix = id.slice(0, id.indexOf('/'));
  return `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
};
const daysOf = (facts: readonly Tying[]): string => {
  const days = facts
    .map(({ date }) => date)
    .filter((date) => date !== '-')
    .sort();
  return `${days[0] ?? '-'} ${days.at(-1) ?? '-'}`;
};

/** Entities of a random world that may have neighbours. */
export const ASKED = [
  'country/r01',
  'country/r02',
  'country/r03',
  'country/r07',
  'agency/ministry-1',
  'agency/relief-3',
  'agency/world-body',
  'group/south',
  'meeting/first',
  'meeting/first-session',
  'initiative/one',
  'topic/law',
  'topic/patents',
  'topic/labels',
];

/** The neighbours of one entity, one line each: every other entity, every fact, one after the other. */
export function neighboursByHand(
  world: RandomWorld,
  parts: readonly RandomPart[],
  id: string,
  { kinds, neighbourKinds }: NeighbourFilter,
): string[] {
  const facts = allFacts(world, parts).filter(
    ({ kind, stage }) =>
      (kinds?.includes(kind) ?? true) && COUNTED.includes((stage ?? 'UNKNOWN') as (typeof COUNTED)[number]),
  );
  const isOf = ({ sides }: Tying): boolean =>
    [...sides.keys()].some((one) => one === id || (one in TOPICS && above(one).includes(id)));
  const others = new Set(facts.flatMap(({ sides }) => [...sides.keys()]));
  others.delete(id);
  return [...others]
    .filter((other) => neighbourKinds?.includes(kindNameOf(other)) ?? true)
    .map((other) => ({
      other,
      tied: facts.filter(
        (fact) =>
          isOf(fact) &&
          fact.sides.has(other) &&
          !fact.sides.get(other)?.includes(id) &&
          !fact.sides.get(id)?.includes(other),
      ),
    }))
    .filter(({ tied }) => tied.length > 0)
    .sort((a, b) => b.tied.length - a.tied.length || (a.other < b.other ? -1 : 1))
    .map(({ other, tied }) => {
      const byKind = [...new Set(tied.map(({ kind }) => kind))]
        .sort()
        .map((kind) => tied.filter((fact) => fact.kind === kind))
        .map((some) => `${some[0]?.kind} ${some.length} ${daysOf(some)}`);
      return `${other} ${tied.length} ${daysOf(tied)}: ${byKind.join(', ')}`;
    });
}
