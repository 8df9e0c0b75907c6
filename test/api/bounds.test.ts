import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  isListType,
  getNullableType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPILED_DOCUMENTS, LIMITS } from '../../src/api/limits/figures.js';
import { TOLD_LIMITS } from '../../src/api/limits/told.js';
import { buildApiSchema } from '../../src/api/schema.js';
import { PAGE_MOST } from '../../src/api/types/page-args.js';
import { house, type Answer } from '../server/house.js';

const schema = buildApiSchema();
// The product's own schema; its door only pretends, and counts what reaches it.
const at = house({ schema });
const tiny = house();

const codes = ({ body }: Answer): unknown[] =>
  (body.errors ?? []).map(({ extensions }) => extensions['code']);

async function refusedThrice(query: string, variables: Record<string, unknown>, on = at): Promise<Answer> {
  const before = on.sent.length;
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await on.post(query, variables));
  for (const answer of answers) {
    expect([answer.status, ...new Set(codes(answer))]).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.body.errors).toEqual(
      answers[0]?.body.errors?.map((error) => ({
        ...error,
        extensions: { ...error.extensions, requestId: answer.headers.get('x-request-id') },
      })),
    );
  }
  expect(on.sent.length).toBe(before);
  return answers[2] as Answer;
}

/** Collects what is no longer held, so that memory can be compared. */
function garbageCollection(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

describe('lists and variables', () => {
  const ids = (n: number): string[] => Array.from({ length: n }, (_, i) => `country/c${i}`);
  const NODES = 'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }';

  it('a list one over its limit is refused before any statement, as variable, literal and inside an input', async () => {
    const long = ids(LIMITS.listEntries + 1);
    const said = await refusedThrice(NODES, { ids: long });
    expect(said.body.errors?.[0]?.extensions).toMatchObject({ argument: '$ids', limit: LIMITS.listEntries });
    const literal = JSON.stringify(long);
    const inLiteral = await refusedThrice(`{ graph { version } nodes(ids: ${literal}) { id } }`, {});
    expect(inLiteral.body.errors?.[0]?.message).toContain('ids may hold at most 100');
    const filter = { topics: { ids: long } };
    const inside = await refusedThrice(
      'query F($f: FactFilter) { graph { version } facts(filter: $f) { nodes { id } } }',
      { f: filter },
    );
    expect(inside.body.errors?.[0]?.extensions['argument']).toBe('$f.topics.ids');
    const fragment = `query { ...Q } fragment Q on Query { graph { version } nodes(ids: ${literal}) { id } }`;
    await refusedThrice(fragment, {});
  });

  it('100,000 ids and a variable of 5 MB are too large to be read', async () => {
    for (const variables of [{ ids: ids(100_000) }, { ids: ['x'.repeat(5_000_000)] }]) {
      const answer = await at.post(NODES, variables);
      expect([answer.status, codes(answer)]).toEqual([413, ['TOO_LARGE']]);
    }
  });

  it('5,000 variables are refused, declared or not', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`v${i}`, i]));
    const said = await refusedThrice('query V { ask }', many, tiny);
    expect(said.body.errors?.[0]?.extensions).toMatchObject({ asked: 5_000, limit: LIMITS.variables });
    const declared = Object.keys(many).map((name) => `$${name}: Int`);
    expect(codes(await at.post(`query (${declared.join(' ')}) { graph { version } }`, many))).toEqual([
      'TOO_MANY_TOKENS',
    ]);
  });

  it('a list by ids costs what its ids ask', async () => {
    const asked = async (n: number): Promise<number> =>
      (await at.post(NODES, { ids: Array(n).fill('nowhere/x') })).body.extensions?.cost['asked'] as number;
    expect((await asked(80)) - (await asked(10))).toBe(70);
  });
});

