import { describe, expect, it } from 'vitest';
import { tiedPairs, tieParts, TIES_BY_DEFAULT, whyNoTie, type TieFact } from '../../src/model/rules/ties.js';
import type { ModalityParty } from '../../src/model/rules/modality.js';

/** A party as `country:role`; `ngo:role` is of no country, `a/chair:role` acts as chair. */
const party = (text: string): ModalityParty => {
  const [who = '', role = ''] = text.split(':');
  const [country = '', chair] = who.split('/');
  const named = country.length === 1;
  return {
    actor: country,
    role,
    actorKind: named ? 'Country' : 'Agency',
    country: named ? country : null,
    intergovernmental: false,
    unnamed: false,
    capacity: chair ? 'CHAIR' : 'OWN',
  };
};
const parties = (text: string): ModalityParty[] => text.split(' ').map(party);

describe('the countries that a fact ties', () => {
  it.each<readonly [kind: string, parties: string, pairs: string]>([
    ['Cooperation', 'a:partner b:partner', 'a-b'],
    ['Cooperation', 'b:provider a:learner', 'a-b'],
    ['Cooperation', 'a:partner b:host', 'a-b'],
    ['Cooperation', 'a:partner b:partner c:host', 'a-b'],
    ['Cooperation', 'a:partner b:learner c:funder', 'a-b'],
    ['Cooperation', 'a:partner b:learner c:facilitator c:partner', 'a-b a-c b-c'],
    ['Cooperation', 'a:funder b:funder', 'a-b'],
    ['Cooperation', 'a:funder b:partner c:facilitator', ''],
    ['Cooperation', 'a:partner ngo:partner', ''],
    ['Cooperation', 'a:partner b:partner ngo:partner', 'a-b'],
    ['Cooperation', 'a:partner b:partner c/chair:partner', 'a-b'],
    ['Exchange', 'a:participant b:participant c:participant', 'a-b a-c b-c'],
    ['Exchange', 'a:provider b:receiver c:receiver', 'a-b a-c'],
    ['Exchange', 'a:receiver b:receiver b:provider', 'a-b'],
    ['Exchange', 'a:receiver b:receiver', ''],
    ['Exchange', 'a:participant b/chair:participant', ''],
    ['Exchange', 'a:receiver a/chair:provider b:receiver', ''],
    ['Participation', 'a:host b:participant', 'a-b'],
  ])('%s of %s: %s', (kind, who, pairs) => {
    expect(
      tiedPairs(tieParts(kind, parties(who)))
        .map((pair) => pair.join('-'))
        .join(' '),
    ).toBe(pairs);
  });
});

describe('why a fact ties nobody', () => {
  const both = [
    { country: 'a', onlyReceives: false },
    { country: 'b', onlyReceives: false },
  ];
  const fact = (more: Partial<TieFact>): TieFact => ({
    kind: 'Exchange',
    stage: null,
    namedCountries: 2,
    parts: both,
    ...more,
  });
  it.each<readonly [Partial<TieFact>, string | null]>([
    [{}, null],
    [{ kind: 'Participation' }, 'KIND_MAKES_NO_TIE'],
    [{ kind: 'Cooperation', stage: 'PLANNED' }, 'FACT_NOT_CARRIED_OUT'],
    [{ kind: 'Cooperation', stage: 'SUSPENDED' }, null],
    [{ namedCountries: 12 }, null],
    [{ namedCountries: 13 }, 'FACT_TOO_LARGE'],
    [{ kind: 'Cooperation', namedCountries: 13 }, null],
    [{ parts: both.slice(1), namedCountries: 1 }, 'FACT_OF_ONE_COUNTRY'],
    [{ parts: both.map((part) => ({ ...part, onlyReceives: true })) }, 'FACT_ONLY_RECEIVED'],
    [{ kind: 'Cooperation', stage: 'CANCELLED', parts: [] }, 'FACT_NOT_CARRIED_OUT'],
  ])('%j: %s', (more, reason) => expect(whyNoTie(fact(more), TIES_BY_DEFAULT)).toBe(reason));
});
