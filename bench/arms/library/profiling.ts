import neo4j, { type Driver } from 'neo4j-driver';
import { hitsOf, type Profiled } from '../../measure/hits.js';

/** Stands where the library expects a transaction, and runs what it sends with PROFILE. */
export function profilingContext(
  driver: Driver,
  database: string,
): { readonly context: object; taken(): Profiled } {
  let hits = 0;
  let statements = 0;
  const run = async (text: string, parameters: object): Promise<unknown> => {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
    try {
      const profiled = /^CYPHER 5\b/.test(text)
        ? text.replace('CYPHER 5', 'CYPHER 5 PROFILE')
        : `PROFILE ${text}`;
      const result = await session.run(profiled, parameters);
      if (result.summary.profile) hits += hitsOf(result.summary.profile);
      statements += 1;
      return result;
    } finally {
      await session.close();
    }
  };
  return {
    context: { run, commit: () => undefined, rollback: () => undefined },
    taken: () => ({ hits, statements }),
  };
}
