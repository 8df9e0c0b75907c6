import type { Config } from '../config.js';
import { findEngine, startEngine, type Connection } from '../engine/engine.js';
import { openDoor, PATIENT, type Door } from '../graph/door.js';
import { Fault } from '../model/faults.js';
import type { Say } from './prepare-graph.js';

/** How long a command waits for a database that does not answer yet. */
const PATIENCE = 30_000;
const PAUSE = 1_000;
/** A command reads whole registers at once, and nobody waits for it in a browser. */
const COMMAND = { ...PATIENT, read: 120_000 };

// The server answered, and would answer the same to the end of the wait.
const isRefusal = (error: unknown): boolean =>
  error instanceof Fault &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  /^Neo\.ClientError\./.test(String(error.cause.code));

const NAMES = 'NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE';

/** Waits, within bounds, until the database answers; says so when it does not at once. */
export async function reach(door: Door, uri: string, say: Say): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (let told = false; ; told = true) {
    try {
      return await door.verify();
    } catch (error) {
      if (isRefusal(error) || Date.now() > until) throw unreached(uri, error);
      if (!told) say(`Waiting up to ${PATIENCE / 1000} s for the database at ${uri} ...`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

const unreached = (uri: string, error: unknown): unknown =>
  error instanceof Fault
    ? new Fault(
        error.code,
        `${error.message.replace(/(; try again)?\.$/, '')} (${uri}): see that it runs there, and check ${NAMES}.`,
        { cause: error.cause },
      )
    : error;

/** Runs a command's work against the given server, the embedded database that runs, or one started for it alone. */
export async function withGraph<T>(config: Config, say: Say, work: (door: Door) => Promise<T>): Promise<T> {
  const { database } = config;
  if (database.kind === 'given') return withDoor(database, say, work);
  const running = await findEngine(database.dataDir);
  if (running) return withDoor(running, say, work);
  const engine = await startEngine({ ...database, say });
  try {
    return await withDoor(engine, say, work);
  } finally {
    await engine.stop();
  }
}

async function withDoor<T>(connection: Connection, say: Say, work: (door: Door) => Promise<T>): Promise<T> {
  const door = openDoor({ ...connection, timeouts: COMMAND });
  try {
    await reach(door, connection.uri, say);
    return await work(door);
  } finally {
    await door.close();
  }
}
