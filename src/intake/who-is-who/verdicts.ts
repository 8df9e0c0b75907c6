import { codeKey, folded } from '../../model/rules/folding.js';
import type { Doubted, Said } from './who-is-who.js';

/** What a person decided of something that was in doubt. */
export type Verdict = 'SAME' | 'DIFFERENT' | 'OPEN';

/** One row of the file of doubts. */
export interface DoubtRow {
  readonly kind: Doubted;
  readonly said: string;
  readonly code: string;
  /** Id of the country that it was placed in; empty when in none. */
  readonly country: string;
  /** Where it stood first. */
  readonly file: string;
  readonly line: number | null;
  /** Id of what it may be, or is; empty when nothing came near. */
  readonly id: string;
  readonly verdict: Verdict;
  /** Line of the file of doubts on which it stands; none for a row that is yet to be written. */
  readonly at?: number;
}

/** What a person has settled, by what was said; where it stood does not count. */
export interface Verdicts {
  /** Id of what a person said it is. */
  same(kind: Doubted, said: Said): string | undefined;
  /** Whether a person said that it is not this; without an id: that it is none of the things that the graph has. */
  isDifferent(kind: Doubted, said: Said, id?: string): boolean;
}

/** What makes two rows the same doubt: kind, name, code and country, as they are compared. */
export const doubtKey = (kind: Doubted, name: string, code: string, country: string): string =>
  [kind, folded(name) || name.trim(), codeKey(code) || code.trim(), country].join('\0');

/** The key of something said. */
export const saidKey = (kind: Doubted, { name, code, country }: Said): string =>
  doubtKey(kind, name, code ?? '', country ?? '');

/** The verdicts that rows of the file of doubts hold. */
export function verdictsOf(rows: readonly DoubtRow[]): Verdicts {
  const same = new Map<string, string>();
  const different = new Set<string>();
  for (const { kind, said, code, country, id, verdict } of rows) {
    const key = doubtKey(kind, said, code, country);
    if (verdict === 'SAME') same.set(key, id);
    if (verdict === 'DIFFERENT') different.add(`${key}\0${id}`);
  }
  return {
    same: (kind, said) => same.get(saidKey(kind, said)),
    isDifferent: (kind, said, id = '') => different.has(`${saidKey(kind, said)}\0${id}`),
  };
}
