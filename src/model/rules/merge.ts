/** A person's decision that two ids are one thing. */
export interface Merge {
  /** The id that is given up; it leads to the other from then on. */
  readonly from: string;
  /** The id that stays. */
  readonly into: string;
}

/** Kinds of which two ids may be made one; others stand in code lists, or are texts with a place of their own. */
export const MERGED_KINDS: readonly string[] = ['Agency', 'Group', 'Initiative', 'Meeting'];

/** Merges as the node of the graph keeps them: `agency/x agency/y`, sorted. */
export const keptMerges = (merges: readonly Merge[]): string[] =>
  merges.map(({ from, into }) => `${from} ${into}`).sort();

/** Merges as they are used, from how they are kept. */
export const mergesKept = (kept: readonly string[]): Merge[] =>
  kept.map((one) => {
    const [from = '', into = ''] = one.split(' ');
    return { from, into };
  });
