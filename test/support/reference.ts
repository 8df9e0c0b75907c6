import type { CandidateFilter } from '../../src/graph/reads/after-exchange/candidates.js';
import { countriesOf, modalityOf } from '../../src/model/rules/modality.js';
import { activeAfter, dateOf, laterOf, orderAfter, within, type Event } from '../../src/model/rules/order.js';
import type { Demands } from '../../src/model/rules/after-exchange-terms.js';
import { periodOf } from '../../src/model/values/edtf.js';
import type { Order } from '../../src/model/values/order.js';
import { UNKNOWN_PERIOD, type Period } from '../../src/model/values/period.js';
import {
  COUNTRIES,
  MEETINGS,
  TOPICS,
  partyInRules,
  type RandomFact,
  type RandomWorld,
} from './random-world.js';

/** An answer in short: the pair, what makes it one, and what else does. */
export interface ShortAnswer {
  readonly pair: string;
  /** The best combination, then the others. */
  readonly combinations: readonly string[];
  readonly priorTies: readonly string[];
}

/** All answers in order, and how many pairs were left out for each reason. */
export interface ShortAnswers {
  readonly answers: readonly ShortAnswer[];
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A combination in one line, the same for the reference and the product. */
export const combinationLine = (one: {
  readonly exchanges: readonly string[];
  readonly cooperation: string;
  readonly order: Order;
  readonly origin: string | null;
  readonly sameTopic: boolean;
  readonly independent: boolean;
}): string =>
  `${one.exchanges.join('+')} ${one.cooperation} ${one.order} ${one.origin ?? '-'} ${one.sameTopic ? 'same' : 'other'} ${one.independent ? 'independent' : 'circular'}`;

export const above = (topic: string): string[] => [topic, ...(TOPICS[topic] ?? []).flatMap(above)];
export const chain = (meeting: string | null): string[] =>
  meeting === null ? [] : [meeting, ...chain(MEETINGS[meeting]?.[0] ?? null)];
export const under = (fact: RandomFact): string[] => fact.topics.flatMap(above);
export const isOwn = ({ capacity }: { readonly capacity: string }): boolean => capacity === 'OWN';

export function periodOfFact({ period, notBefore }: RandomFact): Period {
  const given = period === '' ? UNKNOWN_PERIOD : periodOf(period);
  if (notBefore === null) return given;
  const last = periodOf(MEETINGS[notBefore]?.[1] ?? '').endMin;
  return { ...given, startMin: last, endMin: last, notBefore: [notBefore] };
}

export const asEvent = (fact: RandomFact): Event => ({
  id: fact.id,
  period: periodOfFact(fact),
  events: [fact.id, ...chain(fact.meeting)],
});
/** The day of a fact's keys; `-` when none is known. */
export const dateOfFact = (fact: RandomFact): string => dateOf(periodOfFact(fact));
export const keyOf = (fact: RandomFact): string => `${dateOfFact(fact)}|${fact.id}`;
export const rolesOf = (fact: RandomFact, country: string): string[] =>
  fact.parties
    .map(partyInRules)
    .filter((party) => isOwn(party) && party.country === country)
    .map(({ role }) => role);
export const named = (fact: RandomFact): number =>
  COUNTRIES.filter((country) => rolesOf(fact, country).length > 0).length;
export const certaintyOf = ({ from, second }: RandomFact): 'STATED' | 'INFERRED' =>
  from === null || second ? 'STATED' : 'INFERRED';
export const documentsOf = ({ second }: RandomFact): string[] =>
  second ? ['document/chronicle', 'document/register'] : ['document/chronicle'];

function inDays(
  fact: RandomFact,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): boolean {
  if (from === undefined && to === undefined) return true;
  const date = dateOf(periodOfFact(fact));
  return date !== '-' && (from === undefined || date >= from) && (to === undefined || date <= to);
}

const CORE = ['partner', 'provider', 'learner'];

export function workedTogether(fact: RandomFact, pair: readonly string[]): boolean {
  const parties = fact.parties.map(partyInRules);
  if (modalityOf(parties) === 'BILATERAL') return countriesOf(parties).join() === pair.join();
  return pair.every((country) => rolesOf(fact, country).some((role) => CORE.includes(role)));
}

/** Every pair, every exchange, every cooperation, one after the other: what the question means, and nothing clever. */
export function reference(world: RandomWorld, filter: CandidateFilter, demands: Demands): ShortAnswers {
  const facts = new Map([...world.exchanges, ...world.cooperations].map((fact) => [fact.id, fact]));
  const reasons: readonly (readonly [string, (combination: Tried) => boolean])[] = failings(facts, demands);
  const exchanges = world.exchanges.filter((exchange) => counts(exchange, filter));
  const answers: (ShortAnswer & { readonly key: string })[] = [];
  const leftOut: Record<string, number> = {};
  const tooLarge = world.exchanges.filter(
    (exchange) => named(exchange) > filter.maxParties && counts(exchange, { ...filter, maxParties: 99 }),
  ).length;
  if (tooLarge > 0) leftOut['EXCHANGE_TOO_LARGE'] = tooLarge;
  for (const a of COUNTRIES) {
    for (const b of COUNTRIES.filter((other) => a < other)) {
      const pair = [a, b];
      if (!grouped(world, pair, filter)) continue;
      const shared = sharings(exchanges, pair, filter.sharing);
      const cooperations = world.cooperations.filter((one) => workedTogether(one, pair));
      const prior = (legs: readonly RandomFact[]): string[] =>
        cooperations
          .filter((one) => demands.modalities.includes(modalityOf(one.parties.map(partyInRules))))
          .filter((one) => demands.stages.includes((one.stage ?? 'UNKNOWN') as never))
          .filter((one) => orderOf(legs, one, pair, 'STARTED_AFTER') === 'NO')
          .map(({ id }) => id)
          .sort();
      let furthest = -1;
      const passed: Tried[] = [];
      for (const legs of shared) {
        for (const cooperation of cooperations) {
          const tried = { pair, legs, cooperation, prior: prior(legs) };
          const failed = reasons.findIndex(([, fails]) => fails(tried));
          if (failed < 0) passed.push(tried);
          else furthest = Math.max(furthest, failed);
        }
      }
      const [best] = passed.sort((x, y) => (rank(x, demands) < rank(y, demands) ? -1 : 1));
      const reason = reasons[furthest]?.[0];
      if (best) {
        const first = shared.flat().map(keyOf).sort()[0] ?? '';
        answers.push({
          key: `${first}|${a}|${b}`,
          pair: pair.join(' '),
          combinations: passed.map((one) => line(one, facts, demands)),
          priorTies: best.prior,
        });
      } else if (reason !== undefined) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    }
  }
  return {
    answers: answers.sort((x, y) => (x.key < y.key ? -1 : 1)).map(({ key: _key, ...answer }) => answer),
    leftOut,
  };
}

interface Tried {
  readonly pair: readonly string[];
  readonly legs: readonly RandomFact[];
  readonly cooperation: RandomFact;
  readonly prior: readonly string[];
}

export const counts = (
  exchange: RandomFact,
  { topic, exact, meeting, maxParties, exchanged }: CandidateFilter,
): boolean =>
  (exact ? exchange.topics : under(exchange)).includes(topic) &&
  (meeting === null || chain(exchange.meeting).includes(meeting)) &&
  named(exchange) <= maxParties &&
  inDays(exchange, exchanged);

export function grouped(
  { members }: RandomWorld,
  pair: readonly string[],
  { grouping }: CandidateFilter,
): boolean {
  if (!grouping) return true;
  const belongs = pair.map((country) =>
    members.some(([member, wording]) => {
      const { startMin, endMax } = wording === '' ? UNKNOWN_PERIOD : periodOf(wording);
      const on = grouping.on;
      return member === country && (on === null || ((startMin ?? on) <= on && (endMax ?? on) >= on));
    }),
  );
  return grouping.ends !== 'ONE' ? belongs.every(Boolean) : belongs.some(Boolean);
}

export function sharings(
  exchanges: readonly RandomFact[],
  [a = '', b = '']: readonly string[],
  sharing: CandidateFilter['sharing'],
): RandomFact[][] {
  const has = (country: string) => (one: RandomFact) => rolesOf(one, country).length > 0;
  const single = exchanges.filter((one) => has(a)(one) && has(b)(one)).map((one) => [one]);
  if (sharing === 'SAME_EXCHANGE') return single;
  const meetings = (one: RandomFact): string[] => chain(one.meeting).filter((id) => id !== 'meeting/yearly');
  const apart = exchanges.filter(has(a)).flatMap((one) =>
    exchanges
      .filter(has(b))
      .filter((other) => other !== one)
      .filter((other) => sharing === 'ANYWHERE' || meetings(one).some((id) => meetings(other).includes(id)))
      .map((other) => [one, other]),
  );
  return [...single, ...apart];
}

export function orderOf(
  legs: readonly RandomFact[],
  cooperation: RandomFact,
  pair: readonly string[],
  since: Demands['since'],
): Order {
  const outcome = { ...asEvent(cooperation), grewOutOf: cooperation.grewOutOf };
  return legs
    .map((leg) => {
      const event = asEvent(leg);
      // An origin in a meeting counts where both shared: in this exchange, or in another one there.
      const both = pair.every((country) =>
        legs.some(
          (one) =>
            rolesOf(one, country).length > 0 &&
            cooperation.grewOutOf.some(
              (origin) => chain(leg.meeting).includes(origin) && chain(one.meeting).includes(origin),
            ),
        ),
      );
      const started = orderAfter(event, outcome, { bothParties: both });
      return since === 'STARTED_AFTER' || started === 'DEFINITE' ? started : activeAfter(event, outcome);
    })
    .reduce(laterOf);
}

function originOf({ legs, cooperation }: Tried): string | null {
  const events = legs.flatMap((leg) => asEvent(leg).events);
  return cooperation.grewOutOf.filter((id) => events.includes(id)).sort()[0] ?? null;
}

/** Whether one fact is only inferred from another, over any number of steps. */
export function restsOn(leg: RandomFact, other: RandomFact, facts: ReadonlyMap<string, RandomFact>): boolean {
  if (leg.second) return false;
  for (let from = leg.from; from !== null; from = facts.get(from)?.from ?? null)
    if (from === other.id) return true;
  return false;
}

const standsAlone = ({ legs, cooperation }: Tried, facts: ReadonlyMap<string, RandomFact>): boolean => {
  const all = [...legs, cooperation];
  return all.every((leg) => all.every((other) => other === leg || !restsOn(leg, other, facts)));
};

function failings(
  facts: ReadonlyMap<string, RandomFact>,
  demands: Demands,
): (readonly [string, (tried: Tried) => boolean])[] {
  const least = demands.minCertainty;
  const below = (fact: RandomFact, asked: 'STATED' | 'INFERRED' | undefined): boolean =>
    asked === 'STATED' && certaintyOf(fact) === 'INFERRED';
  const order = ({ legs, cooperation, pair }: Tried): Order =>
    orderOf(legs, cooperation, pair, demands.since);
  return [
    [
      'ONLY_RECEIVED',
      ({ pair, legs }) =>
        demands.receivers === 'APART' &&
        pair.flatMap((one) => legs.flatMap((leg) => rolesOf(leg, one))).every((role) => role === 'receiver'),
    ],
    ['EXCHANGE_BELOW_CERTAINTY', ({ legs }) => legs.some((leg) => below(leg, least.exchange))],
    [
      'OTHER_MODALITY',
      ({ cooperation }) => !demands.modalities.includes(modalityOf(cooperation.parties.map(partyInRules))),
    ],
    ['OTHER_STAGE', ({ cooperation }) => !demands.stages.includes((cooperation.stage ?? 'UNKNOWN') as never)],
    [
      'OTHER_TOPIC',
      ({ cooperation }) =>
        demands.cooperationTopic !== 'ANY' &&
        !under(cooperation).includes(
          demands.cooperationTopic === 'SAME' ? demands.topic : demands.cooperationTopic,
        ),
    ],
    ['OTHER_DATE', ({ cooperation }) => !inDays(cooperation, demands.cooperated)],
    ['COOPERATION_BELOW_CERTAINTY', ({ cooperation }) => below(cooperation, least.cooperation)],
    [
      'EVIDENCE',
      ({ legs, cooperation }) =>
        ![...legs, cooperation].every(
          (leg) =>
            demands.statuses.includes(leg.disputed ? 'DISPUTED' : 'ACCEPTED') &&
            documentsOf(leg).length >= demands.minDocuments &&
            (demands.documents === null || documentsOf(leg).some((one) => demands.documents?.includes(one))),
        ),
    ],
    ['COOPERATED_BEFORE', (tried) => order(tried) === 'NO'],
    ['ORDER_NOT_ASKED', (tried) => !demands.order.includes(order(tried))],
    [
      'AFTER_WINDOW',
      ({ legs, cooperation }) => {
        const months = demands.withinMonths;
        return months !== null && !legs.some((leg) => within(asEvent(leg), asEvent(cooperation), months));
      },
    ],
    ['NO_RECORDED_ORIGIN', (tried) => demands.origin === 'RECORDED' && originOf(tried) === null],
    [
      'ORIGIN_BELOW_CERTAINTY',
      (tried) =>
        least.origin !== undefined &&
        (originOf(tried) === null || (least.origin === 'STATED' && tried.cooperation.from !== null)),
    ],
    ['NOT_INDEPENDENT', (tried) => demands.independentOnly && !standsAlone(tried, facts)],
    [
      'PRIOR_TIES',
      ({ prior }) =>
        demands.priorTies !== 'ALLOW' &&
        prior.some((id) => {
          const tie = facts.get(id);
          return tie && (demands.priorTies === 'NONE' || under(tie).includes(demands.topic));
        }),
    ],
  ];
}

/** Best-ordered first, then the earliest exchange, then the earliest cooperation. */
const rank = ({ legs, cooperation, pair }: Tried, { since }: Demands): string =>
  [
    orderOf(legs, cooperation, pair, since) === 'DEFINITE' ? 0 : 1,
    ...legs.map(keyOf),
    keyOf(cooperation),
  ].join(' ');

const line = (tried: Tried, facts: ReadonlyMap<string, RandomFact>, { topic, since }: Demands): string =>
  combinationLine({
    exchanges: tried.legs.map(({ id }) => id),
    cooperation: tried.cooperation.id,
    order: orderOf(tried.legs, tried.cooperation, tried.pair, since),
    origin: originOf(tried),
    sameTopic: under(tried.cooperation).includes(topic),
    independent: standsAlone(tried, facts),
  });
