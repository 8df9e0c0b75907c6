import type { Claim } from '../claim.js';

/** What of a claim decides whether it stands on its own. */
export type GroundedClaim = Pick<Claim, 'id' | 'certainty' | 'inferredFrom'>;

/** One leg of an answer: a fact, or an origin, with its evidence. */
export interface Leg {
  /** Its accepted claims that support its existence. */
  readonly existence: readonly GroundedClaim[];
  /** Ids of all its claims. */
  readonly claims: ReadonlySet<string>;
}

/** What each claim was inferred from, by the claim's id; claims that were not inferred may be left out. */
export type Grounds = ReadonlyMap<string, readonly string[]>;

/**
 * Whether a leg rests on another one only: each of its accepted supporting existence claims was inferred, over
 * any number of steps, from a claim of the other. A leg without such claims rests on nothing, hence not on it.
 */
export function dependsOn(
  leg: readonly GroundedClaim[],
  other: ReadonlySet<string>,
  grounds: Grounds,
): boolean {
  return (
    leg.length > 0 && leg.every((claim) => claim.certainty === 'INFERRED' && reaches(claim, other, grounds))
  );
}

function reaches(claim: GroundedClaim, other: ReadonlySet<string>, grounds: Grounds): boolean {
  const seen = new Set(claim.inferredFrom);
  // A set is walked in the order of adding, so what is added here is walked too, and a circle ends.
  for (const id of seen) {
    if (other.has(id)) return true;
    for (const next of grounds.get(id) ?? []) seen.add(next);
  }
  return false;
}

/** Whether no leg of an answer rests only on another of its legs. */
export function independent(legs: readonly Leg[], grounds: Grounds): boolean {
  return legs.every((leg) =>
    legs.every((other) => other === leg || !dependsOn(leg.existence, other.claims, grounds)),
  );
}
