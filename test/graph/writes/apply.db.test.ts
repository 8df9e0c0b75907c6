import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, nameOf, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import { contentHash } from '../../../src/graph/reads/content-hash.js';
import { nodesById } from '../../../src/graph/reads/nodes.js';
import type { Projection } from '../../../src/graph/reads/projection.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import { rebuild } from '../../../src/graph/writes/rebuild.js';
import { isEmpty } from '../../../src/intake/3-plan/plan.js';
import { modelHash } from '../../../src/model/shape.js';
import { changed, type World } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { retell, STORY, tell } from '../../support/story.js';

const WHOLE: Projection = {
  columns: ['attributes', 'bounding', 'certainty', 'period', 'standing'],
  blocks: {},
};
const COOPERATIONS = 'facts/cooperations.csv';
const rowOf = (world: World, file: string, id: string): number =>
  (world[file] ?? []).findIndex((row) => row['id'] === id);
const withCell = (file: string, id: string, cells: Record<string, string>): World =>
  changed(STORY, file, rowOf(STORY, file, id), cells);
const without = (file: string, id: string): World => ({
  ...STORY,
  [file]: (STORY[file] ?? []).filter((row) => row['id'] !== id),
});
const shuffled = (world: World): World =>
  Object.fromEntries(Object.entries(world).map(([file, rows]) => [file, [...rows].reverse()]));

describe('applying', () => {
  const asking = commandAsking('test');
  let door: Door;
  let told: string;
  const hash = (): Promise<string> => contentHash(door, asking);
  const value = async (id: string, property: string): Promise<unknown> =>
    (await nodesById(door, asking, [id], WHOLE)).get(id)?.[property];
  const edges = async (type: string): Promise<string[]> =>
    (
      await door.read<{ edge: string }>(
        statement(
          'edges',
          cypher`MATCH (f)-[r:${nameOf(type)}]->(t) RETURN f.id + ' ' + t.id + ' ' + coalesce(r.kindKey, '') AS edge ORDER BY edge`,
        ),
        asking,
      )
    ).map(({ edge }) => edge);

  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
    await tell(door, asking);
    told = await hash();
  });
  afterAll(() => door.close());

  it('the same again changes nothing', async () => {
    expect(isEmpty(await retell(door, asking, STORY))).toBe(true);
    expect(await hash()).toBe(told);
  });

  it('shuffled rows give the same content', async () => {
    await tell(door, asking, shuffled(STORY));
    expect(await hash()).toBe(told);
  });

  it('a changed cell ends the old claim, and the new one stands; back again revives it', async () => {
    const plan = await retell(
      door,
      asking,
      withCell(COOPERATIONS, 'cooperation/kem-lor', { period: '2019' }),
    );
    expect([plan.create.length, plan.end.length, plan.withdraw.length]).toEqual([1, 1, 0]);
    expect(await value('cooperation/kem-lor', 'startMin')).toBe('2019-01-01');
    const back = await retell(door, asking, STORY);
    expect([back.create.length, back.revive.length, back.end.length]).toEqual([0, 1, 1]);
    expect(await hash()).toBe(told);
  });

  it('a row that is gone hides its fact, and the fact returns under its id', async () => {
    const plan = await retell(door, asking, without(COOPERATIONS, 'cooperation/kem-lor'));
    expect(plan.withdraw.length).toBeGreaterThan(4);
    expect(await value('cooperation/kem-lor', 'id')).toBeUndefined();
    const page = await factPages(
      door,
      asking,
      { at: 'entities', kind: 'Country', ids: ['country/kem'] },
      {},
      { first: 50, after: null },
      { counting: 'NO' },
      WHOLE,
    );
    expect(page.get('country/kem')?.rows.map(({ row }) => row.id)).not.toContain('cooperation/kem-lor');
    await retell(door, asking, STORY);
    expect(await hash()).toBe(told);
  });

  it('a faulty row leaves the graph as it was', async () => {
    await expect(
      retell(door, asking, withCell(COOPERATIONS, 'cooperation/kem-lor', { period: '2019/2010' })),
    ).rejects.toThrow(/cooperations\.csv.*period/s);
    expect(await hash()).toBe(told);
  });

  it('an agency that changes its country moves the facts that hang on it', async () => {
    expect(await edges('FOR')).toContainEqual(expect.stringContaining('exchange/ministry country/hov'));
    await retell(
      door,
      asking,
      withCell('entities/agencies.csv', 'agency/hov-ministry', { country: 'country/kem' }),
    );
    const moved = await edges('FOR');
    expect(moved).toContainEqual(expect.stringContaining('exchange/ministry country/kem'));
    expect(moved.filter((edge) => edge.startsWith('exchange/ministry country/hov'))).toEqual([]);
    await retell(door, asking, STORY);
  });

  it('a topic that moves takes the facts beneath it along', async () => {
    await retell(door, asking, withCell('entities/topics.csv', 'topic/pharma', { broader: 'topic/marks' }));
    const moved = await edges('UNDER');
    expect(moved).toContainEqual(expect.stringContaining('exchange/workshop topic/marks'));
    expect(moved.filter((edge) => edge.startsWith('exchange/workshop topic/patents'))).toEqual([]);
    await retell(door, asking, STORY);
    expect(await hash()).toBe(told);
  });

  it('a meeting that changes its date moves what is bound by it', async () => {
    const bound = withCell(COOPERATIONS, 'cooperation/bel-fal', { notBefore: 'meeting/seminar' });
    await retell(door, asking, bound);
    expect(await value('cooperation/bel-fal', 'startMin')).toBe('2016-05-02');
    await retell(
      door,
      asking,
      changed(bound, 'entities/meetings.csv', rowOf(STORY, 'entities/meetings.csv', 'meeting/seminar'), {
        period: '2017-01-09',
      }),
    );
    expect(await value('cooperation/bel-fal', 'startMin')).toBe('2017-01-09');
    await retell(door, asking, STORY);
    expect(await hash()).toBe(told);
  });

  it('rebuilding mends derived data that was spoilt, and changes nothing else', async () => {
    const derived = [await edges('FOR'), await edges('UNDER'), await edges('WITHIN')];
    await door.write(async (tx) => {
      await tx.run(statement('spoil', cypher`MATCH ()-[r:FOR|UNDER|WITHIN]->() DELETE r`));
      await tx.run(
        statement('spoil', cypher`MATCH (f:Fact) REMOVE f.key, f.kindKey, f.pairMin, f.pairMax, f.modality`),
      );
    }, asking);
    await rebuild(door, modelHash(), asking);
    expect([await edges('FOR'), await edges('UNDER'), await edges('WITHIN')]).toEqual(derived);
    expect(await hash()).toBe(told);
  });

  it('two at once end as one after the other', async () => {
    const [first, second] = [
      withCell(COOPERATIONS, 'cooperation/kem-lor', { period: '2018' }),
      withCell(COOPERATIONS, 'cooperation/esk-gil', { period: '2025' }),
    ];
    const versions = (): Promise<{ version: number }[]> =>
      door.read(statement('version', cypher`MATCH (g:Graph) RETURN g.version AS version`), asking);
    const before = (await versions())[0]?.version ?? 0;
    await Promise.allSettled([retell(door, asking, first), retell(door, asking, second)]);
    expect((await versions())[0]?.version).toBe(before + 2);
    await retell(door, asking, STORY);
    expect(await hash()).toBe(told);
  });
});
