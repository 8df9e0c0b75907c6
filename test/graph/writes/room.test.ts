import { describe, expect, it } from 'vitest';
import type { Door, WriteTransaction } from '../../../src/graph/door.js';
import type { Claim } from '../../../src/model/claim.js';
import type { Batch } from '../../../src/graph/writes/batch.js';
import { refuseWithoutRoom } from '../../../src/graph/writes/room.js';

const asking = { requestId: 'test', count: () => undefined };
const ids = (prefix: string, many: number): string[] =>
  Array.from({ length: many }, (_, i) => `${prefix}${i}`);

/** A graph in which every claim is about a fact of its own, that readers see. */
function graphOf(setting: string): { door: Door; tx: WriteTransaction } {
  const answer = ({ name, params }: { name: string; params: Record<string, unknown> }): object[] => {
    const asked = (Object.values(params).find(Array.isArray) ?? []) as string[];
    if (name === 'memoryOfTransaction') return [{ value: setting }];
    if (name === 'targetsOfClaims') return asked.map((id) => ({ id: id.replace('claim/', 'exchange/') }));
    if (name === 'countInSight') return [{ seen: asked.length }];
    return [];
  };
  const run = <T>(statement: never): Promise<T[]> => Promise.resolve(answer(statement) as T[]);
  return { door: { read: run } as unknown as Door, tx: { run, each: () => Promise.resolve() } };
}
const batchOf = (end: number, create = 0): Batch => ({
  register: 'x',
  entities: [],
  facts: [],
  create: ids('exchange/', create).map((target) => ({ target }) as Claim),
  revive: [],
  end: ids('claim/', end),
  withdraw: [],
});
const take = (setting: string, batch: Batch): Promise<void> => {
  const { door, tx } = graphOf(setting);
  return refuseWithoutRoom(door, tx, batch, asking);
};

describe('a batch that changes much of what readers see', () => {
  it('is refused with the numbers and two ways to mend it', async () => {
    await expect(take('16.00MiB', batchOf(3_000))).rejects.toThrow(
      /^This needs some 182 MiB in one transaction, and the database allows 16 MiB: it shows or takes back 3,000 .*, and changes 3,000 .*\. Nothing was taken in\. Give the database more memory \(NEO4J_HEAP.*--partial\.$/,
    );
  });
  it.each([
    ['there is room', '1.00GiB', batchOf(3_000)],
    ['the database sets no bound', '0B', batchOf(30_000)],
    ['the database does not tell', 'secret', batchOf(30_000)],
    ['it is small', '1.00MiB', batchOf(1_000)],
  ])('goes on: %s', async (_name, setting, batch) => {
    await expect(take(setting, batch)).resolves.toBeUndefined();
  });
  it('counts what it changes once, with what its new claims speak of', async () => {
    await expect(take('16.00MiB', batchOf(2_500, 2_600))).rejects.toThrow('changes 2,600 facts');
  });
  it('is new to readers, and takes less', async () => {
    const facts = ids('exchange/', 30_000).map((id) => ({
      id,
      kind: 'Exchange',
      identity: id,
      occasion: null,
    }));
    const fresh = { ...batchOf(0, 30_000), facts };
    await expect(take('512.00MiB', fresh)).resolves.toBeUndefined();
    await expect(take('128.00MiB', fresh)).rejects.toThrow('changes 0 facts');
  });
});
