import { readConfig, type EmbeddedDatabase } from '../../src/config.js';
import { startEngine, type Engine } from '../../src/engine/engine.js';
import { TIERS, type Tier, type TierName } from '../world/tiers.js';
import { folderOf } from './made.js';

/** Java and jars as the product finds them; nothing else of its settings reaches a world. */
export function foundDatabase(): EmbeddedDatabase {
  const { NEO4J_JARS, JAVA_HOME } = process.env;
  return readConfig({ NEO4J_JARS, JAVA_HOME }).database as EmbeddedDatabase;
}

/** Starts the database that is kept for a world; `more` are further settings of Neo4j. */
export const startWorld = (
  name: TierName,
  say: (line: string) => void,
  more: Readonly<Record<string, string>> = {},
): Promise<Engine> => startWorldIn(folderOf(name), TIERS[name], say, more);

/** The same in any data folder, with the heap and page cache of a tier. */
export function startWorldIn(
  dataDir: string,
  { heap, pageCache }: Pick<Tier, 'heap' | 'pageCache'>,
  say: (line: string) => void,
  more: Readonly<Record<string, string>> = {},
): Promise<Engine> {
  const settings = { 'server.memory.pagecache.size': pageCache, ...more };
  return startEngine({ ...foundDatabase(), dataDir, heap, settings, say });
}
