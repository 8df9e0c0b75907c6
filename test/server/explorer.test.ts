import { describe, expect, it } from 'vitest';
import { house } from './house.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the explorer over HTTP', () => {
  const at = house();

  it.each(['/', '/ties', '/questions/cooperation-after-exchange', '/country/egy', '/exchange/x'])(
    'serves its page at %s with a policy that allows nothing but our own files',
    async (path) => {
      const { status, headers } = await at.fetch(path, { headers: BROWSER });
      expect(status).toBe(200);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).not.toMatch(/unsafe/);
      expect(policy).toMatch(/frame-ancestors 'self'$/);
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    },
  );

  it.each(['/nothing', '/person/x', '/country/egy/more'])('has nothing at %s', async (path) => {
    const { status, body } = await at.fetch(path, { headers: BROWSER });
    expect(status).toBe(404);
    expect(body.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe('the explorer in a frame', () => {
  const at = house({ config: { host: '127.0.0.1', port: 0, embedOrigins: ['https://maps.example'] } });

  it('is allowed to the origins of the setting, and only where the address asks for it', async () => {
    const framed = await at.fetch('/ties?embed', { headers: BROWSER });
    expect(framed.headers.get('content-security-policy')).toMatch(
      /frame-ancestors 'self' https:\/\/maps\.example$/,
    );
    expect(framed.headers.get('x-frame-options')).toBeNull();
    const whole = await at.fetch('/ties', { headers: BROWSER });
    expect(whole.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
  });
});
