import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../mappings/', import.meta.url));

/** Paths of the mappings that come with the product, by the name of their register. */
export const shippedMappings = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => [name.slice(0, -'.yaml'.length), `${folder}${name}`]),
  );
