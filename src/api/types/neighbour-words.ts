import type { NeighbourFilter } from '../../graph/reads/neighbours/neighbours.js';

/** Why an entity has no neighbours, or none on this page. */
export function neighboursEmptyBecause(
  id: string,
  { kinds, neighbourKinds }: NeighbourFilter,
  further: boolean,
): string {
  if (further) return 'There are no more; the page after the last one was asked for.';
  const others = neighbourKinds ? ` to any ${neighbourKinds.join(' or ')}` : '';
  return `No ${kinds ? kinds.join(' or ') : 'fact'} that is recorded ties ${id}${others}; that there is no tie does not follow.`;
}
