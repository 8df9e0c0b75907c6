import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FactAnchor } from '../../src/graph/reads/fact-walk.js';
import type { DeclaredFilter, FactFilter } from '../../src/graph/reads/filters.js';
import type { Beside, Counting, Page, PageOf } from '../../src/graph/reads/page.js';
import type { NodeRow, Projection } from '../../src/graph/reads/projection.js';
import { cursorOf } from '../../src/api/questions/cursor.js';
import { EXECUTORS } from './asked.js';

interface Call {
  readonly anchor?: FactAnchor;
  readonly kind?: string;
  readonly filter: FactFilter & DeclaredFilter;
  readonly page: Page;
  readonly counting: Counting;
  readonly projection: Projection;
}

const seen = vi.hoisted((): { calls: unknown[]; byId: string[][] } => ({ calls: [], byId: [] }));
const calls = (): Call[] => seen.calls as Call[];

const page = (rows: NodeRow[], counting: Counting): PageOf => ({
  rows: rows.map((row) => ({ key: row.id, row })),
  hasNext: true,
  total: counting === 'NO' ? null : { count: 10_000, more: true },
});

vi.mock('../../src/graph/reads/entities.js', () => ({
  entityPage: (
    _d: unknown,
    _a: unknown,
    { kind, prefix }: { kind: string; prefix: string },
    filter: DeclaredFilter,
    asked: Page,
    { counting }: Beside,
    projection: Projection,
  ) => {
    seen.calls.push({ kind, filter, page: asked, counting, projection });
    return Promise.resolve(
      page(
        ['a', 'b', 'c'].map((one) => ({ kind, id: `${prefix}/${one}` })),
        counting,
      ),
    );
  },
  entityByCode: (
    _d: unknown,
    _a: unknown,
    { kind, prefix }: { kind: string; prefix: string },
    code: string,
    value: string,
  ) => {
    seen.calls.push({ kind, code, value });
    return Promise.resolve({ kind, id: `${prefix}/a` });
  },
}));
vi.mock('../../src/graph/reads/facts.js', () => ({
  factPages: (
    _d: unknown,
    _a: unknown,
    anchor: FactAnchor,
    filter: FactFilter,
    asked: Page,
    { counting }: Beside,
    projection: Projection,
  ) => {
    seen.calls.push({ anchor, filter, page: asked, counting, projection });
    const ids = anchor.at === 'all' ? [''] : anchor.ids;
    const itself = (id: string): object =>
      anchor.at === 'entities' && anchor.itself
        ? { itself: id.endsWith('/none') ? null : { kind: anchor.kind, id } }
        : {};
    return Promise.resolve(
      new Map(
        ids.map((id) => [
          id,
          { ...page([{ kind: 'Exchange', id: `exchange/of-${id}` }], counting), ...itself(id) },
        ]),
      ),
    );
  },
}));
vi.mock('../../src/graph/reads/nodes.js', () => ({
  nodesById: (_d: unknown, _a: unknown, ids: string[]) => {
    seen.byId.push(ids);
    return Promise.resolve(
      new Map(ids.map((id) => [id, { kind: id.startsWith('country') ? 'Country' : 'Exchange', id }])),
    );
  },
}));

beforeEach(() => {
  seen.calls = [];
  seen.byId = [];
});

