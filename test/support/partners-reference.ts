import type { PartnerFilter } from '../../src/graph/reads/prior-partners/ties.js';
import { partnerReasons, placeOfPartner, scoreOf, type PartnerTie } from '../../src/model/rules/partners.js';
import { dateOf } from '../../src/model/rules/order.js';
import type { Stage } from '../../src/model/values/stage.js';
import type { Cells, World } from '../intake/world.js';
import { COUNTRIES, partyInRules, TOPICS, type RandomFact, type RandomWorld } from './random-world.js';
import { certaintyOf, named, periodOfFact, rolesOf, under, workedTogether } from './reference.js';

/** A part of a country in an initiative, beside what a random world tells. */
export interface RandomPart {
  readonly country: string;
  readonly initiative: string;
  readonly role: 'owner' | 'party' | 'beneficiary';
  readonly stage: 'DONE' | 'PLANNED';
}

/** Initiatives with the topic that their purpose names; one has none. */
export const INITIATIVES: Readonly<Record<string, string | null>> = {
  'initiative/one': 'topic/pharma',
  'initiative/two': 'topic/marks',
  'initiative/three': null,
};

const said = { source: 'document/chronicle', locator: '1' };

/** Rows that tell initiatives, what they serve, and who has a part. */
export const partsTold = (parts: readonly RandomPart[]): World => ({
  'entities/initiatives.csv': Object.keys(INITIATIVES).map((id) => ({ id, name: id, ...said })),
  'facts/purposes.csv': Object.entries(INITIATIVES).flatMap(([serves, topics]): Cells[] =>
    topics === null ? [] : [{ id: `purpose/${serves.slice(11)}`, serves, topics, aim: serves, ...said }],
  ),
  'facts/involvements.csv': parts.map(({ country, initiative, role, stage }, i) => ({
    id: `involvement/i${i}`,
    occasion: `i${i}`,
    party: `${country}:${role}`,
    initiative,
    stage,
    ...said,
  })),
});

/** One partner in one line, the same for the reference and the product. */
export const partnerLine = (one: {
  readonly key: string;
  readonly reasons: readonly { readonly reason: string; readonly facts: readonly string[] }[];
  readonly through: readonly string[];
}): string =>
  `${one.key} ${one.reasons.map(({ reason, facts }) => `${reason}=${[...facts].sort().join('+')}`).join(' ')} via ${one.through.join('+')}`;

type Tie = PartnerTie & { readonly fact: string };

const isOn = (fact: RandomFact, { topic, exact }: PartnerFilter): boolean =>
  (exact ? fact.topics : under(fact)).includes(topic);
const above = (topic: string): string[] => [topic, ...(TOPICS[topic] ?? []).flatMap(above)];
const counts = ({ stage }: { readonly stage: string | null }, { stages }: PartnerFilter): boolean =>
  stages === null || stages.includes((stage ?? 'UNKNOWN') as Stage);
const evident = (fact: RandomFact, { facts: { evidence, kinds } }: PartnerFilter): boolean =>
  (evidence?.minCertainty !== 'STATED' || certaintyOf(fact) === 'STATED') &&
  (kinds?.includes(fact.id.startsWith('exchange/') ? 'Exchange' : 'Cooperation') ?? true);
const tieOf = (reason: Tie['reason'], fact: RandomFact): Tie => ({
  reason,
  fact: fact.id,
  date: dateOf(periodOfFact(fact)),
  certainty: certaintyOf(fact),
});

