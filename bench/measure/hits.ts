import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import type { Connection } from '../arms/connection.js';
import { DRIVER } from '../arms/connection.js';
import type { Row } from '../workload/item.js';

/** What the database did for one request of an arm. */
export interface Profiled {
  /** Accesses to the store, over all statements of the request. */
  readonly hits: number;
  readonly statements: number;
}

/** Runs statements with PROFILE and adds up what they cost. */
export interface Profiler {
  run(text: string, parameters: object): Promise<Row[]>;
  /** What was run since it was last asked. */
  taken(): Profiled;
  close(): Promise<void>;
}

/** Opens a connection of its own, with the settings of every arm. */
export function openProfiler({ uri, username, password, database }: Connection): Profiler {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(username, password), DRIVER);
  let hits = 0;
  let statements = 0;
  return {
    async run(text, parameters) {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
      try {
        const profiled = text.startsWith('CYPHER 5')
          ? text.replace('CYPHER 5', 'CYPHER 5 PROFILE')
          : `CYPHER 5 PROFILE ${text}`;
        const { records, summary } = await session.run(profiled, parameters);
        if (summary.profile) hits += hitsOf(summary.profile);
        statements += 1;
        return records.map((record) => record.toObject() as Row);
      } finally {
        await session.close();
      }
    },
    taken() {
      const found = { hits, statements };
      hits = 0;
      statements = 0;
      return found;
    },
    close: () => driver.close(),
  };
}

export const hitsOf = (plan: ProfiledPlan): number =>
  plan.children.reduce((sum, child) => sum + hitsOf(child), Number(plan.dbHits));
