import { describe, expect, it } from 'vitest';
import type { Door } from '../../../src/graph/door.js';
import { answersOfChain, WEIGHED_MOST, type ChainAnswers } from '../../../src/graph/reads/chain/answers.js';
import {
  CHAIN_FACTS_MOST,
  SHORT_SCALARS,
  type ChainFilter,
} from '../../../src/graph/reads/chain/statement.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Binding, ChainDemands } from '../../../src/model/rules/chain/terms.js';
import { TRIED_MOST } from '../../../src/model/rules/chain/weigh.js';
import { demands, step } from '../../model/chain/facts.js';
import { heldBy } from '../../support/held.js';

const WANTED = { country: CARD, fact: CARD };
const FILTER: ChainFilter = {
  steps: [
    { filter: { kinds: ['Exchange'] }, countries: null },
    { filter: { kinds: ['Cooperation'] }, countries: null },
  ],
  evidence: {},
  coverage: false,
};
const THEN = demands([step(), step()]);
// A turn of 15 ms, and what one group of countries or one garbage collection may take on top.
const HELD_MOST = 200;

/** A fact as the statement lists it in short: id, days, countries. */
function short(id: string, day: string | null, countries: readonly string[]): unknown[] {
  const scalars: Record<string, unknown> = {
    id,
    kind: id.split('/')[0] === 'exchange' ? 'Exchange' : 'Cooperation',
    ...Object.fromEntries(['startMin', 'startMax', 'endMin', 'endMax'].map((name) => [name, day])),
  };
  const role = id.startsWith('exchange') ? 'participant' : 'partner';
  const roles = countries.map((country) => [country, [role]]);
  return [...SHORT_SCALARS.map((name) => scalars[name] ?? null), roles, [], [], [], []];
}

/** A door behind which these facts of two steps stand, without what a page shows of them. */
const doorWith = (
  steps: readonly unknown[][],
  many = steps.reduce((sum, list) => sum + list.length, 0),
): Door => ({
  read: <T>() =>
    Promise.resolve([{ version: 1, many, steps, facts: [], countries: [], covers: [], members: [] }] as T[]),
  write: () => Promise.reject(new Error('not here')),
  verify: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

const asked = (
  door: Door,
  more: {
    after?: Binding;
    survey?: boolean;
    baseline?: boolean;
    signal?: AbortSignal;
    demands?: ChainDemands;
  } = {},
): Promise<ChainAnswers> =>
  answersOfChain(
    door,
    { requestId: 'test', count: () => undefined, signal: more.signal },
    FILTER,
    more.demands ?? THEN,
    { first: 5, after: more.after ?? null },
    { survey: more.survey ?? false, baseline: more.baseline ?? false },
    WANTED,
  );

const country = (n: number): string => `country/c${String(n).padStart(4, '0')}`;
const some = (from: number, many: number): string[] =>
  Array.from({ length: many }, (_, i) => country(from + i));

describe('a chain at its bounds', { timeout: 60_000 }, () => {
  it('is refused with one fact too many, before anything is weighed', async () => {
    await expect(asked(doorWith([[], []], CHAIN_FACTS_MOST + 1))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'steps', limit: CHAIN_FACTS_MOST },
    });
  });

  // 30 gatherings of 40 countries: 23,400 pairs, of which only the last cooperated afterwards.
  const gatherings = Array.from({ length: 30 }, (_, i) =>
    short(`exchange/${i}`, '2015-05-05', some(40 * i, 40)),
  );
  const before = Array.from({ length: 30 }, (_, i) =>
    short(`cooperation/${i}`, '2010-05-05', some(40 * i, 40)),
  );
  const last = short('cooperation/last', '2020-05-05', [country(1_198), country(1_199)]);
  const crowd = doorWith([gatherings, [...before, last]]);

  it('says where a page goes on that came no further than it may weigh, and finds the rest there', async () => {
    const page = await asked(crowd, { survey: true });
    expect(page).toMatchObject({ answers: [], hasNext: true });
    expect(page.end).not.toBeNull();
    // Counting stops at the same bound, and says so.
    expect(page.total).toEqual({ count: 0, more: true });
    expect(page.leftOut).toEqual([
      { reason: 'COUNT_STOPPED', count: WEIGHED_MOST },
      { reason: 'STEPS_OUT_OF_ORDER', count: WEIGHED_MOST },
    ]);
    const next = await asked(crowd, { after: page.end as Binding });
    expect(next.answers.map(({ binding }) => binding)).toEqual([[country(1_198), country(1_199)]]);
    expect(next.hasNext).toBe(false);
  });

  it('stops weighing one pair with too many combinations, and says so', async () => {
    const pair = [country(1), country(2)];
    const many = (kind: string, day: string): unknown[][] =>
      Array.from({ length: 300 }, (_, i) => short(`${kind}/${i}`, day, pair));
    const { leftOut } = await asked(
      doorWith([many('exchange', '2015-05-05'), many('cooperation', '2010-05-05')]),
      {
        survey: true,
      },
    );
    expect(300 * 300).toBeGreaterThan(TRIED_MOST);
    expect(leftOut).toEqual([{ reason: 'TOO_MANY_COMBINATIONS', count: 1 }]);
  });

  it('stops at an absent step with too many facts too', async () => {
    const pair = [country(1), country(2)];
    const many = (kind: string, day: string): unknown[][] =>
      Array.from({ length: 300 }, (_, i) => short(`${kind}/${i}`, day, pair));
    const absent = demands([step(), step('A B', { absent: true })]);
    const after = short('cooperation/z', '2020-05-05', pair);
    const { leftOut } = await asked(
      doorWith([many('exchange', '2015-05-05'), [...many('cooperation', '2010-05-05'), after]]),
      { survey: true, demands: absent },
    );
    expect(leftOut).toEqual([{ reason: 'TOO_MANY_COMBINATIONS', count: 1 }]);
  });

  let drawn = 7;
  const draw = (below: number): number => {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
    return Math.floor((drawn / 2 ** 32) ** 2 * below);
  };
  const drawnFacts = (kind: string, many: number, countries: number): unknown[][] =>
    Array.from({ length: many }, (_, i) =>
      short(
        `${kind}/${i}`,
        i % 8 === 0 ? null : `20${10 + draw(14)}-0${1 + draw(9)}-1${draw(10)}`,
        [...new Set([draw(countries), draw(countries), draw(countries)])].map(country),
      ),
    );

  it.each<readonly [string, Door, Parameters<typeof asked>[1]]>([
    [
      'with as many facts as it may read',
      doorWith([drawnFacts('exchange', 15_000, 150), drawnFacts('cooperation', 15_000, 150)]),
      { survey: true },
    ],
    ['that looks far for an answer', crowd, { survey: true }],
    [
      'against chance',
      doorWith([drawnFacts('exchange', 3_000, 400), drawnFacts('cooperation', 3_000, 400)]),
      { baseline: true },
    ],
    [
      'around a circle of three, of which there is none',
      doorWith([drawnFacts('exchange', 3_000, 150), []]),
      { demands: demands([step('A B'), step('B C')]) },
    ],
  ])('%s lets others come to their turn', async (_name, door, more) => {
    const { answer, held } = await heldBy(() => asked(door, more));
    if (more?.baseline) expect(answer.baseline).toMatchObject({ shuffles: 200 });
    expect(held).toBeLessThan(HELD_MOST);
  });

  it('ends once its asker has left', async () => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 5);
    await expect(asked(crowd, { survey: true, signal: leaving.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
