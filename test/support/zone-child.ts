import 'reflect-metadata';
import { buildApiSchema } from '../../src/api/schema.js';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { openDoor } from '../../src/graph/door.js';
import { createLog } from '../../src/server/log.js';
import { startServer } from '../../src/server/start.js';
import { retell } from './story.js';
import type { World } from '../intake/world.js';

/** What the test sends, and gets back as JSON on standard output. */
export interface ZoneTask {
  readonly connection: Parameters<typeof openDoor>[0];
  readonly world: World;
  readonly query: string;
}

// Reads a world anew and asks of it, in the time zone that the environment sets.
const { connection, world, query } = JSON.parse(process.argv[2] ?? '') as ZoneTask;
const door = openDoor(connection);
const { create, end, withdraw } = await retell(door, commandAsking('zone'), world);
const server = await startServer({
  schema: buildApiSchema(),
  door,
  config: { host: '127.0.0.1', port: 0 },
  log: createLog('silent'),
  isReady: () => true,
});
const response = await fetch(`${server.address}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const offset = new Date(2020, 0, 1).getTimezoneOffset();
console.log(
  JSON.stringify({
    offset,
    changes: create.length + end.length + withdraw.length,
    answer: await response.text(),
  }),
);
await server.stop();
await door.close();
