import type { ChainFilter } from '../../src/graph/reads/chain/statement.js';
import type { ChainDemands, ChainStep } from '../../src/model/rules/chain/terms.js';
import { modalityOf } from '../../src/model/rules/modality.js';
import { laterOf, orderAfter, surelyWithin, within } from '../../src/model/rules/order.js';
import type { Order } from '../../src/model/values/order.js';
import { COUNTED } from '../../src/model/values/stage.js';
import { COUNTRIES, partyInRules, type RandomFact, type RandomWorld } from './random-world.js';
import {
  asEvent,
  certaintyOf,
  chain,
  keyOf,
  named,
  restsOn,
  rolesOf,
  under,
  workedTogether,
} from './reference.js';

/** A chain as it is asked of the graph. */
export interface ChainQuestion {
  readonly filter: ChainFilter;
  readonly demands: ChainDemands;
}

type Instance = readonly RandomFact[];
const RANK: Readonly<Record<Order, number>> = { DEFINITE: 0, POSSIBLE: 1, NO: 2 };
const CHECKS = [
  'STEPS_OUT_OF_ORDER',
  'STEPS_AFTER_WINDOW',
  'STEP_NOT_ABSENT',
  'STEPS_ORDER_NOT_ASKED',
  'STEPS_NOT_INDEPENDENT',
];

/** Every choice of countries and of facts, one after the other: what a chain means, and nothing clever. */
export function chainReference(
  world: RandomWorld,
  { filter, demands }: ChainQuestion,
): { lines: string[]; leftOut: Record<string, number> } {
  const { steps } = demands;
  const byId = new Map([...world.exchanges, ...world.cooperations].map((fact) => [fact.id, fact]));
  const facts = steps.map((_, i) => factsOfStep(world, filter, i));
  const letters = [...new Set(steps.flatMap(({ who }) => who.map(({ letter }) => letter)))];
  const lines: string[] = [];
  const leftOut: Record<string, number> = {};
  const seen = new Set<string>();
  for (const countries of choices(letters.map(() => COUNTRIES))) {
    if (new Set(countries).size < countries.length) continue;
    const of = (step: ChainStep): string[] =>
      step.who.map(({ letter }) => countries[letters.indexOf(letter)] ?? '');
    const met = steps.map((step, i) => instances(step, facts[i] ?? [], of(step), demands.maxParties));
    if (steps.some((step, i) => !step.absent && met[i]?.length === 0)) continue;
    // The same question about the same countries, were their letters exchanged, is asked once.
    const same = steps
      .map((step) => step.who.map(({ roles }, i) => `${of(step)[i]} ${String(roles)}`).sort())
      .join(' / ');
    if (seen.has(same)) continue;
    seen.add(same);
    let furthest = 0;
    const passed: { key: readonly string[]; order: Order; line: string }[] = [];
    for (const chosen of choices(steps.map((step, i) => (step.absent ? [null] : (met[i] ?? []))))) {
      const verdict = judge(chosen, { steps, met, of, demands, byId });
      if (typeof verdict === 'string') furthest = Math.max(furthest, CHECKS.indexOf(verdict));
      else passed.push({ ...verdict, line: `${countries.join(' ')}: ${verdict.line}` });
    }
    const [best] = passed.sort((x, y) => RANK[x.order] - RANK[y.order] || compare(x.key, y.key));
    if (best) lines.push(best.line);
    else leftOut[CHECKS[furthest] ?? ''] = (leftOut[CHECKS[furthest] ?? ''] ?? 0) + 1;
  }
  const large = steps.reduce(
    (sum, { who, together }, i) =>
      who.length < 2 || together !== 'SAME_FACT'
        ? sum
        : sum + (facts[i] ?? []).filter((fact) => named(fact) > demands.maxParties).length,
    0,
  );
  if (large > 0) leftOut['TOO_MANY_PARTIES'] = large;
  return { lines, leftOut };
}

/** Step by step: one fact goes before the same with another. */
function compare(x: readonly string[], y: readonly string[]): number {
  const at = x.findIndex((key, i) => key !== y[i]);
  return at < 0 ? 0 : (x[at] ?? '') < (y[at] ?? '') ? -1 : 1;
}

function* choices<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const one of first) for (const others of choices(rest)) yield [one, ...others];
}

function factsOfStep(world: RandomWorld, { steps, evidence }: ChainFilter, at: number): RandomFact[] {
  const { kinds = [], topics, modalities } = steps[at]?.filter ?? {};
  const all = kinds.includes('Exchange') ? world.exchanges : world.cooperations;
  return all.filter(
    (fact) =>
      (!topics || topics.ids.some((id) => under(fact).includes(id))) &&
      (!modalities || modalities.includes(modalityOf(fact.parties.map(partyInRules)))) &&
      COUNTED.includes((fact.stage ?? 'UNKNOWN') as never) &&
      (evidence.minCertainty !== 'STATED' || certaintyOf(fact) === 'STATED'),
  );
}

