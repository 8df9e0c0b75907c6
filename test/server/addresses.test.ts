import { parse as parseCsv } from 'csv-parse/sync';
import { buildSchema } from 'graphql';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/api/limits/figures.js';
import { Fault } from '../../src/model/faults.js';
import { house, type Answer } from './house.js';

/** A list as long as wanted, whose rows are as wide as wanted, and which fails where wanted. */
const world = { rows: 3, width: 1, failAt: Infinity, version: 1, rises: 0, asked: 0 };
const fault = { thrown: new Fault('UNAVAILABLE', 'The database went away.') as Error };

const schema = buildSchema(`
  enum Form { SMALL LARGE }
  scalar Day
  input Inner { least: Int, forms: [Form!] }
  input Filter { inner: Inner, form: Form, words: [String!] }
  type Thing { id: ID!, n: Int!, text: String! }
  type LeftOut { reason: String!, count: Int! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type ThingConnection { nodes: [Thing!]!, pageInfo: PageInfo!, leftOut: [LeftOut!]! }
  type Query {
    things(
      "On what." topic: ID!, topics: [ID!], form: Form, least: Int, share: Float, open: Boolean, words: [String!], filter: Filter,
      first: Int = 20, after: String
    ): ThingConnection!
  }
`);
const thing = (n: number): object => ({ id: `thing/${n}`, n: -n, text: `=${'x'.repeat(world.width)}` });
schema.getQueryType()!.getFields()['things']!.resolve = (_root, args: { first: number; after?: string }) => {
  world.asked += 1;
  const from = args.after === undefined || args.after === null ? 0 : Number(args.after);
  if (from + args.first > world.failAt) throw fault.thrown;
  const to = Math.min(world.rows, from + args.first);
  if (world.rises > 0 && world.rises-- > 0) world.version += 1;
  return {
    nodes: Array.from({ length: to - from }, (_, i) => thing(from + i)),
    pageInfo: { hasNextPage: to < world.rows, endCursor: String(to) },
    leftOut: [{ reason: 'HUB', count: 2 }],
  };
};

