import { afterAll, beforeAll } from 'vitest';
import { buildApiSchema } from '../../src/api/schema.js';
import { commandAsking, prepareGraph } from '../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, PATIENT, type Asking, type Door } from '../../src/graph/door.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { createLog } from '../../src/server/log.js';
import { startServer, type RunningServer, type ServerParts } from '../../src/server/start.js';
import { testEngine } from './engine.js';
import { wipe } from './wipe.js';

/** An answer of the API as JSON. */
export interface Answered {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost: { readonly statements: number } };
}

/** The product's own API over HTTP, on the run's database, loaded with the seed as a start loads it. */
export interface Seeded {
  readonly door: Door;
  readonly asking: Asking;
  readonly address: string;
  ask(query: string, variables?: object): Promise<Answered>;
}

/** Loads the seed in an empty database as a start does, unless it stands there whole from the file of tests before. */
async function loadSeed(door: Door, asking: Asking): Promise<void> {
  if (await standsWhole(door, asking)) return;
  await wipe(door, asking);
  await prepareGraph(door, seedFolder, () => undefined);
  const content = await contentHash(door, asking);
  await door.write(
    (tx) =>
      tx.run(
        statement(
          'noteContent',
          cypher`MATCH (g:Graph) SET g.testedContent = ${content}, g.testedVersion = g.version`,
        ),
      ),
    asking,
  );
}

/** Whether the graph has the version and the content that it had when a file before loaded this seed. */
async function standsWhole(door: Door, asking: Asking): Promise<boolean> {
  const [noted] = await door.read<{ content: string | null; seed: string | null; model: string | null }>(
    statement(
      'notedContent',
      cypher`MATCH (g:Graph) WHERE g.testedVersion = g.version
RETURN g.testedContent AS content, g.seed AS seed, g.model AS model`,
    ),
    asking,
  );
  if (noted?.content == null || noted.model !== modelHash() || noted.seed !== (await seedHash(seedFolder)))
    return false;
  return noted.content === (await contentHash(door, asking));
}

/** Fills the database, with the seed unless told otherwise, and serves it before the tests of a file; stops after them. */
export function seeded(
  load: (door: Door, asking: Asking) => Promise<void> = loadSeed,
  more: Partial<ServerParts> = {},
): Seeded {
  let server: RunningServer;
  let door: Door;
  const asking = commandAsking('test');
  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
    await load(door, asking);
    server = await startServer({
      schema: buildApiSchema(),
      door,
      config: { host: '127.0.0.1', port: 0 },
      log: createLog('silent'),
      isReady: () => true,
      ...more,
    });
  });
  afterAll(async () => {
    await server.stop();
    await door.close();
  });
  return {
    get door() {
      return door;
    },
    asking,
    get address() {
      return server.address;
    },
    async ask(query, variables = {}) {
      const response = await fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answered;
    },
  };
}
