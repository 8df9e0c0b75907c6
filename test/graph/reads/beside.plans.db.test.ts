import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Door } from '../../../src/graph/door.js';
import { entityPage } from '../../../src/graph/reads/entities.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { Beside } from '../../../src/graph/reads/page.js';
import type { Projection } from '../../../src/graph/reads/projection.js';
import { Country } from '../../../src/model/entities/country.js';
import { onGenerated } from '../../support/generated.js';
import { profiled, sentBy } from '../../support/profile.js';

const asking = commandAsking('test');
const PAGE = { first: 20, after: null };
const WHOLE: Projection = {
  columns: ['attributes', 'bounding', 'certainty', 'period', 'standing'],
  blocks: {},
};

const PAGES: readonly (readonly [string, (door: Door, beside: Beside) => Promise<unknown>])[] = [
  [
    'facts of a country',
    (door, beside) =>
      factPages(
        door,
        asking,
        { at: 'entities', kind: 'Country', ids: ['country/g0140'] },
        {},
        PAGE,
        beside,
        WHOLE,
      ),
  ],
  ['all facts', (door, beside) => factPages(door, asking, { at: 'all' }, {}, PAGE, beside, WHOLE)],
  ['countries', (door, beside) => entityPage(door, asking, Country, {}, PAGE, beside, WHOLE)],
];

describe('on some thousands of facts, what stands beside a page', { timeout: 120_000 }, () => {
  onGenerated();

  it.each(PAGES)('of %s costs what it reads, and the rows no more than without', async (_name, page) => {
    const hits = async (beside: Beside): Promise<number> => {
      const [sent] = await sentBy((door) => page(door, beside));
      if (!sent) throw new Error('Nothing was sent.');
      return (await profiled(sent)).hits;
    };
    const alone = await hits({ counting: 'NO' });
    expect(alone).toBeGreaterThan(200);
    expect((await hits({ counting: 'NO', version: true })) - alone).toBeLessThan(10);
    expect((await hits({ counting: 'NO', covers: true })) - alone).toBeLessThan(200);
  });
});
