import { describe, expect, it } from 'vitest';
import { house, type House } from './house.js';

const SHARED = ['/graphql?query={hello}', '/q/', '/q/none.csv'];
const allowed = async (
  at: House,
  path: string,
  origin: string,
  init: RequestInit = {},
): Promise<(string | null)[]> => {
  const { headers } = await at.fetch(path, {
    ...init,
    headers: { origin, 'content-type': 'application/json', ...init.headers },
  });
  return [headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')];
};
const preflight = {
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
};

describe('without the setting', () => {
  const at = house();
  it('no page of another origin may read anything', async () => {
    for (const path of SHARED) {
      expect(await allowed(at, path, 'https://evil.example')).toEqual([null, null]);
      expect(
        (
          await at.fetch(path, {
            ...preflight,
            headers: { ...preflight.headers, origin: 'https://evil.example' },
          })
        ).status,
      ).toBe(405);
    }
  });
});

describe('with named origins', () => {
  const at = house({ config: { host: '127.0.0.1', port: 0, corsOrigins: ['https://maps.example'] } });

  it('only those may read, and never with credentials', async () => {
    for (const path of SHARED) {
      expect(await allowed(at, path, 'https://maps.example')).toEqual(['https://maps.example', null]);
      for (const foreign of [
        'https://evil.example',
        'https://maps.example.evil.example',
        'http://maps.example',
        'null',
      ])
        expect(await allowed(at, path, foreign)).toEqual([null, null]);
    }
    expect(await allowed(at, '/health/live', 'https://maps.example')).toEqual([null, null]);
  });

  it('a cache is told that answers differ by origin', async () => {
    for (const path of SHARED) expect((await at.fetch(path)).headers.get('vary')).toMatch(/\bOrigin\b/);
  });

  it('a preflight is answered without asking anything', async () => {
    const ask = (origin: string) =>
      at.fetch('/graphql', { ...preflight, headers: { ...preflight.headers, origin } });
    const { status, headers } = await ask('https://maps.example');
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, POST']);
    expect(headers.get('access-control-allow-headers')).toContain('content-type');
    expect((await ask('https://evil.example')).status).toBe(405);
    expect(
      (await at.fetch('/q/', { headers: { origin: 'https://maps.example' } })).headers.get(
        'access-control-expose-headers',
      ),
    ).toContain('Graph-Complete');
  });
});

describe('with *', () => {
  const at = house({ config: { host: '127.0.0.1', port: 0, corsOrigins: ['*'] } });
  it('every page may read, without credentials', async () => {
    for (const path of SHARED) expect(await allowed(at, path, 'https://any.example')).toEqual(['*', null]);
  });
});
