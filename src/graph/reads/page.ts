import type { Covers } from './covers.js';
import type { LeftOut } from '../../model/values/left-out.js';
import type { NodeRow } from './projection.js';

/** Which part of an ordered list is asked for. */
export interface Page {
  /** How many rows. */
  readonly first: number;
  /** Key of the row after which to go on; null for the start. */
  readonly after: string | null;
}

/** A counted total: exact, or "more than" `count`. */
export interface Total {
  readonly count: number;
  readonly more: boolean;
}

/** One page of rows, each with the key that serves as its cursor. */
export interface PageOf {
  readonly rows: readonly { readonly key: string; readonly row: NodeRow }[];
  readonly hasNext: boolean;
  /** Null when it was not asked for. */
  readonly total: Total | null;
  /** What sources say that they cover, to tell what an empty page means; left out when not asked for. */
  readonly covers?: Covers;
  /** Version of the graph that was read; left out when not asked for. */
  readonly version?: number;
  /** The entity whose page it is, where it was asked for with it; null when there is none that is shown. */
  readonly itself?: NodeRow | null;
  /** What the filter passes over without deciding it; left out when not asked for. */
  readonly leftOut?: readonly LeftOut[];
}

/** What is asked for beside the rows of a page; each costs something. */
export interface Beside {
  readonly counting: Counting;
  /** Whether this is all that is asked for: a total alone walks its range once, not twice. */
  readonly withoutRows?: boolean;
  readonly covers?: boolean;
  readonly version?: boolean;
  readonly leftOut?: boolean;
}

/** How far a total is counted: not at all, to 10,000, or to the end. */
export type Counting = 'NO' | 'BOUNDED' | 'EXACT';

/** Where a bounded total stops. */
export const TOTAL_BOUND = 10_000;
