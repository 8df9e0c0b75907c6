import type { FactFilter } from '../../../graph/reads/filters.js';
import type { Page } from '../../../graph/reads/page.js';
import type { FactKind } from '../../../model/declaration.js';
import { Fault } from '../../../model/faults.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import { NAMING_KINDS, TIE_KINDS, TIE_PARTIES, type TieDemands } from '../../../model/rules/ties.js';
import { COUNTED } from '../../../model/values/stage.js';
import type { CountMode, TieGrouping } from '../../../model/values/ties.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { idsAsked, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';
import { PARTIES_MOST } from './arguments.js';

/** What ties and networks are both asked by, as it arrives. */
export interface CountedGiven {
  readonly filter?: FactsAsked | null;
  readonly tieKinds?: readonly string[] | null;
  readonly maxParties?: number | null;
  readonly countMode?: CountMode | null;
}

/** The arguments of `ties` as they arrive. */
export interface Given extends CountedGiven, PageArgs {
  readonly by?: TieGrouping | null;
  readonly regions?: readonly string[] | null;
  readonly sharedInitiatives?: FactsAsked | null;
}

/** What ties and networks are both asked by, checked. */
export interface Counted {
  readonly filter: FactFilter;
  readonly demands: TieDemands;
  readonly mode: CountMode;
}

/** A checked question. */
export interface TiesAsked extends Counted {
  readonly by: TieGrouping | null;
  readonly regions: readonly string[];
  /** Facts by which the two must stand in one initiative; null asks nothing. */
  readonly shared: FactFilter | null;
  readonly page: Page;
}

/** A fault that names an argument. */
export const fault = (argument: string, message: string): Fault =>
  new Fault('BAD_USER_INPUT', message, { details: { argument } });

/** Kinds of facts in which at least so many parties may stand. */
export const kindsWithParties = (least: number): FactKind[] =>
  FACT_KINDS.filter(({ parties: { most } }) => (most ?? Infinity) >= least);

/** Kinds of facts that may tie countries to each other. */
export const kindsThatTie = (): FactKind[] =>
  FACT_KINDS.filter(
    (kind) => NAMING_KINDS.includes(kind.kind) || kindsWithParties(2).some((one) => one === kind),
  );

/** A whole number within bounds. */
export function numberAsked(
  given: number | null | undefined,
  fallback: number,
  [least, most]: readonly [number, number],
  field: string,
  argument: string,
): number {
  const number = given ?? fallback;
  if (number < least || number > most)
    throw new Fault('BAD_USER_INPUT', `${field}(${argument}:) must be from ${least} to ${most}.`, {
      details: { argument, limit: most },
    });
  return number;
}

/** Checks what ties and networks share; `allowed` are the kinds of which a fact may link something. */
export function countedAsked(
  { filter: facts, tieKinds, maxParties, countMode }: CountedGiven,
  allowed: readonly FactKind[],
  fallback: readonly string[],
  field: string,
): Counted {
  const filter = factsAsked(facts);
  const kinds = listAsked(tieKinds, `${field}(tieKinds:)`) ?? fallback;
  const wrong = kinds.find((kind) => allowed.every((one) => one.kind !== kind));
  if (wrong !== undefined)
    throw fault(
      'tieKinds',
      `${field}(tieKinds:): a ${wrong} links nothing, since it has too few parties; it takes ${allowed.map(({ kind }) => kind).join(', ')}.`,
    );
  return {
    filter,
    mode: countMode ?? 'FACTS',
    demands: {
      kinds,
      maxParties: numberAsked(maxParties, TIE_PARTIES, [2, PARTIES_MOST], field, 'maxParties'),
      stages: filter.stages ?? COUNTED,
    },
  };
}

const KEY = /^\d{1,9}\|country\/[^|]+\|country\/[^|]+$/;

/** Checks the arguments of `ties`; a fault names the argument and what it takes. */
export function tiesAsked(given: Given): TiesAsked {
  const by = given.by ?? null;
  const regions = idsAsked(given.regions, 'ties(regions:)', ['Group'], 50) ?? [];
  if (by === 'REGION' && regions.length === 0)
    throw fault('regions', 'ties(by: REGION) needs `regions`: the groups that stand for regions.');
  if (by !== 'REGION' && regions.length > 0)
    throw fault('regions', 'ties(regions:) says something only with `by: REGION`.');
  return {
    ...countedAsked(given, kindsThatTie(), TIE_KINDS, 'ties'),
    by,
    regions,
    shared: given.sharedInitiatives
      ? factsAsked(given.sharedInitiatives, undefined, 'sharedInitiatives')
      : null,
    page: pageAsked(given, 'ties', (key) => KEY.test(key)),
  };
}
