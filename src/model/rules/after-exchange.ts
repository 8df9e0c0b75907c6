import type { Sharing, Since } from '../values/after-exchange.js';
import type { LeftOutReason } from '../values/left-out.js';
import { certaintyRank, type Certainty } from '../values/certainty.js';
import type { Order } from '../values/order.js';
import type {
  Candidate,
  Combination,
  CooperationLeg,
  Demands,
  ExchangeLeg,
  FactLeg,
  Verdict,
} from './after-exchange-terms.js';
import { independent, type Grounds } from './independence.js';
import { activeAfter, dateOf, laterOf, orderAfter, within } from './order.js';
import { mostTellingFirst, waysOfSharing } from './ways-of-sharing.js';

export type * from './after-exchange-terms.js';

// From the first check of a combination to the last: a pair is counted under the check that it came furthest to.
const CHECKS: readonly LeftOutReason[] = [
  'ONLY_RECEIVED',
  'EXCHANGE_BELOW_CERTAINTY',
  'OTHER_MODALITY',
  'OTHER_STAGE',
  'OTHER_TOPIC',
  'OTHER_DATE',
  'COOPERATION_BELOW_CERTAINTY',
  'EVIDENCE',
  'COOPERATED_BEFORE',
  'ORDER_NOT_ASKED',
  'AFTER_WINDOW',
  'NO_RECORDED_ORIGIN',
  'ORIGIN_BELOW_CERTAINTY',
  'NOT_INDEPENDENT',
  'PRIOR_TIES',
];

/** Steps of weighing for one pair: combinations, and cooperations looked at for prior ties. */
export const PAIR_STEPS_MOST = 20_000;

const reaches = (certainty: Certainty, least: Certainty | undefined): boolean =>
  least === undefined || certaintyRank[certainty] >= certaintyRank[least];

/**
 * Weighs all combinations of a pair, or those of some ways of sharing: the best-ordered, then the earliest, is the answer.
 * Null when it never shared or never cooperated.
 */
export function weigh(
  candidate: Candidate,
  demands: Demands,
  ways: readonly (readonly ExchangeLeg[])[] = waysOfSharing(candidate, demands.sharing),
): Verdict | null {
  const passed: Combination[] = [];
  let furthest = -1;
  let left = PAIR_STEPS_MOST;
  const steps = stepsOfCombination(candidate, demands);
  for (const exchanges of mostTellingFirst(ways, candidate.cooperations, left / steps)) {
    for (const cooperation of candidate.cooperations) {
      left -= steps;
      // What is weighed without end would hold up everybody else's requests.
      if (left < 0) break;
      const found = judge(candidate, exchanges, cooperation, demands);
      if (typeof found === 'string') furthest = Math.max(furthest, CHECKS.indexOf(found));
      else passed.push(found);
    }
  }
  const [answer, ...alternatives] = passed.sort(bestFirst);
  if (answer) return { answer, alternatives, priorTies: priorTiesOf(candidate, answer.exchanges, demands) };
  const leftOut = left < 0 ? 'TOO_MANY_COMBINATIONS' : CHECKS[furthest];
  return leftOut ? { leftOut } : null;
}

/** With each cooperation, where those before count, all others are looked at. */
const stepsOfCombination = (
  { cooperations }: Candidate,
  { priorTies }: Pick<Demands, 'priorTies'>,
): number => (priorTies === 'ALLOW' ? 1 : 1 + cooperations.length);

/** Steps that `weigh` takes for a pair at most. */
export function stepsToWeigh(candidate: Candidate, demands: Pick<Demands, 'sharing' | 'priorTies'>): number {
  const { pair, exchanges, cooperations } = candidate;
  const [ofA = 0, ofB = 0] = pair.map((country) => exchanges.filter(({ roles }) => roles[country]).length);
  const ways = demands.sharing === 'SAME_EXCHANGE' ? exchanges.length : ofA * ofB;
  const steps = ways * cooperations.length * stepsOfCombination(candidate, demands);
  return Math.min(steps, PAIR_STEPS_MOST);
}