const folder = mkdtempSync(join(tmpdir(), 'saved-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, 'things.graphql'),
  `# Which things are <b>there</b>?
query Things($topic: ID!, $topics: [ID!], $form: Form, $least: Int, $share: Float, $open: Boolean, $words: [String!], $filter: Filter) {
  things(topic: $topic, topics: $topics, form: $form, least: $least, share: $share, open: $open, words: $words, filter: $filter) {
    nodes { id n text }
  }
}
`,
);
writeFileSync(join(folder, 'things.variables.json'), '{ "topic": "topic/patents", "form": "SMALL" }');
writeFileSync(join(folder, 'wrong.graphql'), '{ nothing }');

const at = house({ schema, operations: folder });
const read: typeof at.door.read = (statement, asking) => {
  at.sent.push(statement.name);
  asking.count(statement.name);
  const graph = {
    ours: true,
    any: true,
    model: 'm',
    shape: null,
    derived: '1',
    seed: 's',
    version: world.version,
  };
  return Promise.resolve((statement.name === 'findGraph' ? [graph] : []) as never);
};
beforeEach(() => {
  Object.assign(world, { rows: 3, width: 1, failAt: Infinity, version: 1, rises: 0, asked: 0 });
  fault.thrown = new Fault('UNAVAILABLE', 'The database went away.');
  at.door.read = read;
  at.sent.length = 0;
});
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  at.fetch(`/q/${path}`, { headers });
const errorOf = ({ body }: Answer): unknown => body.errors?.[0];
const followed = (answer: Answer): string =>
  /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
const lines = ({ text }: Answer): Record<string, string>[] => parseCsv(text, { columns: true });

describe('a file', () => {
  it('has all pages, says so, and says what the question left out', async () => {
    world.rows = 250;
    const answer = await get('things.csv');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(lines(answer).map(({ n }) => Number(n))).toEqual(Array.from({ length: 250 }, (_, i) => 0 - i));
    expect(lines(answer)[1]).toEqual({ id: 'thing/1', n: '-1', text: "'=x" });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'graph-rows': '250',
      'graph-complete': 'true',
      'graph-left-out': '[{"reason":"HUB","count":2}]',
      'graph-version': '1',
      'graph-arguments': '{"topic":"topic/patents","form":"SMALL"}',
      'content-disposition': 'attachment; filename="things.csv"',
      'cache-control': 'no-cache',
      link: '<things.schema.json>; rel="describedby"',
    });
    expect(answer.headers.get('graph-cite')).toContain('graph version 1');
  });

  it('is cut at the stated number of rows, says so, and goes on where the link says', async () => {
    world.rows = LIMITS.fileRows + 1;
    const cut = await get('things.csv?topic=trademarks');
    expect([cut.headers.get('graph-rows'), cut.headers.get('graph-complete')]).toEqual([
      String(LIMITS.fileRows),
      'false',
    ]);
    expect(cut.headers.get('content-disposition')).toContain('things-incomplete.csv');
    const rest = await get(followed(cut));
    expect([rest.headers.get('graph-rows'), rest.headers.get('graph-complete')]).toEqual(['1', 'true']);
    expect(rest.headers.get('graph-arguments')).toContain('topic/trademarks');
    expect(lines(cut).length + lines(rest).length).toBe(LIMITS.fileRows + 1);
  });

  it('has as many rows as asked for, not counting what comes after as missing without a word', async () => {
    const answer = await get('things.csv?first=2');
    expect([lines(answer).length, answer.headers.get('graph-complete')]).toEqual([2, 'false']);
    expect(lines(await get(followed(answer)))).toHaveLength(1);
    expect(errorOf(await get('things.csv?first=10001'))).toMatchObject({
      extensions: { argument: 'first', limit: LIMITS.fileRows },
    });
  });

  it('that fails midway is an error, not half a file', async () => {
    world.rows = 1_000;
    world.failAt = 500;
    const answer = await get('things.csv');
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
      503,
      '2',
      'no-store',
    ]);
    expect(errorOf(answer)).toMatchObject({
      message: 'The database went away.',
      extensions: { code: 'UNAVAILABLE', requestId: expect.any(String) },
    });
    expect(answer.headers.get('etag')).toBeNull();
    fault.thrown = new Error('bolt://neo4j:hunter2@10.0.0.1');
    const broken = await get('things.csv');
    expect([broken.status, broken.text.includes('hunter2')]).toEqual([500, false]);
  });

  it('does not stay in memory while it is read slowly, and does not hold up others', async () => {
    Object.assign(world, { rows: 5_000, width: 2_000 });
    const before = process.memoryUsage();
    const slow = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const { hostname, port } = new URL(at.server.address);
        const socket = connect(Number(port), hostname);
        socket.write(`GET /q/things.csv HTTP/1.1\r\nhost: x\r\n\r\n`);
        await new Promise((done) => socket.once('readable', done));
        return socket;
      }),
    );
    const now = process.memoryUsage();
    expect(now.arrayBuffers - before.arrayBuffers).toBeLessThan(100_000_000);
    expect((await get('things.csv?first=1')).status).toBe(200);
    slow.forEach((socket) => socket.destroy());
  });
});

describe('one version of the graph', () => {
  it('is what an answer shows: it is made anew when the graph changes on the way', async () => {
    world.rises = 1;
    const answer = await get('things.csv');
    expect([answer.status, answer.headers.get('graph-version')]).toEqual([200, '2']);
    expect((await get('things.csv')).headers.get('etag')).toBe(answer.headers.get('etag'));
  });

  it('or none, when it never stands still', async () => {
    world.rises = 100;
    expect(errorOf(await get('things.csv'))).toMatchObject({ extensions: { code: 'CONFLICT' } });
  });
});

