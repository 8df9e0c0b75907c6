import type { ChainFact } from '../../../model/rules/chain/terms.js';
import { dateOf } from '../../../model/rules/order.js';
import type { Certainty } from '../../../model/values/certainty.js';
import { BOUNDS, type Period } from '../../../model/values/period.js';
import { SHORT_SCALARS } from './statement.js';

type Ties = [
  roles: [string, string[]][],
  meetings: [string, boolean | null][],
  initiatives: string[],
  grewOutOf: string[],
  claims: [string, Certainty, string[]][],
];

/** A fact in short, as the statement gives it, for the rules. */
export function chainFactOf(list: readonly unknown[]): ChainFact {
  const scalar = Object.fromEntries(SHORT_SCALARS.map((name, i) => [name, list[i] ?? null]));
  const [roles, chain, initiatives, grewOutOf, claims] = list.slice(SHORT_SCALARS.length) as Ties;
  const id = scalar['id'] as string;
  const period = {
    ...Object.fromEntries(BOUNDS.map((name) => [name, scalar[name]])),
    ongoing: scalar['ongoing'] === true,
    edtf: scalar['edtf'],
    notBefore: scalar['notBefore'] ?? [],
    notAfter: scalar['notAfter'] ?? [],
  } as unknown as Period;
  return {
    id,
    kind: scalar['kind'] as string,
    key: `${dateOf(period)}|${id}`,
    period,
    events: [id, ...chain.map(([meeting]) => meeting)],
    meetings: [...new Set(chain.filter(([, series]) => series !== true).map(([meeting]) => meeting))],
    initiatives,
    grewOutOf,
    roles: Object.fromEntries(roles),
    pair: (scalar['pairMax'] as string | null)?.split('|').slice(0, 2) ?? null,
    // What a claim rests on is read as facts, so a fact's own claims are told by its id.
    evidence: {
      existence: claims.map(([claim, certainty, inferredFrom]) => ({ id: claim, certainty, inferredFrom })),
      claims: new Set([id]),
    },
  };
}
