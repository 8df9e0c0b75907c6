import { rmSync } from 'node:fs';
import { databaseFault } from './database-fault.js';
import type { Jars } from './jars.js';
import { jvmArguments, writeConf, type Settings } from './jvm.js';
import type { Places } from './places.js';
import { beginningOf, type ProcessIdentity } from './process-identity.js';
import { StartFault } from './start-fault.js';
import { watch } from './watched.js';

/** A JVM whose database takes connections. */
export interface Running extends ProcessIdentity {
  readonly port: number;
  /** Why it ended, once it has. */
  readonly ended: Promise<StartFault>;
  stop(): Promise<void>;
}

const STARTED = /\bStarted\.\s*$/;
const KEPT_LINES = 400;
const TELL_AFTER = 15_000;

/** What a start asks of the JVM and of Neo4j. */
export interface Asked {
  readonly heap: string;
  readonly port: number;
  readonly settings: Settings;
  readonly say: (line: string) => void;
}

/** Starts the JVM and waits until it says that it has started. */
export async function launch(
  java: string,
  jars: Jars,
  places: Places,
  { heap, port, settings, say }: Asked,
): Promise<Running> {
  writeConf(places, port, heap, settings);
  const printed: string[] = [];
  let tellStarted = (): void => undefined;
  const started = new Promise<void>((resolve) => (tellStarted = resolve));
  const { jvm: record, home, console } = places;
  const watched = watch(
    java,
    jvmArguments(jars, places, heap),
    (line) => {
      printed.push(line);
      if (printed.length > KEPT_LINES) printed.shift();
      if (STARTED.test(line)) tellStarted();
    },
    { record, home, console },
  );
  const ended = watched.ended.then((ending) => {
    rmSync(record, { force: true });
    return databaseFault(places, port, ending, printed);
  });
  const began = Date.now();
  const waiting = setInterval(() => {
    say(
      `  Neo4j is still starting, ${Math.round((Date.now() - began) / 1000)} s (after a crash it recovers its data) ...`,
    );
  }, TELL_AFTER);
  try {
    const fault = await Promise.race([started, ended]);
    if (fault instanceof StartFault) throw fault;
  } finally {
    clearInterval(waiting);
  }
  const pid = watched.pid();
  const beginning = pid === undefined ? undefined : beginningOf(pid);
  if (pid === undefined || beginning === undefined) throw await ended;
  const stop = async (): Promise<void> => {
    await watched.stop();
    await ended;
  };
  return { pid, began: beginning, port, ended, stop };
}
