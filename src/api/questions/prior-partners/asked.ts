import type { PartnerFilter } from '../../../graph/reads/prior-partners/ties.js';
import type { Page } from '../../../graph/reads/page.js';
import { Country } from '../../../model/entities/country.js';
import { Topic } from '../../../model/entities/topic.js';
import { Fault } from '../../../model/faults.js';
import type { PartnerReason, PartnerWeights } from '../../../model/values/partners.js';
import { COUNTED } from '../../../model/values/stage.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { idOfKind, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';
import { WEIGHT_MOST, WEIGHT_NAMES } from './arguments.js';

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly topic: string;
  readonly exact: boolean | null;
  readonly country?: string | null;
  readonly roles?: readonly string[] | null;
  readonly twoSteps: boolean | null;
  readonly weights?: Readonly<Record<string, number | null>> | null;
  readonly recentFrom?: string | null;
  readonly maxParties: number | null;
  readonly filter?: FactsAsked | null;
}

const FIELD = 'priorPartners';
const KEY = /^[12]\|\d{4}\|country\/[^|]+$/;

function inRange(value: number, argument: string, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new Fault('BAD_USER_INPUT', `${FIELD}(${argument}:) must be from ${least} to ${most}.`, {
    details: { argument, least, most },
  });
}

/** Weights by reason; what is not given keeps its default. */
function weightsAsked<R extends string>(
  given: Readonly<Record<string, number | null>> | null | undefined,
  names: Readonly<Record<R, string>>,
  defaults: Readonly<Record<R, number>>,
  check: (value: number, argument: string) => number,
): Readonly<Record<R, number>> {
  const weights = Object.entries<string>(names).map(([reason, name]) => {
    const value = given?.[name] ?? defaults[reason as R];
    return [reason, check(value, `weights.${name}`)] as const;
  });
  return Object.fromEntries(weights) as Record<R, number>;
}

/** Checks the arguments; a fault names the argument and what it takes. */
export function partnersAsked(given: Given, defaults: PartnerWeights): { filter: PartnerFilter; page: Page } {
  const facts = factsAsked(given.filter, undefined, `${FIELD}(filter:)`);
  return {
    page: pageAsked(given, FIELD, (key) => KEY.test(key)),
    filter: {
      topic: idOfKind(given.topic, `${FIELD}(topic:)`, Topic),
      exact: given.exact ?? false,
      country: given.country ? idOfKind(given.country, `${FIELD}(country:)`, Country) : null,
      roles: listAsked(given.roles, `${FIELD}(roles:)`) ?? null,
      twoSteps: given.twoSteps ?? true,
      weights: weightsAsked<PartnerReason>(given.weights, WEIGHT_NAMES, defaults, (value, argument) =>
        inRange(value, argument, 0, WEIGHT_MOST),
      ),
      recentFrom: given.recentFrom ?? null,
      maxParties: inRange(given.maxParties ?? 40, 'maxParties', 2, 300),
      stages: facts.stages ? null : COUNTED,
      facts,
    },
  };
}
