import { describe, expect, it } from 'vitest';
import { periodInWords } from '../../src/model/rules/words.js';
import { periodOf } from '../../src/model/values/edtf.js';
import { UNKNOWN_PERIOD, type Period } from '../../src/model/values/period.js';

describe('a period in words', () => {
  it.each([
    ['2013-05-06/2013-05-08', '6 to 8 May 2013'],
    ['2013-04-30/2013-05-02', '30 April to 2 May 2013'],
    ['2012-12-30/2013-01-02', '30 December 2012 to 2 January 2013'],
    ['2013-05-06/2014-05-06', '6 May 2013 to 6 May 2014'],
    ['2013-05-06', '6 May 2013'],
    ['2013-05', 'May 2013'],
    ['2012-02', 'February 2012'],
    ['2013', '2013'],
    ['1648-10-24', '24 October 1648'],
    ['0622', '622'],
    ['2011/2013', '2011 to 2013'],
    ['2013-03/2013-05', 'March to May 2013'],
    ['2012-03/2013-05', 'March 2012 to May 2013'],
    ['2013-05-06/2013-06', '6 May 2013 to June 2013'],
    ['2013-01-01/2013-12-31', '1 January to 31 December 2013'],
    ['2013-01-01', '1 January 2013'],
    ['2011/..', 'since 2011'],
    ['2011/', 'from 2011, end unknown'],
    ['/2013', 'until 2013, start unknown'],
    ['[..2009-12-03]', 'not later than 3 December 2009'],
    ['[..2009-12-31]', 'not later than 2009'],
    ['[2013-05-08..]', 'not before 8 May 2013'],
    ['[..2009-12-03]/', 'started not later than 3 December 2009, end unknown'],
    ['[..2009-12-03]/..', 'started not later than 3 December 2009, ongoing'],
    ['[2013-05-08..]/', 'started not before 8 May 2013, end unknown'],
    ['/[..2009-12-03]', 'not later than 3 December 2009'],
    ['[2013-05-06..2013-05-08]', 'between 6 and 8 May 2013'],
    ['[2011..2013]', 'between 2011 and 2013'],
    ['[2013-03..2013-05]', 'between March and May 2013'],
    ['[2013-05-06..2013-05-08]/2014', 'started between 6 and 8 May 2013, ended 2014'],
    ['2011/[..2013-06-30]', 'started 2011, ended not later than 30 June 2013'],
    ['/..', 'ongoing, start unknown'],
    ['/', 'date unknown'],
  ])('%s: %s', (wording, expected) => {
    expect(periodInWords(periodOf(wording))).toBe(expected);
  });

  const after = { startMin: '2013-05-08', endMin: '2013-05-08', notBefore: ['meeting/cairo-2013'] };
  it.each<[Partial<Period>, string]>([
    [{}, 'date unknown'],
    [after, 'after 8 May 2013, end unknown'],
    [{ ...after, ongoing: true }, 'after 8 May 2013, ongoing'],
    [{ ...after, edtf: '[2013-05-08..]' }, 'after 8 May 2013'],
    [{ ...after, startMin: '2013-01-01', endMin: '2013-01-01' }, 'after 1 January 2013, end unknown'],
    [{ ...after, endMin: '2015-01-01', endMax: '2015-12-31' }, 'after 8 May 2013, ended 2015'],
    [{ ...after, startMax: '2013-06-30' }, 'started between 8 May and 30 June 2013, end unknown'],
    [{ notBefore: ['meeting/undated'] }, 'date unknown'],
    [{ ...periodOf('2013'), ongoing: true }, '2013'],
    [{ startMax: '2013-05-06', notAfter: ['meeting/x'] }, 'started not later than 6 May 2013, end unknown'],
    [{ startMin: '2013-05-08', endMin: '2013-05-08' }, 'started not before 8 May 2013, end unknown'],
    [{ endMin: '2013-05-08', endMax: '2013-05-10' }, 'ended between 8 and 10 May 2013, start unknown'],
  ])('bounds %o: %s', (bounds, expected) => {
    expect(periodInWords({ ...UNKNOWN_PERIOD, ...bounds })).toBe(expected);
  });
});
