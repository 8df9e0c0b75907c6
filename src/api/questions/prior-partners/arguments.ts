import { ID, Int } from 'type-graphql';
import { partnerReason, PARTNER_WEIGHTS, type PartnerReason } from '../../../model/values/partners.js';
import { classNamed, inputType, type ArgPlan } from '../../types/declare.js';
import { enumOf, roles } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';
import { Day } from '../../types/scalars.js';
import { may } from '../../types/plans.js';

/** Greatest weight of one reason. */
export const WEIGHT_MOST = 1_000;

/** Names of the weights by reason. */
export const WEIGHT_NAMES: Readonly<Record<PartnerReason, string>> = {
  COOPERATED: 'cooperated',
  EXCHANGED: 'exchanged',
  SAME_INITIATIVE: 'sameInitiative',
  PARTNER_OF_PARTNER: 'partnerOfPartner',
  PROVIDED: 'provided',
  RECENT: 'recent',
  STATED: 'stated',
};

inputType(
  'PartnerWeights',
  `What each reason adds to the score of a partner, as a whole number from 0 to ${WEIGHT_MOST}; those left out keep their default.`,
  Object.fromEntries(
    Object.entries(WEIGHT_NAMES).map(([reason, name]) => [
      name,
      {
        type: () => Int,
        defaultValue: PARTNER_WEIGHTS[reason as PartnerReason],
        description: `Of ${reason}. ${partnerReason.values[reason as PartnerReason]}`,
      },
    ]),
  ),
);

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  topic: {
    type: () => ID,
    description: 'On what they worked, for example topic/patents or patents; narrower topics count.',
  },
  exact: { type: () => Boolean, defaultValue: false, description: 'Whether narrower topics are left out.' },
  country: may(
    () => ID,
    'Whose partners, for example country/egy or egy; all countries that had any partner when left out.',
  ),
  roles: {
    ...may(
      enumOf(roles),
      'Roles, one of which the partner must have held. When left out: those of working together (partner, provider, learner) and of sharing; then who only paid, helped or hosted is no partner.',
    ),
    list: true,
  },
  twoSteps: {
    type: () => Boolean,
    defaultValue: true,
    description:
      'Whether countries without a recorded tie of their own are named after the partners, when both worked with the same third country; only with `country`.',
  },
  weights: may(() => classNamed('PartnerWeights'), 'What each reason counts.'),
  recentFrom: may(
    () => Day,
    'First day that counts as recent, for example 2015-01-01, held against the date of a fact: its earliest known start, else the latest. When left out: five years before the newest fact on the topic.',
  ),
  maxParties: {
    type: () => Int,
    defaultValue: 40,
    description:
      'Exchanges with more named countries than this, and initiatives in which more have a part, make no tie and are counted; 2 to 300.',
  },
  filter: may(
    () => classNamed('FactFilter'),
    'What each fact that counts must meet besides, for example its dates or evidence. Unless it gives stages, what was only planned, agreed or given up does not count.',
  ),
  ...pageArgs,
};
