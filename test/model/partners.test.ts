import { describe, expect, it } from 'vitest';
import { partnerReasons, placeOfPartner, scoreOf, type PartnerTie } from '../../src/model/rules/partners.js';
import { PARTNER_WEIGHTS } from '../../src/model/values/partners.js';

const tie = (
  reason: PartnerTie['reason'],
  date = '-',
  certainty: PartnerTie['certainty'] = 'INFERRED',
): PartnerTie => ({ reason, date, certainty });

describe('why a country is named as a partner', () => {
  it.each<[string, PartnerTie[], string | null, string, number]>([
    ['cooperated', [tie('COOPERATED')], '2010-01-01', 'COOPERATED', 5],
    ['cooperated twice counts once', [tie('COOPERATED'), tie('COOPERATED')], null, 'COOPERATED', 5],
    ['exchanged, and a source says so', [tie('EXCHANGED', '-', 'STATED')], null, 'EXCHANGED STATED', 4],
    ['on the first recent day', [tie('EXCHANGED', '2010-01-01')], '2010-01-01', 'EXCHANGED RECENT', 4],
    ['on the day before', [tie('EXCHANGED', '2009-12-31')], '2010-01-01', 'EXCHANGED', 3],
    ['an unknown day is not recent', [tie('EXCHANGED')], '2010-01-01', 'EXCHANGED', 3],
    ['nothing is recent without a day', [tie('EXCHANGED', '2015-01-01')], null, 'EXCHANGED', 3],
    [
      'what it provided is neither recent nor stated for the two',
      [tie('SAME_INITIATIVE'), tie('PROVIDED', '2015-01-01', 'STATED')],
      '2010-01-01',
      'SAME_INITIATIVE PROVIDED',
      4,
    ],
    [
      'over a third country',
      [tie('PARTNER_OF_PARTNER', '2012-01-01', 'STATED')],
      '2010-01-01',
      'PARTNER_OF_PARTNER RECENT STATED',
      3,
    ],
    [
      'in a fixed order, however the facts come',
      [tie('PROVIDED'), tie('EXCHANGED'), tie('COOPERATED', '2015-01-01', 'STATED')],
      '2010-01-01',
      'COOPERATED EXCHANGED PROVIDED RECENT STATED',
      12,
    ],
    ['nothing', [], '2010-01-01', '', 0],
  ])('%s', (_name, ties, recentFrom, reasons, score) => {
    const found = partnerReasons(ties, PARTNER_WEIGHTS, recentFrom);
    expect(found.map(({ reason }) => reason).join(' ')).toBe(reasons);
    expect(scoreOf(found)).toBe(score);
  });

  it('takes the weights that are given, and keeps a reason of no weight', () => {
    const found = partnerReasons([tie('COOPERATED')], { ...PARTNER_WEIGHTS, COOPERATED: 0 }, null);
    expect(found).toEqual([{ reason: 'COOPERATED', weight: 0 }]);
  });

  it('places own ties before others, then the higher score, then the id', () => {
    const places = [
      placeOfPartner(2, 900, 'country/a'),
      placeOfPartner(1, 9, 'country/b'),
      placeOfPartner(1, 9, 'country/a'),
      placeOfPartner(1, 10, 'country/c'),
    ];
    expect([...places].sort()).toEqual([places[3], places[2], places[1], places[0]]);
  });
});
