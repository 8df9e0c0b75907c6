import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { contentHash } from '../../../src/graph/reads/content-hash.js';
import { nodesById } from '../../../src/graph/reads/nodes.js';
import type { Projection } from '../../../src/graph/reads/projection.js';
import { isEmpty } from '../../../src/intake/3-plan/plan.js';
import { changed, plus, type World } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { retell, STORY, tell } from '../../support/story.js';

const WHOLE: Projection = {
  columns: ['attributes', 'bounding', 'certainty', 'period', 'standing'],
  blocks: {},
};
const at = (file: string, id: string): number => (STORY[file] ?? []).findIndex((row) => row['id'] === id);
const edition = (period: string): World =>
  changed(STORY, 'facts/cooperations.csv', at('facts/cooperations.csv', 'cooperation/kem-lor'), { period });

describe('a plan and its apply', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  let told: string;
  const name = async (id: string): Promise<unknown> =>
    (await nodesById(door, asking, [id], WHOLE)).get(id)?.['name'];

  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: { read: 30_000, write: 60_000 } });
    await tell(door, asking);
    told = await contentHash(door, asking);
  });
  afterAll(() => door.close());

  it('of two editions at once, the second is planned from what the first left', async () => {
    await Promise.all([retell(door, asking, edition('2018')), retell(door, asking, edition('2020'))]);
    const standing = await door.read(
      statement(
        'standing',
        cypher`MATCH (c:Claim)-[:STATES]->(:Fact {id: 'cooperation/kem-lor'})
WHERE c.about = 'period' AND c.endedAt IS NULL RETURN c.id AS id`,
      ),
      asking,
    );
    expect(standing).toHaveLength(1);
    await retell(door, asking, STORY);
    expect(await contentHash(door, asking)).toBe(told);
  });

  it('hide an entity whose row of a code list is gone, and bring it back', async () => {
    const more = plus(STORY, {
      'entities/topics.csv': [
        { id: 'topic/designs', name: 'Designs', scheme: 'story', source: 'source/scheme' },
      ],
    });
    await retell(door, asking, more);
    expect(await name('topic/designs')).toBe('Designs');
    const plan = await retell(door, asking, STORY);
    expect(plan.entities).toEqual([{ id: 'topic/designs', kind: 'Topic', listed: null }]);
    expect(await name('topic/designs')).toBeUndefined();
    expect(await contentHash(door, asking)).toBe(told);
    expect(isEmpty(await retell(door, asking, STORY))).toBe(true);
    await retell(door, asking, more);
    expect(await name('topic/designs')).toBe('Designs');
    await retell(door, asking, STORY);
  });

  it('take a row that moves to another list out of the first', async () => {
    const other = plus(STORY, { 'sources.csv': [{ id: 'source/other', name: 'Another list' }] });
    const moved = changed(other, 'entities/topics.csv', at('entities/topics.csv', 'topic/marks'), {
      name: 'Trademarks',
      source: 'source/other',
    });
    await retell(door, asking, moved);
    expect(await name('topic/marks')).toBe('Trademarks');
    expect(isEmpty(await retell(door, asking, moved))).toBe(true);
    await retell(door, asking, STORY);
    expect(await contentHash(door, asking)).toBe(told);
  });
});