function judge(
  candidate: Candidate,
  exchanges: readonly ExchangeLeg[],
  cooperation: CooperationLeg,
  demands: Demands,
): Combination | LeftOutReason {
  const order = orderOf(candidate.pair, exchanges, cooperation, demands.since);
  const origin = recordedOrigin(exchanges, cooperation);
  const { minCertainty, withinMonths } = demands;
  // Most combinations fail early, so what comes later is not worked out before.
  const failing: [LeftOutReason, () => boolean][] = [
    ['ONLY_RECEIVED', () => demands.receivers === 'APART' && onlyReceived(candidate.pair, exchanges)],
    [
      'EXCHANGE_BELOW_CERTAINTY',
      () => !exchanges.every(({ certainty }) => reaches(certainty, minCertainty.exchange)),
    ],
    ['OTHER_MODALITY', () => !demands.modalities.includes(cooperation.modality)],
    ['OTHER_STAGE', () => !demands.stages.includes(cooperation.stage ?? 'UNKNOWN')],
    ['OTHER_TOPIC', () => !onAskedTopic(cooperation, demands)],
    ['OTHER_DATE', () => !dated(cooperation, demands.cooperated)],
    ['COOPERATION_BELOW_CERTAINTY', () => !reaches(cooperation.certainty, minCertainty.cooperation)],
    ['EVIDENCE', () => ![...exchanges, cooperation].every((leg) => evidenced(leg, demands))],
    ['COOPERATED_BEFORE', () => order === 'NO'],
    ['ORDER_NOT_ASKED', () => !demands.order.includes(order)],
    ['AFTER_WINDOW', () => withinMonths !== null && !withinAll(exchanges, cooperation, withinMonths)],
    ['NO_RECORDED_ORIGIN', () => demands.origin === 'RECORDED' && !origin],
    [
      'ORIGIN_BELOW_CERTAINTY',
      () => minCertainty.origin !== undefined && !(origin && reaches(origin.certainty, minCertainty.origin)),
    ],
    [
      'NOT_INDEPENDENT',
      () => demands.independentOnly && !toldOf(exchanges, cooperation, demands).independent,
    ],
    ['PRIOR_TIES', () => hasPriorTie(candidate, exchanges, demands)],
  ];
  const failed = failing.find(([, fails]) => fails());
  if (failed) return failed[0];
  return { exchanges, cooperation, order, origin, ...toldOf(exchanges, cooperation, demands) };
}

/** The surest of the origins of a cooperation that are among these exchanges or their meetings. */
function recordedOrigin(
  exchanges: readonly ExchangeLeg[],
  { origins }: CooperationLeg,
): CooperationLeg['origins'][number] | null {
  const [surest] = origins
    .filter(({ id }) => exchanges.some(({ events }) => events.includes(id)))
    .sort((x, y) => certaintyRank[y.certainty] - certaintyRank[x.certainty] || (x.id < y.id ? -1 : 1));
  return surest ?? null;
}

/** What is told of a combination beside its order. */
export const toldOf = (
  exchanges: readonly ExchangeLeg[],
  cooperation: CooperationLeg,
  { topic }: Pick<Demands, 'topic'>,
): Pick<Combination, 'sameTopic' | 'independent'> => ({
  sameTopic: cooperation.under.includes(topic),
  independent: independent(
    [...exchanges, cooperation].map(({ evidence }) => evidence),
    groundsOf([...exchanges, cooperation]),
  ),
});

/**
 * Whether what was weighed of a pair's earliest exchanges, each alone, and all its cooperations is its best combination:
 * nothing is ordered before a definite one but a definite one of an earlier exchange.
 */
export const isBestOfAll = (verdict: Verdict | null, { sharing }: Pick<Demands, 'sharing'>): boolean =>
  sharing === 'SAME_EXCHANGE' &&
  verdict !== null &&
  'answer' in verdict &&
  verdict.answer.order === 'DEFINITE';

function orderOf(
  pair: readonly string[],
  exchanges: readonly ExchangeLeg[],
  cooperation: CooperationLeg,
  since: Since,
): Order {
  // A meeting is an origin only where both shared at it; what one of them did there says nothing of the other.
  const grewOutOf = cooperation.origins
    .map(({ id }) => id)
    .filter((id) => {
      const there = exchanges.filter(({ events }) => events.includes(id));
      return (
        there.some((exchange) => exchange.id === id) ||
        pair.every((country) => there.some(({ roles }) => roles[country]))
      );
    });
  const { id, period, events } = cooperation;
  const outcome = { id, period, events, grewOutOf };
  return exchanges
    .map((exchange) => {
      const started = orderAfter(exchange, outcome, { bothParties: true });
      // What started after it was active after it, even where its end is unknown.
      return since === 'ACTIVE_AFTER' && started !== 'DEFINITE'
        ? activeAfter(exchange, cooperation)
        : started;
    })
    .reduce(laterOf);
}

