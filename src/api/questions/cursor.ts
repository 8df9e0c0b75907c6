/** A row's key as clients carry it: opaque, so that its form may change. */
export const cursorOf = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** The key in a cursor; null when the text was never a cursor of ours. */
export function keyOf(cursor: string): string | null {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return key !== '' && cursorOf(key) === cursor ? key : null;
}
