import { enumeration, type ValueOf } from './enumeration.js';

/** Why somebody may answer a need. */
export const matchReason = enumeration('MatchReason', 'Why somebody may answer a need.', {
  OFFERED: 'It made an offer on the topic.',
  PROVIDED: 'It provided experience or means on the topic, in an exchange or a cooperation.',
  EXPERIENCED: 'It shared experience or worked as a partner on the topic.',
  PAST_TIE: 'It cooperated or shared experience with a country that has the need, on any topic.',
});
/** One reason. */
export type MatchReason = ValueOf<typeof matchReason>;

/** How the topic of a reason lies to that of the need. */
export const topicRelation = enumeration(
  'TopicRelation',
  'How the topic of a reason lies to the topic of the need; the closest of several.',
  {
    SAME: 'The same topic.',
    NARROWER: 'A topic within it.',
    BROADER: 'A topic that it lies within.',
  },
);
/** One relation. */
export type TopicRelation = ValueOf<typeof topicRelation>;

/** What a match lacks. */
export const matchMissing = enumeration(
  'MatchMissing',
  'What is not recorded of a need, or of who may answer it.',
  {
    NO_TOPIC: 'Of the need: no topic is recorded, so nothing can be matched.',
    NO_MAKER: 'Of the need: no country or agency is recorded that has it.',
    NO_CANDIDATE: 'Of the need: nobody is recorded with an offer or experience on its topics.',
    NO_OFFER: 'Of the candidate: no offer on the topic is recorded.',
    NO_EXPERIENCE: 'Of the candidate: no experience on the topic is recorded.',
    NO_PAST_TIE: 'Of the candidate: no past tie with a country that has the need is recorded.',
    NOT_COVERED:
      'Of the candidate: no source covers these kinds of facts whole for it, so what is not recorded may be there.',
  },
);
/** One thing that is missing. */
export type MatchMissing = ValueOf<typeof matchMissing>;

/** What each reason counts, and by what the closeness of the topic multiplies it; all whole numbers. */
export interface MatchWeights {
  readonly reasons: Readonly<Record<MatchReason, number>>;
  readonly relations: Readonly<Record<TopicRelation, number>>;
}

/** What counts unless the caller says otherwise: an offer most, and the same topic three times a broader one. */
export const MATCH_WEIGHTS: MatchWeights = {
  reasons: { OFFERED: 4, PROVIDED: 3, EXPERIENCED: 2, PAST_TIE: 3 },
  relations: { SAME: 3, NARROWER: 2, BROADER: 1 },
};
