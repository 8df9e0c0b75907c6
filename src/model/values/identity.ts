import { enumeration, type ValueOf } from './enumeration.js';

/** Whether things that may be the same are taken apart or together. */
export const identity = enumeration(
  'Identity',
  'Whether a thing that is named by its id stands for itself alone, or also for what is recorded as possibly the same.',
  {
    APART: 'For itself alone.',
    TOGETHER:
      'Also for those that a source records as possibly the same as it (possiblySameAs, either way round); not for those that are possibly the same as these in turn.',
  },
);
export type Identity = ValueOf<typeof identity>;
