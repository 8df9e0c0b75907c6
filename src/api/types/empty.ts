import type { Covers } from '../../graph/reads/covers.js';
import { coverOf } from '../../model/rules/coverage.js';

/** Why a page is empty, and what that says: that nothing is recorded is never worded as if there was nothing. */
export function emptyBecause(kinds: readonly string[], covers: Covers, further: boolean): string {
  if (further) return 'There are no more; the page after the last one was asked for.';
  const what = kinds.length === 0 ? 'fact' : kinds.join(' or ');
  const complete = covers.flatMap(([source, texts]) =>
    texts
      .map(coverOf)
      .filter((cover) => cover?.completeness === 'COMPLETE' && kinds.includes(cover.kind))
      .map((cover) => `${source} (${cover?.kind}, ${cover?.extent})`),
  );
  const told =
    complete.length > 0
      ? `Of what these sources cover whole, there is none: ${complete.join(', ')}.`
      : 'No source covers this whole, so that there was none does not follow.';
  return `No ${what} that meets all that was asked is recorded. ${told}`;
}
