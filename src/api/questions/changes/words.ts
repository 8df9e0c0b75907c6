import type { Change, Changes, ChangesFilter } from '../../../graph/reads/changes/changes.js';
import type { Since } from '../../../graph/reads/changes/since.js';

function sinceInWords(since: Since): string {
  switch (since.by) {
    case 'start':
      return 'from the first recorded batch on';
    case 'version':
      return `after version ${since.version} of the graph`;
    case 'batch':
      return `after ${since.id}`;
    case 'day':
      return `by batches applied on ${since.day} (UTC) or later`;
  }
}

/** How the question was read. */
export const readingOf = ({ since, kinds }: ChangesFilter): string =>
  `What was added, changed, withdrawn or returned ${sinceInWords(since)}${kinds ? `, of ${kinds.join(', ')}` : ''}; oldest version first, within a version by id.`;

const DONE = { ADDED: 'was added', WITHDRAWN: 'was withdrawn', RETURNED: 'returned' } as const;

/** For example "meeting/cairo-2013 changed in version 3 (batch/seed-3): period." */
export function changeInWords({ id, what, values, version, batch, changedClaims: claims }: Change): string {
  const done = what === 'CHANGED' ? 'changed' : DONE[what];
  const named = what === 'CHANGED' ? `: ${values.length > 0 ? values.join(', ') : 'its claims only'}` : '';
  const by = claims.length > 0 ? `, by ${claims.length} claim${claims.length === 1 ? '' : 's'}` : '';
  return `${id} ${done} in version ${version} (${batch.id})${named}${by}.`;
}

/** Why there is nothing. */
export function emptyBecause(
  { since, kinds }: ChangesFilter,
  { version }: Pick<Changes, 'version'>,
  further: boolean,
): string {
  if (further) return `Nothing comes after that cursor; the graph is at version ${version}.`;
  if (since.by === 'version' && since.version > version)
    return `The graph is at version ${version}, below ${since.version}: it is another graph than the one that had that version, or was made anew.`;
  const of = kinds ? ` of ${kinds.join(', ')}` : '';
  return `No change${of} is recorded ${sinceInWords(since)}; the graph is at version ${version}.`;
}
