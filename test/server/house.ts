import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import type { ApiContext } from '../../src/api/context.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import type { Door } from '../../src/graph/door.js';
import { Fault } from '../../src/model/faults.js';
import { createLog } from '../../src/server/log.js';
import { startServer, type RunningServer, type ServerParts } from '../../src/server/start.js';

/** A few fields that do what the tests need: answer, fail in every way, take long, list. */
const SDL = `
  type Query {
    hello(name: String! = "world"): String
    count(of: Int!): Int
    find(filter: Filter!): String
    ask: Int
    slow(milliseconds: Int!): String
    missing: String
    broken: String
    strict: String!
    items(first: Int = 20): ItemConnection!
  }
  input Filter { id: ID!, token: String, since: Int }
  type ItemConnection { edges: [ItemEdge!]! }
  type ItemEdge { node: Item! }
  type Item { id: ID!, parent: Item, items(first: Int = 20): ItemConnection! }
  type Mutation { bump: Int }
`;

export const SECRET = 'bolt://neo4j:hunter2@10.0.0.1';

function tinySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const item = { id: 'item/1' };
  let bumped = 0;
  const resolvers: Record<string, (args: never, context: ApiContext) => unknown> = {
    hello: ({ name }: { name: string }) => `hello ${name}`,
    count: ({ of }: { of: number }) => of,
    find: ({ filter }: { filter: { id: string } }) => filter.id,
    ask: (_, { door, asking }) =>
      door.read<{ n: number }>(statement('ask', cypher`RETURN 1 AS n`), asking).then((r) => r[0]?.n),
    slow: async ({ milliseconds }: { milliseconds: number }, { asking }) => {
      await sleep(milliseconds, undefined, { signal: asking.signal! }).catch(() => {
        throw asking.signal?.reason;
      });
      return 'done';
    },
    missing: () => {
      throw new Fault('NOT_FOUND', 'There is no item/2.', { details: { id: 'item/2' } });
    },
    broken: () => {
      throw new Error(`connect to ${SECRET} failed`);
    },
    strict: () => null,
    items: () => ({ edges: [{ node: item }] }),
    bump: () => ++bumped,
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type!.getFields())) {
      const resolver = resolvers[field.name]!;
      field.resolve = (_root, args, context: ApiContext) => resolver(args as never, context);
    }
  }
  // As resolvers, not as methods of the row: compiled queries do not call those.
  const { parent, items } = (schema.getType('Item') as GraphQLObjectType).getFields();
  parent!.resolve = () => item;
  items!.resolve = () => ({ edges: [{ node: item }] });
  return schema;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; locations?: unknown; extensions: Record<string, unknown> }[];
    extensions?: { cost: Record<string, number> };
  };
}

export interface House {
  server: RunningServer;
  /** Statements that reached the door, and lines of the log. */
  readonly sent: string[];
  readonly lines: string[];
  readonly door: { -readonly [K in keyof Door]: Door[K] };
  ready: boolean;
  fetch(path: string, init?: RequestInit): Promise<Answer>;
  post(query: string, variables?: Record<string, unknown>, more?: Record<string, unknown>): Promise<Answer>;
}

/** A server on a free port before the tests of a file, stopped after them; its door only pretends. */
export function house(more: Partial<ServerParts> = {}): House {
  const sent: string[] = [];
  const lines: string[] = [];
  const made: House = {
    server: undefined as unknown as RunningServer,
    sent,
    lines,
    ready: true,
    door: {
      read: <T>({ name }: { name: string }, asking: { count(name: string): void }) => {
        asking.count(name);
        sent.push(name);
        return Promise.resolve([{ n: 1 }] as T[]);
      },
      write: () => Promise.reject(new Error('not here')),
      verify: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    async fetch(path, init = {}) {
      const answer = await fetch(`${made.server.address}${path}`, init);
      const text = await answer.text();
      const json = answer.headers.get('content-type')?.includes('json');
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        body: (json ? JSON.parse(text) : {}) as Answer['body'],
      };
    },
    post: (query, variables, more) =>
      made.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables, ...more }),
      }),
  };
  beforeAll(async () => {
    made.server = await startServer({
      schema: tinySchema(),
      door: made.door,
      config: { host: '127.0.0.1', port: 0 },
      log: createLog('info', {
        write: (line) => void lines.push(line),
      }),
      isReady: () => made.ready,
      ...more,
    });
  });
  afterAll(() => made.server.stop());
  return made;
}
