import { expect, it } from 'vitest';
import { rowsOf } from '../../src/graph/decode.js';

it('turns positional rows into objects and keeps nulls in place', () => {
  const rows = rowsOf<{ id: string; name: string | null }>(
    [
      ['a', null],
      ['b', 'B'],
    ],
    ['id', 'name'],
  );
  expect(rows).toEqual([
    { id: 'a', name: null },
    { id: 'b', name: 'B' },
  ]);
});

it('refuses a row of another length', () => {
  expect(() => rowsOf([['a']], ['id', 'name'] as never[])).toThrow('1 values for the 2 columns id, name');
});
