import { describe, expect, it } from 'vitest';
import { bindings } from '../../../src/model/rules/chain/bindings.js';
import type { ChainDemands, ChainFact } from '../../../src/model/rules/chain/terms.js';
import { tiesOf } from '../../../src/model/rules/chain/ties.js';
import { weighChain } from '../../../src/model/rules/chain/weigh.js';
import { demands, fact, step } from './facts.js';

/** Every group of countries in one line: who, the facts of each step, in which order; or why not. */
function lines(asked: ChainDemands, facts: readonly (readonly ChainFact[])[], covered = false): string[] {
  const ties = asked.steps.map((one, i) => tiesOf(one, facts[i] ?? [], asked.maxParties));
  return [...bindings(asked.steps, ties, null)]
    .filter((one) => one !== null)
    .map((binding) => {
      const verdict = weighChain(asked, ties, binding, () => covered);
      if ('leftOut' in verdict) return `${binding.join('-')} ${verdict.leftOut}`;
      const { steps, order, independent } = verdict.answer;
      const told = steps.map(
        ({ facts: met, absence }) => `${met.map(({ id }) => id).join('+')}${absence ?? ''}`,
      );
      return `${binding.join('-')} ${told.join(' ')} ${order}${independent ? '' : ' circular'}`;
    });
}

const THEN = demands([step(), step()]);
const learnt = step('A:receiver B:provider');
const taught = step('A:provider C:learner');

describe('a chain over the same pair', () => {
  it.each<readonly [string, ChainFact[], ChainFact[], Partial<ChainDemands>, string[]]>([
    ['that followed', [fact('e', 'a+b', '2014')], [fact('c', 'a+b', '2015')], {}, ['a-b e c DEFINITE']],
    [
      'that went before',
      [fact('e', 'a+b', '2014')],
      [fact('c', 'a+b', '2012')],
      {},
      ['a-b STEPS_OUT_OF_ORDER'],
    ],
    ['of unknown date', [fact('e', 'a+b', '2014')], [fact('c', 'a+b', '')], {}, ['a-b e c POSSIBLE']],
    [
      'whose possible order is not asked for',
      [fact('e', 'a+b', '2014')],
      [fact('c', 'a+b', '')],
      { order: ['DEFINITE'] },
      ['a-b STEPS_ORDER_NOT_ASKED'],
    ],
    [
      'the definite before the earlier possible',
      [fact('e', 'a+b', '2014')],
      [fact('c1', 'a+b', '2014'), fact('c2', 'a+b', '2016'), fact('c3', 'a+b', '2015')],
      {},
      ['a-b e c3 DEFINITE'],
    ],
    [
      'the possible where only that is asked for',
      [fact('e', 'a+b', '2014')],
      [fact('c1', 'a+b', '2014'), fact('c2', 'a+b', '2016')],
      { order: ['POSSIBLE'] },
      ['a-b e c1 POSSIBLE'],
    ],
    [
      'inferred from each other',
      [fact('e', 'a+b', '2014', { from: 'c' })],
      [fact('c', 'a+b', '2015')],
      {},
      ['a-b e c DEFINITE circular'],
    ],
    [
      'inferred from each other, where that does not count',
      [fact('e', 'a+b', '2014', { from: 'c' })],
      [fact('c', 'a+b', '2015')],
      { independentOnly: true },
      ['a-b STEPS_NOT_INDEPENDENT'],
    ],
    ['with too many others', [fact('e', 'a+b+c', '2014')], [fact('c', 'a+b', '2015')], { maxParties: 2 }, []],
    [
      'that both only received',
      [fact('e', 'a:receiver+b:receiver', '2014')],
      [fact('c', 'a+b', '2015')],
      {},
      [],
    ],
    ['of which one only paid', [fact('e', 'a+b', '2014')], [fact('c', 'a+b:funder', '2015')], {}, []],
    [
      'of which one only gave the place to the other',
      [fact('e', 'a+b', '2014')],
      [fact('c', 'a+b:host', '2015', { pair: ['a', 'b'] })],
      {},
      ['a-b e c DEFINITE'],
    ],
  ])('%s', (_name, first, second, more, expected) => {
    expect(lines({ ...THEN, ...more }, [first, second])).toEqual(expected);
  });

  it('counts an origin in the meeting only for countries that shared there', () => {
    const e = fact('e', 'a+b', '2014', { events: ['e', 'meeting/m'] });
    const c = fact('c', 'a+b', '', { grewOutOf: ['meeting/m'] });
    expect(lines(THEN, [[e], [c]])).toEqual(['a-b e c DEFINITE']);
    const other = fact('c', 'a+d', '', { grewOutOf: ['meeting/m'] });
    expect(lines(demands([step(), step('A C')]), [[e], [other]])).toEqual(['a-b-d e c POSSIBLE']);
  });

  it('never takes one fact for two steps, though each step reads it anew', () => {
    const asked = demands([step(), step('A B', { order: 'ANY' })]);
    const read = (): ChainFact[] => [fact('c1', 'a+b', '2014'), fact('c2', 'a+b', '2016')];
    expect(lines(asked, [read(), read()])).toEqual(['a-b c1 c2 DEFINITE']);
    expect(lines(asked, [read().slice(0, 1), read().slice(0, 1)])).toEqual(['a-b STEPS_OUT_OF_ORDER']);
  });
});

