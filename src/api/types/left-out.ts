import { Int } from 'type-graphql';
import { leftOutInWords, leftOutReason, type LeftOut } from '../../model/values/left-out.js';
import { classNamed, objectType, type FieldPlan } from './declare.js';
import { enumOf } from './enums.js';

objectType('LeftOut', 'Something that is not among the answers, and how many.', {
  reason: { type: enumOf(leftOutReason), description: 'Why it is not among the answers.' },
  count: { type: () => Int, description: 'How many: of what, the reason says.' },
  inWords: {
    type: () => String,
    description: 'Both in words, for example "2: Pairs that both only received experience."',
    resolve: (row: LeftOut) => leftOutInWords(row),
  },
});

/** The field of every answer that says what it left out. */
export const leftOut: FieldPlan = {
  type: () => classNamed('LeftOut'),
  list: true,
  nullable: true,
  description: 'What is not among the answers, by reason; worked out only when asked for.',
};
