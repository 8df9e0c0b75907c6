import { resolve } from 'node:path';
import {
  ConfigFault,
  oneOf,
  port,
  readAddresses,
  readBudget,
  readOrigins,
  readUri,
  text,
} from './config-values.js';

/** One setting as the README lists it; every value comes from the environment. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
  readonly secret?: true;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All settings, in the README's order. */
export const SETTINGS = [
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address to listen on.' },
  { name: 'PORT', fallback: '4000', meaning: 'Port to listen on; 0 takes any free one.' },
  { name: 'DATA_DIR', fallback: '.data', meaning: 'Folder of the embedded database.' },
  {
    name: 'NEO4J_URI',
    fallback: '',
    meaning: 'A Neo4j server to use instead of the embedded one, e.g. bolt://127.0.0.1:7687 or neo4j+s://...',
  },
  { name: 'NEO4J_USERNAME', fallback: 'neo4j', meaning: 'User on that server.' },
  { name: 'NEO4J_PASSWORD', fallback: '', meaning: 'Password on that server.', secret: true },
  { name: 'NEO4J_DATABASE', fallback: 'neo4j', meaning: 'Database on that server.' },
  { name: 'NEO4J_HEAP', fallback: '1g', meaning: 'Heap of the embedded database, e.g. 512m or 2g.' },
  {
    name: 'NEO4J_BOLT_PORT',
    fallback: '0',
    meaning: 'Bolt port of the embedded database; 0 takes any free one.',
  },
  {
    name: 'NEO4J_JARS',
    fallback: '',
    meaning: "Folder that holds Neo4j's jars; empty has Maven fetch them once into .cache/.",
  },
  { name: 'JAVA_HOME', fallback: '', meaning: 'The JDK to use; empty takes `java` from PATH.' },
  {
    name: 'CORS_ORIGINS',
    fallback: '',
    meaning:
      'Origins whose pages may read /graphql and /q/, separated by commas, e.g. https://maps.example; * for all.',
  },
  {
    name: 'EMBED_ORIGINS',
    fallback: '',
    meaning: 'Origins whose pages may show views of the explorer in a frame, separated by commas; * for all.',
  },
  {
    name: 'RATE_BUDGET',
    fallback: '3000000',
    meaning: 'Cost that one client may ask a minute, at least that of one request; 0 for no bound.',
  },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    meaning:
      'Addresses or networks of proxies whose X-Forwarded-For names the client, separated by commas, e.g. 10.0.0.0/8.',
  },
  {
    name: 'PASS_FORBIDDEN_ON',
    fallback: 'no',
    meaning:
      'Whether files at /q/ also hold what only sources give whose licence forbids passing on: no, or yes where nobody else gets them.',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: `How much is logged: ${LOG_LEVELS.join(', ')}.` },
] as const satisfies readonly Setting[];

/** What the embedded database is started with. */
export interface EmbeddedDatabase {
  readonly kind: 'embedded';
  readonly dataDir: string;
  readonly heap: string;
  /** 0 for any free one. */
  readonly boltPort: number;
  readonly jars?: string;
  readonly javaHome?: string;
}

/** A server that somebody else runs. */
export interface GivenDatabase {
  readonly kind: 'given';
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** All settings, checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Origins whose pages may read the answers; `*` stands for all. */
  readonly corsOrigins: readonly string[];
  /** Origins whose pages may show views of the explorer in a frame; `*` stands for all. */
  readonly embedOrigins: readonly string[];
  /** Cost that one client may ask a minute; 0 for no bound. */
  readonly rateBudget: number;
  /** Proxies that are believed when they name the client. */
  readonly trustedProxies: readonly string[];
  /** Whether files also hold what only sources give whose licence forbids passing on. */
  readonly passForbiddenOn: boolean;
  /** Also set beside a given server; commands look for the embedded database there. */
  readonly dataDir: string;
  readonly database: EmbeddedDatabase | GivenDatabase;
}

export { ConfigFault };

/** Reads and checks all settings; throws one ConfigFault that names every fault, and never a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  // An empty value counts as unset: compose files pass empty ones on.
  const given = (name: (typeof SETTINGS)[number]['name']): string => env[name]?.trim() ?? '';
  const value = (name: (typeof SETTINGS)[number]['name']): string =>
    given(name) || SETTINGS.find((setting) => setting.name === name)!.fallback;
  const read = <T>(name: (typeof SETTINGS)[number]['name'], reader: (text: string) => T): T => {
    try {
      return reader(value(name));
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      faults.push(`${name} ${error.message}`);
      return undefined as T;
    }
  };

  const server = {
    host: read('HOST', text(/^[\w.:-]+$/, 'is a host name or address, e.g. 127.0.0.1')),
    port: read('PORT', port),
    logLevel: read('LOG_LEVEL', oneOf(LOG_LEVELS)),
    corsOrigins: read('CORS_ORIGINS', readOrigins),
    embedOrigins: read('EMBED_ORIGINS', readOrigins),
    rateBudget: read('RATE_BUDGET', readBudget),
    trustedProxies: read('TRUSTED_PROXIES', readAddresses),
    passForbiddenOn: read('PASS_FORBIDDEN_ON', oneOf(['no', 'yes'])) === 'yes',
    dataDir: resolve(value('DATA_DIR')),
  };
  const embedded = {
    heap: read('NEO4J_HEAP', text(/^[1-9]\d*[mg]$/i, 'is a size, e.g. 512m or 2g')),
    boltPort: read('NEO4J_BOLT_PORT', port),
  };
  const uri = given('NEO4J_URI') === '' ? '' : read('NEO4J_URI', readUri);
  const database = read('NEO4J_DATABASE', text(/^[a-z][a-z0-9.-]{2,62}$/i, 'is the name of a database'));
  if (given('NEO4J_URI') === '') {
    for (const name of ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const)
      if (given(name) !== '' && !(name !== 'NEO4J_PASSWORD' && value(name) === 'neo4j'))
        faults.push(`${name} is set but NEO4J_URI is not: set both, or neither for the embedded database.`);
  } else if (env['NEO4J_PASSWORD'] === undefined || env['NEO4J_PASSWORD'] === '') {
    faults.push('NEO4J_PASSWORD is missing: the server in NEO4J_URI needs one.');
  }
  if (faults.length > 0) throw new ConfigFault(faults);

  const { dataDir } = server;
  if (uri !== '') {
    // Untrimmed: a blank may be part of a password.
    const password = env['NEO4J_PASSWORD'] ?? '';
    return {
      ...server,
      database: { kind: 'given', uri, username: value('NEO4J_USERNAME'), password, database },
    };
  }
  const jars = given('NEO4J_JARS');
  const javaHome = given('JAVA_HOME');
  return {
    ...server,
    database: {
      kind: 'embedded',
      dataDir,
      ...embedded,
      ...(jars === '' ? {} : { jars: resolve(jars) }),
      ...(javaHome === '' ? {} : { javaHome }),
    },
  };
}
