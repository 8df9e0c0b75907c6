import { readFileSync } from 'node:fs';

/** Version of the product, as package.json says. */
export const PRODUCT_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
