import { countBounds, type CountedBounds } from '../../../graph/reads/timeline.js';
import type { FactFilter } from '../../../graph/reads/filters.js';
import { Fault } from '../../../model/faults.js';
import { FACT_KINDS, kindOfId } from '../../../model/kinds.js';
import { coverageStateOf, coverOf } from '../../../model/rules/coverage.js';
import {
  extentOf,
  periodsBetween,
  PREFIX,
  timelineOf,
  type PeriodCount,
} from '../../../model/rules/timeline.js';
import { timeStep, type TimeStep } from '../../../model/values/counting.js';
import type { CoverageState } from '../../../model/values/coverage.js';
import type { ApiContext } from '../../context.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { emptyBecause } from '../../types/empty.js';
import { enumOf } from '../../types/enums.js';
import { Day } from '../../types/scalars.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { LIMITS } from '../../limits/figures.js';
import './types.js';

interface Given {
  readonly filter?: FactsAsked | null;
  readonly by: TimeStep;
  readonly from?: string | null;
  readonly to?: string | null;
}

const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** Name, first and last day of a period. */
export function shown(period: string, by: TimeStep): { period: string; from: string; to: string } {
  const [year = '', month = ''] = period.split('-');
  switch (by) {
    case 'MONTH':
      return { period, from: `${period}-01`, to: lastDay(Number(year), Number(month)) };
    case 'YEAR':
      return { period, from: `${year}-01-01`, to: `${year}-12-31` };
    case 'DECADE':
      return { period: `${year}0s`, from: `${year}0-01-01`, to: `${year}9-12-31` };
  }
}

function periodsAsked({ by, from, to }: Given, { counts }: CountedBounds): string[] {
  const [first, last] = extentOf(counts) ?? [];
  const cut = (day: string | null | undefined): string | undefined => day?.slice(0, PREFIX[by]);
  const [begin, end] = [cut(from) ?? first, cut(to) ?? last];
  if (begin === undefined || end === undefined) return [];
  const periods = periodsBetween(begin, end, LIMITS.periods);
  if (periods) return periods;
  throw new Fault(
    'BAD_USER_INPUT',
    `timeline(by:) gives more than ${LIMITS.periods} periods from ${begin} to ${end}; take a longer step, or give from and to.`,
    { details: { argument: 'by', limit: LIMITS.periods } },
  );
}

/** What no fact means: complete sources must answer for every kind that was asked for. */
function stateOf({ kinds, actors }: FactFilter, { covers }: CountedBounds): (facts: number) => CoverageState {
  const all = covers.flatMap(([, texts]) => texts.flatMap((text) => coverOf(text) ?? []));
  const [only, ...others] = actors?.ids ?? [];
  const country =
    only !== undefined && others.length === 0 && kindOfId(only)?.kind === 'Country' ? only : null;
  const asked = kinds ?? FACT_KINDS.map(({ kind }) => kind);
  const states = asked.map((kind) => coverageStateOf(0, all, kind, { country, groups: [] }));
  const none = states.every((state) => state === 'NO_FACT') ? 'NO_FACT' : 'NOT_COVERED';
  return (facts) => (facts > 0 ? 'RECORDED' : none);
}

async function resolve(_root: undefined, given: Given, { door, asking }: ApiContext): Promise<object> {
  const { by, from, to } = given;
  const filter = factsAsked(given.filter);
  if (from && to && from > to) {
    throw new Fault('BAD_USER_INPUT', 'timeline(from:) must not be later than to.', {
      details: { argument: 'from' },
    });
  }
  const counted = await countBounds(door, asking, filter, by);
  const timeline = timelineOf(counted.counts, periodsAsked(given, counted));
  const state = stateOf(filter, counted);
  const told = ({ period, ...counts }: PeriodCount): object => ({
    ...shown(period, by),
    ...counts,
    state: state(counts.started + counts.active + counts.possible),
  });
  return {
    ...timeline,
    by,
    periods: timeline.periods.map(told),
    reading: `Facts that meet the filter, by ${by.toLowerCase()}: as started, each dated one once; as active, in every period in which it surely held; as possible, where the known bounds do not rule it out.`,
    graphVersion: counted.version,
    emptyBecause: timeline.total === 0 ? emptyBecause(filter.kinds ?? [], counted.covers, false) : null,
  };
}

/** Facts over time. */
export const TimelineQuestion = questionsClass('TimelineQuestion', {
  timeline: {
    type: () => classNamed('Timeline'),
    description:
      'Facts counted over periods: how many started, were surely active, may have been active; undated ones are told apart. For example cooperations on topic/patents by year.',
    args: {
      filter: {
        type: () => classNamed('FactFilter'),
        nullable: true,
        description: 'Which facts; all when left out.',
      },
      by: { type: enumOf(timeStep), defaultValue: 'YEAR', description: 'How long each period is.' },
      from: {
        type: () => Day,
        nullable: true,
        description:
          'A day of the first period, for example 2009-01-01; where the facts begin when left out.',
      },
      to: {
        type: () => Day,
        nullable: true,
        description: 'A day of the last period; where the facts end when left out.',
      },
    },
    resolve,
  },
});
