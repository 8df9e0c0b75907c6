import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../bench/load/bulk/finish.js';
import { loadByImport } from '../../bench/load/by-import.js';
import { startWorldIn } from '../../bench/load/start.js';
import { TIERS } from '../../bench/world/tiers.js';
import { worldOf } from '../../bench/world/world.js';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { applySchema } from '../../src/graph/apply-schema.js';
import { checkGraph } from '../../src/graph/check/check.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { apply } from '../../src/graph/writes/apply.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { canonical } from '../../src/model/claim.js';
import { modelHash } from '../../src/model/shape.js';
import { testEngine } from '../support/engine.js';
import { wipe } from '../support/wipe.js';

const asking = commandAsking('test');
const dataDir = resolve('.test-data', `${process.pid}-bulk`);
const silent = (): void => undefined;

type Row = Readonly<Record<string, unknown>>;

/** Everything that stands, a line each; when it was recorded is another moment on each side. */
async function linesOf(door: Door): Promise<string[]> {
  const nodes = await door.read<Row>(
    statement('allNodes', cypher`MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties`),
    asking,
  );
  const edges = await door.read<Row>(
    statement(
      'allEdges',
      cypher`MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties`,
    ),
    asking,
  );
  const timeless = ({
    recordedAt: _recorded,
    appliedAt: _applied,
    evidence = null,
    ...properties
  }: Row): Row => ({
    ...properties,
    evidence: typeof evidence === 'string' ? evidence.replaceAll(/"recordedAt":"[^"]*"/g, '') : evidence,
  });
  const lines = [
    ...nodes.map(({ labels, properties }) =>
      canonical({ labels: [...(labels as string[])].sort(), properties: timeless(properties as Row) }),
    ),
    ...edges.map(canonical),
  ];
  return lines.sort();
}

/** Lines that stand more often in the first than in the second. */
function beyond(lines: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

describe('a world that came through the bulk importer', () => {
  let imported: Door;
  let applied: Door;
  // What is to be closed, also where loading failed half way; the last opened first.
  const closings: (() => Promise<void>)[] = [];
  let expected: { model: string; seed: string };

  beforeAll(async () => {
    expected = { model: modelHash(), seed: await seedHash(seedFolder) };
    const loaded = await loadByImport(
      dataDir,
      worldOf(TIERS.small),
      { heap: '512m', offHeap: '512m' },
      silent,
    );
    const engine = await startWorldIn(dataDir, TIERS.small, silent);
    closings.unshift(() => engine.stop());
    imported = openDoor({ ...engine, timeouts: { ...PATIENT, read: 120_000 } });
    closings.unshift(() => imported.close());
    await finish(engine, imported, { made: expected, ...loaded }, asking, silent);

    applied = openDoor({ ...testEngine(), timeouts: { ...PATIENT, read: 120_000 } });
    closings.unshift(() => applied.close());
    await wipe(applied, asking);
    await applySchema(applied, asking);
    for await (const batch of worldOf(TIERS.small)) await apply(applied, batch, expected, asking);
  }, 600_000);

  afterAll(async () => {
    for (const close of closings) await close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is what the same imports leave when each is applied, node by node and edge by edge', async () => {
    const [here, there] = [await linesOf(imported), await linesOf(applied)];
    expect(here.length).toBeGreaterThan(80_000);
    expect(beyond(here, there).slice(0, 5)).toEqual([]);
    expect(beyond(there, here).slice(0, 5)).toEqual([]);
  });

  it('has the same content', async () => {
    expect(await contentHash(imported, asking)).toBe(await contentHash(applied, asking));
  });

  it('is clean', async () => {
    const { results } = await checkGraph(imported, asking, expected);
    expect(results.filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(results.find(({ rule }) => rule === 'ties')?.checked).toBeGreaterThan(50);
  }, 400_000);
});
