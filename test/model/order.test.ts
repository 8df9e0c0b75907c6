import { describe, expect, it } from 'vitest';
import {
  activeAfter,
  dateOf,
  holds,
  laterOf,
  orderAfter,
  within,
  type Event,
  type Outcome,
} from '../../src/model/rules/order.js';
import { periodOf } from '../../src/model/values/edtf.js';
import type { Order } from '../../src/model/values/order.js';
import { UNKNOWN_PERIOD, type Period } from '../../src/model/values/period.js';

const CAIRO = 'meeting/cairo-2013';

/** A period as worded, with bounds by events added; an empty wording is unknown. */
const period = (wording: string, more: Partial<Period> = {}): Period => ({
  ...(wording ? periodOf(wording) : UNKNOWN_PERIOD),
  ...more,
});

const exchange = (wording: string, more: Partial<Period> = {}): Event => ({
  id: 'exchange/e',
  period: period(wording, more),
  events: ['exchange/e', 'meeting/cairo-2013-patents', CAIRO],
});

const cooperation = (wording: string, more: Partial<Period> = {}, grewOutOf: string[] = []): Outcome => ({
  id: 'cooperation/c',
  period: period(wording, more),
  events: ['cooperation/c'],
  grewOutOf,
});

const both = { bothParties: true };

describe('started after', () => {
  it.each<[string, string, Order, string]>([
    ['2013-05-06/2013-05-08', '2013-05-09', 'DEFINITE', 'the next day'],
    ['2013-05-06/2013-05-08', '2013-05-08', 'POSSIBLE', 'the same last day settles nothing'],
    ['2013-05-06', '2013-05-06', 'POSSIBLE', 'equal days settle nothing'],
    ['2013-05-06/2013-05-08', '2013-05-07', 'POSSIBLE', 'during it'],
    ['2013-05-06/2013-05-08', '2013-05-05', 'NO', 'the day before'],
    ['2013-05-06/2013-05-08', '2012-01-01/2014-01-01', 'NO', 'began before and goes on after'],
    ['2013-05-06/2013-05-08', '2013', 'POSSIBLE', 'the year only'],
    ['2013-05-06/2013-05-08', '2014', 'DEFINITE', 'a later year'],
    ['2013-05-06/2013-05-08', '[..2009-12-03]/', 'NO', 'not later than an earlier day'],
    ['2013-05-06/2013-05-08', '[2013-05-08..]', 'POSSIBLE', 'not before the same day'],
    ['2013-05-06/2013-05-08', '[2013-05-09..]', 'DEFINITE', 'not before a later day'],
    ['2013-05-06/2013-05-08', '', 'POSSIBLE', 'unknown date of the cooperation'],
    ['', '2014', 'POSSIBLE', 'unknown date of the exchange'],
    ['2013-05-06/', '2014', 'POSSIBLE', 'unknown end of the exchange'],
    ['/2013-05-08', '2014', 'DEFINITE', 'unknown start of the exchange'],
    ['/2013-05-08', '2001', 'POSSIBLE', 'the exchange may have started before'],
  ])('exchange %s, cooperation %s: %s (%s)', (e, c, expected) => {
    expect(orderAfter(exchange(e), cooperation(c), both)).toBe(expected);
  });

  it.each<[string[], boolean, Order, string]>([
    [['exchange/e'], false, 'DEFINITE', 'the exchange itself, whoever the parties are'],
    [[CAIRO], true, 'DEFINITE', 'its meeting, both countries being parties'],
    [['meeting/cairo-2013-patents'], true, 'DEFINITE', 'the part of the meeting'],
    [[CAIRO], false, 'POSSIBLE', 'its meeting, but not both are parties'],
    [['meeting/other'], true, 'POSSIBLE', 'another meeting'],
    [['proposal/p'], true, 'POSSIBLE', 'a proposal'],
  ])('grew out of %s, both parties %s: %s (%s)', (grewOutOf, bothParties, expected) => {
    const c = cooperation('', {}, grewOutOf);
    expect(orderAfter(exchange('2013-05-06/2013-05-08'), c, { bothParties })).toBe(expected);
  });

  it.each<[Partial<Period>, Partial<Period>, Order, string]>([
    [{}, { notBefore: [CAIRO] }, 'DEFINITE', 'not before the meeting of the exchange'],
    [{}, { notBefore: ['meeting/other'] }, 'POSSIBLE', 'not before another meeting'],
    [{}, { notAfter: [CAIRO] }, 'NO', 'not after the meeting of the exchange'],
    [{ notAfter: ['cooperation/c'] }, {}, 'DEFINITE', 'the exchange not after the cooperation'],
    [{ notAfter: ['cooperation/d'] }, {}, 'POSSIBLE', 'the exchange not after another one'],
  ])('bounds by events %o and %o: %s (%s)', (e, c, expected) => {
    expect(orderAfter(exchange('', e), cooperation('', c), both)).toBe(expected);
  });

  it('settles the equal day by the event that bounds it', () => {
    const c = cooperation('', { startMin: '2013-05-08', endMin: '2013-05-08', notBefore: [CAIRO] });
    expect(orderAfter(exchange('2013-05-06/2013-05-08'), c, both)).toBe('DEFINITE');
  });

  it('lets a stated origin go before dates', () => {
    expect(orderAfter(exchange('2013'), cooperation('2001', {}, ['exchange/e']), both)).toBe('DEFINITE');
  });
});

