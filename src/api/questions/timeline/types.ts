import { Int } from 'type-graphql';
import { coverageState } from '../../../model/values/coverage.js';
import { timeStep } from '../../../model/values/counting.js';
import { classNamed, objectType, type FieldPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { Day } from '../../types/scalars.js';

const count = (description: string): FieldPlan => ({ type: () => Int, description });

objectType('TimelinePeriod', 'What is counted in one period.', {
  period: { type: () => String, description: 'Its name: 2013-05, 2013 or 2010s.' },
  from: { type: () => Day, description: 'Its first day.' },
  to: { type: () => Day, description: 'Its last day.' },
  started: count(
    'Facts whose date (earliest known start, else the latest) lies in it; each is in one period.',
  ),
  active: count('Facts that held at some time in it, whatever their unknown dates are.'),
  possible: count('Further facts that may have held in it: their known bounds do not rule it out.'),
  state: {
    type: enumOf(coverageState),
    description: 'What it means when all three are zero: that there was none, or that no source covers it.',
  },
});

objectType(
  'Timeline',
  'Facts over time. Started of all periods, before, after and undated add up to the total.',
  {
    by: { type: enumOf(timeStep), description: 'How long each period is.' },
    periods: {
      type: () => classNamed('TimelinePeriod'),
      list: true,
      description: 'All periods from the first to the last, those without facts too.',
    },
    before: count('Facts whose date lies before the first period.'),
    after: count('Facts whose date lies after the last period.'),
    undated: count('Facts without any date of their start; they are in no period as started.'),
    total: count('All facts that the filter finds, as totalCount of facts counts them.'),
    reading: { type: () => String, description: 'How the question was read, in words.' },
    graphVersion: count('Version of the graph that answered; it rises with each change.'),
    emptyBecause: {
      type: () => String,
      nullable: true,
      description: 'Why there is no fact, in words; null when there is one.',
    },
  },
);
