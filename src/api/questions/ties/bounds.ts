/** How many of a list are given at most, and unless asked otherwise. */
export interface Bound {
  readonly most: number;
  readonly fallback: number;
}

/** Facts of one tie. */
export const FACTS_OF_TIE: Bound = { most: 100, fallback: 10 };
/** Topics that one tie names. */
export const TOPICS_OF_TIE: Bound = { most: 50, fallback: 5 };
/** Initiatives that a tie names. */
export const INITIATIVES_OF_TIE: Bound = { most: 100, fallback: 10 };
/** Headings that an answer lists at most. */
export const GROUPS_MOST = 500;
