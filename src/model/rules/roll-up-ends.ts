import type { Kind } from '../declaration.js';
import type { Certainty } from '../values/certainty.js';
import { alsoSaid, bestCertainty, byWeight, groupedBy, type Said } from './weigh.js';

/** One tie from a fact or entity to what stands at one of its ends. */
export interface RolledUpEnd {
  /** Name of the end or link, for example `topics`. */
  readonly end: string;
  /** Id of what stands there. */
  readonly target: string;
  readonly certainty: Certainty;
}

/** Ends of a fact or links of an entity; where only one target may stand, the best one does. */
export function rollUpEnds(kind: Kind, said: readonly Said[]): { ends: RolledUpEnd[]; conflicts: string[] } {
  const declared = kind.sort === 'fact' ? kind.ends : kind.links;
  const ends: RolledUpEnd[] = [];
  const conflicts: string[] = [];
  for (const [end, group] of groupedBy(said, ({ about }) => about.split(':', 1)[0] ?? '')) {
    const declaration = Object.hasOwn(declared, end) ? declared[end] : undefined;
    if (!declaration) continue;
    const targetOf = ({ about }: Said): string => about.slice(end.length + 1);
    const targets = groupedBy(group, targetOf).map(([target, claims]) => ({
      end,
      target,
      certainty: bestCertainty(claims) ?? 'INFERRED',
    }));
    if (declaration.many) ends.push(...targets);
    else {
      const [best, ...others] = [...new Set([...group].sort(byWeight).map(targetOf))];
      ends.push(...targets.filter(({ target }) => target === best));
      conflicts.push(...alsoSaid(end, others));
    }
  }
  return { ends, conflicts };
}
