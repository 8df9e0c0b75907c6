import { enumeration, type ValueOf } from './enumeration.js';

/** How much stricter a question is asked, to see how far its answers hang on weak evidence. */
export const strictness = enumeration(
  'Strictness',
  'How much stricter a question is asked, to see how far its answers hang on weak evidence.',
  {
    AS_ASKED: 'As it was asked.',
    STATED:
      'Every fact is stated by a source, none only inferred; a recorded origin too, where one is asked for.',
    UNCONTESTED: 'No fact is disputed, and its sources do not contradict each other on any value.',
    INDEPENDENT: 'No leg of an answer is known only by inference from another leg.',
    TWO_DOCUMENTS: 'At least two documents support every fact.',
    DEFINITE_ORDER: 'The cooperation definitely came after the exchange.',
    ALL: 'All of these together.',
  },
);
/** One strictness. */
export type Strictness = ValueOf<typeof strictness>;
