import { inject } from 'vitest';
import type { Connection } from '../../src/engine/engine.js';

/** The database that all tests of this run share; a test keeps to labels, ids or databases of its own. */
export function testEngine(): Connection {
  const connection = inject('neo4j') as Connection | undefined;
  if (connection === undefined)
    throw new Error(
      'No database in this run: name the test *.db.test.ts, and list test/support/global-setup.ts as globalSetup.',
    );
  return connection;
}
