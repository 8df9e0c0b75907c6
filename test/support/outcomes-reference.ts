import type { CandidateFilter } from '../../src/graph/reads/after-exchange/candidates.js';
import type { Demands } from '../../src/model/rules/after-exchange-terms.js';
import { modalityOf } from '../../src/model/rules/modality.js';
import type { OutcomesBy } from '../../src/model/values/exchange-outcomes.js';
import { COUNTRIES, partyInRules, type RandomFact, type RandomWorld } from './random-world.js';
import {
  above,
  certaintyOf,
  counts,
  dateOfFact,
  documentsOf,
  grouped,
  orderOf,
  reference,
  rolesOf,
  sharings,
  under,
  workedTogether,
} from './reference.js';

/** At risk, definitely, possibly, none recorded, and of those not covered; in one line. */
export type OutcomeLine = string;

/** What came of the exchanges of a world, over all pairs and by group, worked out pair by pair. */
export function outcomesByHand(
  world: RandomWorld,
  filter: CandidateFilter,
  demands: Demands,
  by: OutcomesBy,
  covered: (country: string) => boolean,
): {
  readonly all: OutcomeLine;
  readonly groups: Readonly<Record<string, OutcomeLine>>;
  readonly none: string[];
} {
  const exchanges = world.exchanges.filter((exchange) => counts(exchange, filter));
  const answers = new Map(
    reference(world, filter, demands).answers.map(({ pair, combinations }) => [pair, combinations]),
  );
  const all = [0, 0, 0, 0, 0];
  const groups: Record<string, number[]> = {};
  const none: string[] = [];
  for (const a of COUNTRIES) {
    for (const b of COUNTRIES.filter((other) => a < other)) {
      const pair = [a, b];
      if (!grouped(world, pair, filter)) continue;
      const ways = sharings(exchanges, pair, filter.sharing).filter((way) =>
        atRisk(world, pair, way, demands),
      );
      if (ways.length === 0) continue;
      const combinations = answers.get(pair.join(' ')) ?? [];
      const known = covered(a) && covered(b);
      add(all, combinations, known);
      if (combinations.length === 0) none.push(pair.join(' '));
      for (const key of new Set(ways.flatMap((way) => keysOf(way, filter, by)))) {
        const there = ways
          .filter((way) => keysOf(way, filter, by).includes(key))
          .map((way) => way.map(({ id }) => id).join('+'));
        const some = combinations.filter((line) => there.includes(line.split(' ')[0] ?? ''));
        add((groups[key] ??= [0, 0, 0, 0, 0]), some, known);
      }
    }
  }
  return {
    all: all.join(' '),
    groups: Object.fromEntries(Object.entries(groups).map(([key, tally]) => [key, tally.join(' ')])),
    none: none.sort(),
  };
}

function add(tally: number[], combinations: readonly string[], covered: boolean): void {
  const count = (i: number): void => void (tally[i] = (tally[i] ?? 0) + 1);
  count(0);
  if (combinations.some((line) => line.includes(' DEFINITE '))) count(1);
  else if (combinations.length > 0) count(2);
  else {
    count(3);
    if (!covered) count(4);
  }
}

function atRisk(
  world: RandomWorld,
  pair: readonly string[],
  way: readonly RandomFact[],
  demands: Demands,
): boolean {
  const roles = pair.flatMap((country) => way.flatMap((one) => rolesOf(one, country)));
  if (demands.receivers === 'APART' && roles.every((role) => role === 'receiver')) return false;
  const evidenced = way.every(
    (one) =>
      (demands.minCertainty.exchange !== 'STATED' || certaintyOf(one) === 'STATED') &&
      demands.statuses.includes(one.disputed ? 'DISPUTED' : 'ACCEPTED') &&
      documentsOf(one).length >= demands.minDocuments &&
      (demands.documents === null || documentsOf(one).some((id) => demands.documents?.includes(id))),
  );
  if (!evidenced || demands.priorTies === 'ALLOW') return evidenced;
  return !world.cooperations.some(
    (one) =>
      workedTogether(one, pair) &&
      demands.modalities.includes(modalityOf(one.parties.map(partyInRules))) &&
      demands.stages.includes((one.stage ?? 'UNKNOWN') as never) &&
      orderOf(way, one, pair, 'STARTED_AFTER') === 'NO' &&
      (demands.priorTies === 'NONE' || under(one).includes(demands.topic)),
  );
}

function keysOf(way: readonly RandomFact[], { topic, exact }: CandidateFilter, by: OutcomesBy): string[] {
  if (by === 'MEETING') return [...new Set(way.map(({ meeting }) => meeting ?? ''))];
  if (by === 'TOPIC') {
    const own = way.flatMap(({ topics }) => topics);
    return [...new Set(own.filter((id) => (exact ? id === topic : above(id).includes(topic))))];
  }
  const years = way.map((one) => dateOfFact(one).slice(0, 4));
  return [years.includes('-') ? '' : (years.sort().at(-1) ?? '')];
}
