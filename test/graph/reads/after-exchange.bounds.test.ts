import { describe, expect, it } from 'vitest';
import { surveyed, SURVEYED_STEPS_MOST } from '../../../src/graph/reads/after-exchange/answers.js';
import { areAll } from '../../../src/graph/reads/after-exchange/gather.js';
import { depthOf } from '../../../src/graph/reads/after-exchange/legs.js';
import { SURVEYED_PAIRS_MOST, walkStatement } from '../../../src/graph/reads/after-exchange/pairs.js';
import { Turns } from '../../../src/graph/turns.js';
import {
  PAIR_STEPS_MOST,
  stepsToWeigh,
  weigh,
  type Candidate,
  type CooperationLeg,
  type Demands,
  type ExchangeLeg,
} from '../../../src/model/rules/after-exchange.js';
import { periodOf } from '../../../src/model/values/edtf.js';
import type { Sharing } from '../../../src/model/values/after-exchange.js';
import { heldBy } from '../../support/held.js';
import { PATENTS_ASKED } from '../../support/demands.js';

const turns = (): Turns => new Turns({ requestId: 'test', count: () => undefined });

const leg = (id: string, day: string) => ({
  id,
  period: periodOf(day),
  events: [id],
  key: `${day}|${id}`,
  certainty: 'STATED' as const,
  status: 'ACCEPTED' as const,
  documents: ['document/one'],
  evidence: { existence: [], claims: new Set([id]) },
  grounds: new Map(),
});
const exchange = (id: string, ...who: string[]): ExchangeLeg => ({
  ...leg(`exchange/${id}`, '2014-01-01'),
  roles: Object.fromEntries(who.map((one) => [one, ['participant']])),
  meetings: [],
});
const cooperation = (id: string, day: string): CooperationLeg => ({
  ...leg(`cooperation/${id}`, day),
  stage: 'DONE',
  modality: 'BILATERAL',
  under: ['topic/patents'],
  origins: [],
});
const demands = (more: Partial<Demands> = {}): Demands => ({
  ...PATENTS_ASKED,
  paragraphs: null,
  uncontestedOnly: false,
  independentOnly: false,
  ...more,
});
/** A pair with so many exchanges, each of the two or of one of them in turn, and cooperations before and after. */
function pair(exchanges: number, before: number, after: number, apart = false): Candidate {
  const [a, b] = ['country/a', 'country/b'] as const;
  return {
    pair: [a, b],
    exchanges: Array.from({ length: exchanges }, (_, i) =>
      apart ? exchange(String(i), i % 2 === 0 ? a : b) : exchange(String(i), a, b),
    ),
    cooperations: [
      ...Array.from({ length: before }, (_, i) => cooperation(`before-${i}`, '2010-01-01')),
      ...Array.from({ length: after }, (_, i) => cooperation(`late-${i}`, '2020-01-01')),
    ],
  };
}

describe('the weighing of one pair', () => {
  it('stops at its bound, and says so when nothing was found till then', () => {
    expect(weigh(pair(100, 150, 0), demands())).toEqual({ leftOut: 'COOPERATED_BEFORE' });
    expect(weigh(pair(200, 200, 0), demands())).toEqual({ leftOut: 'TOO_MANY_COMBINATIONS' });
    expect(weigh(pair(200, 199, 1), demands())).toMatchObject({ answer: { order: 'DEFINITE' } });
  });

  it.each<readonly [string, Candidate, Partial<Demands>, number]>([
    ['together', pair(10, 3, 0), {}, 30],
    ['apart', pair(10, 3, 0, true), { sharing: 'ANYWHERE' }, 5 * 5 * 3],
    ['where prior ties count', pair(10, 3, 0), { priorTies: 'NONE' }, 10 * 3 * 4],
    ['never more than the bound', pair(200, 200, 0, true), { sharing: 'SAME_MEETING' }, PAIR_STEPS_MOST],
  ])('takes steps: %s', (_name, candidate, more, steps) => {
    expect(stepsToWeigh(candidate, demands(more))).toBe(steps);
  });
});

describe('the first exchanges of a pair', () => {
  it('are all that there are where fewer dated ones came than were asked for', () => {
    const dated = (count: number): ExchangeLeg[] => [...pair(count, 0, 0).exchanges];
    const undated = pair(199, 0, 0).exchanges.map((one) => ({ ...one, key: `-|${one.id}` }));
    expect([areAll(dated(2)), areAll(dated(3))]).toEqual([true, false]);
    expect([areAll(undated), areAll([...undated, ...dated(1)])]).toEqual([true, false]);
  });
});

describe('the count beside the page', () => {
  it('is whole, and says nothing of stopping, while it is within its bounds', async () => {
    const found = await surveyed(
      { pairs: [pair(1, 0, 1), pair(1, 1, 0)], filled: false },
      2,
      demands(),
      turns(),
    );
    expect(found).toMatchObject({
      total: { count: 1, more: false },
      leftOut: [
        { reason: 'COOPERATED_BEFORE', count: 1 },
        { reason: 'EXCHANGE_TOO_LARGE', count: 2 },
      ],
    });
  });

  it('says that there are more pairs than are read', async () => {
    const found = await surveyed({ pairs: [pair(1, 0, 1)], filled: true }, 0, demands(), turns());
    expect(found).toMatchObject({
      total: { count: 1, more: true },
      leftOut: [{ reason: 'COUNT_STOPPED', count: 1 }],
    });
  });

  it('stops before the pair that would take too many steps, and lets others come to their turn', async () => {
    const pairs = Array.from({ length: 60 }, () => pair(200, 200, 0, true));
    const fit = SURVEYED_STEPS_MOST / PAIR_STEPS_MOST;
    const { answer, held } = await heldBy(() =>
      surveyed({ pairs, filled: false }, 0, demands({ sharing: 'ANYWHERE' }), turns()),
    );
    expect(answer.counted).toHaveLength(fit);
    expect(answer).toMatchObject({
      total: { count: 0, more: true },
      leftOut: [
        { reason: 'COUNT_STOPPED', count: fit },
        { reason: 'TOO_MANY_COMBINATIONS', count: fit },
      ],
    });
    expect(held).toBeLessThan(400);
  }, 60_000);

  it.each<Sharing>(['SAME_EXCHANGE', 'SAME_MEETING', 'ANYWHERE'])(
    'reads one pair more than it counts, and no further, %s',
    (sharing) => {
      const statement = walkStatement(
        {
          topic: 'topic/patents',
          exact: false,
          meeting: null,
          sharing,
          maxParties: 40,
          grouping: null,
          exchanged: {},
          modalities: ['BILATERAL'],
        },
        { from: null, most: 7 },
        depthOf(demands(), false),
      );
      const limits = [...statement.text.matchAll(/WITH DISTINCT a, b LIMIT \$(p\d+)/g)].map(([, name]) =>
        Number(statement.params[name ?? '']),
      );
      expect(limits).toEqual([7, SURVEYED_PAIRS_MOST + 1]);
    },
  );
});