describe('pages of every list at the root', () => {
  const required: Record<string, string> = { ID: '"topic/patents"', String: '"x"', Int: '1' };
  const literalOf = (type: unknown): string =>
    isListType(type) ? '[]' : (required[String(type).replace('!', '')] ?? 'null');
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
    args.some(({ name }) => name === 'first'),
  );

  it.each(fields.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    const others = field.args
      .filter(({ type, defaultValue }) => String(type).endsWith('!') && defaultValue === undefined)
      .map(({ name: arg, type }) => `${arg}: ${literalOf(getNullableType(type))}`);
    if (others.some((other) => /: (null|\[\])$/.test(other))) return;
    for (const first of [0, -1, PAGE_MOST + 1, 2_147_483_647, 2 ** 31]) {
      const before = at.sent.length;
      for (let i = 0; i < 3; i++) {
        const answer = await at.post(
          `query Page { ${name}(${[...others, `first: ${first}`].join(', ')}) { __typename } }`,
        );
        const allowed = first === 2 ** 31 ? ['GRAPHQL_VALIDATION_FAILED'] : ['BAD_USER_INPUT', 'TOO_COSTLY'];
        expect(allowed).toContain(codes(answer)[0]);
      }
      expect(at.sent.length).toBe(before);
    }
    const last = await at.post(`{ ${name}(${[...others, 'first: 1, last: 1'].join(', ')}) { __typename } }`);
    expect(codes(last)[0]).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('disguises', () => {
  it('hundreds of aliases of a list are refused by their cost, with no statement', async () => {
    const many = Array.from({ length: 130 }, (_, i) => `a${i}: items(first: 400) { edges { __typename } }`);
    const before = tiny.sent.length;
    for (let i = 0; i < 3; i++)
      expect(codes(await tiny.post(`{ ask ${many.join(' ')} }`))).toEqual(['TOO_COSTLY']);
    expect(tiny.sent.length).toBe(before);
  });

  it('unknown directives by the hundred give at most ten errors and one that says so', async () => {
    for (let i = 0; i < 3; i++) {
      const answer = await tiny.post(`{ hello ${'@made '.repeat(600)} }`);
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.length).toBeLessThanOrEqual(LIMITS.errors + 1);
    }
  });

  it('fragments that go in a circle through three are refused', async () => {
    const circle = ['A', 'B', 'C'].map((name, i) => `fragment ${name} on Item { parent { ...${'BCA'[i]} } }`);
    for (let i = 0; i < 3; i++)
      expect(
        codes(await tiny.post(`{ ask items { edges { node { ...A } } } } ${circle.join(' ')}`)),
      ).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('the cost of the operation that is asked counts, not that of another beside it', async () => {
    const heavy =
      'query Heavy { items(first: 900) { edges { node { items(first: 900) { edges { __typename } } } } } }';
    const answer = (operationName: string): Promise<Answer> =>
      tiny.post(`query Light { hello } ${heavy}`, {}, { operationName });
    for (let i = 0; i < 3; i++) {
      expect((await answer('Light')).body.extensions?.cost['asked']).toBe(50);
      expect(codes(await answer('Heavy'))).toEqual(['TOO_COSTLY']);
    }
  });
});

describe('what the endpoint says of itself', () => {
  it('anonymous introspection gives the committed schema, and a misspelt field is named', async () => {
    const { body } = await at.post(getIntrospectionQuery());
    const told = buildClientSchema(body.data as unknown as IntrospectionQuery);
    const committed = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
    // Introspection does not tell which directives of its own the schema carries.
    const printed = (of: GraphQLSchema): string => printSchema(lexicographicSortSchema(of));
    expect(printed(told)).toBe(printed(committed));
    for (const [misspelt, meant] of [
      ['{ grahp { version } }', 'graph'],
      ['{ graph { versoin } }', 'version'],
      ['{ countries(frist: 1) { nodes { id } } }', 'first'],
      ['{ facts(filter: { kind: [Exchange] }) { nodes { id } } }', 'kinds'],
      ['{ facts(filter: { kinds: [Exchnage] }) { nodes { id } } }', 'Exchange'],
    ] as const)
      for (let i = 0; i < 3; i++) {
        const { body: refused } = await at.post(misspelt);
        expect(refused.errors?.[0]?.message).toContain(`Did you mean`);
        expect(refused.errors?.[0]?.message).toContain(`"${meant}"`);
      }
  });

  it('`limits` gives every figure, each under a name of its own, without a statement', async () => {
    const { body } = await at.post('{ limits { name figure unit meaning } }');
    const limits = body.data?.['limits'] as { name: string; figure: number | null }[];
    expect(limits.slice(0, -1)).toEqual(TOLD_LIMITS);
    expect(limits.at(-1)).toMatchObject({ name: 'clientBudget', figure: null });
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
    expect(body.extensions?.cost['statements']).toBe(0);
    for (const figure of Object.values(LIMITS)) expect(limits.map((limit) => limit.figure)).toContain(figure);
  });

  it('10,000 characters of comments in each of 400 documents stay out of the memory', async () => {
    const collect = garbageCollection();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 400; i++)
      expect((await tiny.post(`{ hello } # ${i} ${'x'.repeat(240_000)}`)).status).toBe(200);
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });

  // `npm run soak` asks 50,000; here as many as pass the bound of what is kept compiled, which weighs most.
  it('hundreds of distinct texts, each asked twice, leave no more behind than is kept', async () => {
    const collect = garbageCollection();
    const text = (i: number): string => `query Q${i} { hello a${i}: hello b${i}: hello }`;
    const ask = async (from: number, to: number): Promise<void> => {
      for (let i = from; i < to; i += 20) {
        const some = Array.from({ length: 20 }, (_, j) => text(i + j));
        for (let twice = 0; twice < 2; twice++)
          for (const { status } of await Promise.all(some.map((one) => tiny.post(one))))
            expect(status).toBe(200);
      }
    };
    await ask(0, COMPILED_DOCUMENTS + 100);
    collect();
    const full = process.memoryUsage().heapUsed;
    await ask(COMPILED_DOCUMENTS + 100, 2 * COMPILED_DOCUMENTS + 200);
    collect();
    expect(process.memoryUsage().heapUsed - full).toBeLessThan(15_000_000);
  }, 60_000);
});
