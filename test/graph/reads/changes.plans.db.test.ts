import { describe, expect, it } from 'vitest';
import { changesStatement, type ChangesFilter } from '../../../src/graph/reads/changes/changes.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek, SORTS, type Profiled } from '../../support/profile.js';

const START = { by: 'start' } as const;

describe('on some thousands of facts in six batches, the plan of', { timeout: 120_000 }, () => {
  onGenerated();

  const plan = (filter: ChangesFilter, after: string | null = null): Promise<Profiled> =>
    profiled(
      changesStatement(filter, { first: 20, after }, 'NO', { node: CARD, claim: CARD, leftOut: true })
        .statement,
    );

  it.each<readonly [string, ChangesFilter, string]>([
    ['all changes', { since: START, kinds: null }, 'TOUCHED(key)'],
    ['changes of one kind', { since: START, kinds: ['Cooperation'] }, 'TOUCHED(kindKey)'],
    ['changes of two kinds', { since: START, kinds: ['Cooperation', 'Exchange'] }, 'TOUCHED(key)'],
    ['changes since a version', { since: { by: 'version', version: 2 }, kinds: null }, 'TOUCHED(key)'],
    [
      'changes since a batch',
      { since: { by: 'batch', id: 'batch/generated-2' }, kinds: null },
      'TOUCHED(key)',
    ],
    ['changes since a day', { since: { by: 'day', day: '2020-01-01' }, kinds: null }, 'TOUCHED(key)'],
  ])('%s walks one index in its order', async (_name, filter, index) => {
    const asked = await plan(filter);
    expect(found(asked, SCANS), inWords(asked)).toEqual([]);
    expect(found(asked, SORTS), inWords(asked)).toEqual([]);
    expect(seek(asked, index), inWords(asked)).toBeDefined();
    expect(asked.rows).toBe(1);
  });

  it('a page costs the same however deep it lies, and however many claims its batch has', async () => {
    const filter = { since: START, kinds: ['Cooperation'] };
    const [early, deep] = [
      await plan(filter, '000000000003|cooperation/g0100'),
      await plan(filter, '000000000005|cooperation/g2900'),
    ];
    for (const page of [early, deep]) expect(page.hits, inWords(page)).toBeLessThan(6_000);
    expect(deep.hits, inWords(deep)).toBeLessThan(early.hits * 1.5);
  });
});
