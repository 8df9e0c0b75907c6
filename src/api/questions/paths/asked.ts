import type { PathFilter } from '../../../graph/reads/paths/steps.js';
import type { Page } from '../../../graph/reads/page.js';
import { Fault } from '../../../model/faults.js';
import type { Language } from '../../../model/values/language.js';
import { STEPS_MOST, type PathKind } from '../../../model/values/paths.js';
import { COUNTED } from '../../../model/values/stage.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { idAsked, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';
import { HUB_DEGREE, PATH_PARTIES } from './arguments.js';

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly from: string;
  readonly to: string;
  readonly maxSteps: number | null;
  readonly connecting: readonly PathKind[] | null;
  readonly maxHubDegree: number | null;
  readonly throughHubs: boolean | null;
  readonly maxParties: number | null;
  readonly filter?: FactsAsked | null;
  readonly lang: Language | null;
}

const FIELD = 'paths';
const ENDS = ['Country', 'Agency', 'Meeting', 'Initiative', 'Topic'];
const USUAL: readonly PathKind[] = ['COUNTRY', 'AGENCY', 'MEETING', 'INITIATIVE'];
const KEY = /^(?:[a-z]+\/[^|]+\|){2,4}$/;

function inRange(value: number, argument: string, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new Fault('BAD_USER_INPUT', `${FIELD}(${argument}:) must be from ${least} to ${most}.`, {
    details: { argument, least, most },
  });
}

/** An end by its id; what is no id is taken for a country, as elsewhere. */
const endAsked = (given: string, argument: string): string =>
  idAsked(given.includes('/') ? given : `country/${given.toLowerCase()}`, `${FIELD}(${argument}:)`, ENDS);

/** Checks the arguments; a fault names the argument and what it takes. */
export function pathsAsked(given: Given): { readonly filter: PathFilter; readonly page: Page } {
  const facts = factsAsked(given.filter, undefined, `${FIELD}(filter:)`);
  const from = endAsked(given.from, 'from');
  const to = endAsked(given.to, 'to');
  if (from === to) {
    throw new Fault('BAD_USER_INPUT', `${FIELD}(to:) is the same as \`from\`; give another end.`, {
      details: { argument: 'to' },
    });
  }
  const degree = inRange(given.maxHubDegree ?? HUB_DEGREE, 'maxHubDegree', 1, 100_000);
  return {
    page: pageAsked(given, FIELD, (key) => KEY.test(key)),
    filter: {
      from,
      to,
      maxSteps: inRange(given.maxSteps ?? STEPS_MOST, 'maxSteps', 1, STEPS_MOST),
      connecting: listAsked(given.connecting ?? USUAL, `${FIELD}(connecting:)`) ?? USUAL,
      maxHubDegree: given.throughHubs ? null : degree,
      maxParties: inRange(given.maxParties ?? PATH_PARTIES, 'maxParties', 2, 300),
      stages: facts.stages ? null : COUNTED,
      facts,
    },
  };
}
