import { describe, expect, it } from 'vitest';
import { singular } from '../../src/api/questions/entities.js';
import { FACT_KINDS, KINDS } from '../../src/model/kinds.js';
import { seeded } from '../support/seeded.js';

interface Page {
  readonly totalCount: { readonly count: number };
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = '{ totalCount(exact: true) { count } nodes { id } pageInfo { hasNextPage endCursor } }';

describe('pages of the seed', () => {
  const graph = seeded();

  /** Walks a list to its end; `field` has `$after` in it, `at` finds the page in the answer. */
  async function walked(
    field: string,
    at: (data: Record<string, unknown>) => unknown,
  ): Promise<{ ids: string[]; total: number }> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { data, errors } = await graph.ask(`query ($after: String) { ${field} }`, { after });
      expect(errors).toBeUndefined();
      const page = at(data ?? {}) as Page;
      ids.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) return { ids, total: page.totalCount.count };
      after = page.pageInfo.endCursor;
    }
  }

  it.each([
    ['all facts', `facts(first: 37, after: $after) ${PAGE}`, ['facts']],
    [
      'facts of two kinds',
      `facts(first: 3, filter: { kinds: [Exchange, Cooperation] }, after: $after) ${PAGE}`,
      ['facts'],
    ],
    ['facts of one kind', `discussions(first: 5, after: $after) ${PAGE}`, ['discussions']],
    ['a country', `country(id: "egy") { facts(first: 4, after: $after) ${PAGE} }`, ['country', 'facts']],
    [
      'a topic, one kind',
      `topic(id: "patents") { facts(first: 1, filter: { kinds: [Discussion] }, after: $after) ${PAGE} }`,
      ['topic', 'facts'],
    ],
    [
      'a meeting',
      `meeting(id: "cairo-2013") { facts(first: 3, after: $after) ${PAGE} }`,
      ['meeting', 'facts'],
    ],
    ['countries', `countries(first: 100, after: $after) ${PAGE}`, ['countries']],
  ])('give each row of %s once, and as many as the total says', async (_, field, path) => {
    const { ids, total } = await walked(field, (data) =>
      path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], data),
    );
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(total).toBe(ids.length);
  });

  it.each(FACT_KINDS)('count $kind alike at every root field', async ({ kind, plural, ends }) => {
    const topics = 'topics' in ends ? 'topics: { ids: ["topic/intellectual-property"] }' : '';
    const total = '{ totalCount(exact: true) { count } }';
    const { data, errors } = await graph.ask(`{
      any: facts(filter: { kinds: [${kind}] ${topics} }) ${total}
      own: ${plural}(filter: { ${topics} }) ${total}
      ${topics ? `of: topic(id: "intellectual-property") { facts(filter: { kinds: [${kind}] }) ${total} }` : ''}
    }`);
    expect(errors).toBeUndefined();
    const { any, own, of } = data as unknown as { any: Page; own: Page; of?: { facts: Page } };
    expect(own.totalCount).toEqual(any.totalCount);
    if (of) expect(of.facts.totalCount).toEqual(any.totalCount);
  });

  it.each([
    ['facts', ''],
    ['facts', '(filter: { topics: { ids: ["topic/patents"] } })'],
    [
      'facts',
      '(filter: { actors: { ids: ["country/egy"] }, topics: { ids: ["topic/water"] }, kinds: [Cooperation] })',
    ],
    ['countries', ''],
  ])('say the same beside rows and without them: %s%s', async (field, args) => {
    const ask = async (fields: string): Promise<Record<string, unknown>> => {
      const { data, errors } = await graph.ask(`{ ${field}${args} { ${fields} } }`);
      expect(errors).toBeUndefined();
      return data?.[field] as Record<string, unknown>;
    };
    const fields = ['totalCount(exact: true) { count more }', 'emptyBecause', 'graphVersion'];
    const { nodes, ...beside } = await ask(`nodes { id } ${fields.join(' ')}`);
    expect((nodes as unknown[]).length > 0).toBe(beside['emptyBecause'] === null);
    for (const one of fields) expect(beside).toMatchObject(await ask(one));
  });

  it.each(KINDS)(
    'are read of $kind with evidence, one by one and together, three times alike',
    async (kind) => {
      const own =
        kind.sort === 'fact'
          ? 'parties { role actor { id name } } topics { id } period { inWords }'
          : 'name facts(first: 1) { totalCount { count } }';
      const fields = `id status ${own} claims { says source { id } paragraph { id } voice { capacity speaker { id } } inferredFrom { target } }`;
      const text = `{ ${kind.plural}(first: 3) { nodes { ${fields} } } }`;
      const answers = [await graph.ask(text), await graph.ask(text), await graph.ask(text)];
      for (const { data, errors } of answers) {
        expect(errors).toBeUndefined();
        expect(data).toEqual(answers[0]?.data);
      }
      const [first] = (answers[0]?.data?.[kind.plural] as Page).nodes;
      if (!first) return;
      const { data } = await graph.ask(
        `query ($id: ID!) { ${singular(kind.kind)}(id: $id) { ${fields} } node(id: $id) { id } }`,
        { id: first.id },
      );
      expect(data).toEqual({ [singular(kind.kind)]: first, node: { id: first.id } });
    },
  );

  it('send one statement for each field and level', async () => {
    const { data, extensions } = await graph.ask(
      '{ countries(first: 100) { nodes { a: facts(first: 1) { nodes { id } } b: facts(first: 2) { nodes { id } } } } }',
    );
    expect((data?.['countries'] as Page).nodes).toHaveLength(100);
    expect(extensions?.cost.statements).toBe(3);
  });

  it('send one statement for an entity and one page of its facts, with the same answer as two', async () => {
    const page = 'facts(first: 3) { totalCount { count } nodes { id } pageInfo { endCursor } }';
    for (const asked of ['country(id: "country/egy")', 'topic(id: "patents")', 'meeting(id: "cairo-2013")']) {
      const one = await graph.ask(`{ found: ${asked} { id name ${page} } }`);
      const two = await graph.ask(`{ found: ${asked} { id name ${page} again: ${page} } }`);
      expect(one.errors).toBeUndefined();
      const { again, ...found } = two.data?.['found'] as { again: Page; facts: Page };
      expect(again).toEqual(found.facts);
      expect(found.facts.nodes.length).toBeGreaterThan(0);
      expect(one.data?.['found']).toEqual(found);
      expect(one.extensions?.cost.statements).toBe(1);
      expect(two.extensions?.cost.statements).toBe(3);
    }
    const none = await graph.ask(`{ country(id: "none") { ${page} } }`);
    expect(none).toMatchObject({ data: { country: null } });
    expect(none.errors).toBeUndefined();
  });

  it('find a country by id and by code, and nothing for what is not there', async () => {
    const { data } = await graph.ask(
      '{ a: country(id: "country/egy") { id } b: country(id: "egy") { id } c: country(id: "EG") { id } d: country(id: "xx") { id } node(id: "country/none") { id } graph { version seed } }',
    );
    const egypt = { id: 'country/egy' };
    expect(data).toMatchObject({
      a: egypt,
      b: egypt,
      c: egypt,
      d: null,
      node: null,
      graph: { version: expect.any(Number) as number },
    });
  });
});
