import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/api/limits/figures.js';
import { Fault, FAULT_MEANINGS, type FaultCode } from '../../src/model/faults.js';
import { house, type Answer, type House } from '../server/house.js';

const at = house();
const poor = house({ config: { host: '127.0.0.1', port: 0, rateBudget: 50 } });
const hasty = house({ requestMilliseconds: 100 });
const { read } = at.door;
afterEach(() => void (at.door.read = read));

const persisted = (sha256Hash: string, version = 1): Record<string, unknown> => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

/** What the database's side says, as the API tells it. */
const withFault = (code: FaultCode): Promise<Answer> => {
  at.door.read = () => Promise.reject(new Fault(code, 'Said by the database.'));
  return at.post(`query Ask { ask }`);
};

// How a caller meets each code; of those that only a write or a leaving caller meets, the door says so.
const CASES: Record<FaultCode, () => Promise<Answer>> = {
  BAD_USER_INPUT: () => at.post('query Q($of: Int!) { count(of: $of) }', { of: 'x' }),
  BAD_REQUEST: () => at.fetch('/graphql', { method: 'POST', body: 'x' }),
  GRAPHQL_PARSE_FAILED: () => at.post('{'),
  GRAPHQL_VALIDATION_FAILED: () => at.post('{ nowhere }'),
  OPERATION_RESOLUTION_FAILURE: () => at.post('query A { hello }', {}, { operationName: 'B' }),
  PERSISTED_QUERY_NOT_FOUND: () => at.post(undefined as never, {}, persisted('0'.repeat(64))),
  PERSISTED_QUERY_NOT_SUPPORTED: () => withFault('PERSISTED_QUERY_NOT_SUPPORTED'),
  NOT_FOUND: () => at.post('{ missing }'),
  CONFLICT: () => withFault('CONFLICT'),
  TOO_MANY_TOKENS: () => at.post(`{ ${'hello '.repeat(LIMITS.tokens)} }`),
  TOO_DEEP: () => at.post(`{ items { edges { node { ${'parent { '.repeat(20)} id ${'} '.repeat(20)} } } } }`),
  TOO_COSTLY: () =>
    at.post('{ items(first: 1000) { edges { node { items(first: 1000) { edges { node { id } } } } } } }'),
  TOO_LARGE: () => at.post('{ hello }', { x: 'x'.repeat(LIMITS.bodyBytes) }),
  RATE_LIMITED: async () => {
    await poor.post('{ hello }');
    return poor.post('{ hello }');
  },
  TIMEOUT: () => hasty.post('{ slow(milliseconds: 5000) }'),
  CANCELLED: () => withFault('CANCELLED'),
  UNAVAILABLE: () => withFault('UNAVAILABLE'),
  INTERNAL: () => at.post('{ broken }'),
};

describe('every published code has one shape', () => {
  it.each(Object.keys(FAULT_MEANINGS) as FaultCode[])('%s, three times', async (code) => {
    for (let i = 0; i < 3; i++) {
      const { body, headers, text } = await CASES[code]();
      const [error, ...more] = body.errors ?? [];
      expect(more.filter(({ extensions }) => extensions['code'] !== code)).toEqual([]);
      expect(error?.extensions['code']).toBe(code);
      expect(error?.extensions['requestId']).toBe(headers.get('x-request-id'));
      expect(error?.message).toMatch(/\w/);
      const parts = ['message', 'locations', 'path', 'extensions'];
      expect(Object.keys(error ?? {}).filter((part) => !parts.includes(part))).toEqual([]);
      expect(Object.keys(body).filter((part) => !['data', 'errors', 'extensions'].includes(part))).toEqual(
        [],
      );
      expect(text).not.toMatch(/hunter2|node_modules|\.ts:\d/);
    }
  });
});

describe('a request that takes too long', () => {
  const told = async (house: House): Promise<Answer[]> =>
    Promise.all([1, 2, 3].map(() => house.post('query Slow { slow(milliseconds: 5000) }')));

  it('is ended at its limit, which the answer names', async () => {
    const began = performance.now();
    for (const { body } of await told(hasty))
      expect(body.errors).toMatchObject([{ extensions: { code: 'TIMEOUT', limit: 100 } }]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
