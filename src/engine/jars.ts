import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jarEntry } from './jar-entry.js';
import { fetchFault } from './maven.js';
import { CLONE, NEO4J_VERSION } from './places.js';
import { beginningOf } from './process-identity.js';
import { errnoOf, StartFault } from './start-fault.js';
import { watch } from './watched.js';

/** Neo4j as a folder of jars. */
export interface Jars {
  readonly lib: string;
  readonly version: string;
  readonly mainClass: string;
}

const ENTRY = 'META-INF/services/org.neo4j.server.startup.EntryPoint';
const ABOUT = 213;
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/** The jars to start: those of `given`, else the clone's own, which Maven fetches the first time. */
export async function findJars(
  given: string | undefined,
  say: (line: string) => void,
  cache = join(CLONE, '.cache'),
): Promise<Jars> {
  if (given !== undefined) {
    const jars = jarsIn(given);
    if (jars !== undefined) return jars;
    throw new StartFault(
      'JARS_MISSING',
      `NEO4J_JARS (${given}) holds no neo4j-<version>.jar: name a folder with all of Neo4j's jars, or unset it to have them fetched.`,
    );
  }
  const folder = join(cache, `neo4j-${NEO4J_VERSION}`);
  const lib = join(folder, 'lib');
  const there = jarsIn(lib);
  if (there !== undefined) return there;
  await fetchJars(folder, lib, say);
  const fetched = jarsIn(lib);
  if (fetched === undefined)
    throw new StartFault(
      'FETCH_FAILED',
      `Maven left no usable jars in ${lib}: remove that folder and start again.`,
    );
  return fetched;
}

function jarsIn(lib: string): Jars | undefined {
  const jar = namesIn(lib).find((name) => /^neo4j-\d+\.\d+\.\d+\.jar$/.test(name));
  if (jar === undefined) return undefined;
  // Each line of Neo4j names its own main class.
  const mainClass = jarEntry(join(lib, jar), ENTRY)
    ?.split('\n')
    .find((line) => /^\w/.test(line))
    ?.trim();
  if (mainClass === undefined) return undefined;
  return { lib, version: jar.slice('neo4j-'.length, -'.jar'.length), mainClass };
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

async function fetchJars(folder: string, lib: string, say: (line: string) => void): Promise<void> {
  // Several starts may fetch at once: each into a folder of its own, and the first to finish gives its name to all.
  const own = join(folder, `lib.${process.pid}`);
  mkdirSync(own, { recursive: true });
  for (const name of namesIn(folder)) {
    const pid = Number(/^lib\.(\d+)$/.exec(name)?.[1] ?? process.pid);
    if (beginningOf(pid) === undefined) rmSync(join(folder, name), { recursive: true, force: true });
  }
  try {
    await runMaven(own, say);
    renameSync(own, lib);
  } catch (error) {
    const code = errnoOf(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

async function runMaven(to: string, say: (line: string) => void): Promise<void> {
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  say(`Fetching Neo4j ${NEO4J_VERSION} with Maven: ${ABOUT} files, 123 MB, under a minute, this once ...`);
  const printed: string[] = [];
  let files = 0;
  const maven = watch(
    'mvn',
    [
      ...['-B', '-f', join(CLONE, 'neo4j', 'pom.xml'), `-Dneo4j.version=${NEO4J_VERSION}`],
      // A dead network is told within seconds, not after Maven's half hour.
      ...['-Daether.connector.connectTimeout=15000', '-Daether.connector.requestTimeout=60000'],
      // By its full name: without a network the short one fails with words about plugin groups. With -U, since
      // Maven otherwise remembers for a day that an artifact could not be had.
      ...['-Dmaven.wagon.rto=60000', '-U', `${PLUGIN}:copy-dependencies`],
      ...['-DincludeScope=runtime', `-DoutputDirectory=${to}`],
    ],
    (line) => {
      if (/Downloaded from .*\.jar/.test(line)) files += 1;
      printed.push(line);
    },
  );
  const progress = setInterval(
    () => say(`  ${files} of about ${ABOUT} files fetched, ${seconds()} s`),
    5_000,
  );
  try {
    const ending = await maven.ended;
    if (ending.code !== 0) throw fetchFault(ending, printed);
  } finally {
    clearInterval(progress);
  }
  say(`Neo4j ${NEO4J_VERSION} fetched in ${Math.max(1, seconds())} s.`);
}
