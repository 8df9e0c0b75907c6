import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBestOfAll,
  placeOf,
  weigh,
  type Candidate,
  type CooperationLeg,
  type Demands,
  type ExchangeLeg,
} from '../../src/model/rules/after-exchange.js';
import { dateOf } from '../../src/model/rules/order.js';
import type { LeftOutReason } from '../../src/model/values/left-out.js';
import { periodOf } from '../../src/model/values/edtf.js';
import { UNKNOWN_PERIOD } from '../../src/model/values/period.js';
import { PATENTS_ASKED } from '../support/demands.js';

const PAIR = ['country/a', 'country/b'] as const;

function leg(id: string, wording: string): Omit<ExchangeLeg, 'roles' | 'meetings'> {
  const period = wording === '' ? UNKNOWN_PERIOD : periodOf(wording);
  return {
    id,
    period,
    events: [id],
    key: `${dateOf(period)}|${id}`,
    certainty: 'STATED',
    status: 'ACCEPTED',
    documents: ['document/one'],
    evidence: {
      existence: [{ id: `claim/${id}`, certainty: 'STATED', inferredFrom: [] }],
      claims: new Set([`claim/${id}`]),
    },
    grounds: new Map(),
  };
}
const exchange = (
  more: Partial<ExchangeLeg> = {},
  wording = '2014-03-11',
  id = 'exchange/e',
): ExchangeLeg => ({
  ...leg(id, wording),
  roles: { 'country/a': ['participant'], 'country/b': ['participant'] },
  meetings: [],
  ...more,
});
const cooperation = (
  more: Partial<CooperationLeg> = {},
  wording = '2015',
  id = 'cooperation/c',
): CooperationLeg => ({
  ...leg(id, wording),
  stage: 'DONE',
  modality: 'BILATERAL',
  under: ['topic/patents'],
  origins: [],
  ...more,
});
const candidate = (
  exchanges: readonly ExchangeLeg[] = [exchange()],
  cooperations: readonly CooperationLeg[] = [cooperation()],
): Candidate => ({ pair: PAIR, exchanges, cooperations });

/** The order of the answer, or why there is none. */
function verdictOf(asked: Candidate, demands: Partial<Demands> = {}): string | null {
  const verdict = weigh(asked, { ...PATENTS_ASKED, ...demands });
  if (verdict === null) return null;
  return 'leftOut' in verdict ? verdict.leftOut : verdict.answer.order;
}

const BOTH_RECEIVED = exchange({ roles: { 'country/a': ['receiver'], 'country/b': ['receiver'] } });
const INFERRED = {
  certainty: 'INFERRED',
  evidence: {
    existence: [{ id: 'claim/x', certainty: 'INFERRED', inferredFrom: ['claim/cooperation/c'] }],
    claims: new Set(['claim/x']),
  },
} as const;
const OLD = cooperation({ under: ['topic/marks'] }, '2010/2011', 'cooperation/old');

describe('a pair with more combinations than are weighed', () => {
  const many = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const undated = many(150, (n) => exchange({}, '', `exchange/u${n}`));
  const cooperations = many(200, (n) => cooperation({}, n === 199 ? '2020' : '', `cooperation/c${n}`));
  const best = (exchanges: readonly ExchangeLeg[], done = cooperations): unknown => {
    const found = weigh(candidate(exchanges, done), PATENTS_ASKED);
    return (
      found &&
      'answer' in found && [found.answer.order, found.answer.exchanges[0]?.id, found.answer.cooperation.id]
    );
  };

  it('is ordered by a dated exchange, however many undated ones come before', () => {
    expect(best(undated)).toEqual(['POSSIBLE', expect.any(String), expect.any(String)]);
    expect(best([...undated, exchange()])).toEqual(['DEFINITE', 'exchange/e', 'cooperation/c199']);
  });

  it('is ordered by the exchange that a cooperation grew out of, wherever it stands', () => {
    const grown = cooperation(
      { origins: [{ id: 'exchange/u149', certainty: 'STATED' }] },
      '',
      'cooperation/grown',
    );
    expect(best(undated, [...cooperations.slice(0, 199), grown])).toEqual([
      'DEFINITE',
      'exchange/u149',
      'cooperation/grown',
    ]);
    const bound = cooperation(
      { period: { ...UNKNOWN_PERIOD, notBefore: ['exchange/u148'] } },
      '',
      'cooperation/bound',
    );
    expect(best(undated, [...cooperations.slice(0, 199), bound])).toEqual([
      'DEFINITE',
      'exchange/u148',
      'cooperation/bound',
    ]);
  });
});

