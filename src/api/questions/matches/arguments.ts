import { ID, Int } from 'type-graphql';
import { proposalForm } from '../../../model/entities/proposal.js';
import { MATCH_WEIGHTS } from '../../../model/values/matches.js';
import { standing } from '../../../model/values/standing.js';
import { classNamed, inputType, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';
import { may } from '../../types/plans.js';

/** Greatest weight of a reason, and of a relation of topics. */
export const REASON_MOST = 100;
export const RELATION_MOST = 10;
/** Candidates shown of a need at most. */
export const CANDIDATES_MOST = 20;

const { reasons, relations } = MATCH_WEIGHTS;
const weight = (defaultValue: number, description: string): ArgPlan => ({
  type: () => Int,
  defaultValue,
  description,
});

inputType(
  'MatchWeights',
  `What each reason adds to the score of who may answer a need, from 0 to ${REASON_MOST}, times what the closest topic of it counts, from 0 to ${RELATION_MOST}; whole numbers.`,
  {
    offered: weight(reasons.OFFERED, 'Of OFFERED, before the topic multiplies it.'),
    provided: weight(reasons.PROVIDED, 'Of PROVIDED, before the topic multiplies it.'),
    experienced: weight(reasons.EXPERIENCED, 'Of EXPERIENCED, before the topic multiplies it.'),
    pastTie: weight(reasons.PAST_TIE, 'Of PAST_TIE; it is on any topic, so nothing multiplies it.'),
    same: weight(relations.SAME, 'What multiplies a reason on the same topic.'),
    narrower: weight(relations.NARROWER, 'What multiplies a reason on a narrower topic.'),
    broader: weight(relations.BROADER, 'What multiplies a reason on a broader topic.'),
  },
);

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  topic: may(
    () => ID,
    'Topic of the needs, for example topic/institutional-support; narrower ones count; any when left out.',
  ),
  country: may(
    () => ID,
    'Country that has the needs, for example country/bra, itself or through an agency; anyone when left out.',
  ),
  candidate: may(
    () => ID,
    'Country that should be able to answer, for example country/per; anyone when left out.',
  ),
  forms: {
    type: enumOf(proposalForm),
    list: true,
    defaultValue: ['PROPOSAL', 'RECOMMENDATION', 'CALL', 'NEED'],
    description:
      'What the texts call the needs; provisions of negotiated texts count only when asked for. Of these, those of nature ASK and those of form NEED are matched.',
  },
  standing: {
    type: enumOf(standing),
    list: true,
    defaultValue: ['OPEN'],
    description: 'How far the needs came; those of which no deed is recorded by default.',
  },
  broader: {
    type: () => Boolean,
    defaultValue: true,
    description: 'Whether offers and experience on broader topics than that of the need count too.',
  },
  candidates: {
    type: () => Int,
    defaultValue: 5,
    description: `How many candidates of each need are shown, the best first; 1 to ${CANDIDATES_MOST}.`,
  },
  maxParties: {
    type: () => Int,
    defaultValue: 40,
    description: 'Exchanges with more named countries than this make no past tie; 2 to 300.',
  },
  weights: may(() => classNamed('MatchWeights'), 'What each reason counts.'),
  filter: may(
    () => classNamed('FactFilter'),
    'What exchanges and cooperations must meet besides to count; its evidence holds for positions, and for the deeds that decide the standing, too. Unless it gives stages, what was only planned, agreed or given up does not count.',
  ),
  ...pageArgs,
};
