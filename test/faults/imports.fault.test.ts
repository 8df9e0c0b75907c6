import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { findEngine } from '../../src/engine/engine.js';
import { checkGraph } from '../../src/graph/check/check.js';
import { cypher, statement, type Fragment } from '../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { modelHash } from '../../src/model/shape.js';
import { LINKED } from '../intake/training.js';
import type { World } from '../intake/world.js';
import { testEngine } from '../support/engine.js';
import { cleanUp, freshFolder, jvmOf, processesOn, until } from '../support/engine-process.js';
import {
  command,
  launchCommand,
  stopProducts,
  type CommandOutcome,
  type Product,
  type ProductOptions,
} from '../support/product.js';
import { proxyTo, type Proxy } from '../support/proxy.js';
import { tell } from '../support/story.js';
import { wipe } from '../support/wipe.js';

const asking = commandAsking('test');
const COMMAND = 'cooperation-graph';
// Every step of a small register then takes as long as one of a large register, so that it can be met in its middle.
const SLOW = { delay: 25 };
let folder: string;
let proxy: Proxy;
let door: Door;

const hash = (): Promise<string> => contentHash(door, asking);
const options = (through = testEngine().uri): ProductOptions => ({
  dataDir: join(folder, 'none'),
  env: { NEO4J_URI: through, NEO4J_PASSWORD: testEngine().password },
});
const IMPORT = (): string[] => ['import', 'folder', join(folder, 'register'), '--as', 'training'];
const STAGED = ['--stage-above', '0'];

