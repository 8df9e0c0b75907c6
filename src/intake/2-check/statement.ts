import type { ClaimValue } from '../../model/claim.js';
import type { End, Kind } from '../../model/declaration.js';
import type { Row } from '../1-read/row.js';
import type { Evidence } from './evidence.js';

/** One thing that a row says of its entity or fact: a claim to be, once its evidence is known. */
export interface Aspect {
  readonly about: string;
  readonly value: ClaimValue;
  /** Column that says it, for messages. */
  readonly column: string;
  /** End or link, where the aspect is one target of it. */
  readonly end?: { readonly name: string; readonly target: string };
}

/** A claim with its row, before it is known what it was inferred from. */
export interface Statement extends Aspect {
  readonly row: Row;
  readonly target: string;
  readonly evidence: Evidence;
  /** Existence that a row states by being there. */
  readonly implied: boolean;
}

/** Ends of a fact or links of an entity. */
export const endsOf = (kind: Kind): Readonly<Record<string, End>> =>
  kind.sort === 'entity' ? kind.links : kind.ends;

/** Whether things of a kind have a period. */
export const hasPeriod = (kind: Kind): boolean =>
  kind.sort === 'entity' ? kind.dated : kind.time !== 'timeless';
