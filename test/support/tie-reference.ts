import { tiedPairs, tieParts, whyNoTie, type TieDemands, type TiePart } from '../../src/model/rules/ties.js';
import type { Stage } from '../../src/model/values/stage.js';
import { partyInRules, type RandomFact, type RandomWorld } from './random-world.js';

/** Kind of a random fact. */
export const kindOf = ({ id }: RandomFact): string =>
  id.startsWith('exchange/') ? 'Exchange' : 'Cooperation';

const partsOf = (fact: RandomFact): TiePart[] => tieParts(kindOf(fact), fact.parties.map(partyInRules));

/** All facts of a random world. */
export const factsOf = ({ exchanges, cooperations }: RandomWorld): RandomFact[] => [
  ...exchanges,
  ...cooperations,
];

/** Why a random fact ties nobody; null when it ties some. */
export const reasonOf = (fact: RandomFact, demands: TieDemands): string | null =>
  whyNoTie(
    {
      kind: kindOf(fact),
      stage: fact.stage as Stage | null,
      namedCountries: new Set(
        fact.parties
          .map(partyInRules)
          .flatMap(({ capacity, country }) => (capacity === 'OWN' && country !== null ? [country] : [])),
      ).size,
      parts: partsOf(fact),
    },
    demands,
  );

/** Each pair with the facts that tie it, one fact after the other. */
export function tiesOf(facts: readonly RandomFact[], demands: TieDemands): Map<string, RandomFact[]> {
  const ties = new Map<string, RandomFact[]>();
  for (const fact of facts) {
    if (reasonOf(fact, demands) !== null) continue;
    for (const pair of tiedPairs(partsOf(fact)))
      ties.set(pair.join('|'), [...(ties.get(pair.join('|')) ?? []), fact]);
  }
  return ties;
}
