import { isDay } from '../../2-check/scalars.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import type { Passed } from './passed.js';

type DateType = 'planned start' | 'actual start' | 'planned end' | 'actual end';

const TYPES: Readonly<Record<string, DateType>> = {
  '1': 'planned start',
  '2': 'actual start',
  '3': 'planned end',
  '4': 'actual end',
  'start-planned': 'planned start',
  'start-actual': 'actual start',
  'end-planned': 'planned end',
  'end-actual': 'actual end',
};

/** Years in which an activity can be; a register that gives others has a slip of the pen. */
const YEARS = { first: 1900, last: 2199 };

/** The day of a date; undefined, and counted, where it gives none that can be. */
function dayIn(date: Element, passed: Passed): string | undefined {
  const written = attributeOf(date, 'iso-date') ?? date.text;
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(written)?.[1];
  if (day === undefined || !isDay(day)) {
    passed.over('dates that are no day');
    return undefined;
  }
  const year = Number(day.slice(0, 4));
  if (year >= YEARS.first && year <= YEARS.last) return day;
  passed.over(`dates before ${YEARS.first} or after ${YEARS.last}`);
  return undefined;
}

/**
 * The period of an activity as EDTF: from its actual start to its actual end, a planned date standing in where no actual
 * one is given. Dates that cannot be are passed over, and so are both where the end comes before the start.
 */
export function periodOf(activity: Element, passed: Passed): string | undefined {
  const days = new Map<DateType, Set<string>>();
  for (const date of childrenOf(activity, 'activity-date')) {
    const written = attributeOf(date, 'type')?.toLowerCase() ?? '';
    const type = Object.hasOwn(TYPES, written) ? TYPES[written] : undefined;
    if (!type) {
      passed.over('dates of no known type');
      continue;
    }
    const day = dayIn(date, passed);
    if (day !== undefined) days.set(type, new Set([...(days.get(type) ?? []), day]));
  }
  const one = (type: DateType): string | undefined => {
    const [day, ...more] = days.get(type) ?? [];
    if (more.length === 0) return day;
    passed.over('dates of one type that differ');
    return undefined;
  };
  const [plannedStart, actualStart] = [one('planned start'), one('actual start')];
  const [plannedEnd, actualEnd] = [one('planned end'), one('actual end')];
  const both = [plannedStart && actualStart, plannedEnd && actualEnd].filter((day) => day !== undefined);
  passed.over('planned dates beside actual ones', both.length);
  const [start, end] = [actualStart ?? plannedStart, actualEnd ?? plannedEnd];
  if (start === undefined && end === undefined) return undefined;
  if (start !== undefined && end !== undefined && end < start) {
    passed.over('periods that end before they start');
    return undefined;
  }
  return `${start ?? ''}/${end ?? ''}`;
}
