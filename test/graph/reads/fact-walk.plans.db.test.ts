import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Statement } from '../../../src/graph/cypher.js';
import { entityByCode } from '../../../src/graph/reads/entities.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { Country } from '../../../src/model/entities/country.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek, sentBy, SORTS } from '../../support/profile.js';

const asking = commandAsking('test');
const BUSY = 'country/g0003';
const OTHER = 'country/g0005';
const TOPIC = 'topic/g0001';
const days = { from: '2012-01-01', to: '2016-12-31' };
const actors = (ids: readonly string[], every = false): FactFilter => ({ actors: { ids, every } });
const topics = (...ids: string[]): FactFilter => ({ topics: { ids, exact: false } });

describe('on some thousands of facts, asked of all facts', { timeout: 120_000 }, () => {
  onGenerated();

  const page = async (
    filter: FactFilter,
    counting: 'NO' | 'EXACT' = 'NO',
    first = 20,
  ): Promise<Statement> => {
    const [sent] = await sentBy((to) =>
      factPages(to, asking, { at: 'all' }, filter, { first, after: null }, { counting }, CARD),
    );
    return sent as Statement;
  };

  it.each<readonly [string, FactFilter, string, number]>([
    ['of a country', actors([BUSY]), 'r:FOR(key)', 300],
    ['of one kind of a country', { ...actors([BUSY]), kinds: ['Exchange'] }, 'r:FOR(kindKey)', 300],
    ['on a topic in days', { ...topics(TOPIC), dated: days }, 'r:UNDER(key)', 300],
    ['of a kind on a topic', { ...topics(TOPIC), kinds: ['Cooperation'] }, 'r:UNDER(kindKey)', 300],
    ['of a country on a topic', { ...actors([BUSY]), ...topics(TOPIC) }, 'r:FOR(key)', 700],
  ])('a page %s follows its index and sorts nothing', async (_name, filter, index, most) => {
    const plan = await profiled(await page(filter));
    expect(seek(plan, index), inWords(plan)).toBeDefined();
    expect(found(plan, SCANS)).toEqual([]);
    expect(found(plan, SORTS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(most);
  });

  it.each<readonly [string, FactFilter, string, number]>([
    ['of two countries', actors([BUSY, OTHER]), 'r:FOR(key)', 400],
    ['on three topics', topics(TOPIC, 'topic/g0002', 'topic/g0004'), 'r:UNDER(key)', 500],
    [
      'of a kind on two topics',
      { ...topics(TOPIC, 'topic/g0002'), kinds: ['Exchange'] },
      'r:UNDER(kindKey)',
      400,
    ],
  ])('a page %s takes no more of each walk than it shows', async (_name, filter, index, most) => {
    const plan = await profiled(await page(filter));
    const walk = seek(plan, index);
    const until = walk?.afterwards.slice(0, walk.afterwards.indexOf('Limit'));
    expect(walk?.afterwards, inWords(plan)).toContain('Limit');
    expect(until?.filter((operator) => SORTS.test(operator))).toEqual([]);
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(most);
  });

  it('a total that is asked for alone walks its range once', async () => {
    const filter = { ...actors([BUSY]), ...topics(TOPIC) };
    const [sent] = await sentBy((to) =>
      factPages(
        to,
        asking,
        { at: 'all' },
        filter,
        { first: 20, after: null },
        { counting: 'EXACT', withoutRows: true },
        CARD,
      ),
    );
    const alone = await profiled(sent as Statement);
    const withPage = await profiled(await page(filter, 'EXACT'));
    const walks = ({ steps }: typeof alone): number =>
      steps.filter(({ details }) => details.includes('r:FOR(key)')).length;
    expect([walks(alone), walks(withPage)]).toEqual([1, 2]);
    expect(alone.hits).toBeLessThan(withPage.hits);
  });

  it('a page of two countries together goes along the less busy one', async () => {
    const plans = await Promise.all(
      [
        ['country/g0000', 'country/g0140'],
        ['country/g0140', 'country/g0000'],
      ].map(async (ids) => profiled(await page(actors(ids, true), 'EXACT'))),
    );
    for (const plan of plans) {
      expect(seek(plan, 'r:FOR(key)'), inWords(plan)).toBeDefined();
      expect(found(plan, SCANS)).toEqual([]);
      // The busy one alone has more than a thousand facts.
      expect(plan.hits, inWords(plan)).toBeLessThan(1_000);
    }
  });

  it('a total of a country on a topic asks the index about each fact of the country', async () => {
    const plan = await profiled(await page({ ...actors([BUSY]), ...topics(TOPIC), dated: days }, 'EXACT', 1));
    expect(found(plan, SCANS)).toEqual([]);
    expect(found(plan, SORTS)).toEqual([]);
    const walked = Math.max(
      ...plan.steps.filter(({ details }) => details.includes('r:FOR(key)')).map(({ rows }) => rows),
    );
    expect(walked).toBeGreaterThan(50);
    expect(plan.hits, inWords(plan)).toBeLessThan(6 * walked + 300);
  });

  it('a meeting is where its facts are gathered', async () => {
    const plan = await profiled(await page({ meeting: 'meeting/none' }));
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(50);
  });

  it('a country is found by its code in the index of codes', async () => {
    const [sent] = await sentBy((to) => entityByCode(to, asking, Country, 'alpha3', 'EGY', CARD));
    const plan = await profiled(sent as Statement);
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.steps.some(({ details }) => details.includes('n:Country(alpha3)'))).toBe(true);
    expect(plan.hits).toBeLessThan(20);
  });
});