/** The files of a register, as a person has them. */
function written(world: World, into: string): void {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  for (const [file, rows] of Object.entries(world)) {
    const header = [...new Set([...rows.flatMap((row) => Object.keys(row)), 'id', 'source'])].filter(
      (name) => file !== 'claims.csv' || name !== 'id',
    );
    mkdirSync(dirname(join(into, file)), { recursive: true });
    writeFileSync(
      join(into, file),
      [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
        .map((cells) => cells.map(quoted).join(','))
        .join('\n'),
    );
  }
}

/** Waits until the database shows this of a batch under way. */
async function met(through: Door, moment: Fragment): Promise<void> {
  const look = statement('met', cypher`RETURN EXISTS { ${moment} } AS met`);
  for (const latest = Date.now() + 60_000; Date.now() < latest; await pause(5))
    if ((await through.read<{ met: boolean }>(look, asking).catch(() => []))[0]?.met) return;
  throw new Error('It was not met in a minute.');
}

/** What others wait for after a writer has gone silent; the test does not. */
const silentForLong = (): Promise<unknown> =>
  door.write((tx) => tx.run(statement('later', cypher`MATCH (g:Graph) SET g.stagedAt = 0`)), asking);

const staged = async (): Promise<number> =>
  (
    await door.read<{ n: number }>(statement('staged', cypher`MATCH (n:Staged) RETURN count(n) AS n`), asking)
  )[0]?.n ?? -1;

async function goesOn(args: readonly string[], content: string): Promise<CommandOutcome> {
  await silentForLong();
  const done = await command(COMMAND, options(), ...args);
  expect([done.told, done.code]).toEqual([done.told, 0]);
  expect(await hash()).toBe(content);
  expect(await staged()).toBe(0);
  const { results } = await checkGraph(door, asking, { model: modelHash(), seed: null });
  expect(results.filter(({ wrong }) => wrong > 0)).toEqual([]);
  return done;
}

const batchIn = ({ answer }: CommandOutcome): string => /batch\/training-\d+/.exec(answer)?.[0] ?? 'none';
const undo = (batch: string): Promise<CommandOutcome> => goesOn(['imports', 'undo', batch], before);

let before: string;
let after: string;

beforeAll(async () => {
  folder = freshFolder('imports');
  written(LINKED, join(folder, 'register'));
  door = openDoor({ ...testEngine(), timeouts: PATIENT });
  proxy = await proxyTo(testEngine().uri);
  await tell(door, asking);
  before = await hash();
  const first = await command(COMMAND, options(), ...IMPORT());
  expect([first.told, first.code]).toEqual([first.told, 0]);
  after = await hash();
  expect(after).not.toBe(before);
  await tell(door, asking);
});
afterEach(async () => {
  await stopProducts();
  proxy.weather({});
});
afterAll(async () => {
  await proxy.down();
  await wipe(door, asking);
  await door.close();
  await cleanUp(folder);
});

const FIRST = cypher`MATCH (:Staged)`;
const CLAIMS = cypher`MATCH (c:Staged) WHERE c.about IS NOT NULL`;
const WORKED_OUT = cypher`MATCH (:Staged)-[:TOUCHED]->(f) WHERE f.identity IS NOT NULL`;
const RETURNING = cypher`MATCH (:Returning)`;
const HIDDEN = cypher`MATCH (g:Graph) MATCH (:Batch {id: g.staged})`;

describe('an import whose process is killed', { timeout: 240_000 }, () => {
  const killedAt = async (moment: Fragment, args: readonly string[]): Promise<void> => {
    proxy.weather(SLOW);
    const killed = launchCommand(COMMAND, options(proxy.uri), ...args);
    await met(door, moment);
    killed.signal('SIGKILL');
    expect(await killed.exited).toBeNull();
    proxy.weather({});
    expect(await staged()).toBeGreaterThan(0);
  };

  it('shows nothing while it is staged, whether new or come back; the next one clears that and takes it in', async () => {
    // The first of these makes it new; from the second on it comes back.
    for (const moment of [CLAIMS, FIRST, RETURNING, WORKED_OUT]) {
      await killedAt(moment, [...IMPORT(), ...STAGED]);
      expect(await hash()).toBe(before);
      await undo(batchIn(await goesOn(IMPORT(), after)));
    }
  });

  it('around the moment in which it is shown is taken in whole or not at all', async () => {
    proxy.weather(SLOW);
    const killed = launchCommand(COMMAND, options(proxy.uri), ...IMPORT(), ...STAGED);
    await met(door, WORKED_OUT);
    await pause(200);
    killed.signal('SIGKILL');
    await killed.exited;
    proxy.weather({});
    expect([before, after]).toContain(await hash());
    await goesOn(IMPORT(), after);
  });

  it('while what it took out of sight is worked out has taken it out whole; the next command does the rest', async () => {
    const batches = (await command(COMMAND, options(), 'imports')).answer;
    const last = /batch\/training-\d+/.exec(batches.split('\n').at(-1) ?? '')?.[0] ?? 'none';
    await killedAt(HIDDEN, ['imports', 'undo', last, ...STAGED]);
    expect(await hash()).toBe(before);
    await silentForLong();
    const again = await command(COMMAND, options(), 'imports', 'undo', last);
    expect(again).toMatchObject({ code: 1, told: expect.stringContaining('took it back already') as string });
    await goesOn(IMPORT(), after);
  });
});

describe('an import whose database goes away', { timeout: 400_000 }, () => {
  it('ends with what became of it and how to go on; the same command again takes it in', async () => {
    await tell(door, asking);
    proxy.weather(SLOW);
    const cut = launchCommand(COMMAND, options(proxy.uri), ...IMPORT(), ...STAGED);
    await met(door, CLAIMS);
    await proxy.down();
    expect(await cut.exited).toBe(1);
    expect(cut.output()).toMatch(
      /^The (connection to the )?graph database (cannot be reached|broke off)\. Nothing of it is seen: run the same command again/m,
    );
    expect(cut.output()).not.toMatch(/^\s+at /m);
    await proxy.up();
    expect(await hash()).toBe(before);
    await goesOn(IMPORT(), after);
  });

  it('killed in the middle, with a folder of its own, starts again and comes to the same', async () => {
    const own: ProductOptions = { dataDir: join(folder, 'own') };
    const args = ['import', 'folder', join(folder, 'own-register'), '--as', 'training', ...STAGED];
    written(ownRegister(), join(folder, 'own-register'));
    const cut: Product = launchCommand(COMMAND, own, ...args);
    await until('the database tells where it is', () => /^Seed: /m.test(cut.output()), 300_000);
    const connection = await findEngine(own.dataDir);
    if (connection === null) throw new Error('No database runs on the folder.');
    const inside = openDoor(connection);
    await met(inside, CLAIMS);
    await inside.close();
    process.kill(jvmOf(own.dataDir), 'SIGKILL');
    expect(await cut.exited).toBe(1);
    expect(cut.output()).toMatch(/Nothing of it is seen: run the same command again/);
    await until('nothing is left running', () => processesOn(own.dataDir).length === 0);
    const again = await command(COMMAND, own, ...args);
    expect([again.told, again.code]).toEqual([again.told, 0]);
    const checked = await command('check', own);
    expect([checked.answer, checked.code]).toEqual([checked.answer, 0]);
    rmSync(own.dataDir, { recursive: true, force: true });
  });
});

/** A register that names only what the seed has, large enough to be met in its middle. */
const ownRegister = (): World => ({
  'sources.csv': [{ id: 'source/own', name: 'Own register', licence: 'CC-BY-4.0', retrieved: '2026-01-31' }],
  'facts/exchanges.csv': Array.from({ length: 300 }, (_, i) => ({
    id: `exchange/own-${i}`,
    occasion: String(i),
    party: 'country/egy:provider | country/ind:receiver',
    topics: 'topic/patents',
    period: '2024-03-01',
    source: 'source/own',
    locator: String(i),
  })),
});
