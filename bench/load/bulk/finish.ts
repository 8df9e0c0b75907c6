import neo4j from 'neo4j-driver';
import type { Connection } from '../../../src/engine/engine.js';
import { applySchema } from '../../../src/graph/apply-schema.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { deriveTiesOf } from '../../../src/graph/derived/ties.js';
import { DERIVATION } from '../../../src/graph/derived/rules-version.js';
import type { Asking, Door } from '../../../src/graph/door.js';
import { lockGraph, raiseVersion } from '../../../src/graph/graph-node.js';
import type { MadeWith } from '../../../src/graph/writes/apply.js';

// Countries at a time: the busiest of a world has some hundred thousand facts.
const COUNTRIES = 5;
const INDEXES_MOST = 3_600;

// The importer knows no empty lists; what the product writes as one is set afterwards.
const EMPTY_LISTS = [
  'MATCH ()-[r:FOR]->() WHERE r.via IS NULL CALL (r) { SET r.via = [] } IN TRANSACTIONS OF 20000 ROWS',
  'MATCH ()-[r:TOUCHED]->() WHERE r.values IS NULL CALL (r) { SET r.values = [] } IN TRANSACTIONS OF 20000 ROWS',
  ...['Entity', 'Fact'].map(
    (label) =>
      `MATCH (n:${label}) WHERE n.ongoing IS NOT NULL CALL (n) { SET n.notBefore = coalesce(n.notBefore, []), n.notAfter = coalesce(n.notAfter, []) } IN TRANSACTIONS OF 20000 ROWS`,
  ),
];

/** Completes what the importer left: empty lists, constraints and indexes, the ties of countries, the graph's own node. */
export async function finish(
  connection: Connection,
  door: Door,
  { made, batches, countries }: { made: MadeWith; batches: number; countries: readonly string[] },
  asking: Asking,
  say: (line: string) => void,
): Promise<void> {
  say('Empty lists ...');
  await setEmptyLists(connection);
  say('Constraints and indexes ...');
  await applySchema(door, asking, INDEXES_MOST);
  for (let i = 0; i < countries.length; i += COUNTRIES) {
    if (i % (8 * COUNTRIES) === 0) say(`Ties of ${i} of ${countries.length} countries`);
    await door.write((tx) => deriveTiesOf(tx, countries.slice(i, i + COUNTRIES)), asking);
  }
  await door.write(async (tx) => {
    await lockGraph(tx);
    for (let n = 0; n < batches; n += 1) await raiseVersion(tx, { ...made, derived: DERIVATION });
  }, asking);
  await door.read(statement('resample', cypher`CALL db.resampleOutdatedIndexes()`), asking);
  await door.read(statement('forgetPlans', cypher`CALL db.clearQueryCaches()`), asking);
}

async function setEmptyLists({ uri, username, password, database }: Connection): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session({ database });
  try {
    for (const text of EMPTY_LISTS) await session.run(`CYPHER 5 ${text}`);
  } finally {
    await session.close();
    await driver.close();
  }
}