/** Ties of `p` with `other` in cooperations and exchanges on the topic. */
function tiesOf(world: RandomWorld, filter: PartnerFilter, other: string, p: string): Tie[] {
  const asked = (fact: RandomFact): boolean =>
    rolesOf(fact, other).length > 0 &&
    rolesOf(fact, p).some((role) => filter.roles === null || filter.roles.includes(role));
  const cooperations = world.cooperations.filter(
    (one) =>
      isOn(one, filter) &&
      counts(one, filter) &&
      evident(one, filter) &&
      asked(one) &&
      (filter.roles !== null || workedTogether(one, [other, p].sort())),
  );
  const exchanges = world.exchanges.filter(
    (one) =>
      isOn(one, filter) &&
      named(one) <= filter.maxParties &&
      evident(one, filter) &&
      asked(one) &&
      ![other, p].every((country) => rolesOf(one, country).every((role) => role === 'receiver')),
  );
  return [
    ...cooperations.map((one) => tieOf('COOPERATED', one)),
    ...exchanges.map((one) => tieOf('EXCHANGED', one)),
  ];
}

/** Facts that say that `p` has a part in one initiative on the topic with one of `others`. */
function partsOf(
  parts: readonly RandomPart[],
  filter: PartnerFilter,
  others: readonly string[],
  p: string,
): Tie[] {
  const kinds = filter.facts.kinds ?? ['Involvement'];
  if (!kinds.includes('Involvement')) return [];
  const found = new Set<string>();
  for (const [initiative, topic] of Object.entries(INITIATIVES)) {
    if (topic === null || !(filter.exact ? [topic] : above(topic)).includes(filter.topic)) continue;
    const all = parts.map((part, i) => ({ ...part, id: `involvement/i${i}` }));
    const here = all.filter((part) => part.initiative === initiative);
    if (here.length > filter.maxParties) continue;
    const own = here.filter(
      (part) => part.country === p && counts(part, filter) && (filter.roles?.includes(part.role) ?? true),
    );
    const theirs = here.filter(
      (part) =>
        part.country !== p &&
        others.includes(part.country) &&
        (filter.country === null || counts(part, filter)),
    );
    if (own.length === 0 || theirs.length === 0) continue;
    const shown = filter.country === null ? own : [...own, ...theirs];
    for (const id of [...shown.map((part) => part.id), `purpose/${initiative.slice(11)}`]) found.add(id);
  }
  return [...found].map((fact) => ({ reason: 'SAME_INITIATIVE', fact, date: '-', certainty: 'STATED' }));
}

function newestLessFiveYears(world: RandomWorld, { topic }: PartnerFilter): string | null {
  const dates = [...world.exchanges, ...world.cooperations]
    .filter((fact) => under(fact).includes(topic))
    .map((fact) => dateOf(periodOfFact(fact)))
    .filter((date) => date !== '-')
    .sort();
  const newest = dates.at(-1);
  return newest === undefined ? null : `${Number(newest.slice(0, 4)) - 5}${newest.slice(4)}`;
}

