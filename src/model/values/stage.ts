import { enumeration, type ValueOf } from './enumeration.js';

/** How far a deed, meeting or initiative has come. */
export const stage = enumeration(
  'Stage',
  'How far a deed, meeting or initiative has come, as its sources say.',
  {
    PLANNED: 'Intended or foreseen; nothing agreed.',
    AGREED: 'Agreed by the parties, not begun.',
    UNDER_WAY: 'Begun and not ended.',
    DONE: 'Took place, or ended as intended.',
    SUSPENDED: 'Begun and interrupted.',
    CANCELLED: 'Given up.',
    UNKNOWN: 'The sources do not say.',
  },
);

/** One stage. */
export type Stage = ValueOf<typeof stage>;

/** Stages that count as "cooperated" or "took part" unless a caller asks for others. */
export const COUNTED: readonly Stage[] = ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN'];