describe('a window', () => {
  const exchange = [fact('e', 'a+b', '2014-01-01')];
  it.each<readonly [string, 'THEN' | 'ANY', string, string]>([
    ['of a year holds what started in it', 'THEN', '2014-06', 'a-b e c DEFINITE'],
    ['leaves out what definitely started later', 'THEN', '2016', 'a-b STEPS_AFTER_WINDOW'],
    ['keeps what may have started in it', 'THEN', '2014-06/2020', 'a-b e c DEFINITE'],
    ['at any time reaches backward too', 'ANY', '2013-06', 'a-b e c DEFINITE'],
    ['at any time leaves out what ended long before', 'ANY', '2010', 'a-b STEPS_AFTER_WINDOW'],
  ])('%s', (_name, order, when, expected) => {
    const asked = demands([step(), step('A B', { order, withinMonths: 12 })]);
    expect(lines(asked, [exchange, [fact('c', 'a+b', when)]])).toEqual([expected]);
  });
});

describe('a chain over other countries', () => {
  it('goes from who was taught to whom it teaches', () => {
    const exchanges = [fact('e', 'a:receiver+b:provider', '2014')];
    const cooperations = [
      fact('c1', 'a:provider+d:learner', '2016'),
      fact('c2', 'a:provider+b:learner', '2016'),
      fact('c3', 'b:provider+d:learner', '2016'),
    ];
    // Not c2: C is another country than B.
    expect(lines(demands([learnt, taught]), [exchanges, cooperations])).toEqual(['a-b-d e c1 DEFINITE']);
  });

  it('gives countries once where letters may be exchanged, else in each place', () => {
    const among = [fact('e', 'a+b+d', '2014')];
    const found = (first: string, second: string): string[] =>
      lines(demands([step(first), step(second)]), [among, [fact('c', 'a+b+d', '2015')]]).map(
        (line) => line.split(' ')[0] ?? '',
      );
    expect(found('A B', 'A B')).toEqual(['a-b', 'a-d', 'b-d']);
    expect(found('A B', 'A')).toEqual(['a-b', 'a-d', 'b-a', 'b-d', 'd-a', 'd-b']);
    expect(found('A B', 'B C')).toHaveLength(6);
    expect(found('A B', 'C A')).toHaveLength(6);
  });

  it('goes on after a cursor with what was not given yet', () => {
    const asked = demands([step('A B'), step('A')]);
    const facts = [[fact('e', 'a+ab+b', '2014')], [fact('c', 'a+ab+b', '2015')]];
    const ties = asked.steps.map((one, i) => tiesOf(one, facts[i] ?? [], 40));
    const all = [...bindings(asked.steps, ties, null)];
    expect(all).toHaveLength(6);
    all.forEach((at, i) => expect([...bindings(asked.steps, ties, at)]).toEqual(all.slice(i + 1)));
  });
});

