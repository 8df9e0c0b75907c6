import { expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { readKnownThings } from '../../../src/graph/reads/who-is-who.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek, sentBy, SORTS } from '../../support/profile.js';

const asking = commandAsking('test');
const world = onGenerated();

it('what a register may mean is read by ids of its kinds and nothing else, and what was merged at the graph', async () => {
  const [sent, merges, ...more] = await sentBy((to) => readKnownThings(to, asking));
  if (!sent || !merges) throw new Error('Nothing was sent.');
  expect(more).toEqual([]);
  const plan = await profiled(sent);
  expect([...found(plan, SCANS), ...found(plan, SORTS)], inWords(plan)).toEqual([]);
  expect(seek(plan, 'n:Entity(id)'), inWords(plan)).toBeDefined();
  expect((await profiled(merges)).hits).toBeLessThan(20);
  const things = await readKnownThings(world.door, asking);
  expect(things).toHaveLength(plan.rows);
  expect(plan.hits, inWords(plan)).toBeLessThan(60 * things.length + 100);
  expect(things.find(({ id }) => id === 'country/g0003')).toMatchObject({ shown: true, country: null });
  expect(new Set(things.map(({ id }) => id.split('/')[0]))).not.toContain('meeting');
});
