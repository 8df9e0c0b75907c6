import { ID } from 'type-graphql';
import type { NodeRow } from '../../../graph/reads/projection.js';
import { certainty } from '../../../model/values/certainty.js';
import { order } from '../../../model/values/order.js';
import { classNamed, objectType, type Fields } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer } from '../../types/plans.js';

objectType(
  'RecordedOrigin',
  'What a source says that a cooperation grew out of, when it is the exchange or its meeting.',
  {
    id: { type: () => ID, description: 'Id of the exchange or meeting.' },
    certainty: { type: enumOf(certainty), description: 'How surely the source says so.' },
  },
);

const combination: Fields = {
  exchange: {
    type: () => classNamed('Exchange'),
    description: 'The exchange in which they shared experience.',
  },
  otherExchange: {
    type: () => classNamed('Exchange'),
    nullable: true,
    description: 'The exchange in which the second country shared, where each shared in one of its own.',
  },
  cooperation: { type: () => classNamed('Cooperation'), description: 'The cooperation that came after.' },
  order: { type: enumOf(order), description: 'Whether it definitely or possibly came after.' },
  orderReason: { type: () => String, description: 'Why that is the order, in words.' },
  origin: {
    type: () => classNamed('RecordedOrigin'),
    nullable: true,
    description: 'The recorded origin; null when no source gives one here.',
  },
  sameTopic: {
    type: () => Boolean,
    description: 'Whether the cooperation is on the asked topic or a narrower one.',
  },
  independent: {
    type: () => Boolean,
    description: 'False when the exchange or the cooperation is known only by inference from the other.',
  },
};

objectType('AfterExchangeCombination', 'One exchange and one later cooperation of a pair.', combination);

objectType(
  'CooperationAfterExchange',
  'Two countries that shared experience and cooperated after it, with the best-ordered, then earliest combination.',
  {
    countries: {
      type: () => classNamed('Country'),
      list: true,
      pair: true,
      description: 'The two countries, in the order of their ids.',
    },
    ...combination,
    alternatives: {
      type: () => classNamed('AfterExchangeCombination'),
      list: true,
      description: 'Further combinations of the same pair, best-ordered first, at most 20.',
    },
    priorTies: {
      type: () => classNamed('Cooperation'),
      list: true,
      description: 'Cooperations of the pair that definitely started before the exchange.',
    },
    inWords: { type: () => String, description: 'The answer as one English sentence.' },
  },
);

objectType('CooperationAfterExchangeEdge', 'One answer in a list, with its cursor.', {
  cursor: { type: () => String, description: 'Where the list goes on after it; opaque.' },
  node: { type: () => classNamed('CooperationAfterExchange'), description: 'The answer.' },
});

objectType(
  'CooperationAfterExchangeConnection',
  'One page of answers, each pair once over all pages, in the order of their first exchange on the topic.',
  {
    edges: {
      type: () => classNamed('CooperationAfterExchangeEdge'),
      list: true,
      description: 'The answers with their cursors.',
    },
    nodes: {
      type: () => classNamed('CooperationAfterExchange'),
      list: true,
      description: 'The answers, without cursors.',
    },
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
    ...aboutAnswer(
      'Why there is no answer, in words; null when there is one. Worked out only when asked for.',
    ),
    totalCount: {
      type: () => classNamed('Total'),
      nullable: true,
      description: 'How many pairs there are over all pages; counted only when asked for.',
    },
    leftOut,
  },
);

/** One combination as a row of the schema. */
export interface CombinationFields {
  readonly exchange: NodeRow;
  readonly otherExchange: NodeRow | null;
  readonly cooperation: NodeRow;
  readonly order: string;
  readonly orderReason: string;
  readonly origin: object | null;
  readonly sameTopic: boolean;
  readonly independent: boolean;
}
