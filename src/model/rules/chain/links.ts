import type { Order } from '../../values/order.js';
import { laterOf, orderAfter, surelyWithin, within } from '../order.js';
import type { ChainFact, ChainStep, Instance } from './terms.js';

/**
 * Order of one step after another, for the countries of the later one. It comes after both facts of the earlier step; where it
 * has two facts itself, it has begun when both have.
 */
export function orderOf(earlier: Instance, later: Instance, countries: readonly string[]): Order {
  return earlier.facts
    .map((e) =>
      whenBoth(
        later.facts.map((c) => orderAfter(e, rooted(c, earlier.facts, countries), { bothParties: true })),
      ),
    )
    .reduce(laterOf);
}

function whenBoth(orders: readonly Order[]): Order {
  if (orders.includes('DEFINITE')) return 'DEFINITE';
  return orders.includes('POSSIBLE') ? 'POSSIBLE' : 'NO';
}

/** A meeting is an origin only where all countries of the later step shared in it; what others did there says nothing of them. */
function rooted(c: ChainFact, earlier: readonly ChainFact[], countries: readonly string[]): ChainFact {
  if (c.grewOutOf.length === 0) return c;
  const grewOutOf = c.grewOutOf.filter((id) => {
    const there = earlier.filter(({ events }) => events.includes(id));
    return (
      there.some((e) => e.id === id) ||
      (there.length > 0 && countries.every((country) => there.some(({ roles }) => roles[country])))
    );
  });
  return { ...c, grewOutOf };
}

/** Whether a step lies within its window, as far as the dates tell; at any time, the window reaches both ways. */
export function inWindow({ order, withinMonths }: ChainStep, earlier: Instance, later: Instance): Order {
  if (withinMonths === null) return 'DEFINITE';
  const some = (holds: typeof within): boolean =>
    earlier.facts.some((e) =>
      later.facts.some((c) => holds(e, c, withinMonths) && (order === 'THEN' || holds(c, e, withinMonths))),
    );
  if (!some(within)) return 'NO';
  return some(surelyWithin) ? 'DEFINITE' : 'POSSIBLE';
}

/** Whether two instances have a fact in common; one fact is never two steps. By id, since each step reads its facts anew. */
export const sharesFact = (x: Instance, y: Instance): boolean =>
  x.facts.some(({ id }) => y.facts.some((other) => other.id === id));
