import { enumeration, type ValueOf } from './enumeration.js';

/** Whether one thing came after another, over uncertain dates. */
export const order = enumeration(
  'Order',
  'Whether one thing came after another, as far as the sources settle it.',
  {
    DEFINITE: 'It came after: a source says that it grew out of the other, or the bounds allow nothing else.',
    POSSIBLE: 'The sources do not settle it; equal days and unknown dates settle nothing.',
    NO: 'It did not come after: the bounds rule it out.',
  },
);
/** One order. */
export type Order = ValueOf<typeof order>;
