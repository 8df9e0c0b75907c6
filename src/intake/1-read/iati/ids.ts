import { createHash } from 'node:crypto';

const LONGEST = 200;

/** The first letters of the SHA-256 of a text: tells apart what reads alike in small letters. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

/** A text in small letters, digits and hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * What ids of an activity end in, from its iati-identifier alone. Identifiers may differ in capitals and signs only, so
 * a short hash follows unless the identifier is all capitals, digits and hyphens.
 */
export function keyOf(identifier: string): string {
  const slug = slugOf(identifier);
  if (slug !== '' && slug.toUpperCase() === identifier && slug.length <= 80) return `iati-${slug}`;
  return ['iati', slug.slice(0, 80).replace(/-+$/, ''), shortHash(identifier)].filter(Boolean).join('-');
}

/** The id of a fact about an activity and something else, cut and told apart by a hash where it is too long. */
export function factId(prefix: string, key: string, other = ''): string {
  const id = `${prefix}/${[key, other.replaceAll('/', '-')].filter(Boolean).join('-')}`;
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 11)}-${shortHash(id)}`;
}
