import { fileURLToPath } from 'node:url';

/** The seed that comes with the product. */
export const seedFolder = fileURLToPath(new URL('../../../seed/', import.meta.url));