describe('weighing a pair', () => {
  it.each<readonly [LeftOutReason, Candidate, Partial<Demands>, string]>([
    ['ONLY_RECEIVED', candidate([BOTH_RECEIVED]), { receivers: 'COUNT' }, 'DEFINITE'],
    [
      'OTHER_MODALITY',
      candidate(undefined, [cooperation({ modality: 'TRIANGULAR' })]),
      { modalities: ['TRIANGULAR'] },
      'DEFINITE',
    ],
    [
      'OTHER_STAGE',
      candidate(undefined, [cooperation({ stage: 'PLANNED' })]),
      { stages: ['PLANNED'] },
      'DEFINITE',
    ],
    [
      'COOPERATED_BEFORE',
      candidate(undefined, [cooperation({}, '2012/2020')]),
      { since: 'ACTIVE_AFTER' },
      'DEFINITE',
    ],
  ])('leaves out %s by default, and not when asked for', (reason, asked, demands, order) => {
    expect(verdictOf(asked)).toBe(reason);
    expect(verdictOf(asked, demands)).toBe(order);
  });

  it.each<readonly [LeftOutReason, Partial<Demands>, Candidate]>([
    ['EXCHANGE_BELOW_CERTAINTY', { minCertainty: { exchange: 'STATED' } }, candidate([exchange(INFERRED)])],
    [
      'COOPERATION_BELOW_CERTAINTY',
      { minCertainty: { cooperation: 'STATED' } },
      candidate(undefined, [cooperation({ certainty: 'INFERRED' })]),
    ],
    [
      'OTHER_TOPIC',
      { cooperationTopic: 'SAME' },
      candidate(undefined, [cooperation({ under: ['topic/marks'] })]),
    ],
    ['OTHER_TOPIC', { cooperationTopic: 'topic/marks' }, candidate()],
    ['OTHER_DATE', { cooperated: { from: '2016-01-01' } }, candidate()],
    ['OTHER_DATE', { cooperated: { to: '2030-01-01' } }, candidate(undefined, [cooperation({}, '')])],
    ['EVIDENCE', { statuses: ['ACCEPTED'] }, candidate([exchange({ status: 'DISPUTED' })])],
    ['EVIDENCE', { documents: ['document/two'] }, candidate()],
    ['EVIDENCE', { minDocuments: 2 }, candidate()],
    ['EVIDENCE', { mayBePassedOn: true }, candidate([exchange({ withheld: true })])],
    ['EVIDENCE', { mayBePassedOn: true }, candidate(undefined, [cooperation({ withheld: true })])],
    ['ORDER_NOT_ASKED', { order: ['POSSIBLE'] }, candidate()],
    ['AFTER_WINDOW', { withinMonths: 6 }, candidate()],
    ['NO_RECORDED_ORIGIN', { origin: 'RECORDED' }, candidate()],
    ['ORIGIN_BELOW_CERTAINTY', { minCertainty: { origin: 'INFERRED' } }, candidate()],
    ['NOT_INDEPENDENT', { independentOnly: true }, candidate([exchange(INFERRED)])],
    ['PRIOR_TIES', { priorTies: 'NONE' }, candidate(undefined, [cooperation(), OLD])],
  ])('leaves out %s only when %j is asked', (reason, demands, asked) => {
    expect(verdictOf(asked)).toMatch(/DEFINITE|POSSIBLE/);
    expect(verdictOf(asked, demands)).toBe(reason);
  });

  it('is null where they never shared as asked, or never cooperated', () => {
    expect(verdictOf(candidate([]))).toBeNull();
    expect(verdictOf(candidate(undefined, []))).toBeNull();
    expect(verdictOf(candidate([exchange({ roles: { 'country/a': ['participant'] } })]))).toBeNull();
  });

  it('counts a pair under the check that it came furthest to', () => {
    const asked = candidate(undefined, [cooperation({ modality: 'REGIONAL' }), OLD]);
    expect(verdictOf(asked)).toBe('COOPERATED_BEFORE');
  });

  it('takes the best-ordered combination, then the earliest; the others are alternatives', () => {
    const early = exchange({}, '', 'exchange/undated');
    const verdict = weigh(
      candidate([early, exchange()], [cooperation({}, '2016', 'cooperation/d'), cooperation()]),
      PATENTS_ASKED,
    );
    if (!verdict || 'leftOut' in verdict) throw new Error('There is an answer.');
    const all = [verdict.answer, ...verdict.alternatives].map(
      ({ exchanges, cooperation: { id }, order }) => `${exchanges[0]?.id} ${id} ${order}`,
    );
    expect(all).toEqual([
      'exchange/e cooperation/c DEFINITE',
      'exchange/e cooperation/d DEFINITE',
      'exchange/undated cooperation/c POSSIBLE',
      'exchange/undated cooperation/d POSSIBLE',
    ]);
  });

  it('shows prior ties, and lets those on other topics pass when only the topic is asked', () => {
    const asked = candidate(undefined, [cooperation(), OLD]);
    const verdict = weigh(asked, { ...PATENTS_ASKED, priorTies: 'NONE_ON_TOPIC' });
    expect(verdict).toMatchObject({ priorTies: [{ id: 'cooperation/old' }] });
  });

  it.each([
    ['where both shared', ['country/a', 'country/b'], 'DEFINITE'],
    ['where only one shared', ['country/a'], 'POSSIBLE'],
  ])('weighs a meeting %s as origin, %j, as %s', (_where, there, order) => {
    const at = { events: ['exchange/x', 'meeting/m'], meetings: ['meeting/m'] };
    const apart = [
      exchange({ ...at, roles: { 'country/a': ['provider'] } }, '', 'exchange/x'),
      exchange({ ...(there.length > 1 ? at : {}), roles: { 'country/b': ['provider'] } }, '', 'exchange/y'),
    ];
    const asked = candidate(apart, [
      cooperation({ origins: [{ id: 'meeting/m', certainty: 'STATED' }] }, ''),
    ]);
    expect(verdictOf(asked, { sharing: 'ANYWHERE' })).toBe(order);
  });

  it('places a pair at the first exchange in which it shared as asked', () => {
    const alone = exchange(
      { roles: { 'country/a': ['provider'] }, meetings: ['meeting/m'] },
      '2010',
      'exchange/alone',
    );
    const asked = candidate([alone, exchange({ meetings: ['meeting/m'] })]);
    expect(placeOf(asked, 'SAME_EXCHANGE')).toBe('2014-03-11|exchange/e');
    expect(placeOf(asked, 'SAME_MEETING')).toBe('2010-01-01|exchange/alone');
    expect(placeOf(candidate([alone]), 'SAME_EXCHANGE')).toBeNull();
  });
});