describe.each(EXECUTORS)('connections under %s', (_, ask) => {
  it('give rows, cursors and a total', async () => {
    const { data, errors } = await ask(
      '{ topics(first: 3, after: "dG9waWMvMA") { totalCount { count more inWords } nodes { id } edges { cursor node { __typename } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.['topics']).toEqual({
      totalCount: { count: 10_000, more: true, inWords: 'more than 10,000' },
      nodes: [{ id: 'topic/a' }, { id: 'topic/b' }, { id: 'topic/c' }],
      edges: ['a', 'b', 'c'].map((one) => ({
        cursor: cursorOf(`topic/${one}`),
        node: { __typename: 'Topic' },
      })),
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: true,
        startCursor: cursorOf('topic/a'),
        endCursor: cursorOf('topic/c'),
      },
    });
    expect(calls()[0]).toMatchObject({
      kind: 'Topic',
      page: { first: 3, after: 'topic/0' },
      counting: 'BOUNDED',
    });
  });

  it('read one entity and the page of its facts in one statement', async () => {
    const { data, errors } = await ask(
      `{ country(id: "country/egy") { id ...Page } }
       fragment Page on Entity { latest: facts(filter: { kinds: [Exchange] }, first: 2) { nodes { id } } ... on Agency { facts { nodes { id } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.['country']).toEqual({
      id: 'country/egy',
      latest: { nodes: [{ id: 'exchange/of-country/egy' }] },
    });
    expect(seen.byId).toEqual([]);
    expect(calls()).toMatchObject([
      {
        anchor: { kind: 'Country', ids: ['country/egy'], itself: { columns: [] } },
        filter: { kinds: ['Exchange'] },
        page: { first: 2 },
      },
    ]);
  });

  it.each([
    [
      'several pages',
      'country(id: "country/egy") { a: facts(first: 1) { nodes { id } } b: facts { nodes { id } } }',
      2,
    ],
    ['no page', 'country(id: "country/egy") { id }', 0],
    [
      'a page of what may have gone into another',
      'country(id: "country/none") { facts { nodes { id } } }',
      2,
    ],
  ])('read an entity by itself beside %s', async (_name, text, pages) => {
    const { errors } = await ask(`{ ${text} }`);
    expect(errors).toBeUndefined();
    expect(seen.byId).toHaveLength(1);
    expect(calls()).toHaveLength(pages);
  });

  it('read facts below a list in one statement for each field, and keep aliases apart', async () => {
    const { data, errors } = await ask(`{
      meetings { nodes {
        id
        all: facts(first: 1) { nodes { id } }
        exchanges: facts(filter: { kinds: [Exchange] }, first: 2) { totalCount { count } nodes { id occasion } }
      } }
    }`);
    expect(errors).toBeUndefined();
    expect(calls().map(({ anchor }) => anchor)).toEqual([
      undefined,
      { at: 'entities', kind: 'Meeting', ids: ['meeting/a', 'meeting/b', 'meeting/c'] },
      { at: 'entities', kind: 'Meeting', ids: ['meeting/a', 'meeting/b', 'meeting/c'] },
    ]);
    expect(
      calls()
        .slice(1)
        .map((call) => [call.page.first, call.filter.kinds, call.counting, call.projection.columns]),
    ).toEqual([
      [1, undefined, 'NO', []],
      [2, ['Exchange'], 'BOUNDED', ['attributes']],
    ]);
    const nodes = (data?.['meetings'] as { nodes: { id: string; all: { nodes: { id: string }[] } }[] }).nodes;
    expect(nodes.map(({ all }) => all.nodes[0]?.id)).toEqual(nodes.map(({ id }) => `exchange/of-${id}`));
  });

  it('read facts of mixed kinds in one statement a kind', async () => {
    const { errors } = await ask(
      '{ nodes(ids: ["country/egy", "country/ind", "exchange/x"]) { ... on Entity { facts { nodes { id } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(calls().map(({ anchor }) => anchor)).toEqual([
      { at: 'entities', kind: 'Country', ids: ['country/egy', 'country/ind'] },
    ]);
  });

  it('hand on filters in the terms of the reads', async () => {
    const { errors } = await ask(
      `query ($from: Day) { cooperations(filter: {
        actors: { ids: ["country/egy", "country/ind"], roles: [partner, coFacilitator], every: true }
        topics: { ids: ["topic/patents"] } initiative: "initiative/x"
        dated: { from: $from } holds: { from: "2013-01-01", to: "2013-12-31", overlap: DEFINITELY }
        stages: [DONE] modalities: [BILATERAL] grewOutOf: ["meeting/cairo-2013", "exchange/x"] gist: ["x"]
        evidence: { minCertainty: STATED, documents: ["document/d"], minDocuments: 2, statuses: [ACCEPTED] }
      }) { nodes { id } } }`,
      { from: '2013-05-08' },
    );
    expect(errors).toBeUndefined();
    expect(calls()[0]?.filter).toEqual({
      kinds: ['Cooperation'],
      actors: { ids: ['country/egy', 'country/ind'], roles: ['partner', 'coFacilitator'], every: true },
      topics: { ids: ['topic/patents'], exact: false },
      initiative: 'initiative/x',
      dated: { from: '2013-05-08' },
      holds: { from: '2013-01-01', to: '2013-12-31', surely: true },
      stages: ['DONE'],
      modalities: ['BILATERAL'],
      evidence: {
        minCertainty: 'STATED',
        documents: ['document/d'],
        minDocuments: 2,
        statuses: ['ACCEPTED'],
      },
      values: { gist: ['x'] },
      ends: { grewOutOf: ['meeting/cairo-2013', 'exchange/x'] },
    });
  });

  it('take nulls for what is left out', async () => {
    const { errors } = await ask(
      '{ facts(filter: { kinds: null, actors: null, dated: { from: null }, evidence: null }, first: null, after: null) { totalCount(exact: null) { count } nodes { id } } countries(filter: null) { nodes { id name(lang: null) } } }',
    );
    expect(errors).toBeUndefined();
    expect(calls()[0]).toMatchObject({
      filter: { dated: {} },
      page: { first: 20, after: null },
      counting: 'BOUNDED',
    });
  });

  it('take one by id, by what follows the kind, and a country by code', async () => {
    const { data, errors } = await ask(
      '{ a: exchange(id: "exchange/x") { id } b: exchange(id: "X") { id } c: country(id: "EG") { id } d: country(id: "egy") { id } e: country(id: "country/egy") { id } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      a: { id: 'exchange/x' },
      b: { id: 'exchange/x' },
      e: { id: 'country/egy' },
    });
    expect(seen.calls).toEqual([
      { kind: 'Country', code: 'alpha2', value: 'EG' },
      { kind: 'Country', code: 'alpha3', value: 'EGY' },
    ]);
  });

  it.each([
    ['{ topics(first: 0) { nodes { id } } }', /topics\(first:\) must be from 1 to 100/],
    ['{ facts(first: 101) { nodes { id } } }', /facts\(first:\) must be from 1 to 100/],
    ['{ topics(after: "~~") { nodes { id } } }', /topics\(after:\) must be the endCursor/],
    [`{ topics(after: "${cursorOf('country/egy')}") { nodes { id } } }`, /same list/],
    [`{ facts(after: "${cursorOf('Exchange|2013-05-06|exchange/x')}") { nodes { id } } }`, /same filter/],
    [`{ exchanges(after: "${cursorOf('2013-05-06|exchange/x')}") { nodes { id } } }`, /same filter/],
    ['{ country(id: "egy") { facts(first: -1) { nodes { id } } } }', /facts\(first:\)/],
    [
      '{ country(id: "topic/patents") { id } }',
      /country\(id:\) takes ids of Country \(country\/\.\.\.\), but was given one of Topic/,
    ],
    ['{ country(id: "nowhere/patents") { id } }', /was given what is no id/],
    [
      '{ facts(filter: { topics: { ids: ["country/egy"] } }) { nodes { id } } }',
      /filter\.topics\.ids takes ids of Topic/,
    ],
    ['{ facts(filter: { kinds: [] }) { nodes { id } } }', /filter\.kinds is an empty list/],
    ['{ facts(filter: { actors: { ids: [] } }) { nodes { id } } }', /filter\.actors\.ids is an empty list/],
    [
      '{ facts(filter: { evidence: { statuses: [WITHDRAWN] } }) { nodes { id } } }',
      /ACCEPTED and DISPUTED only/,
    ],
    [
      '{ facts(filter: { dated: { from: "2014-01-01", to: "2013-01-01" } }) { nodes { id } } }',
      /`from` lies after `to`/,
    ],
    [
      '{ agencies(filter: { country: ["topic/x"] }) { nodes { id } } }',
      /filter\.country takes ids of Country/,
    ],
    [`{ nodes(ids: [${'"country/egy" '.repeat(101)}]) { id } }`, /at most 100 entries/],
  ])('refuse %s in words', async (text, message) => {
    const { errors } = await ask(text);
    const found = errors?.[0]?.originalError as unknown as { code: string; message: string };
    expect(found).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(found.message).toMatch(message);
    expect(calls().filter(({ anchor }) => anchor)).toEqual([]);
  });

  it('go on after the cursor of the same walk', async () => {
    const after = cursorOf('|Exchange|-|exchange/x');
    const { errors } = await ask(
      `{ country(id: "country/egy") { facts(filter: { kinds: [Exchange] }, after: "${after}") { pageInfo { hasPreviousPage } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls()[0]?.page.after).toBe('|Exchange|-|exchange/x');
  });
});
