import type { Many } from '../../graph/chunks.js';
import type { Claim, ClaimValue } from '../../model/claim.js';

/** What one row of a code list gives for an entity; it has a source instead of claims. */
export interface Listing {
  /** Id of the Source; a Source lists itself. */
  readonly source: string;
  readonly locator: string;
  /** Attributes and names by their name, links by theirs as lists of ids, and `period`. */
  readonly values: Readonly<Record<string, ClaimValue>>;
}

/** An entity of an import. */
export interface CheckedEntity {
  readonly id: string;
  /** Name of its kind, for example `Meeting`. */
  readonly kind: string;
  readonly listed: Listing | null;
}

/** A fact of an import. */
export interface CheckedFact {
  readonly id: string;
  /** Name of its kind, for example `Exchange`. */
  readonly kind: string;
  readonly identity: string;
  readonly occasion: string | null;
}

/** All that an import says, free of faults; entities and facts are sorted by id. */
export interface Checked {
  readonly entities: readonly CheckedEntity[];
  readonly facts: readonly CheckedFact[];
  /** In the order of the rows, but for those that are inferred: these follow their premises. */
  readonly claims: Many<Claim>;
}
