import { readConfig, type EmbeddedDatabase } from '../../src/config.js';
import { startEngine, type Engine } from '../../src/engine/engine.js';
import { TIERS, type TierName } from '../world/tiers.js';
import { folderOf } from './made.js';

/** Java and jars as the product finds them; nothing else of its settings reaches a world. */
export function foundDatabase(): EmbeddedDatabase {
  const { NEO4J_JARS, JAVA_HOME } = process.env;
  return readConfig({ NEO4J_JARS, JAVA_HOME }).database as EmbeddedDatabase;
}

/** Starts the database of a world, with the heap and page cache of its tier; `more` are further settings of Neo4j. */
export function startWorld(
  name: TierName,
  say: (line: string) => void,
  more: Readonly<Record<string, string>> = {},
): Promise<Engine> {
  const { heap, pageCache } = TIERS[name];
  const settings = { 'server.memory.pagecache.size': pageCache, ...more };
  return startEngine({ ...foundDatabase(), dataDir: folderOf(name), heap, settings, say });
}
