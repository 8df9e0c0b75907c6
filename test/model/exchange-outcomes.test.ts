import { describe, expect, it } from 'vitest';
import type { CooperationLeg, Demands } from '../../src/model/rules/after-exchange.js';
import {
  becauseOf,
  outcomeOf,
  outcomeTally,
  pairsAtRisk,
  type OutcomeCounts,
  type OutcomeGroup,
  type PlacedExchange,
} from '../../src/model/rules/exchange-outcomes.js';
import { dateOf } from '../../src/model/rules/order.js';
import { pairsThatShared } from '../../src/model/rules/pairs-that-shared.js';
import type { LeftOut, LeftOutReason } from '../../src/model/values/left-out.js';
import { periodOf } from '../../src/model/values/edtf.js';
import type { OutcomesBy } from '../../src/model/values/exchange-outcomes.js';
import { UNKNOWN_PERIOD } from '../../src/model/values/period.js';
import { PATENTS_ASKED } from '../support/demands.js';

function leg(id: string, wording: string): Omit<PlacedExchange, 'roles' | 'meetings' | 'at' | 'on'> {
  const period = wording === '' ? UNKNOWN_PERIOD : periodOf(wording);
  return {
    id,
    period,
    events: [id],
    key: `${dateOf(period)}|${id}`,
    certainty: 'STATED',
    status: 'ACCEPTED',
    documents: ['document/one'],
    evidence: { existence: [], claims: new Set() },
    grounds: new Map(),
  };
}

/** An exchange: its day, who shared (`a` shared, `a-` only received), and where. */
function exchange(wording: string, who: string, more: Partial<PlacedExchange> = {}): PlacedExchange {
  const roles = who
    .split(' ')
    .map((one) => [one.replace('-', ''), [one.endsWith('-') ? 'receiver' : 'participant']]);
  const meetings = more.at ?? [];
  return {
    ...leg(`exchange/${wording}-${who}`, wording),
    roles: Object.fromEntries(roles) as PlacedExchange['roles'],
    meetings,
    at: [],
    on: ['topic/patents'],
    ...more,
  };
}
const cooperation = (wording: string, more: Partial<CooperationLeg> = {}): CooperationLeg => ({
  ...leg(`cooperation/${wording}`, wording),
  stage: 'DONE',
  modality: 'BILATERAL',
  under: [],
  origins: [],
  ...more,
});

type Worked = readonly (readonly [who: string, cooperation: CooperationLeg])[];
interface Found {
  readonly all: OutcomeCounts;
  readonly groups: readonly OutcomeGroup[];
  readonly none: readonly { pair: string; exchange: string | undefined; because: LeftOutReason | null }[];
  readonly leftOut: readonly LeftOut[];
  readonly undecided: readonly LeftOutReason[];
}

/** What the rules find when every pair is looked at, with at most `legs` exchanges and cooperations. */
function outcomes(
  exchanges: readonly PlacedExchange[],
  worked: Worked,
  demands: Demands,
  by: OutcomesBy,
  legs = 200,
): Found {
  const { pairs } = pairsThatShared(exchanges, demands.sharing, () => true, { steps: 10_000, legs });
  const { atRisk, leftOut } = pairsAtRisk(pairs, demands);
  const tally = outcomeTally(demands, by, ([a, b]) => a === 'c' && b === 'd');
  const none: Found['none'][number][] = [];
  const undecided: LeftOutReason[] = [];
  for (const one of atRisk) {
    const cooperations = worked
      .flatMap(([who, leg]) => (who === one.pair.join(' ') ? [leg] : []))
      .slice(0, legs);
    const done = { cooperations, whole: one.exchanges.length < legs && cooperations.length < legs };
    const found = outcomeOf(one, done, demands);
    const left = tally.add(one, done, found);
    if (left) undecided.push(left);
    if (!('outcome' in found) || found.outcome !== 'NONE') continue;
    const because = becauseOf(one, found.ways, cooperations, demands);
    none.push({ pair: one.pair.join(''), exchange: found.ways[0]?.[0]?.id, because });
  }
  return { all: tally.all, groups: tally.groups(), none, leftOut, undecided };
}

const line = (counts: OutcomeCounts): string =>
  [
    counts.atRisk,
    counts.cooperatedDefinitely,
    counts.cooperatedPossibly,
    counts.noneRecorded,
    counts.notCovered,
  ].join(' ');

const A_B_2014 = exchange('2014', 'a b', { at: ['meeting/x'] });
const A_B_2016 = exchange('2016', 'a b');
const IN_2015 = ['a b', cooperation('2015')] as const;
const RECEIVED = exchange('2014', 'a- b-');

