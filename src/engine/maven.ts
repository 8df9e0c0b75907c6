import { OTHER_WAYS, StartFault } from './start-fault.js';
import type { Ending } from './watched.js';

const NO_NETWORK =
  /UnknownHost|unknown host|Name or service not known|Temporary failure in name resolution|Network is unreachable|No route to host|Connection refused|[Cc]onnect(?:ion)? timed out|Read timed out|offline mode|Connection reset/i;

/** Why Maven did not fetch the jars, by how it ended and what it printed. */
export function fetchFault(ending: Ending, printed: readonly string[]): StartFault {
  const text = printed.join('\n');
  if (ending.failed === 'ENOENT')
    return new StartFault(
      'MAVEN_MISSING',
      `No Maven (\`mvn\`) on PATH: it fetches Neo4j's jars, once. Install it, or set NEO4J_JARS to a folder that holds them. ${OTHER_WAYS}`,
    );
  if (/No space left on device/.test(text))
    return new StartFault(
      'DISK_FULL',
      'The disk is full: Maven could not keep the jars of Neo4j (123 MB here and in its own repository). Make room, then start again.',
    );
  if (NO_NETWORK.test(text))
    return new StartFault(
      'NO_NETWORK',
      `Maven could not reach its repository to fetch Neo4j's jars: connect to the network (or give Maven its proxy or mirror in ~/.m2/settings.xml) and start again, or set NEO4J_JARS to a folder that holds them. ${OTHER_WAYS}`,
    );
  const first = printed.find((line) => line.startsWith('[ERROR]'))?.slice('[ERROR] '.length);
  const why = first ?? ending.failed ?? `exit ${ending.code ?? ending.signal ?? 'unknown'}`;
  return new StartFault('FETCH_FAILED', `Maven could not fetch Neo4j's jars: ${why} ${OTHER_WAYS}`);
}
