import { about, claimOf, type Claim, type ClaimContent, type Party } from '../../src/model/claim.js';
import type { FactKind, Kind } from '../../src/model/declaration.js';
import { identityOf } from '../../src/model/rules/identity.js';
import type { Period } from '../../src/model/values/period.js';
import type { Batch, FactEntry } from '../../src/graph/writes/batch.js';

/** An import of a generated world, small enough to stand in memory. */
export type Import = Batch & { readonly create: readonly Claim[] };

/** Who says it, where, and how surely. */
export type Evidence = Omit<ClaimContent, 'target' | 'about' | 'value'>;

/** A fact or entity as one source tells of it. */
export interface Told<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  /** Row of the register; null where the ends alone tell facts apart. */
  readonly occasion: string | null;
  readonly parties: readonly Party[];
  /** Targets of each end or link, by its name. */
  readonly ends: Readonly<Record<string, readonly string[]>>;
  readonly attributes: Readonly<Record<string, string | number | readonly string[]>>;
  readonly period: Period | null;
}

/** Evidence of a document or source that speaks for itself and says so outright. */
export const stated = (source: string, locator: string): Evidence => ({
  source,
  locator,
  voice: null,
  voiceCapacity: 'OWN',
  relayedBy: [],
  certainty: 'STATED',
  reason: null,
  basis: null,
  inferredFrom: [],
  stance: 'SUPPORTS',
  status: 'ACCEPTED',
});

/** A party of which nothing is told but its role. */
export const party = (actor: string, role: string, more: Partial<Party> = {}): Party => ({
  actor,
  role,
  capacity: 'OWN',
  office: null,
  officeHolder: null,
  through: null,
  low: null,
  high: null,
  words: null,
  from: null,
  to: null,
  ...more,
});

/** The claim that a thing is. */
export const existence = (target: string, evidence: Evidence): Claim =>
  claimOf({ target, about: about.existence, value: null, ...evidence });

/** The claim of when it was. */
export const when = (target: string, value: Period, evidence: Evidence): Claim =>
  claimOf({ target, about: about.period, value, ...evidence });

/** The claims by which one source tells of a thing, its existence first. */
export function claimsOf({ id, parties, ends, attributes, period }: Told, evidence: Evidence): Claim[] {
  const say = (what: string, value: Claim['value']): Claim =>
    claimOf({ target: id, about: what, value, ...evidence });
  return [
    existence(id, evidence),
    ...Object.entries(attributes).map(([name, value]) => say(about.attribute(name), value)),
    ...Object.entries(ends).flatMap(([name, targets]) =>
      targets.map((target) => say(about.end(name, target), null)),
    ),
    ...(period ? [when(id, period, evidence)] : []),
    ...parties.map((one) => say(about.party(one), one)),
  ];
}

/** The entry of a fact, with its identity by the rule of every import. */
export function factEntry({ kind, id, occasion, parties, ends, attributes }: Told<FactKind>): FactEntry {
  const identity = identityOf(kind, {
    actors: parties.map(({ actor }) => actor),
    ends,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value].flat()])),
    occasion,
  });
  return { id, kind: kind.kind, identity, occasion };
}