const onlyReceived = (pair: readonly string[], exchanges: readonly ExchangeLeg[]): boolean =>
  pair.every((country) =>
    exchanges.every(({ roles }) => (roles[country] ?? ['receiver']).every((role) => role === 'receiver')),
  );

const onAskedTopic = ({ under }: CooperationLeg, { topic, cooperationTopic }: Demands): boolean =>
  cooperationTopic === 'ANY' || under.includes(cooperationTopic === 'SAME' ? topic : cooperationTopic);

function dated(leg: FactLeg, { from, to }: Demands['cooperated']): boolean {
  if (from === undefined && to === undefined) return true;
  const date = dateOf(leg.period);
  return date !== '-' && (from === undefined || date >= from) && (to === undefined || date <= to);
}

const contested = ({ status, conflicts }: FactLeg): boolean =>
  status === 'DISPUTED' || (conflicts ?? []).length > 0;

const evidenced = (
  leg: FactLeg,
  { statuses, documents, paragraphs, minDocuments, mayBePassedOn, uncontestedOnly }: Demands,
): boolean =>
  statuses.includes(leg.status) &&
  !(uncontestedOnly && contested(leg)) &&
  !(mayBePassedOn && leg.withheld) &&
  leg.documents.length >= minDocuments &&
  (documents === null || leg.documents.some((id) => documents.includes(id))) &&
  (!paragraphs || (leg.paragraphs ?? []).some((id) => paragraphs.includes(id)));

const withinAll = (exchanges: readonly ExchangeLeg[], cooperation: CooperationLeg, months: number): boolean =>
  exchanges.some((exchange) => within(exchange, cooperation, months));

const groundsOf = (legs: readonly FactLeg[]): Grounds => new Map(legs.flatMap(({ grounds }) => [...grounds]));

/** Cooperations of the pair, of the asked forms and stages, that definitely started before the exchanges. */
const priorTiesOf = (
  { pair, cooperations }: Candidate,
  exchanges: readonly ExchangeLeg[],
  { modalities, stages }: Demands,
): CooperationLeg[] =>
  cooperations.filter(
    (cooperation) =>
      modalities.includes(cooperation.modality) &&
      stages.includes(cooperation.stage ?? 'UNKNOWN') &&
      orderOf(pair, exchanges, cooperation, 'STARTED_AFTER') === 'NO',
  );

function hasPriorTie(candidate: Candidate, exchanges: readonly ExchangeLeg[], demands: Demands): boolean {
  if (demands.priorTies === 'ALLOW') return false;
  return priorTiesOf(candidate, exchanges, demands).some(
    ({ under }) => demands.priorTies === 'NONE' || under.includes(demands.topic),
  );
}

const RANK: Readonly<Record<Order, number>> = { DEFINITE: 0, POSSIBLE: 1, NO: 2 };

/** Best-ordered first, then the earliest exchange, then the earliest cooperation. */
function bestFirst(x: Combination, y: Combination): number {
  if (x.order !== y.order) return RANK[x.order] - RANK[y.order];
  const key = ({ exchanges, cooperation }: Combination): string =>
    [...exchanges.map((exchange) => exchange.key), cooperation.key].join(' ');
  return key(x) < key(y) ? -1 : 1;
}

/** Why one way of sharing does not put a pair at risk, null when it does: the exchange leg of the question, and no other. */
export function notAtRisk(
  candidate: Candidate,
  exchanges: readonly ExchangeLeg[],
  demands: Demands,
): LeftOutReason | null {
  if (demands.receivers === 'APART' && onlyReceived(candidate.pair, exchanges)) return 'ONLY_RECEIVED';
  if (!exchanges.every(({ certainty }) => reaches(certainty, demands.minCertainty.exchange)))
    return 'EXCHANGE_BELOW_CERTAINTY';
  if (!exchanges.every((leg) => evidenced(leg, demands))) return 'EVIDENCE';
  return hasPriorTie(candidate, exchanges, demands) ? 'PRIOR_TIES' : null;
}

/** Where a pair stands in the order of answers: the key of the first exchange in which it shared as asked. */
export function placeOf(candidate: Candidate, sharing: Sharing): string | null {
  const keys = waysOfSharing(candidate, sharing).flatMap((exchanges) => exchanges.map(({ key }) => key));
  return keys.length === 0 ? null : keys.reduce((least, key) => (key < least ? key : least));
}