describe('the outcomes of exchanges', () => {
  // At risk, definitely, possibly, none recorded, and of those not covered: over all, then by group.
  it.each<
    readonly [
      string,
      readonly PlacedExchange[],
      readonly (readonly [string, CooperationLeg])[],
      Partial<Demands>,
      OutcomesBy,
      string,
      Readonly<Record<string, string>>,
    ]
  >([
    ['a pair that cooperated after', [A_B_2014], [IN_2015], {}, 'YEAR', '1 1 0 0 0', { 2014: '1 1 0 0 0' }],
    ['a pair that cooperated before', [A_B_2016], [IN_2015], {}, 'YEAR', '1 0 0 1 1', { 2016: '1 0 0 1 1' }],
    [
      'a pair that shared before and after it cooperated, once in all',
      [A_B_2014, A_B_2016],
      [IN_2015],
      {},
      'YEAR',
      '1 1 0 0 0',
      { 2014: '1 1 0 0 0', 2016: '1 0 0 1 1' },
    ],
    [
      'the same by meeting, where one was at none',
      [A_B_2014, A_B_2016],
      [IN_2015],
      {},
      'MEETING',
      '1 1 0 0 0',
      { 'meeting/x': '1 1 0 0 0', '': '1 0 0 1 1' },
    ],
    [
      'a pair in no known order, undated',
      [exchange('', 'a b')],
      [IN_2015],
      {},
      'YEAR',
      '1 0 1 0 0',
      { '': '1 0 1 0 0' },
    ],
    ['a pair that never cooperated', [A_B_2014], [], {}, 'YEAR', '1 0 0 1 1', { 2014: '1 0 0 1 1' }],
    [
      'a pair that both sources cover',
      [exchange('2014', 'c d')],
      [],
      {},
      'YEAR',
      '1 0 0 1 0',
      { 2014: '1 0 0 1 0' },
    ],
    [
      'three in one exchange, of whom two cooperated',
      [exchange('2014', 'a b c')],
      [IN_2015],
      {},
      'TOPIC',
      '3 1 0 2 2',
      { 'topic/patents': '3 1 0 2 2' },
    ],
    [
      'an exchange on two topics',
      [exchange('2014', 'a b', { on: ['topic/pharma', 'topic/patents'] })],
      [],
      {},
      'TOPIC',
      '1 0 0 1 1',
      { 'topic/patents': '1 0 0 1 1', 'topic/pharma': '1 0 0 1 1' },
    ],
    ['who both only received', [RECEIVED], [IN_2015], {}, 'YEAR', '0 0 0 0 0', {}],
    [
      'who both only received, where they count',
      [RECEIVED],
      [IN_2015],
      { receivers: 'COUNT' },
      'YEAR',
      '1 1 0 0 0',
      { 2014: '1 1 0 0 0' },
    ],
    [
      'an exchange that is less sure than asked',
      [exchange('2014', 'a b', { certainty: 'INFERRED' }), A_B_2016],
      [IN_2015],
      { minCertainty: { exchange: 'STATED' } },
      'YEAR',
      '1 0 0 1 1',
      { 2016: '1 0 0 1 1' },
    ],
    [
      'a pair that had cooperated before, where such are left out',
      [A_B_2016],
      [IN_2015, ['a b', cooperation('2018')]],
      { priorTies: 'NONE' },
      'YEAR',
      '0 0 0 0 0',
      {},
    ],
    [
      'two that shared apart at one meeting: the year of the later',
      [
        exchange('2014-12-31', 'a', { at: ['meeting/x'] }),
        exchange('2015-01-01', 'b', { at: ['meeting/x'] }),
      ],
      [],
      { sharing: 'SAME_MEETING' },
      'YEAR',
      '1 0 0 1 1',
      { 2015: '1 0 0 1 1' },
    ],
    [
      'two that shared apart anywhere: both meetings',
      [exchange('2014', 'a', { at: ['meeting/x'] }), exchange('2016', 'b', { at: ['meeting/y'] })],
      [],
      { sharing: 'ANYWHERE' },
      'MEETING',
      '1 0 0 1 1',
      { 'meeting/x': '1 0 0 1 1', 'meeting/y': '1 0 0 1 1' },
    ],
  ])('%s', (_name, exchanges, worked, demands, by, all, groups) => {
    const found = outcomes(exchanges, worked, { ...PATENTS_ASKED, ...demands }, by);
    expect(line(found.all)).toBe(all);
    expect(Object.fromEntries(found.groups.map((group) => [group.key, line(group)]))).toEqual(groups);
    expect(found.none).toHaveLength(found.all.noneRecorded);
  });

  const none = (exchanges: readonly PlacedExchange[], worked: Worked, more: Partial<Demands> = {}) =>
    outcomes(exchanges, worked, { ...PATENTS_ASKED, ...more }, 'YEAR').none;

  it('names of a pair with none recorded its first exchange, and why what is recorded does not count', () => {
    const first = { pair: 'ab', exchange: A_B_2014.id };
    expect(none([A_B_2016, A_B_2014], [])).toEqual([{ ...first, because: null }]);
    const planned = ['a b', cooperation('2018', { stage: 'PLANNED' })] as const;
    expect(none([A_B_2016], [planned])[0]?.because).toBe('OTHER_STAGE');
  });

  it('stands a pair where it first shared, even if it counts only from an exchange before it cooperated', () => {
    const later = exchange('2015-06', 'c d');
    const before = none(
      [A_B_2014, A_B_2016, later],
      [['a b', cooperation('2015', { certainty: 'INFERRED' })]],
      {
        priorTies: 'NONE',
        minCertainty: { cooperation: 'STATED' },
      },
    );
    expect(before.map(({ pair, exchange: shown }) => [pair, shown])).toEqual([
      ['ab', A_B_2014.id],
      ['cd', later.id],
    ]);
  });

  it('says of no pair that none is recorded where not all of its facts were looked at', () => {
    const asked = (exchanges: readonly PlacedExchange[], worked: Worked, legs: number) => {
      const {
        all,
        groups,
        none: listed,
        undecided,
      } = outcomes(exchanges, worked, PATENTS_ASKED, 'YEAR', legs);
      return [line(all), groups.map((group) => `${group.key}: ${line(group)}`), listed.length, undecided];
    };
    const [one, two] = ['2012', '2013'].map((year) => ['a b', cooperation(year)] as const) as [
      Worked[number],
      Worked[number],
    ];
    expect(asked([A_B_2014], [one, two], 3)).toEqual(['1 0 0 1 1', ['2014: 1 0 0 1 1'], 1, []]);
    expect(asked([A_B_2014], [one, two], 2)).toEqual(['0 0 0 0 0', [], 0, ['COOPERATION_NOT_REACHED']]);
    // What was looked at decides over all, and not for the year of the later exchange.
    expect(asked([A_B_2014, A_B_2016], [one, IN_2015], 2)).toEqual([
      '1 1 0 0 0',
      ['2014: 1 1 0 0 0'],
      0,
      ['COOPERATION_NOT_REACHED'],
    ]);
    const many = Array.from(
      { length: 150 },
      (_, i) => ['a b', cooperation('2012', { id: `cooperation/${i}` })] as const,
    );
    const often = Array.from({ length: 150 }, (_, i) => exchange('2014', 'a b', { id: `exchange/${i}` }));
    expect(asked(often, many, 200)).toEqual(['0 0 0 0 0', [], 0, ['TOO_MANY_COMBINATIONS']]);
  });

  it('counts pairs that shared, but not as asked, by the check that they came furthest to', () => {
    const inferred = exchange('2015', 'a b', { certainty: 'INFERRED' });
    const asked: Demands = { ...PATENTS_ASKED, minCertainty: { exchange: 'STATED' } };
    const { leftOut } = outcomes([RECEIVED, inferred], [], asked, 'YEAR');
    expect(leftOut).toEqual([{ reason: 'EXCHANGE_BELOW_CERTAINTY', count: 1 }]);
  });

  it('puts years in order and the others by the number of pairs, those without any last', () => {
    const exchanges = [
      exchange('', 'a b'),
      exchange('2016', 'a b c', { at: ['meeting/z'] }),
      exchange('2015', 'a b', { at: ['meeting/y'] }),
      exchange('2014', 'c d', { at: ['meeting/x'] }),
    ];
    const keys = (by: OutcomesBy): string[] =>
      outcomes(exchanges, [], PATENTS_ASKED, by).groups.map(({ key }) => key);
    expect(keys('YEAR')).toEqual(['2014', '2015', '2016', '']);
    expect(keys('MEETING')).toEqual(['meeting/z', 'meeting/x', 'meeting/y', '']);
  });
});

