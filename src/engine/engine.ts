import { resolve } from 'node:path';
import { freePort } from './bolt-port.js';
import { leaveWord, removeWord, uriOf, type Connection } from './connection.js';
import { openFolder } from './data-folder.js';
import { launch, type Running } from './launch.js';
import { findJars } from './jars.js';
import { findJava } from './java.js';
import { stopLeftBehind } from './left-behind.js';
import { refuseNewer, writeMark } from './mark.js';
import { takeOwnership } from './owner.js';
import { DATABASE, keptPassword, signIn, storeFormat, USER } from './password.js';
import type { Places } from './places.js';
import { StartFault } from './start-fault.js';

export { findEngine, type Connection } from './connection.js';
export { StartFault, type StartFaultCode } from './start-fault.js';
export { stopWatched } from './watched.js';

/** What the embedded database is started with; `say` gets a line of progress at a time. */
export interface EngineOptions {
  readonly dataDir: string;
  readonly heap: string;
  readonly say: (line: string) => void;
  /** Settings of Neo4j beside our own, by their names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** 0, or absent, for any free one. */
  readonly boltPort?: number;
  readonly jars?: string;
  readonly javaHome?: string;
}

/** A running embedded database. */
export interface Engine extends Connection {
  /** Stops it cleanly and waits until it has ended; may be called again. */
  stop(): Promise<void>;
  /** Tells when the database ends by itself; also when it already has. */
  onExit(tell: (fault: StartFault) => void): void;
}

const START_LIMIT = 10 * 60_000;
const PORT_TRIES = 3;

/** Starts the embedded database on a data folder; refuses with a StartFault, and then leaves nothing running. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { heap, settings = {}, say } = options;
  const places = openFolder(resolve(options.dataDir));
  const owner = await takeOwnership(places);
  try {
    removeWord(places);
    await stopLeftBehind(places, say);
    const java = await findJava(options.javaHome);
    const jars = await findJars(options.jars, say);
    refuseNewer(places, jars.version);
    const password = keptPassword(places);
    writeMark(places, jars.version);

    const began = Date.now();
    say(`Starting Neo4j ${jars.version} on ${places.dataDir} (some six seconds) ...`);
    const running = await launchOnPort(options.boltPort ?? 0, (port) =>
      launch(java, jars, places, { heap, port, settings, say }),
    );
    try {
      await ready(running, password, places, jars.version);
    } catch (error) {
      await running.stop();
      throw error;
    }
    say(`Neo4j is ready after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    return engineOf(running, password, places, () => owner.release());
  } catch (error) {
    owner.release();
    throw error;
  }
}

/** A free port may be taken by another process before the database has it; then the next one is tried. */
async function launchOnPort(wanted: number, start: (port: number) => Promise<Running>): Promise<Running> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start(await freePort(wanted));
    } catch (error) {
      const again = error instanceof StartFault && error.code === 'PORT_TAKEN' && wanted === 0;
      if (!again || tries === PORT_TRIES) throw error;
    }
  }
}

async function ready(running: Running, password: string, places: Places, version: string): Promise<void> {
  const uri = uriOf(running.port);
  const gone = running.ended.then((fault) => Promise.reject(fault));
  // It may also end later, when nobody waits here any more.
  gone.catch(() => undefined);
  await Promise.race([signIn(uri, password, places, Date.now() + START_LIMIT), gone]);
  writeMark(places, version, await Promise.race([storeFormat(uri, password), gone]));
  leaveWord(places, { port: running.port, password, pid: running.pid, began: running.began });
}

function engineOf(running: Running, password: string, places: Places, release: () => void): Engine {
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    removeWord(places);
    try {
      await running.stop();
    } finally {
      release();
    }
  };
  return {
    uri: uriOf(running.port),
    username: USER,
    password,
    database: DATABASE,
    stop: () => (stopped ??= stop()),
    onExit: (tell) => {
      void running.ended.then((fault) => {
        if (stopped === undefined) tell(fault);
      });
    },
  };
}
