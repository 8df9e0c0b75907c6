import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Statement } from '../../../src/graph/cypher.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import { depthOf } from '../../../src/graph/reads/after-exchange/legs.js';
import { legsStatement, walkPairs, walkStatement } from '../../../src/graph/reads/after-exchange/pairs.js';
import { entityPage } from '../../../src/graph/reads/entities.js';
import type { FactAnchor } from '../../../src/graph/reads/fact-walk.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { Country } from '../../../src/model/entities/country.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, planned, profiled, SCANS, seek, sentBy, SORTS } from '../../support/profile.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';

const asking = commandAsking('test');

describe('on some thousands of facts, the plan of', { timeout: 120_000 }, () => {
  const world = onGenerated();

  const PAGE = { first: 20, after: null };
  const facts = async (anchor: FactAnchor, filter: FactFilter = {}): Promise<Statement> => {
    const [sent] = await sentBy((to) =>
      factPages(to, asking, anchor, filter, PAGE, { counting: 'NO' }, CARD),
    );
    return sent as Statement;
  };
  const at = (kind: string, id: string): FactAnchor => ({ at: 'entities', kind, ids: [id] });

  it.each<readonly [string, FactAnchor, FactFilter, string, number]>([
    ['all facts', { at: 'all' }, {}, 'f:Fact(key)', 400],
    ['facts of one kind', { at: 'all' }, { kinds: ['Exchange'] }, 'f:Fact(kindKey)', 400],
    ['facts of a country', at('Country', 'country/g0003'), {}, 'r:FOR(key)', 400],
    [
      'facts of one kind of a country',
      at('Country', 'country/g0003'),
      { kinds: ['Cooperation'] },
      'r:FOR(kindKey)',
      400,
    ],
    ['facts on a topic', at('Topic', 'topic/g0001'), {}, 'r:UNDER(key)', 400],
    [
      'dated facts of one kind on a topic',
      at('Topic', 'topic/g0001'),
      { kinds: ['Exchange'], dated: { from: '2012-01-01', to: '2016-12-31' } },
      'r:UNDER(kindKey)',
      400,
    ],
  ])('a page of %s follows the index', async (_name, anchor, filter, index, most) => {
    const plan = await profiled(await facts(anchor, filter));
    expect(seek(plan, index), inWords(plan)).toBeDefined();
    expect(found(plan, SCANS)).toEqual([]);
    expect(found(plan, SORTS)).toEqual([]);
    expect(plan.hits).toBeLessThan(most);
  });

  it('a page of entities follows the index', async () => {
    const [sent] = await sentBy((to) => entityPage(to, asking, Country, {}, PAGE, { counting: 'NO' }, CARD));
    const plan = await profiled(sent as Statement);
    expect(found(plan, SCANS)).toEqual([]);
    expect(found(plan, SORTS)).toEqual([]);
    expect(plan.hits).toBeLessThan(700);
  });

  const DEPTH = depthOf(PATENTS_ASKED, false);
  const asked = (more: Partial<CandidateFilter>): CandidateFilter => ({
    ...PATENTS_FILTER,
    topic: 'topic/g0001',
    ...more,
  });
  const walk = (more: Partial<CandidateFilter> = {}, survey = false): Statement =>
    walkStatement(asked(more), { from: null, most: 51 }, survey ? DEPTH : null);
  const legs = async (more: Partial<CandidateFilter> = {}): Promise<Statement> => {
    const { pairs } = await walkPairs(world.door, asking, asked(more), { from: null, most: 21 }, null);
    expect(pairs.length).toBeGreaterThan(more.topic === undefined ? 20 : 0);
    return legsStatement(asked(more), PATENTS_ASKED, pairs, 'FIRST');
  };

  it('the question walks the topic in order, stops early, and probes each pair', async () => {
    const plan = await profiled(walk());
    expect(found(plan, SCANS)).toEqual([]);
    const walked = seek(plan, 'UNDER(kindKey)');
    const untilLimit = walked?.afterwards.slice(0, walked.afterwards.indexOf('Limit'));
    expect(walked?.afterwards).toContain('Limit');
    // The pairs of one exchange are sorted, no more.
    expect(
      untilLimit?.filter((operator) => /^(Sort|Top)$/.test(operator) || operator.includes('Aggregation')),
    ).toEqual([]);
    expect(seek(plan, 'Cooperation(pairMax)')).toBeDefined();
    expect(plan.hits, inWords(plan)).toBeLessThan(10_000);
  });

  it('the legs of pairs are read along the keys of their countries, each by a seek of one entry', async () => {
    const plan = await profiled(await legs());
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    // One country's exchanges and all that is known of them for every pair took 440,000.
    expect(plan.hits, inWords(plan)).toBeLessThan(20_000);
  });

  it('the legs of pairs on a narrow topic are read along that topic', async () => {
    const plan = await profiled(await legs({ topic: 'topic/g0050' }));
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(20_000);
  });

  it.each<readonly [string, Partial<CandidateFilter>]>([
    ['other forms of cooperation', { modalities: ['TRIANGULAR', 'MULTILATERAL'] }],
    ['one meeting', { meeting: 'meeting/none' }],
    ['exactly the topic', { exact: true }],
    ['a group', { grouping: { group: 'group/none', on: '2015-01-01', surely: false, ends: 'BOTH' } }],
    ['sharing at one meeting', { sharing: 'SAME_MEETING' }],
    ['sharing anywhere', { sharing: 'ANYWHERE' }],
    ['sharing anywhere, other forms', { sharing: 'ANYWHERE', modalities: ['TRIANGULAR', 'MULTILATERAL'] }],
  ])('the question about %s scans nothing', async (_name, more) => {
    expect(found(await planned(walk(more)), SCANS)).toEqual([]);
    const some = [['country/g0001', 'country/g0002']] as const;
    expect(
      found(
        await planned(
          legsStatement(asked(more), { ...PATENTS_ASKED, modalities: asked(more).modalities }, some, 'ALL'),
        ),
        SCANS,
      ),
    ).toEqual([]);
  });

  it('the question with all that it leaves out scans nothing', async () => {
    expect(found(await planned(walk({}, true)), SCANS)).toEqual([]);
  });
});
