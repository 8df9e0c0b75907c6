import 'reflect-metadata';
import { buildApiSchema } from './api/schema.js';
import { reach } from './commands/connect.js';
import { commandAsking, prepareGraph, refuseAbsent, refuseForeign } from './commands/prepare-graph.js';
import { isTold } from './commands/run.js';
import { readConfig, type Config } from './config.js';
import { startEngine, type Connection, type Engine } from './engine/engine.js';
import { openDoor, type Door } from './graph/door.js';
import { findGraph } from './graph/graph-node.js';
import { seedFolder } from './intake/4-apply/seed-folder.js';
import { createLog } from './server/log.js';
import { startServer, type RunningServer } from './server/start.js';

const say = (line: string): void => console.error(line);

/** Everything that was started, in the order in which it must be stopped: API, door, database. */
const started: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).reverse()) await stop();
}

/** Ends the process once all that was started has stopped; a second signal changes nothing. */
function shutDown(code: number): void {
  stopping ??= stopAll().then(
    () => process.exit(process.exitCode ?? code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function startDatabase(config: Config): Promise<Connection> {
  const { database } = config;
  if (database.kind === 'given') return database;
  const engine: Engine = await startEngine({ ...database, say });
  started.push(() => engine.stop());
  engine.onExit((fault) => {
    say(fault.message);
    shutDown(1);
  });
  return engine;
}

/** An embedded database is brought up to date; a given one is only looked at. */
async function openGraph(config: Config, door: Door): Promise<void> {
  await reach(door);
  if (config.database.kind === 'embedded') return prepareGraph(door, seedFolder, say);
  const found = await findGraph(door, commandAsking('start'));
  refuseForeign(found);
  refuseAbsent(found);
}

async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  const connection = await startDatabase(config);
  const door = openDoor(connection);
  started.push(() => door.close());
  await openGraph(config, door);
  const log = createLog(config.logLevel);
  const server: RunningServer = await startServer({
    schema: buildApiSchema(),
    door,
    config,
    log,
    isReady: () => !stopping,
  });
  started.push(() => server.stop());
  say(
    `Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. GraphQL and GraphiQL: ${server.address}/graphql`,
  );
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (!stopping) say('Stopping: running requests end, then the database.');
    shutDown(0);
  });
}

try {
  await start();
} catch (error) {
  // A signal during the start makes the start fail; the stop is under way then.
  if (!stopping) {
    say(
      isTold(error)
        ? error.message
        : `The start failed. ${error instanceof Error ? error.stack : String(error)}`,
    );
    process.exitCode = 1;
    shutDown(1);
  }
}
