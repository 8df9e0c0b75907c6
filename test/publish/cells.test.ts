import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, joined, textOf } from '../../src/publish/cells.js';
import { csvLines } from '../../src/publish/rows.js';

/** What a reader does who wants the value: takes off the one quote that was put before it. */
const asMeant = (cell: string): string =>
  /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
const entriesOf = (cell: string): string[] =>
  [...`${cell}|`.matchAll(/((?:\\[^]|[^\\|])*)\|/g)].map(([, entry = '']) => entry.replace(/\\([^])/g, '$1'));

describe('cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['\uff1d1', "'\uff1d1"],
    ['-5', '-5'],
    ['-5.25', '-5.25'],
    ['-5+1', "'-5+1"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('makes %j inert as %j', (text, cell) => expect(inert(text)).toBe(cell));

  it('are never run by a spreadsheet, and give the value back', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', '.') }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const cell = inert(given);
        expect(/^[=+@\t\r\n]/.test(cell)).toBe(false);
        expect(cell.startsWith('-') && Number.isNaN(Number(cell))).toBe(false);
        if (!/^-\d/.test(given)) expect(asMeant(cell)).toBe(given);
      }),
    );
  });

  it('hold several values that can be told apart again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('|', '\\', 'a', '\n') }), { minLength: 1 }),
        (values) => {
          expect(entriesOf(joined(values))).toEqual(values);
        },
      ),
    );
    expect(joined([])).toBe('');
    expect(joined(['a', null, 'c'])).toBe('a||c');
  });

  it.each([
    [null, ''],
    [undefined, ''],
    [false, 'false'],
    [0, '0'],
    [-2.5, '-2.5'],
    ['x', 'x'],
    [{ a: 1 }, '{"a":1}'],
  ])('write %j as %j', (value, text) => expect(textOf(value)).toBe(text));
});

describe('lines', () => {
  it('end as RFC 4180 says, and read back whatever the cells hold', () => {
    expect(csvLines([['a', 'b c']])).toBe('a,b c\r\n');
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', '\r', '\n', ';', ' ', 'a', '\u00e9', '\ud83d\ude00'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 }),
        (lines) => {
          expect(parse(csvLines(lines))).toEqual(lines);
        },
      ),
    );
  });
});
