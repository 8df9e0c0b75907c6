import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answers, startArm, type Arm, type ArmName } from './arms/arm.js';
import { openDatabase } from './database.js';
import { productProfiled } from './measure/asked-in-process.js';
import { compare } from './measure/compare.js';
import { startGun } from './measure/gun.js';
import { openProfiler, type Profiled, type Profiler } from './measure/hits.js';
import { residentBytes } from './measure/processes.js';
import { measure, type Measured } from './measure/rounds.js';
import { report } from './report/report.js';
import { median, type HitsFound, type Results } from './results.js';
import type { Item, Variables } from './workload/item.js';
import { chosen } from './workload/items.js';
import { seeded } from './workload/random.js';
import { sampleOf, type Ask } from './workload/sample.js';

const { values: asked } = parseArgs({
  options: {
    tier: { type: 'string', default: 'seed' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    arms: { type: 'string', default: 'raw,product,library,cypher field' },
    folder: { type: 'string' },
    heap: { type: 'string', default: '3g' },
    'page-cache': { type: 'string', default: '4g' },
    results: { type: 'string', default: fileURLToPath(new URL('./results/', import.meta.url)) },
  },
});

const say = (line: string): void => console.error(line);
const list = (text: string): string[] => text.split(',').filter((one) => one !== '');
// Sets of variables whose hits are counted; each is asked once.
const PROFILED = 10;

const items = chosen(list(asked.only));
const names = list(asked.arms) as ArmName[];
const stops: (() => unknown)[] = [];

async function hitsOf(
  name: ArmName,
  item: Item,
  sets: readonly Variables[],
  ask: (item: Item, drawn: Variables) => Promise<Profiled>,
): Promise<HitsFound> {
  const found: Profiled[] = [];
  for (const drawn of sets.slice(0, PROFILED)) {
    // The first asking of a text may meet statistics and caches that the others do not.
    if (found.length === 0) await ask(item, drawn);
    found.push(await ask(item, drawn));
  }
  return {
    item: item.id,
    arm: name,
    median: median(found.map(({ hits }) => hits)),
    most: Math.max(...found.map(({ hits }) => hits)),
    statements: Math.max(...found.map(({ statements }) => statements)),
  };
}

const rawProfiled =
  (profiler: Profiler) =>
  async (item: Item, drawn: Variables): Promise<Profiled> => {
    await item.raw.answer((cypher, parameters) => profiler.run(`CYPHER 5 ${cypher}`, parameters), drawn);
    return profiler.taken();
  };

async function run(): Promise<Results> {
  const at = new Date().toISOString();
  const folder = asked.folder ?? fileURLToPath(new URL(`./.worlds/${asked.tier}`, import.meta.url));
  const database = await openDatabase(folder, { heap: asked.heap, pageCache: asked['page-cache'] }, say);
  stops.push(() => database.stop());
  const profiler = openProfiler(database.connection);
  stops.push(() => profiler.close());
  const ask: Ask = (cypher, parameters = {}) => profiler.run(cypher, parameters);
  const sample = await sampleOf(ask);
  const [size] = await ask(
    'MATCH (f:Fact) WITH count(f) AS facts MATCH ()-[r]->() RETURN facts, count(r) AS relationships',
  );
  profiler.taken();
  const arms: Arm[] = [];
  for (const name of names) {
    const arm = await startArm(name, database.connection);
    stops.push(() => arm.stop());
    arms.push(arm);
    say(`The arm "${name}" was ready after ${(arm.started / 1_000).toFixed(2)} s.`);
  }
  const rest = new Map(arms.map(({ name, pid }) => [name, residentBytes(pid)]));
  const drawn = new Map(
    items.map((item) => [item.id, item.draw(sample, seeded(Number.parseInt(item.id, 10)))]),
  );
  const compared: Results['items'][number][] = [];
  for (const item of items) {
    const found = await compare(arms, item, drawn.get(item.id) ?? []);
    say(`Item ${item.id}, ${item.title}: ${found.sets} answers compared, ${found.filled} not empty.`);
    const missing = names
      .filter((name) => !answers(name, item))
      .map((arm) => ({ arm, reason: item.notInLibrary ?? 'not said' }));
    compared.push({ id: item.id, title: item.title, compared: found, missing });
  }
  const hits: HitsFound[] = [];
  const askers = { raw: rawProfiled(profiler), product: productProfiled(profiler) };
  for (const item of items)
    for (const name of ['raw', 'product'] as const)
      if (names.includes(name)) hits.push(await hitsOf(name, item, drawn.get(item.id) ?? [], askers[name]));

  const gun = startGun();
  stops.push(() => gun.stop());
  const measured: Measured[] = [];
  for (const item of items) {
    measured.push(
      ...(await measure(
        {
          arms,
          gun,
          databasePid: database.pid,
          rounds: Number(asked.rounds),
          milliseconds: Number(asked.seconds) * 1_000,
          say,
        },
        item,
        drawn.get(item.id) ?? [],
      )),
    );
  }
  const memory = await Promise.all(
    arms.map(async (arm) => ({
      arm: arm.name,
      started: arm.started,
      restRss: rest.get(arm.name) ?? 0,
      ...(await arm.memory()),
    })),
  );
  return {
    tier: asked.tier,
    at,
    machine: { cores: cpus().length, memoryBytes: totalmem(), node: process.version },
    facts: Number(size?.['facts'] ?? 0),
    relationships: Number(size?.['relationships'] ?? 0),
    rounds: Number(asked.rounds),
    milliseconds: Number(asked.seconds) * 1_000,
    items: compared,
    hits,
    measured,
    memory,
  };
}

try {
  const results = await run();
  mkdirSync(asked.results, { recursive: true });
  writeFileSync(`${asked.results}/${asked.tier}.json`, `${JSON.stringify(results)}\n`);
  say(report(results, asked.results));
} finally {
  for (const stop of stops.reverse()) await stop();
}
