import { describe, expect, it } from 'vitest';
import { extentOf, periodsBetween, timelineOf, type BoundsCount } from '../../src/model/rules/timeline.js';

const facts = (bounds: string, count = 1): BoundsCount => {
  const [startMin = null, startMax = null, endMin = null, endMax = null] = bounds
    .split(' ')
    .map((one) => (one === '-' ? null : one));
  return { startMin, startMax, endMin, endMax, facts: count };
};

describe('a timeline', () => {
  it.each([
    ['2011', '2013', ['2011', '2012', '2013']],
    ['2011-11', '2012-02', ['2011-11', '2011-12', '2012-01', '2012-02']],
    ['199', '201', ['199', '200', '201']],
    ['0999', '1000', ['0999', '1000']],
    ['2013', '2012', []],
  ])('runs from %s to %s', (first, last, periods) => {
    expect(periodsBetween(first, last, 10)).toEqual(periods);
  });

  it('has no more periods than allowed', () => {
    expect(periodsBetween('2001', '2010', 10)).toHaveLength(10);
    expect(periodsBetween('2001', '2011', 10)).toBeNull();
  });

  it('begins with the first date and ends with the last, whatever held before or later', () => {
    expect(extentOf([facts('2012 2012 - -'), facts('- 2010 - 2020'), facts('- - 1999 -')])).toEqual([
      '2010',
      '2012',
    ]);
    expect(extentOf([facts('- - 1999 -')])).toBeNull();
  });

  // Each is looked at in 2013 alone.
  it.each<[string, string, { started?: number; active?: number; possible?: number }]>([
    ['a day in it', '2013 2013 2013 2013', { started: 1, active: 1 }],
    ['a span over it', '2011 2011 2015 2015', { active: 1 }],
    ['began in it, end unknown', '2013 2013 - -', { started: 1, possible: 1 }],
    ['began in it, ended in it or later', '2013 2013 2013 -', { started: 1, active: 1 }],
    ['began by then, at the latest', '- 2013 2013 -', { started: 1, active: 1 }],
    ['began from then on', '2013 - - -', { started: 1, possible: 1 }],
    ['began earlier or later', '2012 2014 2015 2015', { possible: 1 }],
    ['ended before', '2010 2010 2012 2012', {}],
    ['began after', '2014 2014 2014 2014', {}],
    ['only its end is known, before', '- - 2012 2012', {}],
    ['only its end is known, later', '- - 2014 2014', { possible: 1 }],
    ['nothing is known', '- - - -', {}],
  ])('%s', (_name, bounds, told) => {
    const { periods } = timelineOf([facts(bounds)], ['2013']);
    expect(periods).toEqual([{ period: '2013', started: 0, active: 0, possible: 0, ...told }]);
  });

  it('adds up', () => {
    const counts = [
      facts('2009 2009 2009 2009', 2),
      facts('2013 2013 - -', 3),
      facts('2014 - - -', 5),
      facts('2020 2020 - -', 7),
      facts('- - - 2013', 11),
      facts('- - - -', 13),
    ];
    const { periods, before, after, undated, total } = timelineOf(counts, ['2013', '2014']);
    expect(periods.map(({ started }) => started)).toEqual([3, 5]);
    expect([before, after, undated, total]).toEqual([2, 7, 24, 41]);
  });
});
