import type { LeftOut, LeftOutReason } from '../values/left-out.js';
import type { Stage } from '../values/stage.js';
import type { CountMode } from '../values/ties.js';
import { tieSums, type CountedFact, type TieSum } from './tie-sums.js';
import { tiedPairs, whyNoTie, type TieDemands, type TieFact } from './ties.js';

/** A fact that may link a country with something else. */
export interface LinkFact extends CountedFact {
  readonly stage: Stage | null;
  /** Countries that took part for themselves, and what they may be linked with. */
  readonly countries: readonly string[];
  readonly others: readonly string[];
}

/** The pairs that a fact links, or why it links none. */
export type Verdict = readonly (readonly [string, string])[] | LeftOutReason;

/** The countries that a fact ties to each other. */
export function tiesOfFact(fact: TieFact & CountedFact, demands: TieDemands, mode: CountMode): Verdict {
  return whyNoTie(fact, demands) ?? uncounted(fact, mode) ?? tiedPairs(fact.parts);
}

/** The links of a fact between countries and what it names. */
export function linksOfFact(
  fact: LinkFact,
  { kinds, stages }: Pick<TieDemands, 'stages'> & { readonly kinds: readonly string[] | null },
  mode: CountMode,
): Verdict {
  if (kinds !== null && !kinds.includes(fact.kind)) return 'KIND_MAKES_NO_TIE';
  if (!stages.includes(fact.stage ?? 'UNKNOWN')) return 'FACT_NOT_CARRIED_OUT';
  if (fact.countries.length === 0) return 'FACT_OF_NO_COUNTRY';
  if (fact.others.length === 0) return 'FACT_WITHOUT_OTHER_END';
  return (
    uncounted(fact, mode) ??
    fact.countries.flatMap((one) => fact.others.map((other): [string, string] => [one, other]))
  );
}

const uncounted = ({ initiatives }: CountedFact, mode: CountMode): LeftOutReason | null =>
  mode === 'INITIATIVES' && initiatives.length === 0 ? 'FACT_WITHOUT_INITIATIVE' : null;

/** All links of facts, and what became of each fact: `tied` and those left out add up to `matched`. */
export interface Linked {
  readonly sums: readonly TieSum[];
  /** Facts that made a link. */
  readonly tied: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Links of all facts; `matched` counts also those that were not read, since their kind makes no tie, and `undated` those
 * that lie in no asked range of days.
 */
export function linked<F extends CountedFact>(
  {
    matched,
    undated,
    facts,
  }: { readonly matched: number; readonly undated: number; readonly facts: readonly F[] },
  verdictOf: (fact: F) => Verdict,
  mode: CountMode,
): Linked {
  const reasons = new Map<LeftOutReason, number>();
  const leave = (reason: LeftOutReason, count: number): void => {
    if (count > 0) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  };
  leave('UNDATED', undated);
  leave('KIND_MAKES_NO_TIE', matched - facts.length);
  const pairs: [F, readonly (readonly [string, string])[]][] = [];
  for (const fact of facts) {
    const verdict = verdictOf(fact);
    if (typeof verdict === 'string') leave(verdict, 1);
    else pairs.push([fact, verdict]);
  }
  return { sums: tieSums(pairs, mode), tied: pairs.length, leftOut: inOrder(reasons) };
}

const inOrder = (reasons: ReadonlyMap<LeftOutReason, number>): LeftOut[] =>
  [...reasons].map(([reason, count]) => ({ reason, count })).sort((x, y) => (x.reason < y.reason ? -1 : 1));
