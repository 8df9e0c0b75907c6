import { enumeration, type ValueOf } from './enumeration.js';

/** How far a proposal came, worked out from the deeds that grew out of it. */
export const standing = enumeration(
  'ProposalStanding',
  'How far a proposal came, worked out from the deeds that grew out of it; never entered by hand.',
  {
    OPEN: 'No deed is recorded that grew out of it. That none was done does not follow.',
    CANCELLED: 'Every deed that is recorded was given up.',
    UNCLEAR: 'A deed is recorded, but not how far it has come.',
    PLANNED: 'A deed is planned; nothing is agreed.',
    ACTED_ON: 'A deed is agreed, under way or interrupted.',
    DELIVERED: 'A deed is done.',
  },
);

/** One standing. */
export type Standing = ValueOf<typeof standing>;
