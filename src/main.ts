import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { reach } from './commands/connect.js';
import { readyGraph } from './commands/prepare-graph.js';
import { isTold } from './commands/run.js';
import { ConfigFault, readConfig, type Config } from './config.js';
import { startEngine, stopWatched, type Connection, type Engine } from './engine/engine.js';
import { openDoor, PATIENT, type Door } from './graph/door.js';
import { Fault } from './model/faults.js';
import { createLog } from './server/log.js';
import { readSavedOperations } from './server/saved-operations.js';
import type { RunningServer } from './server/start.js';
import { warm } from './server/warm.js';

const say = (line: string): void => console.error(line);

/** Everything that was started, in the order in which it must be stopped: API, door, database. */
const started: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).reverse()) await stop();
  // A signal during the start: a database that is not ready yet is not among those above.
  await stopWatched();
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

async function openGraph(config: Config, connection: Connection, door: Door): Promise<void> {
  await reach(door, connection.uri, say);
  await readyGraph(door, config, 'start', say);
}

/** Why the API cannot listen, in one line. */
function listenFault({ host, port }: Config, error: unknown): unknown {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
  if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) return error;
  return new ConfigFault(
    `The API cannot listen on ${host}, port ${port} (${code}): stop what listens there, or set PORT (0 takes any free one) or HOST.`,
  );
}

async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig();
  const connection = await startDatabase(config);
  const door = openDoor({ ...connection, timeouts: PATIENT });
  started.push(() => door.close());
  const opened = openGraph(config, connection, door);
  // A fault is told once it is waited for, below.
  opened.catch(() => undefined);
  // Half of the start is reading modules: done while the database answers.
  const { buildApiSchema } = await import('./api/schema.js');
  const schema = buildApiSchema();
  const { OPERATIONS, startServer } = await import('./server/start.js');
  await opened;
  const log = createLog(config.logLevel);
  const server: RunningServer = await startServer({
    schema,
    door,
    config,
    log,
    isReady: () => !stopping,
  }).catch((error: unknown) => {
    throw listenFault(config, error);
  });
  const warming = new AbortController();
  started.push(() => {
    warming.abort();
    return server.stop();
  });
  say(
    `Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. GraphQL and GraphiQL: ${server.address}/graphql`,
  );
  void warm(server.address, await readSavedOperations(OPERATIONS), warming.signal);
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
  // Where the database ended by itself, its own words come a moment later and say more.
  if (error instanceof Fault && error.code === 'UNAVAILABLE') await sleep(1_000);
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
