import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findEngine, startEngine } from '../src/engine/engine.js';
import type { Connection } from './arms/connection.js';

/** The database of one world, started by the product's own engine. */
export interface Database {
  readonly connection: Connection;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Memory of the database for a world of so many facts. */
export interface Memory {
  readonly heap: string;
  readonly pageCache: string;
}

const TRANSACTION_MOST = '2g';

/** Takes the database that runs on the folder, or starts one and stops it afterwards. */
export async function openDatabase(
  folder: string,
  memory: Memory,
  say: (line: string) => void,
): Promise<Database> {
  const dataDir = resolve(folder);
  const running = await findEngine(dataDir);
  const pid = (): number =>
    Number((JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number }).pid);
  if (running) return { connection: running, pid: pid(), stop: () => Promise.resolve() };
  const engine = await startEngine({
    dataDir,
    heap: memory.heap,
    settings: {
      'server.memory.pagecache.size': memory.pageCache,
      // A peer that sorts all of a country's facts needs more than the product's own bound leaves it.
      'db.memory.transaction.max': TRANSACTION_MOST,
    },
    say,
  });
  return { connection: engine, pid: pid(), stop: () => engine.stop() };
}
