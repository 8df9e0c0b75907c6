import { enumeration, type ValueOf } from './enumeration.js';

/** By what the outcomes of exchanges are grouped. */
export const outcomesBy = enumeration('OutcomesBy', 'By what the outcomes of exchanges are grouped.', {
  MEETING: 'The meeting of the exchange, as its sources name it; exchanges outside meetings together.',
  TOPIC: 'The topic of the exchange: the asked one or a narrower one, as its sources name it.',
  YEAR: 'The year of the date of the exchange, of two the later; undated exchanges together.',
});
/** One way of grouping. */
export type OutcomesBy = ValueOf<typeof outcomesBy>;
