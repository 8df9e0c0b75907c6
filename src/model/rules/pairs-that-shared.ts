import type { Sharing } from '../values/after-exchange.js';
import type { Candidate, ExchangeLeg } from './after-exchange-terms.js';

/** Two countries with the exchanges in which they shared; what they did together is looked at later. */
export type SharingPair = Omit<Candidate, 'cooperations'>;

/** How far to go. */
export interface PairBounds {
  /** Steps at most: meetings of two countries in an exchange, and ways in which they shared. */
  readonly steps: number;
  /** Exchanges of one pair, the earliest. */
  readonly legs: number;
}

/** The pairs found, in the order of their first exchange, and how many exchanges were not gone through to the end. */
export interface PairsThatShared {
  readonly pairs: readonly SharingPair[];
  readonly notReached: number;
}

const byKey = (x: { readonly key: string }, y: { readonly key: string }): number => (x.key < y.key ? -1 : 1);
const countriesOf = ({ roles }: ExchangeLeg): string[] => Object.keys(roles).sort();

function grouped<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
}

/** All pairs of countries that shared as `sharing` asks, of those that `counts` takes, each with its exchanges. */
export function pairsThatShared(
  exchanges: readonly ExchangeLeg[],
  sharing: Sharing,
  counts: (a: string, b: string) => boolean,
  { steps, legs }: PairBounds,
): PairsThatShared {
  const ordered = [...exchanges].sort(byKey);
  const shared = grouped(ordered, countriesOf);
  const pairOf = (a: string, b: string): SharingPair => {
    const ofA = shared.get(a) ?? [];
    const together = ofA.filter(({ roles }) => roles[b]);
    const apart = (shared.get(b) ?? []).filter(({ roles }) => !roles[a]);
    const all = sharing === 'SAME_EXCHANGE' ? together : [...ofA, ...apart].sort(byKey);
    return { pair: [a, b], exchanges: all.slice(0, legs) };
  };
  const partnersIn = partnersFinder(ordered, sharing);
  const seen = new Set<string>();
  const pairs: SharingPair[] = [];
  let left = steps;
  for (const [i, exchange] of ordered.entries()) {
    const partners = partnersIn(exchange);
    for (const one of countriesOf(exchange)) {
      for (const other of partners) {
        if (one === other || (sharing === 'SAME_EXCHANGE' && other < one)) continue;
        left -= 1;
        const [a, b] = one < other ? [one, other] : [other, one];
        const key = `${a}|${b}`;
        if (left >= 0 && (seen.has(key) || !counts(a, b))) continue;
        const pair = pairOf(a, b);
        left -= waysAtMost(pair, sharing);
        // What is gone through without end would hold up everybody else's requests.
        if (left < 0) return { pairs, notReached: ordered.length - i };
        seen.add(key);
        pairs.push(pair);
      }
    }
  }
  return { pairs, notReached: 0 };
}

/** Which countries may have shared with those of an exchange. */
function partnersFinder(
  exchanges: readonly ExchangeLeg[],
  sharing: Sharing,
): (exchange: ExchangeLeg) => readonly string[] {
  const all = (some: readonly ExchangeLeg[]): string[] => [...new Set(some.flatMap(countriesOf))].sort();
  if (sharing === 'SAME_EXCHANGE') return countriesOf;
  if (sharing === 'ANYWHERE') {
    const everybody = all(exchanges);
    return () => everybody;
  }
  const meetings = new Map(
    [...grouped(exchanges, ({ meetings: at }) => at)].map(([meeting, held]) => [meeting, all(held)]),
  );
  return (exchange) => [
    ...new Set([...countriesOf(exchange), ...exchange.meetings.flatMap((id) => meetings.get(id) ?? [])]),
  ];
}

function waysAtMost({ pair: [a, b], exchanges }: SharingPair, sharing: Sharing): number {
  if (sharing === 'SAME_EXCHANGE') return exchanges.length;
  const of = (country: string): number => exchanges.filter(({ roles }) => roles[country]).length;
  return of(a) * of(b);
}
