// A process that owns an embedded database, for tests that kill it: engine-child.ts <data folder> [Bolt port]
import { startEngine, StartFault } from '../../src/engine/engine.js';

const [dataDir = '', boltPort = '0'] = process.argv.slice(2);
const tell = (word: string, rest: unknown): boolean =>
  process.stdout.write(`${word} ${JSON.stringify(rest)}\n`);

try {
  const engine = await startEngine({
    dataDir,
    heap: '512m',
    boltPort: Number(boltPort),
    say: (line) => tell('say', line),
    ...(process.env['JAVA_HOME'] === undefined ? {} : { javaHome: process.env['JAVA_HOME'] }),
  });
  engine.onExit((fault) => tell('exit', fault.message));
  tell('ready', engine.uri);
  process.on('SIGTERM', () => void engine.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  tell('fault', { code: error.code, message: error.message });
  process.exitCode = 1;
}
