import type { Claim, ClaimValue } from '../../model/claim.js';
import type { Many } from '../chunks.js';

/** An entity as an import names it; `listed` holds the values of a code-list row, which has a source instead of claims. */
export interface EntityEntry {
  readonly id: string;
  readonly kind: string;
  readonly listed: Listing | null;
}

/** A row of a code list: which one, which row, and what it gives. */
export interface Listing {
  readonly source: string;
  readonly locator: string;
  readonly values: Readonly<Record<string, ClaimValue>>;
}

/** A fact as an import names it; its identity is minted once and never recomputed. */
export interface FactEntry {
  readonly id: string;
  readonly kind: string;
  readonly identity: string;
  readonly occasion: string | null;
}

/** All that one apply changes. It appears whole or not at all. */
export interface Batch {
  /** Whose statements these are: `seed`, or the name of an import. */
  readonly register: string;
  readonly entities: readonly EntityEntry[];
  readonly facts: readonly FactEntry[];
  /** Claims that are new; of a large import they lie on disk. */
  readonly create: Many<Claim>;
  /** Ids of claims of this register that were ended or withdrawn and are made again. */
  readonly revive: readonly string[];
  /** Ids of claims whose place now says something else. */
  readonly end: readonly string[];
  /** Ids of claims that the register no longer makes. */
  readonly withdraw: readonly string[];
  /** Id of the batch that this one takes back. */
  readonly undoes?: string;
}

/** A size of batches. */
export interface Large {
  readonly facts: number;
  readonly claims: number;
}

/** With more new facts, or claims of one sort, a batch is staged: one transaction would not fit in a heap of 1 GB. */
export const LARGE: Large = { facts: 4_000, claims: 20_000 };

/** Whether a batch is too large for one transaction. Rows of code lists are not staged: only the seed has them. */
export const isLarge = ({ entities, facts, create, revive, end, withdraw }: Batch, large = LARGE): boolean =>
  (facts.length > large.facts ||
    [create, revive, end, withdraw].some(({ length }) => length > large.claims)) &&
  entities.every(({ listed }) => listed === null);
