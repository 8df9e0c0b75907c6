import { enumeration, type ValueOf } from './enumeration.js';

/** Kinds of entities through which a path may lead. */
export const pathKind = enumeration('PathKind', 'Kinds of entities through which a path may lead.', {
  COUNTRY: 'Countries, themselves or through national agencies.',
  AGENCY: 'Agencies that are parties of facts.',
  MEETING: 'Meetings at which facts were.',
  INITIATIVE: 'Initiatives within which facts were.',
  TOPIC: 'Topics that facts are on; two facts on one topic may have nothing else in common.',
});
/** One kind. */
export type PathKind = ValueOf<typeof pathKind>;

/** Facts that a path leads through at most; each joins two entities. */
export const STEPS_MOST = 3;
