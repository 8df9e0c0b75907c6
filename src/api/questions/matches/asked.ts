import { STAGES_BY_DEFAULT, type MatchFilter } from '../../../graph/reads/matches/conditions.js';
import type { Page } from '../../../graph/reads/page.js';
import { Country } from '../../../model/entities/country.js';
import { Topic } from '../../../model/entities/topic.js';
import { Fault } from '../../../model/faults.js';
import { MATCH_WEIGHTS, type MatchWeights } from '../../../model/values/matches.js';
import type { Standing } from '../../../model/values/standing.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { idOfKind, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';
import { CANDIDATES_MOST, REASON_MOST, RELATION_MOST } from './arguments.js';

type WeightName = 'offered' | 'provided' | 'experienced' | 'pastTie' | 'same' | 'narrower' | 'broader';

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly topic?: string | null;
  readonly country?: string | null;
  readonly candidate?: string | null;
  readonly forms: readonly string[] | null;
  readonly standing: readonly Standing[] | null;
  readonly broader: boolean | null;
  readonly candidates: number | null;
  readonly maxParties: number | null;
  readonly weights?: { readonly [N in WeightName]?: number | null } | null;
  readonly filter?: FactsAsked | null;
}

const FIELD = 'matches';

function inRange(value: number, argument: string, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new Fault('BAD_USER_INPUT', `${FIELD}(${argument}:) must be from ${least} to ${most}.`, {
    details: { argument, least, most },
  });
}

function weightsAsked(given: Given['weights']): MatchWeights {
  const { reasons, relations } = MATCH_WEIGHTS;
  const of = (name: WeightName, fallback: number, most: number): number =>
    inRange(given?.[name] ?? fallback, `weights.${name}`, 0, most);
  return {
    reasons: {
      OFFERED: of('offered', reasons.OFFERED, REASON_MOST),
      PROVIDED: of('provided', reasons.PROVIDED, REASON_MOST),
      EXPERIENCED: of('experienced', reasons.EXPERIENCED, REASON_MOST),
      PAST_TIE: of('pastTie', reasons.PAST_TIE, REASON_MOST),
    },
    relations: {
      SAME: of('same', relations.SAME, RELATION_MOST),
      NARROWER: of('narrower', relations.NARROWER, RELATION_MOST),
      BROADER: of('broader', relations.BROADER, RELATION_MOST),
    },
  };
}

/** Checks the arguments; a fault names the argument and what it takes. */
export function matchesAsked(given: Given): { readonly filter: MatchFilter; readonly page: Page } {
  const facts = factsAsked(given.filter, undefined, `${FIELD}(filter:)`);
  const id = (value: string | null | undefined, argument: string, kind: typeof Country): string | null =>
    value ? idOfKind(value, `${FIELD}(${argument}:)`, kind) : null;
  return {
    page: pageAsked(given, FIELD, (key) => key.startsWith('proposal/')),
    filter: {
      topic: id(given.topic, 'topic', Topic),
      country: id(given.country, 'country', Country),
      candidate: id(given.candidate, 'candidate', Country),
      forms:
        listAsked(given.forms ?? ['PROPOSAL', 'RECOMMENDATION', 'CALL', 'NEED'], `${FIELD}(forms:)`) ?? [],
      standing: listAsked(given.standing ?? (['OPEN'] as const), `${FIELD}(standing:)`) ?? [],
      broader: given.broader ?? true,
      most: inRange(given.candidates ?? 5, 'candidates', 1, CANDIDATES_MOST),
      maxParties: inRange(given.maxParties ?? 40, 'maxParties', 2, 300),
      weights: weightsAsked(given.weights),
      stages: facts.stages ? null : STAGES_BY_DEFAULT,
      facts,
    },
  };
}
