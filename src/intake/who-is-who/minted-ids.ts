import { createHash } from 'node:crypto';
import { nameKey } from './name-keys.js';

/** Longest part of an id that is made of a name. */
const SLUG_LIMIT = 80;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/**
 * Id of a new thing, from what the register says of it and never from the order of rows: `agency/<name>-<iso3>`. A name
 * that its letters a-z and digits do not tell whole (another script, too long), or one that could be read as another with
 * a country, gets a hash of itself behind.
 */
export function mintedId(
  prefix: string,
  name: string,
  country: string | null,
  isTaken: (id: string) => boolean,
): string {
  const key = nameKey(name);
  const whole = key.replaceAll(' ', '-');
  const iso3 = country?.replace(/^country\//, '') ?? '';
  const hash = short(`${prefix}\0${key === '' ? name : key}\0${iso3}`);
  const readable = key
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LIMIT)
    .replace(/^-+|-+$/g, '');
  const isPlain =
    SLUG.test(whole) && whole.length <= SLUG_LIMIT && (iso3 !== '' || !/-[a-z]{3}$/.test(whole));
  const parts = [readable, iso3].filter((part) => part !== '');
  const plain = `${prefix}/${parts.join('-')}`;
  return isPlain && !isTaken(plain) ? plain : `${prefix}/${[...parts, hash].join('-')}`;
}
