import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findEngine } from '../../src/engine/engine.js';
import { cleanUp, freshFolder, hasJvm, jvmOf, processesOn, until } from '../support/engine-process.js';
import {
  askSaved,
  command,
  launchProduct,
  startProduct,
  stopProducts,
  type Product,
} from '../support/product.js';

let folder: string;
const dataDir = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = freshFolder('product');
});
afterEach(stopProducts);
afterAll(() => cleanUp(folder));

/** The content's hash, and the saved question's answer, after a start that nothing disturbed. */
let undisturbed: string;
let answer: unknown;

const SIGKILL = 'SIGKILL';
const kill = (pid: number): void => void process.kill(pid, SIGKILL);
const lines = (output: string): string[] => output.trim().split('\n');
const nothingRuns = (dir: string): Promise<void> =>
  until('database and watcher end', () => processesOn(dir).length === 0);
const hashOf = async (dir: string): Promise<string> => (await command('hash', { dataDir: dir })).answer;

async function inDatabase(dir: string, ...statements: string[]): Promise<void> {
  const { uri, username, password, database } = (await findEngine(dir))!;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  for (const statement of statements) await driver.executeQuery(statement, {}, { database });
  await driver.close();
}

/** Waits for an end that the database brought about: one line says why, and nothing goes on. */
async function endsWith(product: Product, dir: string, why: RegExp): Promise<void> {
  expect(await product.exited).toBe(1);
  const told = lines(product.output()).filter((line) => why.test(line));
  expect(told).toHaveLength(1);
  expect(product.output()).not.toMatch(/^\s+at /m);
  await nothingRuns(dir);
}

describe('the product at rest', { timeout: 240_000 }, () => {
  const rest = (): string => dataDir('rest');
  const start = (env = {}): Promise<Product & { address: string }> => startProduct({ dataDir: rest(), env });

  it('answers, lets commands in, refuses a second start, is killed, and starts again with the same content', async () => {
    const first = await start();
    answer = await askSaved(first.address);
    expect(JSON.stringify(answer)).toMatch(/Egypt.*India/);
    undisturbed = await hashOf(rest());
    expect(undisturbed).toMatch(/^[0-9a-f]{64}$/);
    expect((await command('rebuild', { dataDir: rest() })).code).toBe(0);
    expect(await hashOf(rest())).toBe(undisturbed);

    const second = launchProduct({ dataDir: rest() });
    expect(await second.exited).toBe(1);
    expect(lines(second.output())).toEqual([
      expect.stringMatching(/^The data folder .* is in use by process \d+: stop that one, or set DATA_DIR/),
    ]);
    expect(await askSaved(first.address)).toEqual(answer);

    await inDatabase(rest(), 'DROP INDEX fact_key', 'DROP CONSTRAINT claim_id');
    kill(first.pid);
    const next = await start();
    expect(next.output()).toContain(
      'Made or mended constraints and indexes: claim_id is missing; fact_key is missing.',
    );
    expect(next.output()).not.toContain('seed');
    expect(await hashOf(rest())).toBe(undisturbed);

    kill(jvmOf(rest()));
    await endsWith(next, rest(), /^The embedded database ended by itself \(signal SIGKILL\)/);
  });

  it('starts again when server and database are killed at once', async () => {
    const server = await start();
    expect(await hashOf(rest())).toBe(undisturbed);
    const jvm = jvmOf(rest());
    kill(server.pid);
    kill(jvm);
    expect(await server.exited).toBeNull();
    await nothingRuns(rest());
  });

  it('says in one line that its port is taken, and stops the database', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as AddressInfo;
    const server = launchProduct({ dataDir: rest(), env: { PORT: String(port) } });
    await endsWith(
      server,
      rest(),
      new RegExp(`^The API cannot listen on 127\\.0\\.0\\.1, port ${port} \\(EADDRINUSE\\)`),
    );
    taken.close();
  });

  it('on two signals under load ends what runs, refuses the rest, and exits with 0', async () => {
    const server = await start();
    const answers: string[] = [];
    let asking = true;
    // Planned once before the load, or its first requests would wait for that together.
    const answered = (): Promise<boolean> =>
      askSaved(server.address).then(
        () => true,
        () => false,
      );
    while (!(await answered())) await pause(100);
    const load = Array.from({ length: 8 }, async () => {
      while (asking) {
        await askSaved(server.address).then(
          () => answers.push('answered'),
          (error: Error) => {
            asking = false;
            answers.push(/stopping|fetch failed/.test(error.message) ? 'refused' : error.message);
          },
        );
      }
    });
    await until('the load is on', () => answers.length > 10, 90_000);
    const began = Date.now();
    server.signal('SIGTERM');
    setTimeout(() => server.signal('SIGINT'), 20);
    expect(await server.exited).toBe(0);
    expect(Date.now() - began).toBeLessThan(20_000);
    await Promise.all(load);
    expect(new Set(answers)).toEqual(new Set(['answered', 'refused']));
    expect(processesOn(rest())).toEqual([]);
    expect(await findEngine(rest())).toBeNull();
    expect(lines(server.output()).filter((line) => line.startsWith('Stopping'))).toHaveLength(1);
  });

  it('keeps its content when a command starts the database for itself', async () => {
    const rebuilt = await command('rebuild', { dataDir: rest() });
    expect(rebuilt).toMatchObject({ code: 0, answer: expect.stringContaining('worked out anew') as string });
    expect(processesOn(rest())).toEqual([]);
    expect(await hashOf(rest())).toBe(undisturbed);
    expect(processesOn(rest())).toEqual([]);
  });
});