/** Every country held against every other, fact by fact: what the question means, and nothing clever. */
export function partnersByHand(
  world: RandomWorld,
  parts: readonly RandomPart[],
  filter: PartnerFilter,
): string[] {
  const { country, weights } = filter;
  const recent = filter.recentFrom ?? newestLessFiveYears(world, filter);
  const others = country === null ? COUNTRIES : [country];
  const distinct = (ties: readonly Tie[]): Tie[] => [
    ...new Map(ties.map((tie) => [`${tie.reason} ${tie.fact}`, tie])).values(),
  ];
  const direct = new Map<string, Tie[]>();
  for (const p of COUNTRIES.filter((one) => one !== country)) {
    const ties = distinct([
      ...others.filter((other) => other !== p).flatMap((other) => tiesOf(world, filter, other, p)),
      ...partsOf(parts, filter, others, p),
    ]);
    if (ties.length > 0) direct.set(p, ties);
  }
  const provided = (p: string): Tie[] =>
    [...world.cooperations, ...world.exchanges]
      .filter((fact) => isOn(fact, filter) && evident(fact, filter) && rolesOf(fact, p).includes('provider'))
      .filter((fact) => fact.id.startsWith('exchange/') || counts(fact, filter))
      .map((fact) => tieOf('PROVIDED', fact));
  const line = (p: string, steps: number, ties: readonly Tie[], through: readonly string[]): string => {
    const all = [...ties, ...provided(p)];
    const reasons = partnerReasons(all, weights, recent);
    const dated = all.filter(({ reason }) => !['SAME_INITIATIVE', 'PROVIDED'].includes(reason));
    const factsOf = (reason: string): string[] =>
      (reason === 'RECENT'
        ? dated.filter(({ date }) => recent !== null && date >= recent)
        : reason === 'STATED'
          ? dated.filter(({ certainty }) => certainty === 'STATED')
          : all.filter((tie) => tie.reason === reason)
      ).map(({ fact }) => fact);
    return partnerLine({
      key: placeOfPartner(steps, scoreOf(reasons), p),
      reasons: reasons.map(({ reason }) => ({ reason, facts: factsOf(reason) })),
      through,
    });
  };
  const lines = [...direct].map(([p, ties]) => line(p, 1, ties, []));
  if (country !== null && filter.twoSteps) {
    const hubs = [...direct]
      .filter(([, ties]) => ties.some(({ reason }) => reason !== 'SAME_INITIATIVE'))
      .map(([hub]) => hub);
    for (const p of COUNTRIES.filter((one) => one !== country && !direct.has(one))) {
      const through = hubs.filter((hub) => tiesOf(world, filter, hub, p).length > 0);
      const ties = distinct(
        through
          .flatMap((hub) => tiesOf(world, filter, hub, p))
          .map((tie): Tie => ({ ...tie, reason: 'PARTNER_OF_PARTNER' })),
      );
      if (ties.length > 0) lines.push(line(p, 2, ties, through.slice(0, 5)));
    }
  }
  return lines.sort();
}

/** What made no tie, counted one fact after the other. */
export function leftOutByHand(
  world: RandomWorld,
  parts: readonly RandomPart[],
  filter: PartnerFilter,
): Record<string, number> {
  const { country } = filter;
  const mine = (fact: RandomFact): boolean => country === null || rolesOf(fact, country).length > 0;
  const exchanges = world.exchanges.filter((one) => isOn(one, filter) && evident(one, filter) && mine(one));
  const cooperations = world.cooperations.filter(
    (one) => isOn(one, filter) && evident(one, filter) && mine(one),
  );
  const receives = (fact: RandomFact, one: string): boolean =>
    rolesOf(fact, one).length > 0 && rolesOf(fact, one).every((role) => role === 'receiver');
  const pairs = COUNTRIES.flatMap((a) => COUNTRIES.filter((b) => a < b).map((b) => [a, b]))
    .filter((pair) => country === null || pair.includes(country))
    .filter((pair) =>
      exchanges.some((one) => named(one) <= filter.maxParties && pair.every((each) => receives(one, each))),
    );
  const bodies = cooperations
    .filter((one) => counts(one, filter))
    .flatMap(({ parties }) => parties.map(partyInRules))
    .filter((party) => party.actorKind !== 'Country' && party.country === null)
    .map(({ actor }) => actor);
  const counted = {
    EXCHANGE_TOO_LARGE: exchanges.filter((one) => named(one) > filter.maxParties).length,
    ONLY_RECEIVED: pairs.length,
    STAGE_NOT_COUNTED: cooperations.filter((one) => !counts(one, filter)).length,
    NOT_A_COUNTRY: new Set(bodies).size,
    INITIATIVE_TOO_LARGE: Object.entries(INITIATIVES).filter(
      ([initiative, topic]) =>
        topic !== null &&
        (filter.exact ? [topic] : above(topic)).includes(filter.topic) &&
        (filter.facts.kinds?.includes('Involvement') ?? true) &&
        parts.filter((part) => part.initiative === initiative).length > filter.maxParties &&
        (country === null ||
          parts.some(
            (part) => part.initiative === initiative && part.country === country && counts(part, filter),
          )),
    ).length,
  };
  return Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0));
}
