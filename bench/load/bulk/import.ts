import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../../../src/engine/data-folder.js';
import { findJars } from '../../../src/engine/jars.js';
import { findJava } from '../../../src/engine/java.js';
import { writeConf } from '../../../src/engine/jvm.js';
import { foundDatabase } from '../start.js';
import { BETWEEN } from './table.js';

const CODE = BETWEEN.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');

/** Has Neo4j's bulk importer fill the empty database of a data folder; `files` as its arguments name them. */
export async function importInto(
  dataDir: string,
  files: readonly string[],
  memory: { readonly heap: string; readonly offHeap: string },
  say: (line: string) => void,
): Promise<void> {
  const { jars: given, javaHome } = foundDatabase();
  const [java, { lib }] = [await findJava(javaHome), await findJars(given, say)];
  const places = openFolder(dataDir);
  // The importer asks for a configuration; no database listens on any port while it runs.
  writeConf(places, 0, memory.heap, {});
  const log = join(dataDir, 'import.log');
  const out = openSync(log, 'w', 0o600);
  const importer = spawn(
    java,
    [
      ...[`-Xmx${memory.heap}`, '-cp', join(lib, '*'), 'org.neo4j.cli.AdminTool'],
      ...['database', 'import', 'full', 'neo4j', '--id-type=string', `--array-delimiter=U+${CODE}`],
      ...[`--max-off-heap-memory=${memory.offHeap}`, '--bad-tolerance=0'],
      ...files,
    ],
    {
      cwd: dataDir,
      stdio: ['ignore', out, out],
      env: { ...process.env, NEO4J_HOME: places.home, NEO4J_CONF: places.conf },
    },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    importer.once('error', reject);
    importer.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The bulk importer ended with ${code}; its own words are in ${log}.`);
}
