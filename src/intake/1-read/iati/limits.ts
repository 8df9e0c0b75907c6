/** What an XML file may hold before it is refused: far above what registers publish, far below what does harm. */
export const LIMITS = {
  /** Elements within each other. */
  depth: 100,
  /** Attributes of one element. */
  attributes: 100,
  /** Characters of one text, name, attribute or comment. */
  piece: 1_000_000,
  /** Elements of one activity that are read. */
  elements: 50_000,
  /** Characters of one activity that are read. */
  characters: 5_000_000,
  /** Characters of a name; longer ones are passed over. */
  name: 1_000,
} as const;
