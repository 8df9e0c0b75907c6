import type { MatchMissing, MatchReason, MatchWeights, TopicRelation } from '../values/matches.js';
import { answersFor, type Cover, type CoverageScope } from './coverage.js';

/** One reason found for a candidate; a past tie is on any topic. */
export interface MatchFound {
  readonly reason: MatchReason;
  readonly relation: TopicRelation | null;
}

/** A reason with what it adds to the score. */
export type WeighedMatch = MatchFound & { readonly weight: number };

/** From the closest to the farthest. */
export const RELATIONS: readonly TopicRelation[] = ['SAME', 'NARROWER', 'BROADER'];
const REASONS: readonly MatchReason[] = ['OFFERED', 'PROVIDED', 'EXPERIENCED', 'PAST_TIE'];

const distance = ({ relation }: MatchFound): number => (relation === null ? -1 : RELATIONS.indexOf(relation));

/**
 * The reasons in a fixed order, the closest topic of each first. Only that one adds to the score: the weight of the
 * reason times that of the relation; a past tie adds its weight alone.
 */
export function weighedMatches(found: readonly MatchFound[], weights: MatchWeights): WeighedMatch[] {
  return REASONS.flatMap((reason) =>
    found
      .filter((one) => one.reason === reason)
      .sort((a, b) => distance(a) - distance(b))
      .map(({ relation }, i) => {
        const times = relation === null ? 1 : weights.relations[relation];
        return { reason, relation, weight: i === 0 ? weights.reasons[reason] * times : 0 };
      }),
  );
}

/** The score of a candidate: the sum of its reasons. */
export const matchScore = (reasons: readonly WeighedMatch[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);

/** Kinds of facts that would say what is missing. */
const TELLING: Readonly<Partial<Record<MatchMissing, readonly string[]>>> = {
  NO_OFFER: ['Position'],
  NO_EXPERIENCE: ['Exchange', 'Cooperation'],
  NO_PAST_TIE: ['Exchange', 'Cooperation'],
};

/** What a candidate lacks; that it was not there follows only where sources cover those kinds whole for it. */
export function missingOf(
  found: readonly MatchFound[],
  tieAsked: boolean,
  covers: readonly Cover[],
  scope: CoverageScope,
): MatchMissing[] {
  const has = (...reasons: MatchReason[]): boolean => found.some(({ reason }) => reasons.includes(reason));
  const missing: MatchMissing[] = [
    ...(has('OFFERED') ? [] : ['NO_OFFER' as const]),
    ...(has('PROVIDED', 'EXPERIENCED') ? [] : ['NO_EXPERIENCE' as const]),
    ...(has('PAST_TIE') || !tieAsked ? [] : ['NO_PAST_TIE' as const]),
  ];
  const open = missing
    .flatMap((one) => TELLING[one] ?? [])
    .some((kind) => !covers.some((cover) => answersFor(cover, kind, scope)));
  return open ? [...missing, 'NOT_COVERED'] : missing;
}
