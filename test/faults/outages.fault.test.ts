import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildApiSchema } from '../../src/api/schema.js';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { createLog } from '../../src/server/log.js';
import { startServer, type RunningServer } from '../../src/server/start.js';
import { testEngine } from '../support/engine.js';
import { proxyTo, type Proxy, type Weather } from '../support/proxy.js';
import { tell } from '../support/story.js';

// What the README promises, and what a busy machine may take on top.
const UNAVAILABLE_WITHIN = 5_000;
const REQUEST_WITHIN = 10_000;
const READY_WITHIN = 10_000;
const BUSY = 1_500;
const QUESTION = '{ countries(first: 100) { nodes { id name claims { id locator says } } } }';

let proxy: Proxy;
let door: Door;
let server: RunningServer;
const lines: string[] = [];

beforeAll(async () => {
  const straight = openDoor({ ...testEngine(), timeouts: PATIENT });
  await tell(straight, commandAsking('test'));
  await straight.close();
  proxy = await proxyTo(testEngine().uri);
  door = openDoor({ ...testEngine(), uri: proxy.uri });
  server = await startServer({
    schema: buildApiSchema(),
    door,
    config: { host: '127.0.0.1', port: 0 },
    log: createLog('info', { write: (line) => void lines.push(line) }),
    isReady: () => true,
  });
});
afterEach(() => proxy.weather({}));
afterAll(async () => {
  await server.stop();
  await door.close();
  await proxy.down();
});

interface Outcome {
  /** The code of the first error; null for an answer. */
  readonly code: string | null;
  readonly took: number;
}

async function ask(): Promise<Outcome> {
  const began = performance.now();
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { code: errors?.[0]?.extensions.code ?? null, took: performance.now() - began };
}

async function statusOf(path: string): Promise<{ readonly status: number; readonly took: number }> {
  const began = performance.now();
  const response = await fetch(`${server.address}${path}`, { headers: { accept: 'text/html' } });
  await response.arrayBuffer();
  return { status: response.status, took: performance.now() - began };
}

/** Liveness, what the page for writing questions loads, and the list of saved ones need no database. */
async function standsByItself(): Promise<void> {
  for (const path of ['/health/live', '/graphql/operations.json', '/q/']) {
    const { status, took } = await statusOf(path);
    expect([path, status]).toEqual([path, 200]);
    expect(took).toBeLessThan(BUSY);
  }
}

const ready = async (): Promise<number> => (await statusOf('/health/ready')).status;

describe('a database that goes away and comes back', { timeout: 90_000 }, () => {
  it('is told within its time, and used again without a restart', async () => {
    expect(await ask()).toMatchObject({ code: null });
    expect(await ready()).toBe(200);
    await proxy.down();
    // What was found a second ago is not asked anew.
    await expect.poll(ready, { timeout: UNAVAILABLE_WITHIN }).toBe(503);
    for (const { code, took } of await Promise.all([ask(), ask(), ask()])) {
      expect(code).toBe('UNAVAILABLE');
      expect(took).toBeLessThan(UNAVAILABLE_WITHIN);
    }
    await standsByItself();
    await proxy.up();
    await expect.poll(ready, { timeout: READY_WITHIN }).toBe(200);
    expect(await ask()).toMatchObject({ code: null });
  });
});

describe('a bad line to the database', { timeout: 90_000 }, () => {
  it.each<readonly [string, Weather]>([
    ['2 s late each way, now more, now less', { delay: 1_500, jitter: 1_000 }],
    ['1 KB a second', { rate: 1_024 }],
  ])('%s, holds no request beyond its time and nothing else up', async (_name, weather) => {
    proxy.weather(weather);
    const asked = Promise.all([ask(), ask(), ask()]);
    await standsByItself();
    const { status, took } = await statusOf('/health/ready');
    expect([200, 503]).toContain(status);
    expect(took).toBeLessThan(2_000 + BUSY);
    for (const outcome of await asked) {
      expect(['UNAVAILABLE', 'TIMEOUT', null]).toContain(outcome.code);
      expect(outcome.took).toBeLessThan(REQUEST_WITHIN + BUSY);
    }
    proxy.weather({});
    await expect.poll(ready, { timeout: READY_WITHIN }).toBe(200);
    await expect.poll(async () => (await ask()).code, { timeout: UNAVAILABLE_WITHIN }).toBe(null);
  });

  // Close together where the handshake, the greeting and the first rows are.
  const CUTS = [
    1, 2, 3, 4, 5, 8, 16, 32, 48, 64, 96, 128, 160, 200, 250, 300, 400, 550, 700, 1_000, 1_400, 2_000,
  ];
  it('cut after n bytes is UNAVAILABLE, whatever n, and never a fault of ours', async () => {
    for (const cutAfter of CUTS) {
      proxy.weather({ cutAfter });
      const { code, took } = await ask();
      expect([cutAfter, code]).toEqual([cutAfter, 'UNAVAILABLE']);
      expect(took).toBeLessThan(UNAVAILABLE_WITHIN);
    }
    await standsByItself();
    expect(lines.filter((line) => line.includes('INTERNAL'))).toEqual([]);
    proxy.weather({});
    expect(await ask()).toMatchObject({ code: null });
  });
});
