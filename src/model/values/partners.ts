import { enumeration, type ValueOf } from './enumeration.js';

/** Why a country is named as a prior partner. */
export const partnerReason = enumeration('PartnerReason', 'Why a country is named as a prior partner.', {
  COOPERATED: 'Both cooperated on the topic or a narrower one.',
  EXCHANGED: 'Both shared experience on the topic or a narrower one, in one exchange.',
  SAME_INITIATIVE: 'Both have a part in one initiative that a recorded fact ties to the topic.',
  PARTNER_OF_PARTNER:
    'No tie of the two is recorded, but both have cooperated or exchanged on the topic with the same third country.',
  PROVIDED: 'It provided its experience or means on the topic, to whomever.',
  RECENT: 'One of the cooperations and exchanges counted is as recent as asked.',
  STATED: 'A source states one of the cooperations and exchanges counted; not all are inferred.',
});
/** One reason. */
export type PartnerReason = ValueOf<typeof partnerReason>;

/** What each reason adds to the score of a partner: a whole number. */
export type PartnerWeights = Readonly<Record<PartnerReason, number>>;

/** What each reason counts unless the caller says otherwise; working together counts most, what is known least. */
export const PARTNER_WEIGHTS: PartnerWeights = {
  COOPERATED: 5,
  EXCHANGED: 3,
  SAME_INITIATIVE: 2,
  PARTNER_OF_PARTNER: 1,
  PROVIDED: 2,
  RECENT: 1,
  STATED: 1,
};
