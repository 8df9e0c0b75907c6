import { describe, expect, it } from 'vitest';
import { neighboursStatement, type NeighbourFilter } from '../../../src/graph/reads/neighbours/neighbours.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek } from '../../support/profile.js';

const ALL: NeighbourFilter = { kinds: null, neighbourKinds: null };

describe('on some thousands of facts, the plan of', { timeout: 120_000 }, () => {
  onGenerated();

  it.each<readonly [string, string, readonly string[], NeighbourFilter, string | null]>([
    ['a busy country', 'Country', ['country/g0000'], ALL, 'FOR(key)'],
    ['three countries', 'Country', ['country/g0000', 'country/g0010', 'country/g0020'], ALL, 'FOR(key)'],
    [
      'countries near a country',
      'Country',
      ['country/g0000'],
      { kinds: ['Exchange'], neighbourKinds: ['Country'] },
      'FOR(key)',
    ],
    ['a topic', 'Topic', ['topic/g0003'], ALL, 'UNDER(key)'],
    ['a paragraph', 'Paragraph', ['paragraph/earlier-0003'], ALL, null],
  ])('the neighbours of %s begin at it and read no other', async (_name, kind, ids, filter, index) => {
    for (const survey of [false, true]) {
      const { statement } = neighboursStatement(
        { kind, ids },
        filter,
        { first: 20, after: null, survey },
        CARD,
      );
      const plan = await profiled(statement);
      expect(found(plan, SCANS), inWords(plan)).toEqual([]);
      if (index) expect(seek(plan, index), inWords(plan)).toBeDefined();
      expect(plan.rows).toBe(ids.length);
    }
  });

  it('a page costs what its entity has, not what the graph has', async () => {
    const quiet = neighboursStatement(
      { kind: 'Paragraph', ids: ['paragraph/earlier-0003'] },
      ALL,
      { first: 20, after: null, survey: true },
      CARD,
    );
    const plan = await profiled(quiet.statement);
    expect(plan.hits, inWords(plan)).toBeLessThan(400);
  });
});
