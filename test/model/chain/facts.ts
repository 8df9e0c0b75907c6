import type { ChainDemands, ChainFact, ChainStep, StepParty } from '../../../src/model/rules/chain/terms.js';
import { dateOf } from '../../../src/model/rules/order.js';
import { periodOf } from '../../../src/model/values/edtf.js';
import { UNKNOWN_PERIOD } from '../../../src/model/values/period.js';

/** A fact in short: `a+b` as participants, or `a:provider+b:learner`; what it is inferred from, if it is. */
export function fact(
  id: string,
  who: string,
  when: string,
  more: Partial<ChainFact> & { readonly from?: string } = {},
): ChainFact {
  const period = when === '' ? UNKNOWN_PERIOD : periodOf(when);
  const { from, ...rest } = more;
  const kind = id.startsWith('c') ? 'Cooperation' : 'Exchange';
  const roles = Object.fromEntries(
    who.split('+').map((one) => {
      const [country = '', role = kind === 'Cooperation' ? 'partner' : 'participant'] = one.split(':');
      return [country, [role]];
    }),
  );
  return {
    id,
    kind,
    key: `${dateOf(period)}|${id}`,
    period,
    events: [id],
    grewOutOf: [],
    roles,
    pair: null,
    meetings: [],
    initiatives: [],
    evidence: {
      existence: from === undefined ? [] : [{ id: `${id}#1`, certainty: 'INFERRED', inferredFrom: [from] }],
      claims: new Set([id]),
    },
    ...rest,
  };
}

/** Countries of a step in short: `A B`, `A:receiver B:provider`. */
export const who = (text: string): StepParty[] =>
  text.split(' ').map((one) => {
    const [letter, role] = one.split(':');
    return {
      letter: letter as StepParty['letter'],
      roles: role === undefined ? null : [role],
      countries: null,
    };
  });

/** A step as it is by default. */
export const step = (countries = 'A B', more: Partial<ChainStep> = {}): ChainStep => ({
  who: who(countries),
  together: 'SAME_FACT',
  order: 'THEN',
  withinMonths: null,
  absent: false,
  ...more,
});

/** What is asked, as it is by default. */
export const demands = (steps: readonly ChainStep[], more: Partial<ChainDemands> = {}): ChainDemands => ({
  steps,
  maxParties: 40,
  order: ['DEFINITE', 'POSSIBLE'],
  independentOnly: false,
  ...more,
});
