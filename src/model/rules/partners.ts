import type { Certainty } from '../values/certainty.js';
import { partnerReason, type PartnerReason, type PartnerWeights } from '../values/partners.js';

/** What a recorded fact can say of a partner; the other reasons follow from the date and certainty of these. */
export type TieReason = Exclude<PartnerReason, 'RECENT' | 'STATED'>;

/** One fact that speaks for a partner. */
export interface PartnerTie {
  readonly reason: TieReason;
  /** Day of the fact, or `-` where it is not known. */
  readonly date: string;
  readonly certainty: Certainty;
}

/** One reason that holds, and what it adds to the score. */
export interface WeighedReason {
  readonly reason: PartnerReason;
  readonly weight: number;
}

/** Ties of the two countries, or over a third: only of these it is asked how recent and how sure they are. */
export const DATED_TIES: readonly PartnerReason[] = ['COOPERATED', 'EXCHANGED', 'PARTNER_OF_PARTNER'];

const ALL = Object.keys(partnerReason.values) as PartnerReason[];

/**
 * The reasons that hold for a partner, each once however many facts there are, in a fixed order. `recentFrom` is an
 * ISO day; null makes no tie recent. A tie of unknown date is not recent.
 */
export function partnerReasons(
  ties: readonly PartnerTie[],
  weights: PartnerWeights,
  recentFrom: string | null,
): WeighedReason[] {
  const dated = ties.filter(({ reason }) => DATED_TIES.includes(reason));
  const holding = new Set<PartnerReason>(ties.map(({ reason }) => reason));
  if (recentFrom !== null && dated.some(({ date }) => date >= recentFrom)) holding.add('RECENT');
  if (dated.some(({ certainty }) => certainty === 'STATED')) holding.add('STATED');
  return ALL.filter((reason) => holding.has(reason)).map((reason) => ({ reason, weight: weights[reason] }));
}

/** The score of a partner: the sum of its reasons. */
export const scoreOf = (reasons: readonly WeighedReason[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);

/** Greatest score that a place can hold; higher weights are refused. */
export const SCORE_MOST = 9_999;

/**
 * Where a partner stands in the list, as text that sorts: those with a tie of their own before those two steps away,
 * then the higher score, then the id. It is the cursor too.
 */
export const placeOfPartner = (steps: number, score: number, country: string): string =>
  `${steps}|${String(SCORE_MOST - score).padStart(4, '0')}|${country}`;