describe('still active after', () => {
  it.each([
    ['2013-05-06/2013-05-08', '2001/2014', 'DEFINITE'],
    ['2013-05-06/2013-05-08', '2001/2013-05-08', 'POSSIBLE'],
    ['2013-05-06/2013-05-08', '2001/2013-05-05', 'NO'],
    ['2013-05-06/2013-05-08', '2001/..', 'POSSIBLE'],
    ['2013-05-06/2013-05-08', '2001/', 'POSSIBLE'],
    ['2013-05-06/2013-05-08', '2014/', 'DEFINITE'],
    ['2013-05-06/2013-05-08', '', 'POSSIBLE'],
    ['', '2014', 'POSSIBLE'],
  ] as const)('exchange %s, cooperation %s: %s', (e, c, expected) => {
    expect(activeAfter(exchange(e), cooperation(c))).toBe(expected);
  });
});

describe('after the later of two', () => {
  it.each([
    ['DEFINITE', 'DEFINITE', 'DEFINITE'],
    ['DEFINITE', 'POSSIBLE', 'POSSIBLE'],
    ['POSSIBLE', 'POSSIBLE', 'POSSIBLE'],
    ['DEFINITE', 'NO', 'NO'],
    ['POSSIBLE', 'NO', 'NO'],
    ['NO', 'NO', 'NO'],
  ] as const)('%s and %s: %s', (first, second, expected) => {
    expect(laterOf(first, second)).toBe(expected);
    expect(laterOf(second, first)).toBe(expected);
  });
});

describe('within so many months', () => {
  it.each<[string, string, number, boolean, string]>([
    ['2013-05-06/2013-05-08', '2013-08-08', 3, true, 'the last day'],
    ['2013-05-06/2013-05-08', '2013-08-09', 3, false, 'a day too late'],
    ['2013-01-31', '2013-02-28', 1, true, 'a short month ends with its last day'],
    ['2013-01-31', '2013-03-01', 1, false, 'and not after it'],
    ['2012-01-31', '2012-02-29', 1, true, 'leap year'],
    ['1899-12-31', '1900-03-01', 2, false, '1900 was no leap year'],
    ['2012-02-29', '2013-02-28', 12, true, 'a year from a leap day'],
    ['2013-11-15', '2014-02-15', 3, true, 'over the turn of the year'],
    ['2013-11-15', '2013-11-16', 0, false, 'no month at all'],
    ['2013-05-08', '[2013-01-01..2020-01-01]', 1, true, 'perhaps in time'],
    ['2013-05-08', '', 1, true, 'unknown start'],
    ['', '2020', 1, true, 'unknown end'],
    ['2013-05-08', '2001', 1, true, 'before it: not later'],
    ['2013-05-08', '2020', 1_000_000, true, 'further than years are counted'],
  ])('%s, %s, %i: %s (%s)', (e, c, months, expected) => {
    expect(within(exchange(e), cooperation(c), months)).toBe(expected);
  });
});

describe('holds in a window', () => {
  it.each([
    ['2013-05-06/2013-05-08', '2013-05-08', '2013-06-01', 'DEFINITELY'],
    ['2013-05-06/2013-05-08', '2013-05-09', '2013-06-01', 'NO'],
    ['2013-05-06/2013-05-08', '2013-05-01', '2013-05-05', 'NO'],
    ['2011/2015', '2013-01-01', '2013-12-31', 'DEFINITELY'],
    ['2013', '2013-01-01', '2013-12-31', 'DEFINITELY'],
    ['2013', '2013-03-01', '2013-04-30', 'POSSIBLY'],
    ['2011/..', '2013-01-01', '2013-12-31', 'POSSIBLY'],
    ['2011/..', null, '2013-12-31', 'DEFINITELY'],
    ['2011/..', null, '2010-12-31', 'NO'],
    ['/2013', '2012-01-01', null, 'DEFINITELY'],
    ['/2013', '2014-01-01', null, 'NO'],
    ['', '2013-01-01', '2013-12-31', 'POSSIBLY'],
    ['', null, null, 'DEFINITELY'],
  ] as const)('%s in %s to %s: %s', (wording, from, to, expected) => {
    expect(holds(period(wording), from, to)).toBe(expected);
  });
});

describe('the date that orders lists', () => {
  it.each([
    ['2013-05-06/2013-05-08', '2013-05-06'],
    ['[..2009-12-03]/', '2009-12-03'],
    ['2013', '2013-01-01'],
    ['', '-'],
  ])('%s: %s', (wording, expected) => {
    expect(dateOf(period(wording))).toBe(expected);
  });
});
