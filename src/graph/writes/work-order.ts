import type { Claim } from '../../model/claim.js';
import { isFactId } from '../../model/kinds.js';
import type { Period } from '../../model/values/period.js';
import { chunks } from '../chunks.js';

/** Ids a transaction. */
const CHUNK = 1_000;

/**
 * Ids in the order in which they can be worked out: documents, whose dates weigh claims, then other entities; then
 * facts. Those whose start another bounds, and their bounds, come last and together.
 */
export function workOrder(
  things: readonly { readonly id: string; readonly kind: string }[],
  claims: readonly Iterable<Pick<Claim, 'about' | 'value' | 'target'>>[],
): { entities: (readonly string[])[]; facts: (readonly string[])[] } {
  const bounded = new Set<string>();
  for (const some of claims)
    for (const { about, value, target } of some) {
      if (about !== 'period' || value === null) continue;
      const { notBefore, notAfter } = value as Period;
      if (notBefore.length + notAfter.length > 0)
        for (const id of [target, ...notBefore, ...notAfter]) bounded.add(id);
    }
  const free = things.filter(({ id }) => !bounded.has(id));
  const groups = (wanted: (kind: string, id: string) => boolean): (readonly string[])[] => [
    ...chunks(
      free.filter(({ kind, id }) => wanted(kind, id)).map(({ id }) => id),
      CHUNK,
    ),
  ];
  const together = things.map(({ id }) => id).filter((id) => bounded.has(id));
  return {
    entities: [
      ...groups((kind) => kind === 'Document'),
      ...groups((kind, id) => kind !== 'Document' && !isFactId(id)),
    ],
    facts: [...groups((_, id) => isFactId(id)), ...(together.length > 0 ? [together] : [])],
  };
}
