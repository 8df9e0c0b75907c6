import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../bench/measure/compare.js';
import { p50Ratio, throughputRatio, type Results } from '../../bench/results.js';
import { chosen, ITEMS } from '../../bench/workload/items.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

describe('the workload', () => {
  it.each(ITEMS.map((item) => [item.id, item] as const))(
    'asks item %s in the words of the schema',
    (_, item) => {
      expect(validate(schema, parse(item.product.document)).map(({ message }) => message)).toEqual([]);
    },
  );

  it('has every read of 1 to 17, each under a name of its own', () => {
    const ids = ITEMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // 14 and 15 are writes.
    const wanted = Array.from({ length: 17 }, (_, n) => n + 1).filter((n) => n !== 14 && n !== 15);
    expect([...new Set(ids.map((id) => Number.parseInt(id, 10)))]).toEqual(wanted);
  });

  it('gives a reason wherever the library does not say an item', () => {
    for (const { id, library, notInLibrary } of ITEMS)
      expect([id, Boolean(library ?? notInLibrary)]).toEqual([id, true]);
  });

  it.each([
    [[], ITEMS.length],
    [['3'], 2],
    [['8h'], 1],
    [['1'], 1],
  ])('chooses by number %j', (only, count) => expect(chosen(only)).toHaveLength(count));
});

describe('the first difference of two answers', () => {
  it.each([
    [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, null],
    [{ a: 1, b: null }, { a: 1 }, null],
    [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }] }, 'the answer.a.1.b is "x" and "y"'],
    [[1, 2], [1], 'the answer has 2 entries and 1'],
    [{ a: [] }, { a: null }, 'the answer.a is [] and null'],
    [{ a: 1 }, { a: 1, b: 2 }, 'the answer.b is null and 2'],
  ])('of %j and %j', (one, other, found) => expect(firstDifference(one, other)).toBe(found));
});

describe('ratios', () => {
  const shot = (arm: string, round: number, perSecond: number, p50: number, inFlight = 16): object => ({
    ...{ item: '1', arm, round, perSecond, p50, inFlight },
  });
  const results = {
    measured: [
      ...[shot('raw', 0, 100, 2), shot('product', 0, 90, 3)],
      // A round that was disturbed disturbs both.
      ...[shot('raw', 1, 10, 20), shot('product', 1, 8, 20)],
      ...[shot('raw', 2, 100, 2), shot('product', 2, 95, 2)],
      ...[shot('raw', 0, 50, 2, 1), shot('product', 0, 40, 3, 1)],
    ],
  } as unknown as Results;

  it('are taken within a round', () => {
    expect(throughputRatio(results, '1', 'product', 'raw', 16)).toEqual({ median: 0.9, worst: 0.8 });
    expect(p50Ratio(results, '1', 'product', 'raw')).toBe(1.5);
  });

  it('are none where an arm was not measured', () => {
    expect(throughputRatio(results, '1', 'product', 'library', 16)).toBeNull();
    expect(p50Ratio(results, '2', 'product', 'raw')).toBeNull();
  });
});
