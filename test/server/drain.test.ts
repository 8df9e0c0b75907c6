import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { house } from './house.js';

describe('stopping', () => {
  const at = house();

  it('lets running requests end, refuses new ones, and closes', async () => {
    const idle = connect(Number(new URL(at.server.address).port), '127.0.0.1');
    await new Promise((done) => idle.once('connect', done));
    const running = Array.from({ length: 20 }, () => at.post('{ slow(milliseconds: 1200) }'));
    await new Promise((done) => setTimeout(done, 300));

    const began = performance.now();
    const stopped = Promise.all([at.server.stop(), at.server.stop()]);
    await new Promise((done) => setTimeout(done, 50));
    const late = await at.post('{ hello }').then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([503, 'closed']).toContain(late);

    for (const { status, body } of await Promise.all(running)) {
      expect([status, body.data]).toEqual([200, { slow: 'done' }]);
    }
    await stopped;
    expect(performance.now() - began).toBeLessThan(3_000);
    await expect(at.post('{ hello }')).rejects.toThrow();
  }, 20_000);
});

describe('stopping with requests that do not end', () => {
  const at = house();

  it('ends them with UNAVAILABLE and closes within ten seconds', async () => {
    const running = at.post('{ slow(milliseconds: 9500) }');
    await new Promise((done) => setTimeout(done, 200));
    const began = performance.now();
    await at.server.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await running).body.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  }, 20_000);
});
