import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../src/api/limits/figures.js';
import { house } from './house.js';

const at = house();
const JSON_TYPE = { 'content-type': 'application/json' };
const ASK = JSON.stringify({ query: '{ ask }' });
const codesOf = (body: { errors?: { extensions: Record<string, unknown> }[] }): unknown[] =>
  (body.errors ?? []).map(({ extensions }) => extensions['code']);

/** For what `fetch` does not send. */
const raw = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; text: string }> =>
  new Promise((done, fail) => {
    const sending = request(`${at.server.address}${path}`, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => done({ status: answer.statusCode!, text }));
    });
    sending.on('error', fail);
    sending.end(body);
  });

describe('requests', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'refuses a POST as %s, and sends no statement',
    async (type) => {
      const before = at.sent.length;
      const { status, text } = await raw('POST', '/graphql', type ? { 'content-type': type } : {}, ASK);
      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }],
      });
      expect(at.sent.length).toBe(before);
    },
  );

  it('refuses batches of 2 and of 500', async () => {
    for (const size of [2, 500]) {
      const before = at.sent.length;
      const batch = JSON.stringify(Array.from({ length: size }, () => ({ query: '{ ask }' })));
      const { status, body } = await at.fetch('/graphql', {
        method: 'POST',
        headers: JSON_TYPE,
        body: batch,
      });
      expect([status, codesOf(body)]).toEqual([400, ['BAD_REQUEST']]);
      expect(at.sent.length).toBe(before);
    }
  });

  it('refuses a mutation by GET, also as the second operation', async () => {
    for (const query of ['mutation { bump }', 'query A { hello } mutation B { bump }&operationName=B']) {
      const { status, headers } = await at.fetch(`/graphql?query=${query}`, { headers: JSON_TYPE });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it.each(['message/x', 'text/plain'])('does not take a GET of content type %s', async (type) => {
    expect(
      (await at.fetch('/graphql?query={ask}', { headers: { 'content-type': type } })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it.each(['ibm500', 'utf-7', 'x'.repeat(1_000)])('refuses charset %.10s with 415', async (charset) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': `application/json; charset=${charset}` },
      body: ASK,
    };
    const began = performance.now();
    expect((await at.fetch('/graphql', init)).status).toBe(415);
    expect(performance.now() - began).toBeLessThan(100);
  });

  it('refuses compressed and too large bodies', async () => {
    const bomb = gzipSync(JSON.stringify({ query: `{ask}${' '.repeat(60_000_000)}` }));
    const init = { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: bomb };
    expect((await at.fetch('/graphql', init)).status).toBe(415);
    const large = await at.post('{ ask }', { x: 'x'.repeat(LIMITS.bodyBytes) });
    expect([large.status, large.body.errors?.[0]?.extensions]).toMatchObject([
      413,
      { code: 'TOO_LARGE', limit: LIMITS.bodyBytes },
    ]);
  });

  it('refuses broken JSON without repeating it', async () => {
    const { status, text, body } = await at.fetch('/graphql', {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"hunter2',
    });
    expect([status, codesOf(body)]).toEqual([400, ['BAD_REQUEST']]);
    expect(text).not.toContain('hunter2');
  });

  it('answers a plain GET with JSON, and never lets it be stored', async () => {
    const { status, body, headers } = await at.fetch('/graphql?query={hello}', {
      headers: { ...JSON_TYPE, accept: 'application/json' },
    });
    expect([status, body.data]).toEqual([200, { hello: 'hello world' }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('carries a plain request id through, and replaces any other', async () => {
    const idOf = async (given: string): Promise<string | null> =>
      (await at.fetch('/health/live', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await idOf('abc-123')).toBe('abc-123');
    for (const bad of ['a b', '<script>', 'x'.repeat(65)]) expect(await idOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH'])(
    'answers %s in the four hundreds',
    async (method) => {
      for (const path of [
        '/graphql',
        '/health/live',
        '/none/hunter2',
        '/%zz',
        '/graphiql/../../package.json',
      ]) {
        const { status, text } = await raw(method, path);
        if (method !== 'HEAD' || path !== '/health/live') expect([400, 404, 405]).toContain(status);
        expect(text).not.toContain('hunter2');
      }
    },
  );

  it('refuses 64 KB of headers, and does not repeat an unknown path', async () => {
    const large = await raw('GET', '/health/live', { 'x-large': 'x'.repeat(65_536) }).catch(
      (error: unknown) => error,
    );
    // The socket may be closed before all of it is sent.
    if (!(large instanceof Error)) expect(large).toMatchObject({ status: 431 });
    const { status, text } = await raw('GET', '/none/hunter2');
    expect(status).toBe(404);
    expect(text).not.toContain('hunter2');
  });

  it('gives the same security headers to every answer', async () => {
    for (const path of ['/graphql', '/health/live', '/none']) {
      const { headers } = await at.fetch(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await at.fetch('/none')).headers.get('cache-control')).toBe('no-store');
  });

  it('logs neither bodies, nor queries, nor credentials', async () => {
    await at.fetch('/graphql?query={hello(name:"hunter2")}', {
      headers: { ...JSON_TYPE, authorization: 'Bearer hunter2' },
    });
    await at.post('query($name: String!) { hello(name: $name) }', { name: 'hunter2' });
    expect(at.lines.join('')).not.toContain('hunter2');
  });

  it('logs each request with its operation, cost and statements', async () => {
    await at.post('query Logged { ask }');
    const line = at.lines
      .map((text) => JSON.parse(text) as object)
      .find((entry) => 'operation' in entry && entry.operation === 'Logged');
    expect(line).toMatchObject({ method: 'POST', path: '/graphql', status: 200, cost: 50, statements: 1 });
  });

  it('compresses a long answer when asked', async () => {
    const many =
      '{ ' + Array.from({ length: 100 }, (_, i) => `a${i}: hello(name: "some name")`).join(' ') + ' }';
    const { headers, status } = await at.post(many);
    expect([status, headers.get('content-encoding')]).toEqual([200, 'gzip']);
  });
});

describe('health', () => {
  it('is live, and ready only while the database answers', async () => {
    expect(await at.fetch('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    expect(await at.fetch('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    at.ready = false;
    expect(await at.fetch('/health/ready')).toMatchObject({
      status: 503,
      body: { reason: 'starting or stopping' },
    });
    at.ready = true;
    const { verify } = at.door;
    at.door.verify = () => Promise.reject(new Error('down'));
    await expect
      .poll(() => at.fetch('/health/ready'), { timeout: 3_000 })
      .toMatchObject({ status: 503, body: { reason: 'no database' } });
    at.door.verify = verify;
    await expect.poll(() => at.fetch('/health/ready'), { timeout: 3_000 }).toMatchObject({ status: 200 });
  });
});
