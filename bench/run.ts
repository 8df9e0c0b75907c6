import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { answers, startArm, type Arm } from './arms/arm.js';
import { askedIn, type Asked } from './asked.js';
import { openDatabase } from './database.js';
import { hitsCounted } from './measure/all-hits.js';
import { answerOf, compare } from './measure/compare.js';
import { startGun } from './measure/gun.js';
import { openProfiler } from './measure/hits.js';
import { residentBytes } from './measure/processes.js';
import { measure, type Measured } from './measure/rounds.js';
import { soak } from './measure/soak.js';
import { report } from './report/report.js';
import type { HitsFound, Results } from './results.js';
import type { Item, Variables } from './workload/item.js';
import { chosen, ITEMS } from './workload/items.js';
import { seeded } from './workload/random.js';
import { sampleOf, type Ask } from './workload/sample.js';
import { measureWrites } from './writes/measure.js';

const say = (line: string): void => console.error(line);
/** Everything that was started, stopped in the reverse order however the run ends. */
const stops: (() => unknown)[] = [];

async function run(asked: Asked): Promise<Results> {
  const at = new Date().toISOString();
  const items = chosen(asked.only);
  const database = await openDatabase(asked.folder, asked.memory, say);
  stops.push(() => database.stop());
  const profiler = openProfiler(database.connection);
  stops.push(() => profiler.close());
  const ask: Ask = (cypher, parameters = {}) => profiler.run(cypher, parameters);
  const sample = await sampleOf(ask);
  const [size] = await ask('MATCH ()-[r]->() RETURN count(r) AS relationships');
  profiler.taken();

  const drawn = new Map(
    ITEMS.map((item) => [item.id, item.draw(sample, seeded(Number.parseInt(item.id, 10)))]),
  );
  const setsOf = (item: Item): Variables[] => drawn.get(item.id) ?? [];
  const [simplest] = ITEMS;
  const arms: Arm[] = [];
  const firstAnswers = new Map<string, number>();
  for (const name of asked.arms) {
    const arm = await startArm(name, database.connection);
    stops.push(() => arm.stop());
    arms.push(arm);
    const began = performance.now();
    const [first] = simplest ? setsOf(simplest) : [];
    if (simplest && first && answers(name, simplest)) await answerOf(arm, simplest, first);
    firstAnswers.set(name, arm.started + performance.now() - began);
    say(`The arm "${name}" answered first after ${((firstAnswers.get(name) ?? 0) / 1_000).toFixed(2)} s.`);
  }
  const rest = new Map(arms.map(({ name, pid }) => [name, residentBytes(pid)]));

  const compared: Results['items'][number][] = [];
  for (const item of items) {
    const found = await compare(arms, item, setsOf(item));
    say(`Item ${item.id}, ${item.title}: ${found.sets} answers compared, ${found.filled} not empty.`);
    for (const { reason } of found.failed) say(`  No answer. ${reason}`);
    const unsaid = asked.arms
      .filter((name) => !answers(name, item))
      .map((arm) => ({
        arm,
        reason: (arm === 'library' ? item.notInLibrary : undefined) ?? 'said by the library alone',
      }));
    compared.push({
      id: item.id,
      title: item.title,
      ordered: item.ordered ?? false,
      compared: found,
      missing: [...unsaid, ...found.failed],
    });
  }
  // Answers that differ are not worth timing, so all are compared first.
  const counted = hitsCounted(arms, profiler);
  const hits: HitsFound[] = [];
  for (const item of items) hits.push(...(await counted(item, setsOf(item))));

  const gun = startGun();
  stops.push(() => gun.stop());
  const measured: Measured[] = [];
  const { rounds, inFlight, milliseconds } = asked;
  for (const [i, item] of items.entries()) {
    const failed = new Set(compared[i]?.compared.failed.map(({ arm }) => arm));
    const able = arms.filter(({ name }) => !failed.has(name));
    const how = { arms: able, gun, databasePid: database.pid, rounds, inFlight, milliseconds, say };
    if (rounds > 0) measured.push(...(await measure(how, item, setsOf(item))));
  }
  const product = arms.find(({ name }) => name === 'product');
  const all = items.map((item) => [item, setsOf(item)] as const);
  const soaked = product && asked.minutes > 0 ? await soak(product, gun, all, asked.minutes, say) : null;
  const memory = await Promise.all(
    arms.map(async (arm) => ({
      arm: arm.name,
      firstAnswer: firstAnswers.get(arm.name) ?? 0,
      restRss: rest.get(arm.name) ?? 0,
      ...(await arm.memory()),
    })),
  );
  const writes =
    asked.writes === 0
      ? null
      : await measureWrites({ arms, connection: database.connection, sample, repeats: asked.writes, say });
  return {
    tier: asked.tier,
    at,
    machine: { cores: cpus().length, memoryBytes: totalmem(), node: process.version },
    facts: sample.size,
    relationships: Number(size?.['relationships'] ?? 0),
    rounds,
    milliseconds,
    items: compared,
    hits,
    measured,
    memory,
    soaked,
    writes,
  };
}

try {
  const asked = askedIn(process.argv.slice(2));
  const results = await run(asked);
  mkdirSync(asked.results, { recursive: true });
  writeFileSync(join(asked.results, `${asked.tier}.json`), `${JSON.stringify(results)}\n`);
  say(`The report: ${await report(results, asked.results)}`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop();
}
