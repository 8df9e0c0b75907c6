import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Jars } from './jars.js';
import type { Places } from './places.js';

// Those of Neo4j's own start script; a Java that does not know one ignores it.
const FLAGS = [
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+UnlockExperimentalVMOptions',
  '-XX:+TrustFinalNonStaticFields',
  '-XX:+DisableExplicitGC',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Dio.netty.leakDetection.level=DISABLED',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
  '--enable-native-access=ALL-UNNAMED',
  '-Dlog4j2.disable.jmx=true',
  '-Dlog4j.layout.jsonTemplate.maxStringLength=32768',
  '-Djava.awt.headless=true',
  '-Dfile.encoding=UTF-8',
];

const MEGABYTE = { m: 1, g: 1024 };

const megabytesOf = (heap: string): number =>
  Number.parseInt(heap, 10) * (heap.slice(-1).toLowerCase() === 'g' ? MEGABYTE.g : MEGABYTE.m);

/** The heap to begin with: half a gigabyte, or all of a smaller heap. */
export const firstHeap = (heap: string): string => `${Math.min(512, megabytesOf(heap))}m`;

/** The argument that shows whose database a JVM is. */
export const homeArgument = (home: string): string => `--home-dir=${home}`;

/** What `java` is called with; no secret is among it, since every user of the machine can read it. */
export const jvmArguments = (jars: Jars, { home, conf }: Places, heap: string): readonly string[] => [
  ...['-XX:+IgnoreUnrecognizedVMOptions', `-Xms${firstHeap(heap)}`, `-Xmx${heap}`, ...FLAGS],
  ...['-cp', join(jars.lib, '*'), jars.mainClass],
  ...[homeArgument(home), `--config-dir=${conf}`, '--console-mode'],
];

/** Settings of Neo4j by their names. */
export type Settings = Readonly<Record<string, string>>;

// Folders stand relative to the home, so that no sign in a path needs escaping.
const ownText = (boltPort: number, heap: string): string => `# Written at every start; changes are lost.
server.config.strict_validation.enabled=false
server.directories.data=data
server.directories.logs=logs
server.directories.run=run
server.directories.plugins=plugins
server.directories.import=import
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${boltPort}
server.bolt.advertised_address=127.0.0.1:${boltPort}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
# Otherwise a longer list or text among the parameters is planned anew, which costs more than to answer.
internal.cypher.use_parameter_size=false
db.memory.transaction.max=${Math.max(512, Math.floor(megabytesOf(heap) / 2))}m
db.transaction.timeout=10m
# With it a fact's ties of one kind are walked without those of the others.
db.relationship_grouping_threshold=8
db.tx_log.rotation.size=32m
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
dbms.fleet_manager.enabled=false
server.fleet_discovery.enabled=false
# The API has closed its connections by then; five quiet seconds at every stop would wait for nobody.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
`;

/** Our own settings, and those asked for, which go before ours of the same name. */
export const confText = (boltPort: number, heap: string, more: Settings): string => {
  const own = ownText(boltPort, heap).split('\n');
  const kept = own.filter((line) => !Object.hasOwn(more, line.split('=', 1)[0] ?? ''));
  return (
    kept.join('\n') +
    Object.entries(more)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('')
  );
};

/** Writes neo4j.conf and the folders that it names. */
export function writeConf({ home, conf }: Places, boltPort: number, heap: string, more: Settings): void {
  for (const folder of ['conf', 'logs', 'run', 'plugins', 'import'])
    mkdirSync(join(home, folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(conf, 'neo4j.conf'), confText(boltPort, heap, more), { mode: 0o600 });
}
