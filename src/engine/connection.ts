import { resolve } from 'node:path';
import { realpathSync, rmSync } from 'node:fs';
import { readRecord, writeWhole } from './files.js';
import { isOwned } from './owner.js';
import { placesIn, type Places } from './places.js';
import { runs, type ProcessIdentity } from './process-identity.js';
import { DATABASE, USER } from './password.js';

/** How to reach a database. */
export interface Connection {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

export const uriOf = (boltPort: number): string => `bolt://127.0.0.1:${boltPort}`;

/** Leaves word for commands how to reach the running database. */
export function leaveWord(
  { connection }: Places,
  word: ProcessIdentity & { port: number; password: string },
): void {
  writeWhole(connection, `${JSON.stringify({ ...word, user: USER }, undefined, 2)}\n`);
}

export const removeWord = ({ connection }: Places): void => rmSync(connection, { force: true });

/** The embedded database that runs on a data folder, or null when none does or it is still starting. */
export async function findEngine(dataDir: string): Promise<Connection | null> {
  const places = placesIn(realPath(dataDir));
  const word = readRecord(places.connection);
  const { port, user, password, pid, began } = word ?? {};
  if (typeof port !== 'number' || typeof password !== 'string' || typeof user !== 'string') return null;
  if (typeof pid !== 'number' || typeof began !== 'string' || !runs({ pid, began })) return null;
  if (!(await isOwned(places))) return null;
  return { uri: uriOf(port), username: user, password, database: DATABASE };
}

const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};
