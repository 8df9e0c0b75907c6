import type { Stage } from '../values/stage.js';
import type { Standing } from '../values/standing.js';

/** What the stage of one deed makes of a proposal, from the farthest to the least; the first that some deed has counts. */
export const STANDING_BY_STAGE: readonly (readonly [Standing, readonly Stage[]])[] = [
  ['DELIVERED', ['DONE']],
  ['ACTED_ON', ['AGREED', 'UNDER_WAY', 'SUSPENDED']],
  ['PLANNED', ['PLANNED']],
  ['UNCLEAR', ['UNKNOWN']],
  ['CANCELLED', ['CANCELLED']],
];

/** How far a proposal came, from the stages of the deeds that grew out of it; a deed without one is of unknown stage. */
export function standingOf(stages: readonly (Stage | null)[]): Standing {
  const known = stages.map((stage) => stage ?? 'UNKNOWN');
  return STANDING_BY_STAGE.find(([, those]) => known.some((stage) => those.includes(stage)))?.[0] ?? 'OPEN';
}

const WORDS: Readonly<Record<Exclude<Standing, 'OPEN'>, string>> = {
  CANCELLED: 'Only deeds that were given up are recorded',
  UNCLEAR: 'A deed is recorded, but not how far it has come,',
  PLANNED: 'A deed is planned, none agreed,',
  ACTED_ON: 'Acted on',
  DELIVERED: 'Delivered',
};

/** The standing in words. That nothing is recorded is never worded as if nothing was done. */
export const standingInWords = (standing: Standing, version: number): string =>
  standing === 'OPEN'
    ? `No deed recorded as of graph version ${version}.`
    : `${WORDS[standing]} as of graph version ${version}.`;
