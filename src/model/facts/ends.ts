import { toMany, toOne, type End } from '../declaration.js';

/** What the fact is about. */
export const topics: End = toMany(
  ['Topic'],
  'ON',
  'What it is about, as the source says; never taken over from a meeting.',
  {
    inverse: 'facts',
  },
);
/** Where it took place. */
export const meeting: End = toOne(
  ['Meeting'],
  'AT',
  'The meeting, or part of a meeting, at which it took place.',
);
/** Within what it took place. */
export const initiative: End = toOne(['Initiative'], 'IN', 'The initiative within which it took place.');
/** What it grew out of. */
export const grewOutOf: End = toMany(
  ['Fact', 'Meeting', 'Proposal'],
  'GREW_OUT_OF',
  'What it grew out of, where a source says so: a fact, a meeting or a proposal.',
  { inverse: 'outcomes' },
);
