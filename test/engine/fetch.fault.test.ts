import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findJars } from '../../src/engine/jars.js';
import { NEO4J_VERSION } from '../../src/engine/places.js';
import { freshFolder, processesOn, until } from '../support/engine-process.js';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = freshFolder('fetch');
  said = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const say = (line: string): void => void said.push(line);
const cache = (): string => join(folder, 'cache');
const kept = (): string[] => readdirSync(join(cache(), `neo4j-${NEO4J_VERSION}`));

/** Stands in for Maven, so that no registry is asked; `$to` is the folder that it has to fill. */
function maven(script: string): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const head = 'for a in "$@"; do case "$a" in -DoutputDirectory=*) to="${a#*=}";; esac; done';
  writeFileSync(join(bin, 'mvn'), `#!/bin/sh\n${head}\n${script}\n`);
  chmodSync(join(bin, 'mvn'), 0o755);
  vi.stubEnv('PATH', `${bin}${delimiter}${dirname(process.execPath)}${delimiter}/usr/bin:/bin`);
}

/** A jar with the one entry that is read of it: an empty zip would not tell the main class. */
function jarWith(name: string, content: string): Buffer {
  const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(path.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(bytes.length, 20);
  entry.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + path.length + bytes.length, 16);
  return Buffer.concat([head, path, bytes, entry, path, end]);
}

describe('fetching the jars', { timeout: 30_000 }, () => {
  it('is told in words, done once, and safe for several at once', async () => {
    const entry = 'META-INF/services/org.neo4j.server.startup.EntryPoint';
    writeFileSync(join(folder, 'jar'), jarWith(entry, '# licence\norg.example.Main\n'));
    maven(`cp ${join(folder, 'jar')} "$to/neo4j-${NEO4J_VERSION}.jar"`);
    const all = await Promise.all([findJars(undefined, say, cache()), fetchElsewhere(), fetchElsewhere()]);
    expect(all[0]).toMatchObject({ version: NEO4J_VERSION, mainClass: 'org.example.Main' });
    expect(kept()).toEqual(['lib']);
    expect(said[0]).toMatch(/^Fetching Neo4j 5\.26\.31 with Maven: 213 files, 123 MB/);
    expect(said.at(-1)).toMatch(/fetched in \d+ s/);
    said = [];
    await findJars(undefined, say, cache());
    expect(said).toEqual([]);
  });

  it.each([
    ['echo "[ERROR] Unknown host repo.example: Name or service not known"; exit 1', 'NO_NETWORK'],
    ['echo "[ERROR] No space left on device"; exit 1', 'DISK_FULL'],
    ['exit 0', 'FETCH_FAILED'],
  ])('that fails leaves no half: %s', async (script, code) => {
    maven(script);
    await expect(findJars(undefined, say, cache())).rejects.toMatchObject({ code });
    expect(kept().filter((name) => name.startsWith('lib.'))).toEqual([]);
  });

  it('says that there is no Maven', async () => {
    vi.stubEnv('PATH', join(folder, 'nothing'));
    await expect(findJars(undefined, say, cache())).rejects.toMatchObject({ code: 'MAVEN_MISSING' });
  });

  it('ends with the process that asked, and the next one clears up', async () => {
    maven(`touch ${folder}/asked; exec sleep 60`);
    const child = elsewhere();
    await until('Maven runs', () => existsSync(join(folder, 'asked')));
    child.kill('SIGKILL');
    await until('Maven has ended', () => processesOn(folder).length === 0);
    expect(kept()[0]).toMatch(/^lib\.\d+$/);
    rmSync(join(folder, 'bin'), { recursive: true });
    maven('exit 1');
    await expect(findJars(undefined, say, cache())).rejects.toMatchObject({ code: 'FETCH_FAILED' });
    expect(kept()).toEqual([]);
  });
});

function elsewhere(): ReturnType<typeof spawn> {
  const jars = JSON.stringify(resolve('src/engine/jars.ts'));
  const code = `import { findJars } from ${jars}; await findJars(undefined, () => {}, ${JSON.stringify(cache())});`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: 'inherit',
  });
}

const fetchElsewhere = (): Promise<void> =>
  new Promise((done, fail) => {
    elsewhere().once('close', (code) => (code === 0 ? done() : fail(new Error(`exit ${code}`))));
  });
