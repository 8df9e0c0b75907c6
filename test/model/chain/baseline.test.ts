import { describe, expect, it } from 'vitest';
import { baselineOf, SHUFFLES, type Baseline } from '../../../src/model/rules/chain/baseline.js';
import { bindings } from '../../../src/model/rules/chain/bindings.js';
import type { ChainDemands, ChainFact } from '../../../src/model/rules/chain/terms.js';
import { tiesOf } from '../../../src/model/rules/chain/ties.js';
import { demands, fact, step } from './facts.js';

type Facts = readonly (readonly ChainFact[])[];
const THEN = demands([step(), step()], { order: ['DEFINITE'] });

type Judged = ReturnType<typeof baselineOf> extends Generator<undefined, infer Whole> ? Whole : never;

function judged(facts: Facts, asked: ChainDemands = THEN): Judged {
  const ties = asked.steps.map((one, i) => tiesOf(one, facts[i] ?? [], asked.maxParties));
  const work = baselineOf(asked, ties, facts, bindings(asked.steps, ties, null));
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Pairs that each shared in one year and worked together in another. */
const pairs = (many: number, shared: (i: number) => string, worked: (i: number) => string): ChainFact[][] => [
  Array.from({ length: many }, (_, i) => fact(`e${i}`, `a${i}+b${i}`, shared(i))),
  Array.from({ length: many }, (_, i) => fact(`c${i}`, `a${i}+b${i}`, worked(i))),
];
const year = (n: number): string => String(n);

describe('a chain against chance', () => {
  it('expects what is observed where every order would give it', () => {
    const found = judged(
      pairs(
        40,
        () => '2010',
        () => '2015',
      ),
    ) as Baseline;
    expect(found).toEqual({
      observed: 40,
      expected: 40,
      spread: 0,
      atLeastObserved: 1,
      shuffles: SHUFFLES,
      seed: 20130506,
    });
  });

  it('expects half where each cooperated a year after sharing, in years all over', () => {
    // Pair i shared in 1900 + 2i and worked in 1901 + 2i: a date drawn at random comes after with a chance of (n - i) / n.
    const found = judged(
      pairs(
        60,
        (i) => year(1900 + 2 * i),
        (i) => year(1901 + 2 * i),
      ),
    ) as Baseline;
    expect(found.observed).toBe(60);
    expect(found.expected).toBeGreaterThan(29);
    expect(found.expected).toBeLessThan(32);
    expect(found.spread).toBeGreaterThan(1);
    expect(found.spread).toBeLessThan(4);
    expect(found.atLeastObserved).toBe(0);
  });

  it('gives the same whatever the order of the facts', () => {
    const facts = pairs(
      50,
      (i) => year(1950 + i),
      (i) => year(1951 + i),
    );
    const turned = facts.map((list) => [...list].reverse());
    expect(judged(turned)).toEqual(judged(facts));
    expect(judged(facts)).toEqual(judged(facts));
  });

  it('never counts a pair whose one leg is inferred from the other', () => {
    const [exchanges = [], cooperations = []] = pairs(
      40,
      () => '2010',
      () => '2015',
    );
    const told = cooperations.map((one, i) =>
      fact(one.id, `a${i}+b${i}`, '2015', i < 5 ? { from: `e${i}` } : {}),
    );
    expect((judged([exchanges, told]) as Baseline).observed).toBe(35);
  });

  it('takes what a source says of the origin for part of the dates', () => {
    // All grew out of their exchange, and no date is known: shuffled, only what lands on its own place still did.
    const [exchanges = []] = pairs(
      40,
      () => '2010',
      () => '',
    );
    const grown = exchanges.map(({ id }, i) => fact(`c${i}`, `a${i}+b${i}`, '', { grewOutOf: [id] }));
    const found = judged([exchanges, grown]) as Baseline;
    expect(found.observed).toBe(40);
    expect(found.expected).toBeLessThan(2);
  });

  it('leaves the facts as they were', () => {
    const facts = pairs(
      40,
      (i) => year(1950 + i),
      (i) => year(1951 + i),
    );
    const before = JSON.stringify(facts);
    judged(facts);
    expect(JSON.stringify(facts)).toBe(before);
  });

  it.each<readonly [string, Facts, ChainDemands, object]>([
    [
      'three steps',
      [[], [], []],
      demands([step(), step(), step()]),
      { refused: 'NOT_TWO_STEPS', observed: null },
    ],
    ['one step', [[]], demands([step()]), { refused: 'NOT_TWO_STEPS', observed: null }],
    [
      'an absent step',
      [[], []],
      demands([step(), step('A B', { absent: true })]),
      { refused: 'NOT_TWO_STEPS', observed: null },
    ],
    [
      'no order',
      [[], []],
      demands([step(), step('A B', { order: 'ANY' })]),
      { refused: 'NOT_TWO_STEPS', observed: null },
    ],
    [
      '29 observed',
      pairs(
        29,
        () => '2010',
        () => '2015',
      ),
      THEN,
      { refused: 'TOO_FEW_OBSERVED', observed: 29 },
    ],
    [
      '20,001 facts',
      [[], Array.from({ length: 20_001 }, (_, i) => fact(`c${i}`, 'a+b', '2015'))],
      THEN,
      { refused: 'TOO_MANY_FACTS', observed: null },
    ],
    [
      // 160 exchanges and 160 cooperations of one pair: 25,600 combinations, each shuffled 200 times.
      'more combinations than are shuffled, though few facts',
      [
        Array.from({ length: 160 }, (_, i) => fact(`e${i}`, 'a+b', '2010')),
        Array.from({ length: 160 }, (_, i) => fact(`c${i}`, 'a+b', '2015')),
      ],
      THEN,
      { refused: 'TOO_MANY_FACTS', observed: null },
    ],
  ])('is refused for %s', (_name, facts, asked, expected) => {
    expect(judged(facts, asked)).toEqual(expected);
  });

  it('is not refused for 30 observed', () => {
    expect(
      judged(
        pairs(
          30,
          () => '2010',
          () => '2015',
        ),
      ),
    ).toMatchObject({ observed: 30, expected: 30 });
  });
});
