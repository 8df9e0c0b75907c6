import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Statement } from '../../../src/graph/cypher.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { readWithheld, withheldAmong } from '../../../src/graph/reads/passing-on.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek, sentBy } from '../../support/profile.js';

const asking = commandAsking('test');
const of = (document: string): FactFilter => ({ evidence: { documents: [`document/${document}`] } });

describe('on some thousands of facts, by their sources', { timeout: 240_000 }, () => {
  const world = onGenerated();

  const page = async (filter: FactFilter): Promise<Statement> => {
    const [sent] = await sentBy((to) =>
      factPages(to, asking, { at: 'all' }, filter, { first: 20, after: null }, { counting: 'NO' }, CARD),
    );
    return sent as Statement;
  };
  const ids = async (filter: FactFilter, after: string | null = null): Promise<string[]> => {
    const asked = { first: 100, after };
    const pages = await factPages(
      world.door,
      asking,
      { at: 'all' },
      filter,
      asked,
      { counting: 'EXACT' },
      CARD,
    );
    const { rows = [], hasNext = false } = pages.get('') ?? {};
    const here = rows.map(({ row }) => row.id);
    return hasNext ? [...here, ...(await ids(filter, rows.at(-1)?.key ?? null))] : here;
  };

  it('a page of a source with few claims begins at the source', async () => {
    const plan = await profiled(await page(of('later')));
    expect(found(plan, SCANS)).toEqual([]);
    // A few for each claim of the source, 25,866 when written; a walk along all facts took 260,000.
    expect(plan.hits).toBeLessThan(40_000);
  });

  it('a page of a source with more claims than are gathered follows the index', async () => {
    const plan = await profiled(await page(of('register')));
    expect(found(plan, SCANS)).toEqual([]);
    expect(seek(plan, 'f:Fact(key)'), inWords(plan)).toBeDefined();
    expect(plan.hits).toBeLessThan(6_000);
  });

  it('finds all facts of a source, each once, newest first', async () => {
    const few = await ids(of('later'));
    expect(few.length).toBeGreaterThan(60);
    expect(few).toEqual(await ids({ kinds: ['Succession'] }));
    expect(await ids({ kinds: ['Position'], ...of('register') })).toEqual(await ids({ kinds: ['Position'] }));
    expect(await ids({ kinds: ['Position'], ...of('later') })).toEqual([]);
  });

  it('a page of what may be passed on follows the index', async () => {
    const plan = await profiled(await page({ evidence: { mayBePassedOn: true } }));
    expect(found(plan, SCANS)).toEqual([]);
    expect(seek(plan, 'f:Fact(key)'), inWords(plan)).toBeDefined();
    expect(plan.hits).toBeLessThan(2_000);
  });

  it('which sources forbid passing on, and which things only they give, is read without a scan', async () => {
    const [survey] = await sentBy((to) => readWithheld(to, asking));
    const [among] = await sentBy((to) => withheldAmong(to, asking, ['exchange/g00001', 'country/g0001']));
    for (const sent of [survey, among]) {
      const plan = await profiled(sent as Statement);
      expect(found(plan, SCANS), inWords(plan)).toEqual([]);
      expect(plan.hits).toBeLessThan(500);
    }
  });
});
