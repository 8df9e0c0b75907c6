import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/faults.js';
import { periodOf } from '../../src/model/values/edtf.js';
import {
  BOUNDS,
  contradictory,
  hull,
  intersection,
  tighten,
  UNKNOWN_PERIOD,
  type Period,
} from '../../src/model/values/period.js';

const bounds = (period: Period): (string | null)[] => BOUNDS.map((name) => period[name]);

describe('the bounds of a worded period', () => {
  it.each<
    [
      wording: string,
      startMin: string | null,
      startMax: string | null,
      endMin: string | null,
      endMax: string | null,
      ongoing?: true,
    ]
  >([
    ['2013-05-06', '2013-05-06', '2013-05-06', '2013-05-06', '2013-05-06'],
    ['2013-05', '2013-05-01', '2013-05-31', '2013-05-01', '2013-05-31'],
    ['2013', '2013-01-01', '2013-12-31', '2013-01-01', '2013-12-31'],
    ['1648', '1648-01-01', '1648-12-31', '1648-01-01', '1648-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29', '2012-02-01', '2012-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28', '1900-02-01', '1900-02-28'],
    ['2000-02-29', '2000-02-29', '2000-02-29', '2000-02-29', '2000-02-29'],
    ['2013-05-06/2013-05-08', '2013-05-06', '2013-05-06', '2013-05-08', '2013-05-08'],
    ['2013-05/2013-06', '2013-05-01', '2013-05-31', '2013-06-01', '2013-06-30'],
    ['2012/2016', '2012-01-01', '2012-12-31', '2016-01-01', '2016-12-31'],
    ['2013/2013', '2013-01-01', '2013-12-31', '2013-01-01', '2013-12-31'],
    ['2011/..', '2011-01-01', '2011-12-31', '2011-01-01', null, true],
    ['2011/', '2011-01-01', '2011-12-31', '2011-01-01', null],
    ['/2013', null, '2013-12-31', '2013-01-01', '2013-12-31'],
    ['../2013', null, '2013-12-31', '2013-01-01', '2013-12-31'],
    ['/', null, null, null, null],
    ['[2013-05-08..]', '2013-05-08', null, '2013-05-08', null],
    ['[..2009-12-03]', null, '2009-12-03', null, '2009-12-03'],
    ['[2013-05..2014]', '2013-05-01', '2014-12-31', '2013-05-01', '2014-12-31'],
    ['[..2009-12-03]/', null, '2009-12-03', null, null],
    ['[..2009-12-03]/..', null, '2009-12-03', null, null, true],
    ['[2013-05-08..]/2014', '2013-05-08', '2014-12-31', '2014-01-01', '2014-12-31'],
    ['2011/[2013..]', '2011-01-01', '2011-12-31', '2013-01-01', null],
  ])('%s', (wording, startMin, startMax, endMin, endMax, ongoing) => {
    const period = periodOf(wording);
    expect(bounds(period)).toEqual([startMin, startMax, endMin, endMax]);
    expect(period).toMatchObject({ ongoing: ongoing ?? false, edtf: wording, notBefore: [], notAfter: [] });
  });

  const refused: readonly (readonly [wording: string, why: RegExp])[] = [
    ['2013-05-08/2013-05-06', /ends before it starts/],
    ['2014/2013-12', /ends before it starts/],
    ['[2014..]/2013', /ends before it starts/],
    ['2013-13', /does not exist: "2013-13"/],
    ['2013-05-32', /does not exist/],
    ['2013-02-30', /does not exist/],
    ['2013-00-10', /does not exist/],
    ['May 2013', /not YYYY, YYYY-MM or YYYY-MM-DD/],
    ['13-05-06', /not YYYY/],
    ['2013-5-6', /not YYYY/],
    ['2013-05-06T10:00', /not YYYY/],
    ['2013~', /not YYYY/],
    ['201X', /not YYYY/],
    ['..', /not YYYY/],
    ['', /not YYYY/],
    ['[2013', /not YYYY/],
    ['2011/2012/2013', /more than one slash/],
  ];
  it.each(refused)('refuses "%s" in words', (wording, why) => {
    expect(() => periodOf(wording)).toThrow(Fault);
    expect(() => periodOf(wording)).toThrow(why);
    expect(() => periodOf(wording)).toThrow(`The period "${wording}"`);
    expect(() => periodOf(wording)).toThrow('Write 2013-05-06, 2013-05, 2013,');
  });

  it.each(['1900-02-29', '[2014..2013]'])('refuses %s', (wording) => {
    expect(() => periodOf(wording)).toThrow(Fault);
  });

  it('is the same in every time zone', () => {
    const wordings = ['2013-05-06', '2013', '1648', '[..2009-12-03]/', '2013-03-31/2013-10-27'];
    const script = `import { periodOf } from './src/model/values/edtf.ts';
console.log(JSON.stringify(${JSON.stringify(wordings)}.map(periodOf)));`;
    const inZone = (zone: string): unknown =>
      JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        }),
      );
    expect(inZone('Pacific/Kiritimati')).toEqual(wordings.map(periodOf));
    expect(inZone('Pacific/Pago_Pago')).toEqual(wordings.map(periodOf));
  });
});

