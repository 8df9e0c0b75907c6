import { rmSync } from 'node:fs';
import { readRecord } from './files.js';
import { homeArgument } from './jvm.js';
import type { Places } from './places.js';
import { argumentsOf, end, runs, type ProcessIdentity } from './process-identity.js';
import { PATIENCE } from './watched.js';

/** The JVM that a killed server left on this folder; its id, beginning and home must all be the recorded ones. */
export function leftBehind({ jvm, home }: Places): ProcessIdentity | undefined {
  const { pid, began, home: recorded } = readRecord(jvm) ?? {};
  if (typeof pid !== 'number' || typeof began !== 'string' || recorded !== home) return undefined;
  if (!runs({ pid, began }) || !argumentsOf(pid).includes(homeArgument(home))) return undefined;
  return { pid, began };
}

/** Stops a JVM that was left behind, and waits for one that is stopping. */
export async function stopLeftBehind(places: Places, say: (line: string) => void): Promise<void> {
  const left = leftBehind(places);
  if (left !== undefined) {
    say(`Stopping the database that an earlier run left behind (process ${left.pid}) ...`);
    await end(left, PATIENCE);
  }
  rmSync(places.jvm, { force: true });
}
