import { describe, expect, it } from 'vitest';
import { linked, linksOfFact, type LinkFact } from '../../src/model/rules/links.js';
import { shownNetwork } from '../../src/model/rules/network.js';
import { countsOf, headingsOf, tieSums, weightOf, type CountedFact } from '../../src/model/rules/tie-sums.js';
import { COUNTED } from '../../src/model/values/stage.js';

const fact = (id: string, more: Partial<LinkFact> = {}): LinkFact => ({
  id,
  kind: 'Exchange',
  date: '2014-03-11',
  atLatest: false,
  certainty: 'STATED',
  modality: null,
  topics: ['topic/t'],
  initiatives: [],
  claims: 1,
  stage: null,
  countries: ['a'],
  others: ['topic/t'],
  ...more,
});
/** Pairs as `a-b`, each made by one fact of its own unless a number says more. */
const sums = (text: string): ReturnType<typeof tieSums> =>
  tieSums(
    text.split(' ').flatMap((pair) => {
      const [ends = '', count = '1'] = pair.split(':');
      const [a = '', b = ''] = ends.split('-');
      return Array.from({ length: Number(count) }, (_, i): [CountedFact, [string, string][]] => [
        fact(`${ends}${i}`),
        [[a, b]],
      ]);
    }),
    'FACTS',
  );
const WHOLE = { nodes: 99, edges: 99, focus: null };

describe('a network', () => {
  // A chain a-b-c-d, and e-f apart; b-c weighs most.
  const chain = sums('a-b b-c:3 c-d:2 e-f');

  it('shows the heaviest nodes, then the heaviest edges between them', () => {
    const { nodes, edges, nodeCount, edgeCount, nodesCut, edgesCut, other } = shownNetwork(chain, {
      ...WHOLE,
      nodes: 3,
      edges: 1,
    });
    expect(nodes).toEqual([
      { id: 'c', degree: 2, weight: 5 },
      { id: 'b', degree: 2, weight: 4 },
      { id: 'd', degree: 1, weight: 2 },
    ]);
    expect(edges.map(({ a, b, weight }) => [a, b, weight])).toEqual([['b', 'c', 3]]);
    expect([nodeCount, edgeCount, nodesCut, edgesCut]).toEqual([6, 4, 3, 1]);
    expect(other.map(({ a, b }) => `${a}-${b}`)).toEqual(['c-d', 'a-b', 'e-f']);
  });

  it.each([
    [1, 'a b', 4],
    [2, 'a c b', 3],
    [3, 'a c b d', 2],
    [6, 'a c b d', 2],
  ])('goes %d steps around a', (steps, nodes, beyond) => {
    const found = shownNetwork(chain, { ...WHOLE, focus: { id: 'a', steps } });
    expect(found.nodes.map(({ id }) => id).join(' ')).toBe(nodes);
    expect(found.beyondFocus).toBe(beyond);
  });

  it('keeps the focus however light it is', () => {
    const { nodes } = shownNetwork(chain, { nodes: 1, edges: 9, focus: { id: 'a', steps: 3 } });
    expect(nodes.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('weights and headings', () => {
  const facts = [
    fact('x', { claims: 2, initiatives: ['initiative/i'] }),
    fact('y', { claims: 3, initiatives: ['initiative/i', 'initiative/j'], topics: [], date: null }),
  ];
  it.each([
    ['FACTS', 2],
    ['CLAIMS', 5],
    ['INITIATIVES', 2],
  ] as const)('by %s: %d', (mode, weight) => expect(weightOf(facts, mode)).toBe(weight));

  it.each([
    ['TOPIC', 'topic/t none'],
    ['YEAR', '2014 none'],
    ['MODALITY', 'none'],
    ['REGION', 'north|south south|south'],
  ] as const)('headings by %s: %s', (by, keys) => {
    const regions = new Map([
      ['a', ['south']],
      ['b', ['south', 'north']],
    ]);
    const found = countsOf([{ a: 'a', b: 'b', facts }], 'FACTS', headingsOf(by, regions));
    expect(
      found
        .map(({ key }) => key ?? 'none')
        .sort((x, y) => Number(x === 'none') - Number(y === 'none') || (x < y ? -1 : 1))
        .join(' '),
    ).toBe(keys);
  });

  it('counts a fact in several ties once', () => {
    const [only] = countsOf(
      [
        { a: 'a', b: 'b', facts: facts.slice(0, 1) },
        { a: 'a', b: 'c', facts },
      ],
      'CLAIMS',
      () => ['all'],
    );
    expect(only).toEqual({ key: 'all', ties: 2, facts: 2, weight: 7 });
  });
});

describe('links of a country with what a fact names', () => {
  const asked = { kinds: ['Exchange'], stages: COUNTED };
  it.each<readonly [Partial<LinkFact>, string]>([
    [{ countries: ['a', 'b'] }, 'a-topic/t b-topic/t'],
    [{ kind: 'Funding' }, 'KIND_MAKES_NO_TIE'],
    [{ stage: 'CANCELLED' }, 'FACT_NOT_CARRIED_OUT'],
    [{ countries: [] }, 'FACT_OF_NO_COUNTRY'],
    [{ others: [] }, 'FACT_WITHOUT_OTHER_END'],
  ])('%j: %s', (more, expected) => {
    const verdict = linksOfFact(fact('x', more), asked, 'FACTS');
    expect(typeof verdict === 'string' ? verdict : verdict.map((pair) => pair.join('-')).join(' ')).toBe(
      expected,
    );
  });

  it('leave out facts without initiative where initiatives are counted', () => {
    const {
      tied,
      leftOut,
      sums: made,
    } = linked(
      { matched: 5, undated: 2, facts: [fact('x'), fact('y', { initiatives: ['initiative/i'] })] },
      (one) => linksOfFact(one, { ...asked, kinds: null }, 'INITIATIVES'),
      'INITIATIVES',
    );
    expect([tied, made.length]).toEqual([1, 1]);
    expect(leftOut).toEqual([
      { reason: 'FACT_WITHOUT_INITIATIVE', count: 1 },
      { reason: 'KIND_MAKES_NO_TIE', count: 3 },
      { reason: 'UNDATED', count: 2 },
    ]);
  });
});
