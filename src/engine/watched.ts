import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CLONE } from './places.js';
import { beginningOf, end } from './process-identity.js';

/** How long a database may take to stop before it is killed: Neo4j's own limit. */
export const PATIENCE = 120_000;

/** How a watched command ended; `failed` says why it could not be started at all. */
export interface Ending {
  readonly code?: number | null;
  readonly signal?: string | null;
  readonly failed?: string;
}

/** A command that does not outlive this process, however this process ends. */
export interface Watched {
  /** Undefined until it has been started. */
  readonly pid: () => number | undefined;
  readonly ended: Promise<Ending>;
  /** Asks it to stop and waits until it has; may be called again. */
  stop(): Promise<Ending>;
}

/** Where the watcher records the process that it starts, and where it keeps what that process prints. */
export interface WatchPlaces {
  readonly record?: string;
  readonly home?: string;
  readonly console?: string;
}

const running = new Set<Watched>();

/** Stops whatever still runs under a watcher, also what has not finished starting, and waits until it has ended. */
export async function stopWatched(): Promise<void> {
  await Promise.all([...running].map((watched) => watched.stop()));
}

/** Starts a command under scripts/watcher.mjs. */
export function watch(
  command: string,
  args: readonly string[],
  onLine: (line: string) => void,
  places: WatchPlaces = {},
): Watched {
  const watcher = join(CLONE, 'scripts', 'watcher.mjs');
  const how = JSON.stringify({ ...places, patience: PATIENCE });
  const child = spawn(process.execPath, [watcher, how, command, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  let pid: number | undefined;
  let began: string | undefined;
  let ending: Ending | undefined;
  createInterface({ input: child.stdout }).on('line', (text) => {
    const message = JSON.parse(text) as Ending & { pid?: number; line?: string };
    if (message.line !== undefined) onLine(message.line);
    else if (message.pid === undefined) ending ??= message;
    else {
      pid = message.pid;
      began = beginningOf(pid);
    }
  });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      if (ending !== undefined) resolve(ending);
      // The watcher itself was killed: what it watched must not go on alone.
      else if (pid === undefined || began === undefined) resolve({ failed: 'its watcher ended' });
      else end({ pid, began }, PATIENCE).then(() => resolve({ failed: 'its watcher ended' }), reject);
    });
  });
  const watched: Watched = {
    pid: () => pid,
    ended,
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
  running.add(watched);
  const over = (): boolean => running.delete(watched);
  ended.then(over, over);
  return watched;
}