/** The facts, or pairs of facts at one meeting, by which the countries meet a step, earliest first. */
function instances(
  { who, together }: ChainStep,
  facts: readonly RandomFact[],
  [x = '', y]: readonly string[],
  maxParties: number,
): Instance[] {
  const [first, second] = who;
  const plays = (fact: RandomFact, country: string, roles: readonly string[] | null | undefined): boolean =>
    rolesOf(fact, country).some((role) => !roles || roles.includes(role));
  const keyed = (list: Instance[]): Instance[] =>
    list.sort((a, b) => (a.map(keyOf).join(' ') < b.map(keyOf).join(' ') ? -1 : 1));
  const ofFirst = facts.filter((fact) => plays(fact, x, first?.roles));
  if (y === undefined) return keyed(ofFirst.map((fact) => [fact]));
  const asked = first?.roles !== null && second?.roles !== null;
  const ties = (met: Instance): boolean =>
    met.every((fact) =>
      fact.id.startsWith('cooperation/') ? asked || workedTogether(fact, [x, y].sort()) : true,
    ) &&
    (asked ||
      !met.every(
        (fact) =>
          fact.id.startsWith('exchange/') &&
          [x, y].flatMap((one) => rolesOf(fact, one)).every((role) => role === 'receiver'),
      ));
  const meetings = (fact: RandomFact): string[] =>
    chain(fact.meeting).filter((id) => id !== 'meeting/yearly');
  const apart =
    together === 'SAME_FACT'
      ? []
      : ofFirst.flatMap((one) =>
          facts
            .filter((other) => other !== one && plays(other, y, second?.roles))
            .filter((other) => meetings(one).some((id) => meetings(other).includes(id)))
            .map((other) => [one, other]),
        );
  return keyed(
    [
      ...ofFirst
        .filter((fact) => plays(fact, y, second?.roles) && named(fact) <= maxParties)
        .map((fact) => [fact]),
      ...apart,
    ].filter(ties),
  );
}

interface Asked {
  readonly steps: readonly ChainStep[];
  readonly met: readonly (readonly Instance[])[];
  readonly of: (step: ChainStep) => readonly string[];
  readonly demands: ChainDemands;
  readonly byId: ReadonlyMap<string, RandomFact>;
}

function judge(
  chosen: readonly (Instance | null)[],
  { steps, met, of, demands, byId }: Asked,
): string | { readonly key: readonly string[]; readonly order: Order; readonly line: string } {
  const legs = chosen.flatMap((one) => one ?? []);
  if (chosen.some((one, i) => one?.some((fact) => chosen.some((other, j) => j < i && other?.includes(fact)))))
    return 'STEPS_OUT_OF_ORDER';
  let order: Order = 'DEFINITE';
  let absentFails = false;
  const told: string[] = [];
  for (const [i, step] of steps.entries()) {
    const before = chosen.slice(0, i).findLast((one) => one !== null);
    const here = chosen[i];
    if (here) {
      const link = before && step.order === 'THEN' ? after(before, here, of(step)) : null;
      if (link === 'NO') return 'STEPS_OUT_OF_ORDER';
      if (before && lies(step, before, here) === 'NO') return 'STEPS_AFTER_WINDOW';
      if (link) order = laterOf(order, link);
      told.push(`${here.map(({ id }) => id).join('+')} ${link ?? '-'} -`);
      continue;
    }
    const nextAt = chosen.findIndex((one, j) => j > i && one !== null);
    const next = steps[nextAt];
    const open: RandomFact[] = [];
    for (const one of met[i] ?? []) {
      if (!before || one.some((fact) => legs.includes(fact))) continue;
      let there = lies(step, before, one);
      if (step.order === 'THEN') {
        there = laterOf(there, after(before, one, of(step)));
        if (next?.order === 'THEN') there = laterOf(there, after(one, chosen[nextAt] ?? [], of(next)));
      }
      if (there === 'DEFINITE') absentFails = true;
      if (there === 'POSSIBLE') open.push(...one);
    }
    order = 'POSSIBLE';
    told.push(
      `${[...new Set(open)].map(({ id }) => id).join('+')} - ${open.length > 0 ? 'UNSETTLED' : 'NOT_COVERED'}`,
    );
  }
  if (absentFails) return 'STEP_NOT_ABSENT';
  if (!demands.order.includes(order)) return 'STEPS_ORDER_NOT_ASKED';
  const stands = legs.every((leg) => legs.every((other) => other === leg || !restsOn(leg, other, byId)));
  if (demands.independentOnly && !stands) return 'STEPS_NOT_INDEPENDENT';
  return {
    key: chosen.map((one) => (one ?? []).map(keyOf).join(' ')),
    order,
    line: `${told.join('; ')}: ${order} ${stands ? 'independent' : 'circular'}`,
  };
}

/** The later step after both facts of the earlier one, begun when both of its own have. */
function after(earlier: Instance, later: Instance, countries: readonly string[]): Order {
  const orders = earlier.map((e) => {
    const each = later.map((c) => {
      const both = countries.every((country) =>
        earlier.some(
          (one) =>
            rolesOf(one, country).length > 0 &&
            c.grewOutOf.some((id) => chain(e.meeting).includes(id) && chain(one.meeting).includes(id)),
        ),
      );
      return orderAfter(asEvent(e), { ...asEvent(c), grewOutOf: c.grewOutOf }, { bothParties: both });
    });
    return each.reduce((x, y) => (RANK[x] < RANK[y] ? x : y));
  });
  return orders.reduce((x, y) => (RANK[x] > RANK[y] ? x : y));
}

function lies({ order, withinMonths }: ChainStep, earlier: Instance, later: Instance): Order {
  if (withinMonths === null) return 'DEFINITE';
  const some = (holds: typeof within): boolean =>
    earlier.some((e) =>
      later.some(
        (c) =>
          holds(asEvent(e), asEvent(c), withinMonths) &&
          (order === 'THEN' || holds(asEvent(c), asEvent(e), withinMonths)),
      ),
    );
  return some(surelyWithin) ? 'DEFINITE' : some(within) ? 'POSSIBLE' : 'NO';
}
