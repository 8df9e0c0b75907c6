import { ID, Int } from 'type-graphql';
import { origin, priorTies, receivers, sharing, since } from '../../../model/values/after-exchange.js';
import { certainty } from '../../../model/values/certainty.js';
import { identity } from '../../../model/values/identity.js';
import { modality } from '../../../model/values/modality.js';
import { order } from '../../../model/values/order.js';
import { COUNTED, stage } from '../../../model/values/stage.js';
import { classNamed, inputType, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import '../../types/filters.js';
import { pageArgs } from '../../types/page-args.js';
import { may } from '../../types/plans.js';

inputType(
  'LegCertainty',
  'Least certainty of each leg of the question; stands before `evidence.minCertainty`.',
  {
    exchange: { type: enumOf(certainty), nullable: true, description: 'Of the exchange.' },
    cooperation: { type: enumOf(certainty), nullable: true, description: 'Of the cooperation.' },
    origin: { type: enumOf(certainty), nullable: true, description: 'Of the recorded origin; asks for one.' },
  },
);

const choice = (type: () => object, defaultValue: unknown, description: string): ArgPlan => ({
  type,
  defaultValue,
  description,
});

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  topic: {
    type: () => ID,
    description:
      'What they shared experience in, for example topic/patents or patents; narrower topics count.',
  },
  exact: choice(() => Boolean, false, 'Whether narrower topics are left out.'),
  meeting: may(() => ID, 'Id of the meeting at which they shared, or of one that that is part of.'),
  sharing: choice(enumOf(sharing), 'SAME_EXCHANGE', 'Where the two must have shared.'),
  receivers: choice(enumOf(receivers), 'APART', 'Whether two that both only received count.'),
  maxParties: choice(
    () => Int,
    40,
    'Exchanges with more named countries than this are left out and counted; 2 to 300.',
  ),
  cooperationTopic: choice(
    () => ID,
    'ANY',
    'Topic of the cooperation: ANY, SAME (the asked one or narrower), or the id of a topic.',
  ),
  modality: { ...choice(enumOf(modality), ['BILATERAL'], 'Forms of cooperation that count.'), list: true },
  grouping: may(() => classNamed('Grouping'), 'A group to which the countries must belong.'),
  exchanged: may(() => classNamed('DayRange'), 'Days in which the date of the exchange lies.'),
  cooperated: may(
    () => classNamed('DayRange'),
    'Days in which the date of the cooperation lies: its earliest known start, else the latest.',
  ),
  withinMonths: may(
    () => Int,
    'Leaves out cooperations that definitely started later than so many months after the exchange; 0 to 1200.',
  ),
  since: choice(enumOf(since), 'STARTED_AFTER', 'What "since" means.'),
  priorTies: choice(enumOf(priorTies), 'ALLOW', 'What to do with pairs that cooperated before.'),
  order: {
    ...choice(
      enumOf(order),
      ['DEFINITE', 'POSSIBLE'],
      'Orders in time that count: DEFINITE, POSSIBLE or both.',
    ),
    list: true,
  },
  origin: choice(
    enumOf(origin),
    'ANY',
    'Whether a source must say that the cooperation grew out of the exchange or its meeting.',
  ),
  stages: {
    ...choice(
      enumOf(stage),
      [...COUNTED],
      'Stages of the cooperation that count; planned, agreed and cancelled do not by default.',
    ),
    list: true,
  },
  identity: choice(
    enumOf(identity),
    'APART',
    'Whether the topic, the meeting, the topic of the cooperation and the group are taken together with what is recorded as possibly the same; two countries of which that is recorded are then one, and make no pair with each other, but what each did with others is not joined. A pair that shared on several such topics stands once.',
  ),
  evidence: may(() => classNamed('EvidenceFilter'), 'Evidence that each leg must have.'),
  minCertainty: may(() => classNamed('LegCertainty'), 'Least certainty of each leg.'),
  ...pageArgs,
};
