import type { Party } from '../../src/model/claim.js';
import { idOf, WORDS, type Cast } from './cast.js';
import type { Random } from './random.js';
import { party } from './tell.js';

/** A party in a role: mostly a country, sometimes an agency, seldom words only or in another capacity than its own. */
export function actor(cast: Cast, random: Random, role: string): Party {
  const drawn = random.below(100);
  if (drawn < 3) {
    const low = 3 + random.below(20);
    return party(random.oneOf(WORDS), role, { low, high: low + random.below(10), words: 'many' });
  }
  if (drawn < 17) {
    const id = idOf.agency(random.below(cast.agencies.length));
    return party(id, role, random.often(10) ? { office: 'Director General' } : {});
  }
  return party(cast.country(random), role, random.often(3) ? { capacity: 'CHAIR' } : {});
}

/** From two to `most` parties, each actor once, each in one of the roles. */
export function several(cast: Cast, random: Random, most: number, roles: readonly string[]): Party[] {
  const parties = new Map<string, Party>();
  for (let tries = 0; parties.size < most && tries < 2 * most + 8; tries += 1) {
    const drawn = actor(cast, random, random.oneOf(roles));
    parties.set(drawn.actor, drawn);
  }
  return [...parties.values()];
}

/** Ids of the countries that act for themselves among parties. */
export const differentCountries = (parties: readonly Party[]): string[] =>
  parties.flatMap(({ actor: id, capacity }) => (id.startsWith('country/') && capacity === 'OWN' ? [id] : []));
