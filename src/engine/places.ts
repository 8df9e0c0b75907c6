import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's root; the same from src/engine and from dist/engine. */
export const CLONE = fileURLToPath(new URL('../../', import.meta.url));

/** The Neo4j that the product embeds: one line, so that a newer Java never migrates anybody's data. */
export const NEO4J_VERSION = '5.26.31';

/** Every file that the engine keeps for a data folder. */
export interface Places {
  readonly dataDir: string;
  /** Link to the owner's socket. */
  readonly owner: string;
  /** How commands reach the running database; holds the password. */
  readonly connection: string;
  readonly password: string;
  /** Which Neo4j wrote the data. */
  readonly mark: string;
  /** The JVM that was started last; proves that a process is ours. */
  readonly jvm: string;
  readonly home: string;
  readonly conf: string;
  /** What the JVM printed. */
  readonly console: string;
}

/** The files of a data folder. */
export function placesIn(dataDir: string): Places {
  const home = join(dataDir, 'neo4j');
  return {
    dataDir,
    owner: join(dataDir, 'owner.sock'),
    connection: join(dataDir, 'engine.json'),
    password: join(dataDir, 'password'),
    mark: join(dataDir, 'written-by.json'),
    jvm: join(dataDir, 'jvm.json'),
    home,
    conf: join(home, 'conf'),
    console: join(home, 'logs', 'console.log'),
  };
}
