import { describe, expect, it } from 'vitest';
import { deflateSync, gzipSync } from 'node:zlib';
import { house } from './house.js';

const at = house();
const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request', () => {
  it.each(['message/x', 'text/plain', 'multipart/form-data; boundary=x'])(
    'by GET of content type %s is refused with 415, and no statement is sent',
    async (type) => {
      const before = at.sent.length;
      const { status } = await at.fetch('/graphql?query={ask}', { headers: { 'content-type': type } });
      expect([status, at.sent.length]).toEqual([415, before]);
    },
  );

  it('to write by GET writes nothing, also when chosen by name beside a query', async () => {
    const bumped = async (): Promise<unknown> => (await at.post('mutation { bump }')).body.data?.['bump'];
    const before = (await bumped()) as number;
    for (const query of ['mutation { bump }', 'query A { hello } mutation B { bump }&operationName=B'])
      for (let i = 0; i < 3; i++)
        expect((await at.fetch(`/graphql?query=${query}`, { headers: JSON_TYPE })).status).toBe(405);
    expect(await bumped()).toBe(before + 1);
  });

  it.each([
    ['gzip', gzipSync(' '.repeat(60_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(JSON.stringify({ query: `{ask}${' '.repeat(6_000_000)}` })))],
    ['deflate', deflateSync('{"query":"{ask}"}')],
    ['br', Buffer.from('{"query":"{ask}"}')],
    ['made-up', Buffer.from('{"query":"{ask}"}')],
  ])('coded as %s is refused with 415 and never unpacked', async (coding, bytes) => {
    const [sent, before] = [at.sent.length, process.memoryUsage().rss];
    const body = new Uint8Array(bytes);
    const init = { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': coding }, body };
    expect((await at.fetch('/graphql', init)).status).toBe(415);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect(at.sent.length).toBe(sent);
  });

  it('of which one field fails is answered with data and errors and 200, in the new media type too', async () => {
    const body = JSON.stringify({ query: 'query Partly { hello missing }' });
    for (const type of ['application/graphql-response+json', 'application/json'])
      for (let i = 0; i < 3; i++) {
        const init = { method: 'POST', headers: { ...JSON_TYPE, accept: type }, body };
        const answer = await at.fetch('/graphql', init);
        expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
        expect(answer.body).toMatchObject({
          data: { hello: 'hello world', missing: null },
          errors: [{ path: ['missing'] }],
        });
      }
  });

  it('that is refused, wherever, is never stored and has the same security headers', async () => {
    const refused = await Promise.all([
      at.fetch('/none'),
      at.fetch('/q/none.csv'),
      at.fetch('/graphql', { method: 'PUT' }),
      at.fetch('/graphql', { method: 'POST', body: '{ask}' }),
      at.post('{ helo }'),
      at.post('{'),
      at.post('{ ask }', { x: 'x'.repeat(300_000) }),
      at.fetch('/graphql', { method: 'POST', headers: JSON_TYPE, body: '[' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 405, 400, 400, 400, 413, 400]);
    for (const { headers } of refused) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
