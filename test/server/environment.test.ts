import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from './house.js';

const before = process.env['NODE_ENV'];
afterAll(() => {
  process.env['NODE_ENV'] = before;
});

const values = [undefined, '', 'development', 'developmnt', 'production'];

describe.each(values)('with NODE_ENV %s', (value) => {
  // Hooks run in order: this one before the server is made.
  beforeAll(() => {
    if (value === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = value;
  });
  const at = house();

  it('answers errors alike, without a stack', async () => {
    for (let i = 0; i < 3; i++) {
      const { status, text, body } = await at.post('{ broken }');
      expect(status).toBe(200);
      expect(Object.keys(body.errors![0]!.extensions)).toEqual(['code', 'requestId']);
      expect(text).not.toMatch(/stack|hunter2| at /);
    }
  });
});
