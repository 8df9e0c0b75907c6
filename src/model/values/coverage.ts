import { enumeration, type ValueOf } from './enumeration.js';

/** Whether a source has all there is of a kind within an extent, or a choice of it. */
export const completeness = enumeration(
  'Completeness',
  'Whether a source has all there is of a kind within an extent, or a choice of it.',
  {
    COMPLETE: 'All there is: where it has nothing, there was nothing.',
    SELECTIVE: 'A choice: where it has nothing, nothing can be concluded.',
  },
);
/** One completeness. */
export type Completeness = ValueOf<typeof completeness>;

/** What it means that facts of a kind are, or are not, in the graph. */
export const coverageState = enumeration(
  'CoverageState',
  'What it means that facts of a kind are in the graph, or are not.',
  {
    RECORDED: 'Facts are recorded; where no complete source covers the kind, there may be more.',
    NO_FACT: 'A complete source covers it and has none: there was none, as far as that source knows.',
    NOT_COVERED: 'No complete source covers it: that no fact is recorded says nothing.',
  },
);
/** One state. */
export type CoverageState = ValueOf<typeof coverageState>;
