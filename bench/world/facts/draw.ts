import { idOf, PARAGRAPHS, type Cast } from '../cast.js';
import { DAYS } from '../days.js';
import { ACTIVITIES, SUBJECTS } from '../names.js';
import type { Random } from '../random.js';
import type { Recent } from '../recent.js';
import type { Told } from '../tell.js';

/** What a fact is drawn from. */
export interface Draw {
  readonly cast: Cast;
  readonly random: Random;
  /** Number of the fact among those of its kind. */
  readonly n: number;
  readonly recent: Recent;
}

/** What is drawn of a fact; the rest is empty. */
export type Drawn = Partial<Pick<Told, 'parties' | 'ends' | 'attributes' | 'period'>> & {
  /** False where the ends alone tell facts of the kind apart. */
  readonly numbered?: false;
};

export const STAGES = [
  'DONE',
  'DONE',
  'UNDER_WAY',
  'UNDER_WAY',
  'PLANNED',
  'AGREED',
  'SUSPENDED',
  'CANCELLED',
];

export const valuesOf = ({ values }: { readonly values: object }): string[] => Object.keys(values);
export const gist = ({ n, random }: Draw): Record<string, string> =>
  random.often(40)
    ? { gist: `${random.oneOf(ACTIVITIES).EN} on ${random.oneOf(SUBJECTS).EN}, row ${n}` }
    : {};
export const anyDay = ({ random }: Draw): number => random.below(DAYS);
export const topicsOf = ({ cast, random }: Draw, most = 2): string[] => [
  ...new Set(Array.from({ length: 1 + random.below(most) }, () => cast.topic(random))),
];
export const initiativeOf = ({ cast, random }: Draw): string =>
  idOf.initiative(random.below(cast.tier.initiatives));
export const meetingOf = ({ cast, random }: Draw): number => random.below(cast.tier.meetings);
export const proposalOf = ({ cast, random }: Draw): string =>
  idOf.proposal(random.below(cast.tier.proposals));
export const paragraphOf = ({ cast, random }: Draw): string =>
  idOf.paragraph(cast.document(random), 1 + random.below(PARAGRAPHS));
export const sometimes = (
  random: Random,
  percent: number,
  name: string,
  of: () => string,
): Record<string, string[]> => (random.often(percent) ? { [name]: [of()] } : {});

/** At a meeting and on its day, or at none on any day. */
export function placed(from: Draw, percent: number): { at: Record<string, string[]>; day: number } {
  if (!from.random.often(percent)) return { at: {}, day: anyDay(from) };
  const n = meetingOf(from);
  return { at: { meeting: [idOf.meeting(n)] }, day: from.cast.meetingDays[n] as number };
}
