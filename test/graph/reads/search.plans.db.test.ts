import { describe, expect, it } from 'vitest';
import { CARD } from '../../../src/graph/reads/projection.js';
import { probesOf } from '../../../src/graph/reads/search/probes.js';
import type { SearchFilter } from '../../../src/graph/reads/search/looks.js';
import { searchStatement } from '../../../src/graph/reads/search/search.js';
import { Topic } from '../../../src/model/entities/topic.js';
import { onGenerated } from '../../support/generated.js';
import { profiled, type Profiled } from '../../support/profile.js';

const WANTED = { entity: CARD, document: CARD, kinds: true, documents: true };
const PAGE = { first: 20, after: null };
const SCANS =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|\w*RelationshipsScan|\w*RelationshipTypeScan|NodeIndexScan)$/;

const asked = (text: string, prefix = false, more: Partial<SearchFilter> = {}): SearchFilter => ({
  probes: probesOf(text, 'EN', prefix),
  kinds: null,
  document: null,
  ...more,
});
const plan = (filter: SearchFilter): Promise<Profiled> =>
  profiled(searchStatement(filter, PAGE, WANTED).statement);

describe('on some thousands of facts, the plan of a search', { timeout: 120_000 }, () => {
  onGenerated();

  it.each<readonly [string, SearchFilter, number]>([
    // What is found costs some fourteen hits each; nothing else is touched.
    ['one name', asked('Country 42'), 60],
    ['150 names', asked('Country'), 3_000],
    ['suggestions', asked('cou', true), 3_000],
    ['what is not there', asked('zebra'), 20],
    ['one kind', asked('Topic', false, { kinds: [Topic] }), 1_500],
    ['one document', asked('Topic', false, { document: 'document/register' }), 3_200],
  ])('for %s goes through the full-text indexes only', async (_name, filter, most) => {
    const { steps, hits } = await plan(filter);
    const told = steps.map(({ operator, details }) => `${operator} ${details.replaceAll('\n', ' ')}`);
    expect(told.filter((step) => SCANS.test(step.split(' ')[0] ?? ''))).toEqual([]);
    expect(steps.filter(({ operator, rows }) => operator === 'CartesianProduct' && rows > 1)).toEqual([]);
    expect(told.filter((step) => step.startsWith('ProcedureCall'))).toHaveLength(2);
    expect(hits, told.join('\n')).toBeLessThan(most);
  });

  it('has one text for whatever is typed, in whatever language', () => {
    const texts = ['a', 'a b', '"; DROP', '专利'].map(
      (text) => searchStatement(asked(text), PAGE, WANTED).statement.text,
    );
    const other = { probes: probesOf('a', null, true), kinds: null, document: null };
    expect(new Set([...texts, searchStatement(other, PAGE, WANTED).statement.text]).size).toBe(1);
    expect(texts[0]).not.toContain('DROP');
  });
});
