import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { answersOfChain, type ChainAnswers } from '../../../src/graph/reads/chain/answers.js';
import {
  chainPageStatement,
  chainStatement,
  type ChainFilter,
} from '../../../src/graph/reads/chain/statement.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { baselineInWords } from '../../../src/api/questions/chain/words.js';
import { demands, step } from '../../model/chain/facts.js';
import { onGenerated } from '../../support/generated.js';
import { heldBy } from '../../support/held.js';
import { profiled, type Profiled } from '../../support/profile.js';

const SCANS =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|CartesianProduct)$/;
const asking = commandAsking('test');
const WANTED = { country: CARD, fact: CARD };

const scans = ({ steps }: Profiled): string[] =>
  steps
    // Blocks of one row each, side by side, are a product of one row.
    .filter(({ operator, rows }) => SCANS.test(operator) && !(operator === 'CartesianProduct' && rows <= 1))
    .map(({ operator, details, rows }) => `${operator} ${rows} ${details}`);

const filter = (first: object, second: object = {}, more: Partial<ChainFilter> = {}): ChainFilter => ({
  steps: [
    { filter: { kinds: ['Exchange'], ...first }, countries: null },
    { filter: { kinds: ['Cooperation'], ...second }, countries: null },
  ],
  evidence: {},
  coverage: false,
  ...more,
});

describe('on some thousands of facts, a chain', { timeout: 120_000 }, () => {
  const world = onGenerated();

  it.each<readonly [string, ChainFilter]>([
    ['of all facts of two kinds', filter({})],
    ['on a topic', filter({ topics: { ids: ['topic/g0003'], exact: false } })],
    ['of some days', filter({ dated: { from: '2012-01-01' } }, { dated: { to: '2016-12-31' } })],
    ['with what sources cover', filter({}, {}, { coverage: true })],
    ['with evidence', filter({}, {}, { evidence: { minCertainty: 'STATED', minDocuments: 1 } })],
    [
      'of one country',
      {
        ...filter({}),
        steps: [{ filter: { kinds: ['Exchange'] }, countries: ['country/g0003'] }],
      },
    ],
  ])('%s scans nothing', async (_name, asked) => {
    const plan = await profiled(chainStatement(asked, WANTED));
    expect(scans(plan)).toEqual([]);
    expect(plan.steps.some(({ operator }) => operator.includes('IndexSeekByRange'))).toBe(true);
  });

  it('reads what a page shows by id', async () => {
    const plan = await profiled(
      chainPageStatement(filter({}), WANTED, ['exchange/g0001', 'cooperation/g0001'], ['country/g0001']),
    );
    expect(scans(plan)).toEqual([]);
    expect(plan.hits).toBeLessThan(200);
  });

  it('of many facts reads by a second statement what its page shows', async () => {
    const page = await answersOfChain(
      world.door,
      asking,
      filter({}),
      demands([step(), step()]),
      { first: 3, after: null },
      { survey: false, baseline: false },
      WANTED,
    );
    const shown = page.answers.flatMap(({ found }) => found.steps.flatMap(({ facts }) => facts));
    expect(page.answers).toHaveLength(3);
    expect(page.hasNext).toBe(true);
    expect([...page.facts.keys()].sort()).toEqual([...new Set(shown.map(({ id }) => id))].sort());
    for (const { binding } of page.answers)
      for (const id of binding) expect(page.countries.has(id)).toBe(true);
  });

  it('lets others come to their turn while the answer of the database is read', async () => {
    const all = (): Promise<ChainAnswers> =>
      answersOfChain(
        world.door,
        asking,
        filter({}),
        demands([step(), step()]),
        { first: 100, after: null },
        { survey: true, baseline: false },
        WANTED,
      );
    const { answer, held } = await heldBy(all);
    expect(answer.total?.count).toBeGreaterThan(100);
    expect(held).toBeLessThan(200);
  });

  it('is held against chance, the same each time', async () => {
    const judged = async (): Promise<string> => {
      const { baseline, total } = await answersOfChain(
        world.door,
        asking,
        filter({ topics: { ids: ['topic/g0003'], exact: false } }),
        demands([step(), step()], { order: ['DEFINITE'] }),
        { first: 1, after: null },
        { survey: true, baseline: true },
        WANTED,
      );
      if (!baseline || 'refused' in baseline) throw new Error(`Refused: ${JSON.stringify(baseline)}`);
      // Every claim is stated here, so all answers are independent; and the dates were drawn by chance.
      expect(baseline.observed).toBe(total?.count);
      expect(Math.abs(baseline.observed - baseline.expected)).toBeLessThan(4 * baseline.spread);
      return baselineInWords(baseline);
    };
    expect(await judged()).toBe(await judged());
  });
});