describe('the first start', { timeout: 240_000 }, () => {
  const first = (): string => dataDir('first');
  const launch = (): Product => launchProduct({ dataDir: first() });
  const jvmRuns = (): Promise<void> =>
    until('the JVM runs', () => processesOn(first()).length === 2 && hasJvm(first()));
  const loading = async (server: Product): Promise<void> => {
    await server.said(/^Loading the seed\./m);
    // Reading and checking the files take some of the time, the one transaction the rest.
    await pause(700);
    expect(server.output()).not.toMatch(/^Seed:/m);
  };
  const ENDED = /^The embedded database ended by itself \(signal SIGKILL\)/;

  it('ends with 0 when it is told to before the database is ready', async () => {
    const server = launch();
    await jvmRuns();
    server.signal('SIGINT');
    expect(await server.exited).toBe(0);
    expect(processesOn(first())).toEqual([]);
    expect(server.output()).not.toMatch(/fail|ended/i);
  });

  it('leaves nothing running when the server is killed before the database is ready', async () => {
    const server = launch();
    await jvmRuns();
    kill(server.pid);
    await nothingRuns(first());
  });

  it('says why when the database is killed before it is ready', async () => {
    const server = launch();
    await jvmRuns();
    kill(jvmOf(first()));
    await endsWith(server, first(), ENDED);
  });

  it('says why when the database is killed while it makes the schema', async () => {
    const server = launch();
    await server.said(/^Neo4j is ready/m);
    kill(jvmOf(first()));
    await endsWith(server, first(), ENDED);
    expect(server.output()).not.toContain('Loading');
  });

  it('leaves nothing running when the server is killed in the seed transaction', async () => {
    const server = launch();
    await loading(server);
    kill(server.pid);
    await nothingRuns(first());
  });

  it('says why when the database is killed in the seed transaction', async () => {
    const server = launch();
    await loading(server);
    kill(jvmOf(first()));
    await endsWith(server, first(), ENDED);
  });

  it('leaves nothing running when both are killed in the seed transaction', async () => {
    const server = launch();
    await loading(server);
    const jvm = jvmOf(first());
    kill(server.pid);
    kill(jvm);
    await nothingRuns(first());
  });

  it('ends with the same content after all that', async () => {
    const server = await startProduct({ dataDir: first() });
    expect(server.output()).toMatch(/^Loading the seed\./m);
    expect(await askSaved(server.address)).toEqual(answer);
    expect(await hashOf(first())).toBe(undisturbed);
    expect(await server.stop()).toBe(0);
  });
});
