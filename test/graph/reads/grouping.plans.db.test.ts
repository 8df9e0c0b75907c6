import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, statement, type Statement } from '../../../src/graph/cypher.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { matchedFacts } from '../../../src/graph/reads/matched-facts.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek, SORTS, sentBy } from '../../support/profile.js';

const asking = commandAsking('test');
const grouping = { group: 'group/none', on: '2015-01-01', surely: false } as const;
const ON_TOPIC = { topics: { ids: ['topic/g0001'], exact: false }, kinds: ['Exchange'] };

describe('on some thousands of facts, the plan of', { timeout: 120_000 }, () => {
  onGenerated();

  const counted = (filter: FactFilter): Statement =>
    statement('matched', cypher`${matchedFacts(filter)}\nRETURN count(f) AS facts`);

  // Of the facts alone, one hit each; some 10 for each of the three countries that a fact names. All facts of a country would
  // be hundreds.
  it.each(['ONE', 'BOTH', 'ALL'] as const)('a group, %s, looks up memberships by key', async (ends) => {
    const plan = await profiled(counted({ ...ON_TOPIC, grouping: { ...grouping, ends } }));
    expect(seek(plan, 'enters:FOR(kindKey)'), inWords(plan)).toBeDefined();
    expect(found(plan, SCANS)).toEqual([]);
    const facts = await profiled(counted(ON_TOPIC));
    expect(plan.hits, inWords(plan)).toBeLessThan(45 * facts.hits);
  });

  it.each<readonly [string, FactFilter, string]>([
    ['a topic', ON_TOPIC, 'r:UNDER(kindKey)'],
    ['a country', { actors: { ids: ['country/g0003'], every: false } }, 'r:FOR(key)'],
  ])('%s with what may be the same follows the key', async (_name, filter, index) => {
    const [apart, plan] = [
      await profiled(counted(filter)),
      await profiled(counted({ ...filter, together: true })),
    ];
    expect(seek(plan, index), inWords(plan)).toBeDefined();
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(apart.hits * 9);
  });

  it('a page of facts of a group follows the key without a sort', async () => {
    const [sent] = await sentBy((to) =>
      factPages(
        to,
        asking,
        { at: 'all' },
        { kinds: ['Exchange'], grouping: { ...grouping, ends: 'ONE' }, together: true },
        { first: 20, after: null },
        { counting: 'NO' },
        CARD,
      ),
    );
    const plan = await profiled(sent as Statement);
    expect(seek(plan, 'f:Fact(kindKey)'), inWords(plan)).toBeDefined();
    expect([...found(plan, SCANS), ...found(plan, SORTS)]).toEqual([]);
  });
});