describe('ETag', () => {
  it.each(['things.json', 'things.csv', 'things.schema.json'])(
    'of %s saves all but the version',
    async (path) => {
      const etag = (await get(path)).headers.get('etag') ?? '';
      for (const known of [etag, `"x", ${etag}`, '*', etag.slice(2)]) {
        at.sent.length = 0;
        world.asked = 0;
        const again = await get(path, { 'if-none-match': known });
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
        expect([at.sent, world.asked]).toEqual([['findGraph'], 0]);
      }
      world.version = 2;
      expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
    },
  );

  it('differs by argument and ending', async () => {
    const tags = await Promise.all(
      ['things.json', 'things.csv', 'things/evidence.csv', 'things.csv?least=1', 'things.csv?form=LARGE'].map(
        async (path) => (await get(path)).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(5);
    expect((await get('things.csv?form=SMALL')).headers.get('etag')).toBe(tags[1]);
  });
});

describe('parameters', () => {
  const argumentsOf = async (query: string): Promise<unknown> => {
    const { body } = await get(`things.json?${query}`);
    return (
      (body.extensions as unknown as { address: { arguments: object } } | undefined)?.address.arguments ??
      body.errors
    );
  };

  it.each([
    ['', { topic: 'topic/patents', form: 'SMALL' }],
    ['topic=trademarks&form=', { topic: 'topic/trademarks' }],
    ['topic=topic/trademarks&form=LARGE', { topic: 'topic/trademarks', form: 'LARGE' }],
    [
      'topics=patents,topic/trademarks&form=',
      { topic: 'topic/patents', topics: ['topic/patents', 'topic/trademarks'] },
    ],
    [
      'topics=patents&topics=trademarks&form=',
      { topic: 'topic/patents', topics: ['topic/patents', 'topic/trademarks'] },
    ],
    [
      'least=-3&share=0.5&open=true',
      { topic: 'topic/patents', form: 'SMALL', least: -3, share: 0.5, open: true },
    ],
    ['words=a,b&words=c', { topic: 'topic/patents', form: 'SMALL', words: ['a,b', 'c'] }],
    [
      'filter.inner.least=2&filter.inner.forms=SMALL,LARGE&filter.form=LARGE&filter.words=a,b',
      {
        topic: 'topic/patents',
        form: 'SMALL',
        filter: { inner: { least: 2, forms: ['SMALL', 'LARGE'] }, form: 'LARGE', words: ['a,b'] },
      },
    ],
    [
      `filter=${encodeURIComponent('{"inner":{"least":2}}')}`,
      { topic: 'topic/patents', form: 'SMALL', filter: { inner: { least: 2 } } },
    ],
    ['first=1', { topic: 'topic/patents', form: 'SMALL', first: 1 }],
  ])('%s', async (query, expected) => expect(await argumentsOf(query)).toEqual(expected));

  it.each([
    [
      'topik=x',
      'topik',
      'There is no parameter topik here; there are topic, topics, form, least, share, open, words, filter, first, after.',
    ],
    ['topic.x=x', 'topic.x', 'There is no parameter'],
    ['topic=', 'topic', 'is empty'],
    ['topic=country/egy', 'topic', 'takes ids of Topic'],
    ['topic=a&topic=b', 'topic', 'more than once'],
    ['form=MEDIUM', 'form', 'takes SMALL, LARGE.'],
    ['least=2.5', 'least', 'does not fit'],
    ['least=99999999999', 'least', 'does not fit'],
    ['least=many', 'least', 'takes a number'],
    ['open=yes', 'open', 'takes true or false'],
    ['topics=a,,b', 'topics', 'empty value'],
    ['filter=x', 'filter', 'takes JSON'],
    ['filter=[1]', 'filter', 'does not fit'],
    ['filter={"none":1}', 'filter', 'does not fit'],
    ['filter={"__proto__":{"x":1}}', 'filter', 'does not fit'],
    ['filter.none=1', 'filter.none', 'has inner, form, words'],
    ['filter.__proto__.x=1', 'filter.__proto__', 'has inner, form, words'],
    ['filter.form.x=1', 'filter.form', 'in parts'],
    ['filter={}&filter.form=SMALL', 'filter', 'not both'],
    ['%3Cscript%3E=1', 'one of them', 'There is no parameter one of them here'],
  ])('refuses %s', async (query, argument, words) => {
    for (const ending of ['.json', '.csv', '/evidence.csv', '.schema.json']) {
      const answer = await get(`things${ending}?${query}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store']);
      expect(answer.body.errors).toHaveLength(1);
      expect(errorOf(answer)).toMatchObject({
        message: expect.stringContaining(words),
        extensions: { code: 'BAD_USER_INPUT', argument },
      });
    }
    expect(world.asked).toBe(0);
  });

  it('never repeats a value', async () => {
    for (const name of [
      'form',
      'least',
      'share',
      'open',
      'filter',
      'filter.form',
      'topic.hunter2%20',
      'hunter2%0d%0a',
    ])
      expect((await get(`things.json?${name}=hunter2`)).text).not.toContain('hunter2');
  });

  it('refuses an address that is too long', async () => {
    const answer = await get(`things.csv?topics=${'x,'.repeat(3_000)}`);
    expect([answer.status, errorOf(answer)]).toMatchObject([
      414,
      { extensions: { code: 'TOO_LARGE', limit: LIMITS.addressBytes } },
    ]);
  });
});

describe('other requests', () => {
  it.each([
    'none.csv',
    'things',
    'things.xml',
    'things.csv/x',
    'wrong.csv',
    '%2e%2e%2fpackage.json',
    'things%00.csv',
  ])('gives nothing for %s', async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('data');
  });

  it.each(['PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    for (const path of ['/q', '/q/', '/q/things.csv']) {
      const answer = await at.fetch(path, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it.each(['things.csv', 'things.json', 'things.schema.json', ''])(
    'answers HEAD of %j as GET without the body',
    async (path) => {
      const [head, got] = [
        await fetch(`${at.server.address}/q/${path}`, { method: 'HEAD' }),
        await get(path),
      ];
      expect([head.status, await head.text()]).toEqual([200, '']);
      for (const name of ['etag', 'content-type', 'graph-rows', 'graph-complete'])
        expect(head.headers.get(name), name).toBe(got.headers.get(name));
    },
  );
});

describe('the list of saved operations', () => {
  it('is a page without scripts, under the same security policy', async () => {
    const { status, headers, text } = await get('', { accept: 'text/html,*/*;q=0.8' });
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([
      200,
      'text/html; charset=utf-8',
      expect.stringContaining('Accept'),
    ]);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(text).not.toMatch(/<script|<b>| on\w+=/);
    expect(text).toContain('Which things are &lt;b&gt;there&lt;/b&gt;?');
    expect(text).toMatch(
      /<html lang="en">[^]*<title>[^]*<main>\s*<h1>[^]*<th scope="row">topic<\/th><td>ID!<\/td>/,
    );
    for (const [, href = ''] of text.matchAll(/<a href="([^"#]+)"/g))
      expect((await get(href)).status, href).toBe(200);
  });

  it('is JSON where that is asked for', async () => {
    const { body } = await get('', { accept: 'application/json' });
    expect(body).toMatchObject({
      operations: [
        {
          name: 'things',
          description: 'Which things are <b>there</b>?',
          row: { path: 'things.nodes', pages: true },
          addresses: {
            json: 'things.json',
            csv: 'things.csv',
            evidence: 'things/evidence.csv',
            schema: 'things.schema.json',
          },
          variables: expect.arrayContaining([
            expect.objectContaining({
              name: 'topic',
              type: 'ID!',
              required: true,
              default: 'topic/patents',
              description: 'On what.',
            }),
            expect.objectContaining({ name: 'form', values: ['SMALL', 'LARGE'] }),
          ]),
        },
      ],
      // What stands behind the dots of a parameter, each input object once.
      inputs: [
        {
          name: 'Filter',
          members: [
            { name: 'inner', type: 'Inner', required: false },
            { name: 'form', type: 'Form', values: ['SMALL', 'LARGE'] },
            { name: 'words', type: '[String!]' },
          ],
        },
        { name: 'Inner', members: [{ name: 'least' }, { name: 'forms', values: ['SMALL', 'LARGE'] }] },
      ],
    });
    const { body: schema } = await get('things.schema.json');
    expect(schema).toMatchObject({ inputs: (body as { inputs: unknown }).inputs });
  });

  it('leaves out an operation that does not fit the schema, and the log says why', () => {
    expect(at.lines.join('')).toContain('"name":"wrong"');
  });

  it('is reached without its slash', async () => {
    const { status, headers } = await at.fetch('/q', { redirect: 'manual' });
    expect([status, new URL(headers.get('location') ?? '', `${at.server.address}/q`).pathname]).toEqual([
      308,
      '/q/',
    ]);
  });
});