describe('the first exchanges of a pair', () => {
  const WORDINGS = ['', '2013', '2014-03-11', '[2014-02-01..]', '[..2014-06-30]', '2015-02', '2016', '2018'];
  const exchanges = fc
    .array(fc.record({ wording: fc.constantFrom(...WORDINGS), received: fc.boolean() }), {
      minLength: 1,
      maxLength: 7,
    })
    .map((all) =>
      all
        .map(({ wording, received }, i) =>
          exchange(received ? { roles: BOTH_RECEIVED.roles } : {}, wording, `exchange/e${i}`),
        )
        .sort((x, y) => (x.key < y.key ? -1 : 1)),
    );
  const cooperations = fc
    .array(
      fc.record({
        wording: fc.constantFrom(...WORDINGS, '2012/..', '2024'),
        origin: fc.option(fc.nat({ max: 6 }), { freq: 3, nil: null }),
        certainty: fc.constantFrom('STATED' as const, 'INFERRED' as const),
      }),
      { maxLength: 4 },
    )
    .map((all) =>
      all.map(({ wording, origin, certainty }, i) =>
        cooperation(
          { certainty, origins: origin === null ? [] : [{ id: `exchange/e${origin}`, certainty }] },
          wording,
          `cooperation/c${i}`,
        ),
      ),
    );
  const asked = fc.record({
    order: fc.constantFrom<Demands['order']>(['DEFINITE', 'POSSIBLE'], ['DEFINITE'], ['POSSIBLE']),
    since: fc.constantFrom<Demands['since']>('STARTED_AFTER', 'ACTIVE_AFTER'),
    priorTies: fc.constantFrom<Demands['priorTies']>('ALLOW', 'NONE'),
    withinMonths: fc.constantFrom(null, 0, 30),
    minCertainty: fc.constantFrom<Demands['minCertainty']>({}, { cooperation: 'STATED' }),
  });

  it('have the best combination of all where a definite one is among them', () => {
    let settled = 0;
    fc.assert(
      fc.property(
        exchanges,
        cooperations,
        asked,
        fc.integer({ min: 1, max: 7 }),
        (all, worked, more, first) => {
          const demands = { ...PATENTS_ASKED, ...more };
          const verdict = weigh(candidate(all.slice(0, first), worked), demands);
          if (!isBestOfAll(verdict, demands)) return;
          settled += 1;
          const whole = weigh(candidate(all, worked), demands);
          if (!verdict || !whole || !('answer' in verdict) || !('answer' in whole))
            throw new Error('No answer.');
          expect(whole.answer).toEqual(verdict.answer);
          expect(whole.priorTies).toEqual(verdict.priorTies);
        },
      ),
      { seed: 2013, numRuns: 2_000 },
    );
    expect(settled).toBeGreaterThan(200);
  });

  it.each<readonly [string, boolean, Partial<Demands>, string]>([
    ['a definite one', true, {}, '2015'],
    ['a possible one', false, {}, ''],
    ['one where each may have shared apart', false, { sharing: 'ANYWHERE' }, '2015'],
    ['none', false, {}, '2010'],
  ])('settle the pair or not: %s', (_name, settles, more, wording) => {
    const demands = { ...PATENTS_ASKED, ...more };
    expect(isBestOfAll(weigh(candidate([exchange()], [cooperation({}, wording)]), demands), demands)).toBe(
      settles,
    );
  });
});
