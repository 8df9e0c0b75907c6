import { chmodSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../src/engine/bolt-port.js';
import { openFolder } from '../../src/engine/data-folder.js';
import { databaseFault } from '../../src/engine/database-fault.js';
import { StartFault } from '../../src/engine/engine.js';
import { findJars } from '../../src/engine/jars.js';
import { findJava, javaMajor } from '../../src/engine/java.js';
import { firstHeap } from '../../src/engine/jvm.js';
import { compareVersions, refuseNewer, writeMark } from '../../src/engine/mark.js';
import { fetchFault } from '../../src/engine/maven.js';
import { placesIn } from '../../src/engine/places.js';
import { OTHER_WAYS } from '../../src/engine/start-fault.js';
import { watch } from '../../src/engine/watched.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cg-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const program = (name: string, script: string): void => {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
};

async function faultOf(work: () => unknown): Promise<{ code: string; message: string }> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    expect(error.message).not.toContain('\n');
    return { code: error.code, message: error.message };
  }
  throw new Error('It did not refuse.');
}

describe('java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_402"', 8],
    ['nonsense', undefined],
  ])('reads %s', (printed, major) => expect(javaMajor(printed)).toBe(major));

  it('says that there is none, and the three ways out', async () => {
    vi.stubEnv('PATH', join(folder, 'bin'));
    expect(await faultOf(() => findJava())).toEqual({
      code: 'JAVA_MISSING',
      message: `No working Java on PATH: Neo4j needs a JDK of 17 or newer. Install one, or set JAVA_HOME to one. ${OTHER_WAYS}`,
    });
    expect(OTHER_WAYS).toMatch(/NEO4J_URI.*compose\.yaml/);
  });

  it('says that it is too old', async () => {
    program('java', `echo 'openjdk version "11.0.2" 2019-01-15' >&2`);
    vi.stubEnv('PATH', `${join(folder, 'bin')}:/usr/bin:/bin`);
    const { code, message } = await faultOf(() => findJava());
    expect(code).toBe('JAVA_TOO_OLD');
    expect(message).toContain('The Java on PATH is version 11: Neo4j needs a JDK of 17 or newer.');
  });

  it('names JAVA_HOME when that is what is wrong', async () => {
    expect((await faultOf(() => findJava(folder))).message).toContain(`in JAVA_HOME (${folder})`);
  });
});

describe('the jars', () => {
  it('says that Maven is missing', () => {
    const { code, message } = fetchFault({ failed: 'ENOENT' }, []);
    expect(code).toBe('MAVEN_MISSING');
    expect(message).toMatch(/No Maven .* Install it, .*NEO4J_JARS.*NEO4J_URI.*compose\.yaml/);
  });

  it('learns from the watcher that a command is missing', async () => {
    expect(await watch('no-such-command', [], () => undefined).ended).toMatchObject({ failed: 'ENOENT' });
  });

  it.each([
    [
      'Plugin x or one of its dependencies could not be resolved: transfer failed for y: Unknown host repo.example: Temporary failure in name resolution -> [Help 1]',
      'NO_NETWORK',
    ],
    ['Could not transfer artifact x from/to central: repo.example: Name or service not known', 'NO_NETWORK'],
    ['Could not transfer artifact x: Connect to repo.example:443 failed: connect timed out', 'NO_NETWORK'],
    ['Cannot access central in offline mode', 'NO_NETWORK'],
    ['copy failed: No space left on device', 'DISK_FULL'],
    ['Could not find artifact org.neo4j:neo4j:jar:5.26.31', 'FETCH_FAILED'],
  ])('reads Maven: %s', (line, code) => {
    const fault = fetchFault({ code: 1 }, ['[INFO] x', `[ERROR] ${line}`]);
    expect(fault.code).toBe(code);
    if (code === 'FETCH_FAILED') expect(fault.message).toContain(line);
  });

  it('refuses a folder without them', async () => {
    const { code, message } = await faultOf(() => findJars(folder, () => undefined));
    expect([code, message]).toEqual(['JARS_MISSING', expect.stringContaining(folder)]);
  });
});

describe('the data folder', () => {
  it('says that it cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, message } = await faultOf(() => openFolder(join(folder, 'file', 'data')));
    expect(code).toBe('DATA_DIR_UNWRITABLE');
    expect(message).toMatch(/cannot be written \(ENOTDIR\).*DATA_DIR/);
  });

  it('is known by its real path', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'));
    expect(openFolder(join(folder, 'link')).dataDir).toBe(join(folder, 'real'));
  });

  it('is refused when a newer Neo4j wrote it, and left alone', async () => {
    const places = placesIn(folder);
    writeMark(places, '2026.09.0', 'block-block-1.1');
    const { code, message } = await faultOf(() => refuseNewer(places, '5.26.31'));
    expect(code).toBe('DATA_NEWER');
    expect(message).toMatch(/written by Neo4j 2026\.09\.0, and this is 5\.26\.31.*DATA_DIR/);
    refuseNewer(places, '2026.10.0');
  });

  it.each([
    ['5.26.31', '5.26.31', 0],
    ['5.26.4', '5.26.31', -1],
    ['2026.09.0', '5.26.31', 1],
  ])('compares %s with %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));
});

describe('the Bolt port', () => {
  it('is any free one, or the wanted one, or refused', async () => {
    expect(await freePort(0)).toBeGreaterThan(1023);
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const { code, message } = await faultOf(() => freePort(port));
    server.close();
    expect(code).toBe('PORT_TAKEN');
    expect(message).toMatch(new RegExp(`${port}.*EADDRINUSE.*NEO4J_BOLT_PORT`));
  });
});

describe('a database that ended', () => {
  it.each([
    ['java.net.BindException: Address already in use', 'PORT_TAKEN'],
    ['java.io.IOException: No space left on device', 'DISK_FULL'],
    ['Lock file has been locked by another process: x could not be locked', 'DATA_DIR_IN_USE'],
    ['Error: Could not reserve enough space for object heap', 'OUT_OF_MEMORY'],
    ['anything else', 'DATABASE_FAILED'],
  ])('reads: %s', (line, code) => {
    const fault = databaseFault(placesIn(folder), 7687, { code: 1 }, ['INFO x', line]);
    expect(fault.code).toBe(code);
    expect(fault.message).not.toContain('\n');
  });

  it('begins with no more heap than it may have', () => {
    expect(['256m', '1g', '2G'].map(firstHeap)).toEqual(['256m', '512m', '512m']);
  });
});
