import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/api/limits/figures.js';
import { house, type Answer } from '../server/house.js';

const at = house();
const codeOf = ({ status, body }: Answer): unknown => [status, body.errors?.[0]?.extensions['code']];

/** `levels` fields deep, counting `items { edges { node` and the `id` at the end. */
const nested = (levels: number, wrap = (inner: string): string => inner): string => {
  let inner = 'id';
  for (let i = 0; i < levels - 4; i++) inner = wrap(`parent { ${inner} }`);
  return `items(first: 1) { edges { node { ${inner} } } }`;
};

async function refusedThrice(
  query: string,
  code: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const before = at.sent.length;
  for (let i = 0; i < 2; i++) expect(codeOf(await at.post(query, variables))).toEqual([400, code]);
  const answer = await at.post(query, variables);
  expect(codeOf(answer)).toEqual([400, code]);
  expect(at.sent.length).toBe(before);
  return answer;
}

describe('limits, each document three times', () => {
  it('allows the stated depth and refuses one level more, with the limit', async () => {
    expect((await at.post(`{ ask ${nested(LIMITS.depth)} }`)).status).toBe(200);
    const answer = await refusedThrice(`{ ask ${nested(LIMITS.depth + 1)} }`, 'TOO_DEEP');
    expect(answer.body.errors).toMatchObject([
      { extensions: { limit: LIMITS.depth, asked: LIMITS.depth + 1 } },
    ]);
  });

  it('counts depth through inline, named, mixed and reused fragments alike', async () => {
    const inline = (inner: string): string => `... on Item { ${inner} }`;
    expect((await at.post(`{ ${nested(LIMITS.depth, inline)} }`)).status).toBe(200);
    await refusedThrice(`{ ask ${nested(LIMITS.depth + 1, inline)} }`, 'TOO_DEEP');

    const chain = (fragments: number): string => {
      const named = Array.from(
        { length: fragments },
        (_, i) =>
          `fragment F${i} on Item { parent { ... on Item { ${i + 1 < fragments ? `...F${i + 1}` : 'id'} } } id }`,
      );
      return `{ ask items(first: 1) { edges { node { ...F0 ...F0 } } } } ${named.join(' ')}`;
    };
    expect((await at.post(chain(LIMITS.depth - 4))).status).toBe(200);
    await refusedThrice(chain(LIMITS.depth - 3), 'TOO_DEEP');
  });

  it('refuses fragments that double at each step within 300 ms', async () => {
    const doubling = Array.from(
      { length: 12 },
      (_, i) => `fragment F${i} on Item { ...F${i + 1} a${i}: parent { ...F${i + 1} } }`,
    );
    const began = performance.now();
    await refusedThrice(
      `{ ask items { edges { node { ...F0 } } } } ${doubling.join(' ')} fragment F12 on Item { id }`,
      'TOO_COSTLY',
    );
    expect(performance.now() - began).toBeLessThan(900);
  });

  it('refuses more tokens than stated: aliases, repeated fields, directives', async () => {
    const times = (n: number, of: (i: number) => string): string =>
      Array.from({ length: n }, (_, i) => of(i)).join(' ');
    for (const query of [
      `{ ask ${times(1_000, (i) => `a${i}: __typename`)} }`,
      `{ ask ${times(10_000, () => 'hello')} }`,
      `{ ask hello ${times(10_000, () => '@include(if: true)')} }`,
      `{ ask ${times(4_000, () => 'items { edges { node { id } } }')} }`,
    ]) {
      const began = performance.now();
      const answer = await refusedThrice(query, 'TOO_MANY_TOKENS');
      expect(performance.now() - began).toBeLessThan(900);
      expect(answer.body.errors?.[0]?.extensions['limit']).toBe(LIMITS.tokens);
    }
  });

  it('refuses nested lists by their cost, worked out with the variables', async () => {
    const query = `query Nested($n: Int) { ask items(first: $n) { edges { node { items(first: $n) { edges { node {
      items(first: $n) { edges { node { id } } } } } } } } } }`;
    expect((await at.post(query, { n: 5 })).status).toBe(200);
    const answer = await refusedThrice(query, 'TOO_COSTLY', { n: 100 });
    const { asked, limit } = answer.body.errors![0]!.extensions as { asked: number; limit: number };
    expect(limit).toBe(LIMITS.cost);
    expect(asked).toBeGreaterThan(1_000_000);
    expect((await at.post(query, { n: 5 })).status).toBe(200);
  });

  it('refuses many questions in one document by their cost', async () => {
    const many = Array.from({ length: 100 }, (_, i) => `a${i}: items(first: 200) { edges { node { id } } }`);
    await refusedThrice(`{ ask ${many.join(' ')} }`, 'TOO_COSTLY');
  });

  it('says what a question cost, what is left, and how many statements it took', async () => {
    for (let i = 0; i < 3; i++) {
      const { body } = await at.post('{ ask items(first: 10) { edges { node { id } } } }');
      expect(body.extensions?.cost).toEqual({
        asked: 130,
        // Of the ten rows only one is there: 100 for two statements, and edges, node and id.
        actual: 103,
        limit: LIMITS.cost,
        left: LIMITS.cost - 130,
        statements: 1,
      });
    }
  });

  it('lists at most ten errors', async () => {
    const { body, status } = await at.post(`{ ${Array.from({ length: 300 }, (_, i) => `x${i}`).join(' ')} }`);
    expect(status).toBe(400);
    expect(body.errors!.length).toBeLessThanOrEqual(LIMITS.errors + 1);
  });

  it('lets introspection through, but not nested into itself', async () => {
    const asked = getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
    });
    for (let i = 0; i < 3; i++) expect((await at.post(asked)).status).toBe(200);
    const inner = 'fields { type { '.repeat(6) + 'name' + ' } }'.repeat(6);
    await refusedThrice(`{ __schema { types { ${inner} } } }`, 'TOO_DEEP');
  });

  it('refuses circular fragments', async () => {
    await refusedThrice(
      '{ ask items { edges { node { ...A } } } } fragment A on Item { parent { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});
