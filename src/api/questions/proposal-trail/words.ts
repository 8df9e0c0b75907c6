import type { TrailFilter } from '../../../graph/reads/proposal-trail/conditions.js';
import type { Trail } from '../../../graph/reads/proposal-trail/trails.js';
import { standingInWords, standingOf } from '../../../model/rules/standing.js';
import { shownName } from '../../types/names.js';
import { STEPS } from './types.js';

const DONE: Readonly<Record<keyof typeof STEPS, string>> = {
  made: 'put forward',
  repeated: 'repeated',
  supported: 'supported',
  requested: 'requested',
  recalled: 'recalled',
  opposed: 'opposed',
  takenUp: 'taken up',
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** One trail as a sentence: what was done and how often, and how far it came. */
export function trailInWords({ proposal, positions, deeds }: Trail, version: number): string {
  const told = Object.entries(STEPS).flatMap(([field, [act]]) => {
    const count = positions.filter(({ what }) => what === act).length;
    return count === 0 ? [] : [`${DONE[field as keyof typeof STEPS]} ${times(count)}`];
  });
  const standing = standingInWords(standingOf(deeds.map(({ what }) => what)), version);
  return `${shownName(proposal, 'EN').name}: ${told.join(', ') || 'no position recorded'}. ${standing}`;
}

/** How the question was read. */
export function readingOf({
  proposal,
  declared,
  position,
  takenUp,
  takenUpAs,
  standing,
}: TrailFilter): string {
  const { values = {}, ends = {}, exactly = {}, beneath = {} } = declared;
  const list = (ids: readonly unknown[] | undefined): string => (ids ?? []).map(String).join(', ');
  const parts = [
    ...Object.values(values).map((some) => `that are ${list(some).replaceAll(', ', ' or ')}`),
    ...(ends['addressees'] ? [`addressed to any of ${list(ends['addressees'])}`] : []),
    ...(exactly['addressees'] ? [`addressed to exactly ${list(exactly['addressees'])}`] : []),
    ...(beneath['statedIn'] ? [`stated in ${list(beneath['statedIn'])} or a part of it`] : []),
    ...(beneath['topics'] ? [`on ${list(beneath['topics'])} or narrower`] : []),
    ...(position
      ? [
          `on which ${position.actors ? list(position.actors.ids) : 'somebody'} took a position (${list(position.acts)})${position.meeting ? ` at ${position.meeting}` : ''}`,
        ]
      : []),
    ...(takenUp === null
      ? []
      : [`${takenUp ? '' : 'not '}taken up${takenUpAs ? ` as ${list(takenUpAs)}` : ''}`]),
    ...(standing ? [`whose standing is ${list(standing)}`] : []),
  ];
  const what = proposal === null ? 'Proposals' : `The proposal ${proposal}`;
  return `${what}${parts.length > 0 ? ` ${parts.join(', ')}` : ''}. Positions and deeds are those recorded; "open" means that no deed is recorded.`;
}

/** Why a page is empty; `further` when it is not the first. */
export const emptyBecause = (further: boolean): string =>
  further
    ? 'There are no more; the page after the last one was asked for.'
    : 'No recorded proposal meets all that was asked. That there was none does not follow.';
