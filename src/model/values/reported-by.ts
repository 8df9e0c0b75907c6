import { enumeration, type ValueOf } from './enumeration.js';

/** Whose words a fact rests on. */
export const reportedBy = enumeration('ReportedBy', 'Whose words a fact rests on, seen from its parties.', {
  ONE_PARTY: 'One of its parties reports it, perhaps beside others who are not parties.',
  BOTH_PARTIES: 'Two or more of its parties report it, each for itself.',
  THIRD: 'Only others report it, or a party that speaks as chair, host, secretariat or for another.',
  UNKNOWN: 'The documents speak for themselves; nobody is named as the voice.',
});
/** One sort of reporter. */
export type ReportedBy = ValueOf<typeof reportedBy>;
