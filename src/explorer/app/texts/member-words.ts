import type { Texts } from './en.js';

/** A field's or attribute's name in the reader's language; null where there is no word for it but the API's own. */
export function memberWord(members: Texts['members'], name: string): string | null {
  const known: Readonly<Record<string, string>> = members;
  return Object.hasOwn(known, name) ? known[name]! : null;
}
