import { enumeration, type ValueOf } from './enumeration.js';

/** What form a cooperation takes, worked out from its parties. */
export const modality = enumeration(
  'Modality',
  'The form of a cooperation, worked out from its parties; never entered by hand.',
  {
    BILATERAL: 'Exactly two countries, themselves or through national agencies, and nobody else but a host.',
    TRIANGULAR:
      'Two or more countries as partner, provider or learner, and another actor only as facilitator or funder.',
    REGIONAL: 'A group or an intergovernmental body is a partner.',
    MULTILATERAL:
      'Two or more countries and nothing of the above, for example three countries, or two with an organization.',
    UNKNOWN: 'Fewer than two named countries, or an unnamed party other than a host.',
  },
);
/** One modality. */
export type Modality = ValueOf<typeof modality>;
