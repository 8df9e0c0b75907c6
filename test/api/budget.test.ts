import { describe, expect, it } from 'vitest';
import { Budgets } from '../../src/api/limits/budget.js';
import { BUDGET_CLIENTS, LIMITS } from '../../src/api/limits/figures.js';
import { clientOf } from '../../src/server/client-budget.js';
import { readConfig } from '../../src/config.js';
import { house } from '../server/house.js';

const ALIASES = 20;
const many = (n: number): string => `{ ${Array.from({ length: n }, (_, i) => `a${i}: ask`).join(' ')} }`;

describe('a client with a budget of 20 questions', () => {
  const at = house({ config: { host: '127.0.0.1', port: 0, rateBudget: ALIASES * 50 } });

  it('has spent it with 20 aliases in one request; then 429 with Retry-After, code and no statement, at once and thrice', async () => {
    const { status, body } = await at.post(many(ALIASES));
    expect(status).toBe(200);
    expect(body.extensions?.cost).toMatchObject({ asked: 1_000, actual: 1_000, statements: 20 });
    expect((body.extensions?.cost as unknown as { budget: object }).budget).toMatchObject({ limit: 1_000 });
    const sent = at.sent.length;
    for (let i = 0; i < 3; i++) {
      const answer = await at.post(many(ALIASES));
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.body.errors).toMatchObject([
        { extensions: { code: 'RATE_LIMITED', limit: 1_000, requestId: expect.any(String) } },
      ]);
    }
    expect(at.sent.length).toBe(sent);
  });

  it('is refused at the addresses too, and whatever it sends', async () => {
    for (const path of ['/q/', '/q/none.csv', '/graphql?query={hello}']) {
      const { status, headers, body } = await at.fetch(path);
      expect([path, status]).toEqual([path, 429]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body.errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
    }
    expect((await at.fetch('/health/live')).status).toBe(200);
  });
});

describe('a client whose proxy is trusted', () => {
  const config = { host: '127.0.0.1', port: 0, rateBudget: 1_000 };
  const trusting = house({ config: { ...config, trustedProxies: ['127.0.0.1'] } });
  const wary = house({ config });
  const from = (address: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ query: many(ALIASES) }),
  });

  it('has a budget of its own', async () => {
    expect((await trusting.fetch('/graphql', from('203.0.113.1'))).status).toBe(200);
    expect((await trusting.fetch('/graphql', from('203.0.113.1'))).status).toBe(429);
    expect((await trusting.fetch('/graphql', from('203.0.113.2'))).status).toBe(200);
  });

  it('cannot invent addresses where no proxy is trusted', async () => {
    expect((await wary.fetch('/graphql', from('203.0.113.1'))).status).toBe(200);
    expect((await wary.fetch('/graphql', from('203.0.113.2'))).status).toBe(429);
  });
});

describe('a question that a budget can never pay', () => {
  const at = house({ config: { host: '127.0.0.1', port: 0, rateBudget: 1_000 } });
  it('is too costly, not to be tried again', async () => {
    const { status, headers, body } = await at.post(many(ALIASES + 1));
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'TOO_COSTLY']);
    expect(headers.get('retry-after')).toBeNull();
  });
});

describe('budgets', () => {
  const at = { now: 0 };
  const budgets = (): Budgets => new Budgets(6_000, () => at.now);

  it('fill steadily, and say when to come again', () => {
    const purse = budgets().purseOf('a');
    purse.take(6_000);
    at.now += 1_000;
    expect(purse.left).toBe(100);
    expect(() => purse.take(350)).toThrow(
      expect.objectContaining({
        code: 'RATE_LIMITED',
        details: { limit: 6_000, left: 100, retryAfterSeconds: 3 },
      }),
    );
    at.now += 600_000;
    expect(purse.left).toBe(6_000);
  });

  it('give back what the answer did not hold, but for the least price', () => {
    const all = budgets();
    const purse = all.purseOf('a');
    purse.enter();
    purse.take(1_000);
    expect(purse.left).toBe(5_000);
    purse.settle(1_000, 300);
    expect(purse.left).toBe(5_700);
    purse.enter();
    purse.take(0);
    expect(all.purseOf('b').left).toBe(6_000);
    expect(purse.left).toBe(5_650);
  });

  it('are forgotten in the order in which clients were last seen', () => {
    const all = budgets();
    all.purseOf('a').take(1_000);
    all.purseOf('b').take(1_000);
    for (let i = 0; i < BUDGET_CLIENTS - 2; i++) all.purseOf(`c${i}`).enter();
    expect(all.purseOf('a').left).toBe(5_000);
    all.purseOf('one more').enter();
    expect(all.purseOf('a').left).toBe(5_000);
    expect(all.purseOf('b').left).toBe(6_000);
  });

  it('are of an address, or of an IPv6 network', () => {
    expect(clientOf('203.0.113.9')).toBe('203.0.113.9');
    expect(clientOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
    const same = ['2001:db8:0:7::1', '2001:db8:0:7:ffff::2', '2001:0db8:0000:0007:0:0:0:3'].map(clientOf);
    expect(new Set(same)).toEqual(new Set(['2001:db8:0:7::/64']));
    expect(clientOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(clientOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(clientOf('::1')).toBe('0:0:0:0::/64');
  });

  it('may not be set below the cost of one request', () => {
    expect(() => readConfig({ RATE_BUDGET: String(LIMITS.cost - 1) })).toThrow(
      /RATE_BUDGET is 0 or a number/,
    );
    expect(readConfig({ RATE_BUDGET: String(LIMITS.cost) }).rateBudget).toBe(LIMITS.cost);
    expect(readConfig({ RATE_BUDGET: '0' }).rateBudget).toBe(0);
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.1/8/8', '300.1.1.1'])
      expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES holds addresses/);
  });
});
