import { describe, expect, it } from 'vitest';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { tieFactsStatement, type TieFactsAsked } from '../../../src/graph/reads/ties/tie-statement.js';
import { TIE_KINDS } from '../../../src/model/rules/ties.js';
import { onGenerated } from '../../support/generated.js';
import { profiled, type Profiled } from '../../support/profile.js';

const SCANS =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|DirectedRelationshipIndexScan|CartesianProduct)$/;

const ASKED: TieFactsAsked = {
  filter: {},
  kinds: TIE_KINDS,
  parts: new Set(['TOPICS', 'DATES']),
  undated: true,
  matched: true,
  regions: [],
  with: null,
};

const statementOf = (filter: FactFilter, more: Partial<TieFactsAsked> = {}): Promise<Profiled> =>
  profiled(tieFactsStatement({ ...ASKED, filter, ...more }, CARD).statement);

const scansOf = ({ steps }: Profiled): string[] =>
  // Blocks of one row each, side by side, are a product of one row.
  steps
    .filter(({ operator, rows }) => SCANS.test(operator) && !(operator === 'CartesianProduct' && rows <= 1))
    .map(({ operator, details }) => `${operator} ${details}`);

describe('on some thousands of facts, the plan of ties', { timeout: 120_000 }, () => {
  onGenerated();

  it.each<readonly [string, FactFilter, string]>([
    ['all facts', {}, 'f:Fact(key)'],
    ['kinds', { kinds: ['Exchange', 'Cooperation'] }, 'f:Fact(kindKey)'],
    ['a topic', { topics: { ids: ['topic/g0050'], exact: false } }, 'r:UNDER(key)'],
    [
      'a topic and a kind',
      { topics: { ids: ['topic/g0050'], exact: false }, kinds: ['Exchange'] },
      'r:UNDER(kindKey)',
    ],
    ['a country', { actors: { ids: ['country/g0140'], every: false } }, 'r:FOR(key)'],
    [
      'two countries together',
      { actors: { ids: ['country/g0140', 'country/g0000'], every: true } },
      'r:FOR(kindKey)',
    ],
    ['days', { dated: { from: '2015-01-01', to: '2015-12-31' } }, 'f:Fact(key)'],
  ])('under %s seeks the keys, and scans nothing', async (_name, filter, index) => {
    const plan = await statementOf(filter);
    expect(scansOf(plan)).toEqual([]);
    expect(
      plan.steps.some(
        ({ operator, details }) => operator.includes('IndexSeekByRange') && details.includes(index),
      ),
    ).toBe(true);
  });

  it.each<readonly [string, Partial<TieFactsAsked>]>([
    ['claims', { parts: new Set(['CLAIMS']) }],
    ['initiatives', { parts: new Set(['INITIATIVES']) }],
    ['regions', { regions: ['group/none'] }],
    ['topics of two modes', { kinds: null, with: 'TOPIC' }],
    ['meetings of two modes', { kinds: null, with: 'MEETING' }],
    ['agencies of two modes', { kinds: null, with: 'AGENCY' }],
    ['mentions', { kinds: ['Mention'] }],
    ['shared initiatives', { shared: { kinds: ['Involvement'] } }],
  ])('with %s scans nothing', async (_name, more) => {
    const filter = { topics: { ids: ['topic/g0050'], exact: false } };
    expect(scansOf(await statementOf(filter, more))).toEqual([]);
  });

  it('costs in proportion to the facts that match', async () => {
    const narrow = await statementOf({ topics: { ids: ['topic/g0050'], exact: false } });
    const whole = await statementOf({});
    expect(narrow.hits).toBeLessThan(whole.hits / 20);
    // Some 40 hits a fact when written.
    expect(whole.hits).toBeLessThan(5_200 * 50);
  });

  it('reads what facts name and are linked with in one look at their edges', async () => {
    const filter: FactFilter = { kinds: ['Exchange'] };
    const one = await statementOf(filter, { parts: new Set() });
    const linked = await statementOf(filter, { parts: new Set(['TOPICS', 'INITIATIVES']), undated: false });
    const expands = ({ steps }: Profiled): number =>
      steps.filter(({ operator, details }) => operator.startsWith('Expand') && details.startsWith('(f)'))
        .length;
    expect([expands(one), expands(linked)]).toEqual([1, 1]);
  });

  it('has one text for all values, and none of them in it', () => {
    const text = (filter: FactFilter): string => tieFactsStatement({ ...ASKED, filter }, CARD).statement.text;
    const evil = "topic/x' OR 1=1 //";
    expect(text({ topics: { ids: ['topic/a'], exact: false } })).toBe(
      text({ topics: { ids: [evil], exact: false } }),
    );
    expect(text({ topics: { ids: [evil], exact: false } })).not.toContain('1=1');
    expect(text({ dated: { from: '2014-01-01' } })).toBe(text({ dated: { to: '2015-01-01' } }));
    expect(text({})).not.toMatch(/IS NULL OR/);
  });
});
