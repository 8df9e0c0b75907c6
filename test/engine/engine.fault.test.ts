import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEngine } from '../../src/engine/engine.js';
import {
  cleanUp,
  engineProcess,
  freshFolder,
  hasJvm,
  jvmOf,
  processesOn,
  until,
} from '../support/engine-process.js';

let dataDir: string;
beforeEach(() => {
  dataDir = freshFolder('engine');
});
afterEach(() => cleanUp(dataDir), 60_000);

async function ask<T>(query: string): Promise<T[]> {
  const connection = await findEngine(dataDir);
  if (connection === null) throw new Error('No database found.');
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password));
  try {
    const { records } = await driver.executeQuery(query, {}, { database: connection.database });
    return records.map((record) => record.get(0) as T);
  } finally {
    await driver.close();
  }
}

const nothingRuns = (): Promise<void> => until('nothing runs', () => processesOn(dataDir).length === 0);
const kill = (pid: number): void => void process.kill(pid, 'SIGKILL');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('an embedded database', { timeout: 120_000 }, () => {
  it('starts, keeps its data and its secret, refuses a second owner, stops clean, starts again quickly', async () => {
    expect(await findEngine(dataDir)).toBeNull();
    const first = engineProcess(dataDir);
    await first.line('ready');
    await ask("CREATE (:Kept {name: 'x'})");

    const { password } = (await findEngine(dataDir))!;
    expect(password.length).toBeGreaterThan(20);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8', maxBuffer: 1e8 });
    expect(processes).not.toContain(password);
    expect(first.lines.join('\n')).not.toContain(password);
    for (const name of ['password', 'engine.json'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);

    const second = engineProcess(dataDir);
    expect(await second.line('fault')).toMatch(/DATA_DIR_IN_USE.*in use by process \d+.*DATA_DIR/);
    expect(await second.ended).toBe(1);
    expect(await ask('MATCH (n:Kept) RETURN n.name')).toEqual(['x']);

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await nothingRuns();
    expect(existsSync(join(dataDir, 'engine.json'))).toBe(false);
    expect(await findEngine(dataDir)).toBeNull();
    for (const file of filesUnder(join(dataDir, 'neo4j', 'logs')))
      expect(readFileSync(file, 'utf8')).not.toContain(password);

    const began = Date.now();
    const again = engineProcess(dataDir);
    await again.line('ready');
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(await ask('MATCH (n:Kept) RETURN n.name')).toEqual(['x']);
    expect((await findEngine(dataDir))!.password).toBe(password);
  });

  it('goes when its server is killed, and keeps what was committed', async () => {
    const server = engineProcess(dataDir);
    await server.line('ready');
    await ask("CREATE (:Kept {name: 'x'})");
    kill(server.process.pid!);
    // At once, while the database may still be stopping.
    const next = engineProcess(dataDir);
    await next.line('ready');
    expect(await ask('MATCH (n:Kept) RETURN n.name')).toEqual(['x']);
    kill(next.process.pid!);
    await nothingRuns();
  });

  it('is told of when killed itself, alone or with its watcher, and leaves nothing running', async () => {
    const server = engineProcess(dataDir);
    await server.line('ready');
    kill(jvmOf(dataDir));
    expect(await server.line('exit')).toMatch(/ended by itself \(signal SIGKILL\)/);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await nothingRuns();

    const next = engineProcess(dataDir);
    await next.line('ready');
    kill(watcherOf());
    expect(await next.line('exit')).toMatch(/its watcher ended/);
    next.process.kill('SIGTERM');
    await nothingRuns();
  });

  it('is replaced when server and watcher were killed and left it behind', async () => {
    const server = engineProcess(dataDir);
    await server.line('ready');
    const left = jvmOf(dataDir);
    kill(watcherOf());
    kill(server.process.pid!);
    await server.ended;
    expect(processesOn(dataDir)).toEqual([left]);
    expect(await findEngine(dataDir)).toBeNull();

    const next = engineProcess(dataDir);
    await next.line('ready');
    expect(next.lines.join('\n')).toContain(`left behind (process ${left})`);
    expect(processesOn(dataDir)).not.toContain(left);
  });

  it('survives both killed', async () => {
    const server = engineProcess(dataDir);
    await server.line('ready');
    const jvm = jvmOf(dataDir);
    kill(server.process.pid!);
    kill(jvm);
    await nothingRuns();
    await engineProcess(dataDir).line('ready');
  });

  it('survives kills at any point of its first start', async () => {
    const password = join(dataDir, 'password');
    const console = join(dataDir, 'neo4j', 'logs', 'console.log');
    const said = (text: string): boolean =>
      existsSync(console) && readFileSync(console, 'utf8').includes(text);
    for (const [what, holds] of [
      ['the password is written', () => existsSync(password)],
      ['the JVM runs', () => hasJvm(dataDir)],
      ['the database starts', () => said('Starting')],
      ['the database has started and the password is being set', () => said('Started.')],
    ] as const) {
      rmSync(console, { force: true });
      const server = engineProcess(dataDir);
      await until(what, holds);
      kill(server.process.pid!);
      await nothingRuns();
    }
    const server = engineProcess(dataDir);
    await server.line('ready');
    expect(await ask('RETURN 1')).toHaveLength(1);
  });

  it('says in one line that its password is not the right one', async () => {
    const server = engineProcess(dataDir);
    await server.line('ready');
    server.process.kill('SIGTERM');
    await server.ended;
    writeFileSync(join(dataDir, 'password'), 'something-else\n');
    const next = engineProcess(dataDir);
    expect(await next.line('fault')).toMatch(/PASSWORD_REFUSED/);
    expect(await next.ended).toBe(1);
    await nothingRuns();
  });

  const watcherOf = (): number =>
    Number(
      execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
        .split('\n')
        .find((line) => line.includes('watcher.mjs') && line.includes(dataDir))
        ?.trim()
        .split(' ')[0],
    );
});
