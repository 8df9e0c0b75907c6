import { buildSchema, type GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiContext } from '../../src/api/context.js';
import { cypher, nameOf, statement } from '../../src/graph/cypher.js';
import { openDoor, type Door } from '../../src/graph/door.js';
import { createLog } from '../../src/server/log.js';
import { startServer, type RunningServer } from '../../src/server/start.js';
import { testEngine } from '../support/engine.js';

const Label = nameOf(`Ending_${randomUUID().replaceAll('-', '')}`);
const asking = { requestId: 'look', count: () => undefined };
const one = statement('one', cypher`RETURN 1 AS n`);
const slow = statement('slow', cypher`UNWIND range(1, 2000000000) AS i RETURN sum(sin(i)) AS s`);
const put = (id: string): ReturnType<typeof statement> =>
  statement('put', cypher`CREATE (n:${Label} {id: ${id}}) RETURN n.id AS id`);
const running = statement(
  'running',
  cypher`SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.statement = 'slow' RETURN metaData AS about`,
);

/** A schema that only tests have: it reads, reads slowly, and writes what may collide. */
function testSchema(): GraphQLSchema {
  const schema = buildSchema('type Query { one: Int slow: Float } type Mutation { put(id: ID!): ID }');
  const resolvers: Record<string, (args: { id: string }, context: ApiContext) => Promise<unknown>> = {
    one: async (_, context) => (await context.door.read<{ n: number }>(one, context.asking))[0]?.n,
    slow: async (_, context) => (await context.door.read<{ s: number }>(slow, context.asking))[0]?.s,
    put: ({ id }, context) =>
      context.door.write(async (tx) => (await tx.run<{ id: string }>(put(id)))[0]?.id, context.asking),
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {}))
      field.resolve = (_, args, context: ApiContext) =>
        resolvers[field.name]?.(args as { id: string }, context);
  return schema;
}

let door: Door;
let server: RunningServer;
const REQUEST = 1_500;

beforeAll(async () => {
  door = openDoor({ ...testEngine(), poolSize: 20 });
  await door.write(
    (tx) =>
      tx.run(statement('rule', cypher`CREATE CONSTRAINT ${Label} FOR (n:${Label}) REQUIRE n.id IS UNIQUE`)),
    asking,
  );
  server = await startServer({
    schema: testSchema(),
    door,
    config: { host: '127.0.0.1', port: 0 },
    log: createLog('silent'),
    isReady: () => true,
    requestMilliseconds: REQUEST,
  });
});
afterAll(async () => {
  await server.stop();
  await door.write((tx) => tx.run(statement('rule', cypher`DROP CONSTRAINT ${Label}`)), asking);
  await door.write((tx) => tx.run(statement('clear', cypher`MATCH (n:${Label}) DELETE n`)), asking);
  await door.close();
});

interface Told {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

async function post(query: string, variables: object = {}, signal?: AbortSignal): Promise<Told> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as Told;
}

const underWay = async (): Promise<number> => (await door.read(running, asking)).length;
const written = async (): Promise<number> =>
  (
    await door.read<{ n: number }>(
      statement('written', cypher`MATCH (n:${Label}) RETURN count(n) AS n`),
      asking,
    )
  )[0]?.n ?? -1;

describe('a statement never outlives its request', () => {
  it.each([1, 2, 3])('when the caller leaves (time %i, compiled from the third on)', async () => {
    const leaving = new AbortController();
    const asked = post('query Leaving { slow }', {}, leaving.signal).catch(() => 'left');
    await expect.poll(underWay, { timeout: 5_000 }).toBe(1);
    leaving.abort();
    expect(await asked).toBe('left');
    await expect.poll(underWay, { timeout: 5_000 }).toBe(0);
  });

  it.each([1, 2, 3])('when its time is over (time %i)', async () => {
    const { errors } = await post('query Late { slow }');
    expect(errors).toMatchObject([{ extensions: { code: 'TIMEOUT', limit: REQUEST } }]);
    await expect.poll(underWay, { timeout: 5_000 }).toBe(0);
  });
});

describe('a write of which the key is taken', () => {
  it('is CONFLICT that names the key, in no words of the driver, however often', async () => {
    expect(await post('mutation P($id: ID!) { put(id: $id) }', { id: 'one' })).toMatchObject({
      data: { put: 'one' },
    });
    const before = await written();
    for (let i = 0; i < 3; i++) {
      const { errors } = await post('mutation P($id: ID!) { put(id: $id) }', { id: 'one' });
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', key: 'id', value: 'one' } }]);
      expect(JSON.stringify(errors)).not.toMatch(/Neo\.|ConstraintValidation|already exists with/);
    }
    expect(await written()).toBe(before);
  });

  it('by GET is refused with 405 and writes nothing', async () => {
    const before = await written();
    for (const query of [
      'mutation { put(id: "two") }',
      'query A { one } mutation B { put(id: "two") }&operationName=B',
    ]) {
      const response = await fetch(
        `${server.address}/graphql?query=${encodeURIComponent(query).replace('%26', '&').replace('%3D', '=')}`,
        {
          headers: { 'content-type': 'application/json' },
        },
      );
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(await written()).toBe(before);
  });
});

const openFiles = (): number => readdirSync('/proc/self/fd').length;

describe('many at once', () => {
  it('500 reads on 20 connections are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => post(`query R${i % 5} { one }`)));
    for (const answer of answers) {
      const code = answer.errors?.[0]?.extensions['code'];
      expect(code === undefined ? answer.data : code).toEqual(
        code === undefined ? { one: 1 } : 'UNAVAILABLE',
      );
    }
    expect(await post('{ one }')).toMatchObject({ data: { one: 1 } });
  });

  it.skipIf(process.platform !== 'linux')(
    '500 requests that fail leave no statement, socket or file open',
    async () => {
      await post('{ one }');
      const before = openFiles();
      const failing: (() => Promise<unknown>)[] = [
        () => post('{ nowhere }'),
        () => post('{'),
        () => post('mutation { put(id: "one") }'),
        () => post('query V($x: Int!) { one }', { x: 'x' }),
        () => post('query Late { slow }', {}, AbortSignal.timeout(30)).catch(() => undefined),
      ];
      for (let i = 0; i < 500; i += 10)
        await Promise.all(
          Array.from({ length: 10 }, (_, j) => failing[(i + j) % failing.length]?.() ?? Promise.resolve()),
        );
      await expect.poll(underWay, { timeout: 10_000 }).toBe(0);
      // The pool may have grown to its 20 connections; fetch keeps some of its own, with their other ends here.
      await expect.poll(openFiles, { timeout: 15_000 }).toBeLessThan(before + 50);
      expect(await post('{ one }')).toMatchObject({ data: { one: 1 } });
    },
  );
});
