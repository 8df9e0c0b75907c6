import { dimension } from '../../../model/values/counting.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { aboutAnswer, whole } from '../../types/plans.js';

objectType('StatisticsGroup', 'The facts of one value of a dimension.', {
  value: { type: () => String, description: 'The value: an id, or the name of an enum value.' },
  node: {
    type: () => classNamed('Entity'),
    nullable: true,
    description: 'What the value is the id of; null for values that are no ids.',
  },
  facts: whole('How many of the facts have this value.'),
});

objectType('StatisticsOther', 'Groups beyond `first`.', {
  groups: whole('How many groups are not shown.'),
  facts: whole('The sum of their counts; a fact of several groups counts in each.'),
});

objectType(
  'Statistics',
  'Facts counted by one dimension. A fact with several values counts in each group, so that the groups may sum to more than the total.',
  {
    by: { type: enumOf(dimension), description: 'The dimension.' },
    groups: {
      type: () => classNamed('StatisticsGroup'),
      list: true,
      description: 'The groups with the most facts first, equal ones by value.',
    },
    other: { type: () => classNamed('StatisticsOther'), description: 'What `first` cut off.' },
    without: whole('Facts without any value in the dimension.'),
    total: whole('All facts that the filter finds, each once, as totalCount of facts counts them.'),
    ...aboutAnswer('Why there is no fact, in words; null when there is one.'),
  },
);