const period = (
  startMin: string | null,
  startMax: string | null,
  endMin: string | null,
  endMax: string | null,
): Period => ({
  ...UNKNOWN_PERIOD,
  startMin,
  startMax,
  endMin,
  endMax,
});

describe('periods together', () => {
  it.each([
    [
      'narrower bounds of both',
      period('2011', null, null, '2016'),
      period('2012', '2013', null, '2015'),
      ['2012', '2013', null, '2015'],
    ],
    [
      'what only one knows',
      period(null, null, null, null),
      period('2012', '2012', '2014', '2014'),
      ['2012', '2012', '2014', '2014'],
    ],
    [
      'a contradiction as it is',
      period('2014', '2014', null, null),
      period('2012', '2012', null, null),
      ['2014', '2012', null, null],
    ],
  ])('intersect to %s', (_what, a, b, expected) => {
    expect(bounds(intersection(a, b))).toEqual(expected);
    expect(bounds(intersection(b, a))).toEqual(expected);
  });

  it.each([
    [
      'wider bounds of both',
      period('2011', '2012', '2013', '2014'),
      period('2012', '2013', '2013', '2016'),
      ['2011', '2013', '2013', '2016'],
    ],
    [
      'unknown where one is',
      period('2011', null, '2013', null),
      period(null, '2013', '2012', '2016'),
      [null, null, '2012', null],
    ],
  ])('have a hull with %s', (_what, a, b, expected) => {
    expect(bounds(hull(a, b))).toEqual(expected);
    expect(bounds(hull(b, a))).toEqual(expected);
  });

  it('keep the wording only where both agree, and unite their events', () => {
    const a = { ...UNKNOWN_PERIOD, edtf: '2013', notBefore: ['meeting/b', 'meeting/a'] };
    const b = {
      ...UNKNOWN_PERIOD,
      edtf: '2013-05',
      notBefore: ['meeting/a'],
      notAfter: ['meeting/c'],
      ongoing: true,
    };
    expect(intersection(a, b)).toMatchObject({
      edtf: null,
      notBefore: ['meeting/a', 'meeting/b'],
      notAfter: ['meeting/c'],
      ongoing: true,
    });
    expect(intersection(a, a).edtf).toBe('2013');
  });

  it('are tightened by "no end before its start"', () => {
    expect(bounds(tighten(period('2013', null, null, '2015')))).toEqual(['2013', '2015', '2013', '2015']);
    expect(bounds(tighten(period('2013', '2014', '2012', '2016')))).toEqual(['2013', '2014', '2013', '2016']);
    expect(tighten(UNKNOWN_PERIOD)).toEqual(UNKNOWN_PERIOD);
  });

  it.each([
    ['none known', UNKNOWN_PERIOD, false],
    ['equal bounds', period('2013', '2013', '2013', '2013'), false],
    ['a start of none', period('2014', '2013', null, null), true],
    ['an end of none', period(null, null, '2014', '2013'), true],
  ])('contradict themselves or not: %s', (_what, one, expected) => {
    expect(contradictory(one)).toBe(expected);
  });

  it('lie between intersection and hull, in either order', () => {
    const day = fc.option(fc.integer({ min: 2000, max: 2020 }).map(String));
    const any = fc.tuple(day, day, day, day).map((days) => period(...days));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(intersection(a, b)).toEqual(intersection(b, a));
        expect(hull(a, b)).toEqual(hull(b, a));
        expect(intersection(a, a)).toEqual(a);
        expect(hull(a, a)).toEqual(a);
        const [wide, narrow] = [hull(a, b), intersection(a, b)];
        if (wide.startMin !== null)
          expect(narrow.startMin !== null && wide.startMin <= narrow.startMin).toBe(true);
        if (wide.endMax !== null) expect(narrow.endMax !== null && wide.endMax >= narrow.endMax).toBe(true);
      }),
    );
  });
});
