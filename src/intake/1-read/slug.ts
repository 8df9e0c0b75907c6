import { createHash } from 'node:crypto';

const ID = /^[a-z]+(?:-[a-z]+)*\/([a-z0-9][a-z0-9-]*)$/;
/** Longest slug of one text; with the rest of an id it stays below what an id may have. */
const LONGEST = 80;
/** What may be left out of a text without two different ones becoming alike. */
const PLAIN = /^[a-z0-9\s\-_.,;:/()'’"&]*$/;

/** Whether a text is an id. */
export const isId = (text: string): boolean => ID.test(text);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/**
 * A text as part of an id: small letters, digits and hyphens. Of an id the part after the slash. A text of which
 * something would be lost (other scripts, signs, great length) ends in a hash, so that different texts stay different.
 */
export function slugOf(text: string): string {
  const own = ID.exec(text)?.[1];
  if (own !== undefined) return own;
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug !== '' && slug.length <= LONGEST && PLAIN.test(plain)) return slug;
  const hash = hashOf(text.normalize('NFC').toLowerCase());
  return slug === '' ? hash : `${slug.slice(0, LONGEST - 9).replace(/-+$/, '')}-${hash}`;
}
