import { enumeration, type ValueOf } from './enumeration.js';

/** In what capacity a party acts or a voice speaks. */
export const capacity = enumeration(
  'Capacity',
  "In what capacity a party acts or a voice speaks. Only OWN, and the one spoken for, counts as that actor's tie or stance.",
  {
    OWN: 'For itself.',
    CHAIR: 'As the chair of the meeting.',
    CO_FACILITATOR: 'As a co-facilitator of the negotiation.',
    HOST: 'As the host of the meeting.',
    SECRETARIAT: 'As the secretariat.',
    FOR_ANOTHER: 'Speaks for another actor, who is a party of its own.',
  },
);
/** One capacity. */
export type Capacity = ValueOf<typeof capacity>;