describe('a step of two facts', () => {
  const joint = step('A B', { together: 'SAME_INITIATIVE' });
  const inIt = (id: string, country: string, when: string): ChainFact =>
    fact(id, `${country}:owner`, when, { kind: 'Involvement', initiatives: ['initiative/i'] });
  it.each<readonly [string, string, string, string]>([
    ['has begun when both have', '2010', '2016', 'a-b e i1+i2 DEFINITE'],
    ['went before when both did', '2010', '2011', 'a-b STEPS_OUT_OF_ORDER'],
    ['is possibly after when one may be', '2010', '', 'a-b e i1+i2 POSSIBLE'],
  ])('%s', (_name, one, other, expected) => {
    const facts = [[fact('e', 'a+b', '2014')], [inIt('i1', 'a', one), inIt('i2', 'b', other)]];
    expect(lines(demands([step(), joint]), facts)).toEqual([expected]);
  });

  it('is over when both are', () => {
    const facts = [[inIt('i1', 'a', '2010'), inIt('i2', 'b', '2016')], [fact('c', 'a+b', '2013')]];
    expect(lines(demands([joint, step()]), facts)).toEqual(['a-b STEPS_OUT_OF_ORDER']);
  });

  it('ties nobody at a place of too many', () => {
    const facts = [['a', 'b', 'd'].map((country, i) => inIt(`i${i}`, country, '2014'))];
    expect(lines(demands([joint], { maxParties: 3 }), facts)).toHaveLength(3);
    expect(lines(demands([joint], { maxParties: 2 }), facts)).toEqual([]);
    expect(tiesOf(joint, facts[0] ?? [], 2).tooLarge).toBe(1);
  });
});

describe('an absent step', () => {
  const never = step('A B', { absent: true });
  const e = [fact('e', 'a+b', '2014')];
  it.each<readonly [string, ChainFact[], boolean, string]>([
    ['that no source covers', [], false, 'a-b e NOT_COVERED POSSIBLE'],
    ['that sources cover', [], true, 'a-b e NONE DEFINITE'],
    ['that is recorded before', [fact('c', 'a+b', '2012')], true, 'a-b e NONE DEFINITE'],
    ['that is recorded after', [fact('c', 'a+b', '2015')], true, 'a-b STEP_NOT_ABSENT'],
    ['that the dates leave open', [fact('c', 'a+b', '')], true, 'a-b e cUNSETTLED POSSIBLE'],
  ])('%s', (_name, cooperations, covered, expected) => {
    expect(lines(demands([step(), never]), [e, cooperations], covered)).toEqual([expected]);
  });

  it.each<readonly [string, string]>([
    ['2014-06', 'a-b STEP_NOT_ABSENT'],
    ['2020', 'a-b e NONE DEFINITE'],
    // Whether it lies within the year is open.
    ['[2014-06-01..2016-01-01]', 'a-b e cUNSETTLED POSSIBLE'],
  ])('within a year, where one is recorded in %s', (when, expected) => {
    const asked = demands([step(), { ...never, withinMonths: 12 }]);
    expect(lines(asked, [[fact('e', 'a+b', '2014-01-01')], [fact('c', 'a+b', when)]], true)).toEqual([
      expected,
    ]);
  });

  it('lies between the present steps around it', () => {
    const asked = demands([step(), never, step()]);
    const last = [fact('c9', 'a+b', '2018')];
    expect(lines(asked, [e, [fact('c', 'a+b', '2016')], last], true)).toEqual(['a-b STEP_NOT_ABSENT']);
    expect(lines(asked, [e, [fact('c', 'a+b', '2020')], last], true)).toEqual(['a-b e NONE c9 DEFINITE']);
    expect(lines(asked, [e, last, last], true)).toEqual(['a-b e NONE c9 DEFINITE']);
  });

  it('at any time is absent only where nothing is recorded', () => {
    const asked = demands([step(), { ...never, order: 'ANY' }]);
    expect(lines(asked, [e, [fact('c', 'a+b', '2012')]], true)).toEqual(['a-b STEP_NOT_ABSENT']);
  });
});
