import { enumeration, type ValueOf } from './enumeration.js';

/** How many of the countries must belong to a group. */
export const groupingEnds = enumeration('GroupingEnds', 'How many of the countries must belong to a group.', {
  ONE: 'At least one.',
  BOTH: 'Both countries of a pair; of the countries named in a fact at least two.',
  ALL: 'Both countries of a pair; every country named in a fact, which must name one.',
});
export type GroupingEnds = ValueOf<typeof groupingEnds>;
