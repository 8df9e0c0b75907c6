import type { Sharing } from '../values/after-exchange.js';
import type { Candidate, CooperationLeg, ExchangeLeg } from './after-exchange-terms.js';

/** The exchanges, or pairs of exchanges, in which the two countries shared as `sharing` asks. */
export function waysOfSharing({ pair: [a, b], exchanges }: Candidate, sharing: Sharing): ExchangeLeg[][] {
  const of = (country: string): ExchangeLeg[] => exchanges.filter(({ roles }) => roles[country]);
  const together = of(a)
    .filter(({ roles }) => roles[b])
    .map((exchange) => [exchange]);
  if (sharing === 'SAME_EXCHANGE') return together;
  const apart = of(a).flatMap((one) =>
    of(b)
      .filter((other) => other.id !== one.id && (sharing === 'ANYWHERE' || shareMeeting(one, other)))
      .map((other) => [one, other]),
  );
  return [...together, ...apart];
}

const shareMeeting = (one: ExchangeLeg, other: ExchangeLeg): boolean =>
  one.meetings.some((id) => other.meetings.includes(id));

/**
 * Where not all combinations can be weighed: first the exchanges that a cooperation names as its origin or its bound, then
 * those with a known end, since only these may have a cooperation that definitely came after.
 */
export function mostTellingFirst(
  ways: readonly (readonly ExchangeLeg[])[],
  cooperations: readonly CooperationLeg[],
  most: number,
): readonly (readonly ExchangeLeg[])[] {
  if (ways.length * cooperations.length <= most) return ways;
  const named = new Set(
    cooperations.flatMap(({ origins, period }) => [...origins.map(({ id }) => id), ...period.notBefore]),
  );
  const rank = (exchanges: readonly ExchangeLeg[]): number =>
    exchanges.some(({ events, period }) => period.notAfter.length > 0 || events.some((id) => named.has(id)))
      ? 0
      : exchanges.every(({ period }) => period.endMax !== null)
        ? 1
        : 2;
  const ranked = ways.map((way) => [rank(way), way] as const);
  return [0, 1, 2].flatMap((at) => ranked.flatMap(([own, way]) => (own === at ? [way] : [])));
}
