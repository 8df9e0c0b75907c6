import type { EntityEntry } from '../../../src/graph/writes/batch.js';
import type { Claim } from '../../../src/model/claim.js';
import type { EntityKind } from '../../../src/model/declaration.js';
import { claimsOf, type Evidence, type Told } from '../tell.js';

/** An entity with the claims that tell of it. */
export interface TellsOf {
  readonly entry: EntityEntry;
  readonly claims: readonly Claim[];
}

type Parts = Pick<Told, 'id' | 'attributes'> & Partial<Pick<Told, 'ends' | 'period'>>;

/** An entity as one source tells of it. */
export function entity(kind: EntityKind, parts: Parts, evidence: Evidence): TellsOf {
  const told = { kind, occasion: null, parties: [], ends: {}, period: null, ...parts };
  return {
    entry: { id: parts.id, kind: kind.kind, listed: null },
    claims: claimsOf(told, evidence),
  };
}