describe('pairs that shared', () => {
  const some = [exchange('2014', 'a b'), exchange('2015', 'a b c'), exchange('2016', 'd e')];
  const found = (steps: number, counts = (_a: string, _b: string) => true): readonly [string, number] => {
    const { pairs, notReached } = pairsThatShared(some, 'SAME_EXCHANGE', counts, { steps, legs: 200 });
    return [pairs.map(({ pair }) => pair.join('')).join(' '), notReached];
  };

  it('stand in the order of their first exchange, each once', () => {
    expect(found(1_000)).toEqual(['ab ac bc de', 0]);
  });

  it('are as many as the steps allow; exchanges not gone through to the end are counted', () => {
    // Two steps to meet a and b, and two exchanges of theirs; three more for the second; and so on.
    expect(found(2)).toEqual(['', 3]);
    expect(found(3)).toEqual(['ab', 2]);
    expect(found(6)).toEqual(['ab ac', 2]);
    expect(found(8)).toEqual(['ab ac bc', 1]);
    expect(found(10)).toEqual(['ab ac bc de', 0]);
  });

  it('are those that count', () => {
    expect(found(1_000, (a) => a === 'a')).toEqual(['ab ac', 0]);
  });

  it('have the earliest exchanges only', () => {
    const { pairs } = pairsThatShared(some, 'SAME_EXCHANGE', () => true, { steps: 1_000, legs: 1 });
    expect(pairs[0]?.exchanges.map(({ id }) => id)).toEqual(['exchange/2014-a b']);
  });
});
