import type { Kind } from '../../model/declaration.js';
import { cypher, joined, nothing, type Fragment } from '../cypher.js';
import type { DayRange } from './filters.js';
import { keyDates } from './key-dates.js';

/** What beside the filter a walk keeps to: other days, or conditions more. */
export interface Besides {
  readonly dated?: DayRange | 'UNKNOWN' | undefined;
  readonly also?: readonly Fragment[];
}

/** A walk in the order of keys. */
export interface FactWalk {
  /** A list of strings `anchor`, each what stands in the keys of one walk before its cursors. */
  readonly anchors: Fragment;
  /**
   * Text over `anchor` that yields `f` and `key`, the anchor and its cursor. `cut` says how many are wanted, for a walk
   * that is put together from several.
   */
  text(after: string | null, cut?: Fragment): Fragment;
}

/** Conditions, or no text at all. */
export const where = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? nothing : cypher`WHERE ${joined(conditions, ' AND ')}`;

/** The property with the key, and between which two strings its part behind the anchor lies. */
export function keyOf(only: Kind | undefined, dated: Besides['dated'], before: string): Key {
  const { low, high } = keyDates(dated);
  const front = only ? `${before}${only.kind}|` : before;
  return { property: only ? cypher`kindKey` : cypher`key`, low: `${front}${low}`, high: `${front}${high}` };
}

/** A key: its property, and where its part behind the anchor begins and ends. */
export interface Key {
  readonly property: Fragment;
  readonly low: string;
  readonly high: string;
}

/** Where a page that begins after a cursor has its upper end. */
export const below = (after: string | null, { high }: Key): string =>
  after !== null && after < high ? after : high;

/** Along the edges of one end, the string in `start`. */
export const alongEdges = (
  edge: Fragment,
  { property, low }: Key,
  start: Fragment,
  end: Fragment,
): Fragment => cypher`MATCH (f)-[r:${edge}]->()
USING INDEX SEEK r:${edge}(${property})
WHERE r.${property} > ${start} + ${low} AND r.${property} < ${start} + ${end}
WITH f, r.${property} AS key
`;

/** Along all facts. */
export const alongFacts = ({ property, low }: Key, upper: Fragment): Fragment => cypher`MATCH (f:Fact)
USING INDEX SEEK f:Fact(${property})
WHERE f.${property} > ${low} AND f.${property} < ${upper}
WITH f, f.${property} AS key
`;
