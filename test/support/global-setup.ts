import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../../src/engine/engine.js';
import { startEngine } from '../../src/engine/engine.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's own database; there only when a test of the run asks for it. */
    neo4j: Connection;
  }
}

const asksForIt = (path: string): boolean =>
  path.endsWith('.db.test.ts') || /inject\('neo4j'\)|testEngine\(/.test(readFileSync(path, 'utf8'));

/** One database for all tests of a run, in a folder of its own, so that runs may stand side by side. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Not among vitest's types; without it every file counts, and at worst a database runs that nobody asks.
  const { filenamePattern } = project.vitest as { filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  if (!testFiles.some(asksForIt)) return undefined;
  const dataDir = resolve('.test-data', `${process.pid}-${project.name}`);
  const { JAVA_HOME: javaHome, NEO4J_JARS: jars } = process.env;
  const engine = await startEngine({
    dataDir,
    heap: '1g',
    // World follows world, and what was planned on one holds on the next, since walks name their indexes.
    settings: { 'dbms.cypher.min_replan_interval': '1h' },
    say: (line) => process.stderr.write(`${line}\n`),
    ...(jars === undefined || jars === '' ? {} : { jars }),
    ...(javaHome === undefined || javaHome === '' ? {} : { javaHome }),
  });
  const { uri, username, password, database } = engine;
  project.provide('neo4j', { uri, username, password, database });
  return async () => {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
