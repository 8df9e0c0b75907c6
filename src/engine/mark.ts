import { readRecord, writeWhole } from './files.js';
import type { Places } from './places.js';
import { StartFault } from './start-fault.js';

/** Below zero when version `a` is older than `b`, above when newer. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Refuses data that a newer Neo4j has written: an older one would not read it, or would spoil it. */
export function refuseNewer({ dataDir, mark }: Places, version: string): void {
  const wrote = readRecord(mark)?.['neo4j'];
  if (typeof wrote !== 'string' || compareVersions(wrote, version) <= 0) return;
  throw new StartFault(
    'DATA_NEWER',
    `The data folder ${dataDir} was written by Neo4j ${wrote}, and this is ${version}: use the newer release of this product (or NEO4J_JARS) with it, or set DATA_DIR to another folder. The folder was not touched.`,
  );
}

/** Records which Neo4j writes the data, before it does; the store format is known once it runs. */
export function writeMark({ mark }: Places, neo4j: string, storeFormat?: string): void {
  const known = storeFormat ?? readRecord(mark)?.['storeFormat'];
  writeWhole(mark, `${JSON.stringify({ neo4j, storeFormat: known }, undefined, 2)}\n`);
}
