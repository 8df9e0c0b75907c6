import { coverageState } from '../../../model/values/coverage.js';
import { timeStep } from '../../../model/values/counting.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { Day } from '../../types/scalars.js';
import { aboutAnswer, whole } from '../../types/plans.js';

objectType('TimelinePeriod', 'What is counted in one period.', {
  period: { type: () => String, description: 'Its name: 2013-05, 2013 or 2010s.' },
  from: { type: () => Day, description: 'Its first day.' },
  to: { type: () => Day, description: 'Its last day.' },
  started: whole(
    'Facts whose date (earliest known start, else the latest) lies in it; each is in one period.',
  ),
  active: whole('Facts that held at some time in it, whatever their unknown dates are.'),
  possible: whole('Further facts that may have held in it: their known bounds do not rule it out.'),
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
    before: whole('Facts whose date lies before the first period.'),
    after: whole('Facts whose date lies after the last period.'),
    undated: whole('Facts without any date of their start; they are in no period as started.'),
    total: whole('All facts that the filter finds, as totalCount of facts counts them.'),
    ...aboutAnswer('Why there is no fact, in words; null when there is one.'),
  },
);
