import { Float, Int } from 'type-graphql';
import { absence, baselineRefusal, chainLetter } from '../../../model/values/chain.js';
import { order } from '../../../model/values/order.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer } from '../../types/plans.js';

objectType('ChainCountry', 'A country of a chain.', {
  as: { type: enumOf(chainLetter), description: 'The letter that stood for it in the question.' },
  country: { type: () => classNamed('Country'), description: 'The country.' },
});

objectType('ChainStepFound', 'How one step of a chain is met.', {
  step: { type: () => Int, description: 'Number of the step, from 1.' },
  facts: {
    type: () => classNamed('Fact'),
    list: true,
    description:
      'The fact that meets it, or two that a meeting or initiative ties. For an absent step, those whose dates leave its absence open.',
  },
  order: {
    type: enumOf(order),
    nullable: true,
    description:
      'Whether it definitely or possibly came after the present step before; null for the first step, for order: ANY, and for an absent one.',
  },
  orderReason: {
    type: () => String,
    nullable: true,
    description: 'Why that is the order, in words; null where no order is asked.',
  },
  absence: {
    type: enumOf(absence),
    nullable: true,
    description: 'How sure it is that an absent step is absent; null for a present one.',
  },
  inWords: { type: () => String, description: 'The step in words.' },
});

objectType('Chain', 'Countries that went through all steps, with the best-ordered, then earliest facts.', {
  countries: {
    type: () => classNamed('ChainCountry'),
    list: true,
    description: 'The countries, in the order in which the steps name their letters.',
  },
  steps: {
    type: () => classNamed('ChainStepFound'),
    list: true,
    description: 'How each step is met, in turn.',
  },
  order: {
    type: enumOf(order),
    description:
      'Whether the chain holds definitely or possibly: definitely only where every order is definite and every absence is NONE.',
  },
  independent: {
    type: () => Boolean,
    description: 'False when a step is known only by inference from another one.',
  },
  inWords: { type: () => String, description: 'The answer as one English sentence.' },
});

objectType('ChainEdge', 'One answer in a list, with its cursor.', {
  cursor: { type: () => String, description: 'Where the list goes on after it; opaque.' },
  node: { type: () => classNamed('Chain'), description: 'The answer.' },
});

objectType(
  'ChainBaseline',
  'How often a chain occurs, against how often it would if the facts of the second step had each other’s dates.',
  {
    refused: {
      type: enumOf(baselineRefusal),
      nullable: true,
      description: 'Why it is not held against chance; null when it is.',
    },
    observed: {
      type: () => Int,
      nullable: true,
      description:
        'Groups of countries that meet the chain; those that meet it only in facts one of which is inferred from another are not counted.',
    },
    expected: {
      type: () => Float,
      nullable: true,
      description: 'Their mean number over the shuffles; null when refused.',
    },
    spread: {
      type: () => Float,
      nullable: true,
      description: 'Standard deviation of that number over the shuffles; null when refused.',
    },
    atLeastObserved: {
      type: () => Float,
      nullable: true,
      description: 'Share of the shuffles, from 0 to 1, that gave at least as many; null when refused.',
    },
    shuffles: { type: () => Int, nullable: true, description: 'How many shuffles; null when refused.' },
    seed: {
      type: () => Int,
      nullable: true,
      description: 'The fixed number from which the shuffles follow; null when refused.',
    },
    inWords: { type: () => String, description: 'The result, or why there is none, in words.' },
  },
);

objectType(
  'ChainConnection',
  'One page of answers, each group of countries once over all pages, in the order of their ids.',
  {
    edges: {
      type: () => classNamed('ChainEdge'),
      list: true,
      description: 'The answers with their cursors.',
    },
    nodes: { type: () => classNamed('Chain'), list: true, description: 'The answers, without cursors.' },
    pageInfo: {
      type: () => classNamed('PageInfo'),
      description:
        'Where the page stands in the list. A page may be short, even empty, and yet have a next one, where many countries had to be weighed.',
    },
    ...aboutAnswer(
      'Why there is no answer, in words; null when there is one. Worked out only when asked for.',
    ),
    totalCount: {
      type: () => classNamed('Total'),
      nullable: true,
      description: 'How many groups of countries there are over all pages; counted only when asked for.',
    },
    leftOut,
    baseline: {
      type: () => classNamed('ChainBaseline'),
      nullable: true,
      description:
        'The chain against chance: what a fact of the second step says of when it was, is shuffled among these facts. Null unless asked for by baseline: true.',
    },
  },
);
