import type { WriteTransaction } from '../door.js';
import { tiesHeldAt } from '../derived/ties.js';
import { edgeText } from './derived.js';
import type { Findings } from './findings.js';
import type { Standing } from './walk.js';

/** Holds the TIE edges of a chunk of countries against what the facts give, by the code of the writes. */
export async function checkTies(
  reads: WriteTransaction,
  countries: readonly Standing[],
  findings: Findings,
): Promise<void> {
  const should = new Map<string, Map<string, string>>();
  for (const { a, b, ...tie } of await tiesHeldAt(
    reads,
    countries.map(({ id }) => id),
  ))
    should.set(a, (should.get(a) ?? new Map<string, string>()).set(b, edgeText(b, tie)));
  for (const { id, edges } of countries) {
    const wanted = should.get(id) ?? new Map<string, string>();
    const stands = edges
      .filter(({ type }) => type === 'TIE')
      .map(({ target, properties }) => [target ?? '?', edgeText(target ?? '?', properties)] as const);
    findings.checked('ties', Math.max(wanted.size, stands.length));
    const tell = (other: string, what: string): void => {
      // Where something is wrong with a fact of both, the tie only follows.
      if (!findings.isTold(id, 'TIE') || !findings.isTold(other, 'TIE'))
        findings.wrong('ties', id, 'TIE', what);
    };
    const seen = new Set<string>();
    for (const [other, text] of stands) {
      if (seen.has(other)) tell(other, `to ${other} stands twice`);
      else if (wanted.get(other) !== text) tell(other, `has ${text}, which does not follow`);
      seen.add(other);
    }
    for (const [other, text] of wanted) if (!seen.has(other)) tell(other, `lacks ${text}`);
  }
}
