/** A key as the product's cursors carry it. */
export const cursorOf = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');
