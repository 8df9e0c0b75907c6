import type { Config } from '../config.js';
import { findEngine, startEngine, type Connection } from '../engine/engine.js';
import { openDoor, type Door } from '../graph/door.js';
import type { Say } from './prepare-graph.js';

/** How long a command waits for a database that does not answer yet. */
const PATIENCE = 30_000;
const PAUSE = 1_000;

/** Waits, within bounds, until the database answers. */
export async function reach(door: Door): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await door.verify();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** Runs a command's work against the given server, the embedded database that runs, or one started for it alone. */
export async function withGraph<T>(config: Config, say: Say, work: (door: Door) => Promise<T>): Promise<T> {
  const { database } = config;
  if (database.kind === 'given') return withDoor(database, work);
  const running = await findEngine(database.dataDir);
  if (running) return withDoor(running, work);
  const engine = await startEngine({ ...database, say });
  try {
    return await withDoor(engine, work);
  } finally {
    await engine.stop();
  }
}

async function withDoor<T>(connection: Connection, work: (door: Door) => Promise<T>): Promise<T> {
  const door = openDoor(connection);
  try {
    await reach(door);
    return await work(door);
  } finally {
    await door.close();
  }
}
