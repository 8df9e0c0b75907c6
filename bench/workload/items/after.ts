import type { Answered } from '../item.js';

/** What of a fact its place in time is worked out from, as a positional list. */
export const leg = (fact: string): string =>
  `${fact}.id, ${fact}.key, ${fact}.startMin, ${fact}.startMax, ${fact}.endMax, ${fact}.notBefore, ${fact}.notAfter`;

/** The meetings of an exchange and those that they are part of. */
export const meetingsOf = (exchange: string): string =>
  `[(${exchange})-[:AT]->(:Meeting)-[:PART_OF*0..6]->(m:Meeting) | m.id]`;

/** What a cooperation grew out of. */
export const originsOf = (cooperation: string): string => `[(${cooperation})-[:GREW_OUT_OF]->(o) | o.id]`;

/**
 * Whether a cooperation began after an exchange: what a source says of its origin or of an event first, then the dates.
 * The lists are `leg` with the exchange's meetings behind it, and `leg` with the cooperation's origins.
 */
export function orderOf(
  exchange: Answered[],
  meetings: string[],
  cooperation: Answered[],
  origins: string[],
): 'DEFINITE' | 'POSSIBLE' | 'NO' {
  const [e, , eStartMin, , eEndMax, eNotBefore, eNotAfter] = exchange;
  const [c, , cStartMin, cStartMax, , cNotBefore, cNotAfter] = cooperation;
  const events = [e, ...meetings];
  const among = (ids: string[] | null): boolean => (ids ?? []).some((id) => events.includes(id));
  if (among(origins) || among(cNotBefore) || (eNotAfter ?? []).includes(c)) return 'DEFINITE';
  if (among(cNotAfter) || (eNotBefore ?? []).includes(c)) return 'NO';
  if (eEndMax !== null && cStartMin !== null && eEndMax < cStartMin) return 'DEFINITE';
  return cStartMax !== null && eStartMin !== null && cStartMax < eStartMin ? 'NO' : 'POSSIBLE';
}
