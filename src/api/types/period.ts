import type { NodeRow } from '../../graph/reads/projection.js';
import { periodInWords } from '../../model/rules/words.js';
import { UNKNOWN_PERIOD, type Period } from '../../model/values/period.js';
import { classNamed, objectType, type FieldPlan, type Fields } from './declare.js';
import { Day } from './scalars.js';

const bound = (description: string): FieldPlan => ({
  type: () => Day,
  nullable: true,
  description: `${description}; null when unknown.`,
});

const events = (description: string, name: 'notBefore' | 'notAfter'): FieldPlan => ({
  type: () => String,
  list: true,
  description,
  resolve: (row: NodeRow) => row[name] ?? [],
});

const fields: Fields = {
  startMin: bound('First day on which it may have started'),
  startMax: bound('Last day on which it may have started'),
  endMin: bound('First day on which it may have ended'),
  endMax: bound('Last day on which it may have ended'),
  ongoing: {
    type: () => Boolean,
    description: 'Whether a source says that it goes on.',
    resolve: (row: NodeRow) => row['ongoing'] === true,
  },
  edtf: {
    type: () => String,
    nullable: true,
    description:
      "The sources' wording as EDTF, for example 2013-05-06/2013-05-08; null when they differ or give none.",
  },
  notBefore: events(
    'Ids of events on whose last day, at the earliest, it starts; for example meeting/cairo-2013.',
    'notBefore',
  ),
  notAfter: events('Ids of events on whose first day, at the latest, it starts.', 'notAfter'),
  conflict: {
    type: () => Boolean,
    description:
      'Whether its sources contradict each other; the bounds then hold all that any of them allows.',
    resolve: (row: NodeRow) => row['periodConflict'] === true,
  },
  inWords: {
    type: () => String,
    description: 'The period in English, for example "6 to 8 May 2013" or "date unknown".',
    resolve: (row: NodeRow) => periodInWords(periodOf(row)),
  },
};

/** The period of a row as read. */
export function periodOf(row: NodeRow): Period {
  const known = Object.keys(UNKNOWN_PERIOD).filter((name) => row[name] !== null && row[name] !== undefined);
  return { ...UNKNOWN_PERIOD, ...Object.fromEntries(known.map((name) => [name, row[name]])) };
}

objectType(
  'Period',
  'When something holds: it starts on a day from `startMin` to `startMax` and ends on one from `endMin` to `endMax`. What the sources do not give stays unknown.',
  fields,
);

/** The bounds stand on the row itself, so the row is its own period. */
export const periodField = (description: string, dated: boolean): FieldPlan => ({
  type: () => classNamed('Period'),
  nullable: true,
  description,
  resolve: (row: NodeRow) => (dated ? row : null),
});
