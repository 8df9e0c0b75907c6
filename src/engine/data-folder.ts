import { mkdirSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesIn, type Places } from './places.js';
import { errnoOf, StartFault } from './start-fault.js';

// An empty database takes some 70 MB with its logs; below this it would fail half way through the seed.
const LEAST_FREE = 200 * 1024 * 1024;

/** Makes a data folder ready to be written, or says why it cannot be. */
export function openFolder(dataDir: string): Places {
  try {
    mkdirSync(join(dataDir, 'neo4j'), { recursive: true, mode: 0o700 });
    const probe = join(dataDir, `.probe.${process.pid}`);
    writeFileSync(probe, 'written to see whether it can be', { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull(dataDir, error);
    throw new StartFault(
      'DATA_DIR_UNWRITABLE',
      `The data folder ${dataDir} cannot be written (${code ?? String(error)}): give this user the right to write it, or set DATA_DIR to another folder.`,
      error,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE) throw diskFull(dataDir);
  // The real path, so that a process left behind is known by it whichever way the folder is named.
  return placesIn(realpathSync(dataDir));
}

/** The disk that holds the data is full, or nearly. */
export const diskFull = (dataDir: string, cause?: unknown): StartFault =>
  new StartFault(
    'DISK_FULL',
    `The disk of the data folder ${dataDir} is full (200 MB free are needed): make room, or set DATA_DIR to a folder on another disk.`,
    cause,
  );
