import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import {
  exchangeOutcomes,
  type ExchangeOutcomes,
} from '../../../src/graph/reads/exchange-outcomes/answer.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Demands } from '../../../src/model/rules/after-exchange.js';
import type { OutcomeCounts } from '../../../src/model/rules/exchange-outcomes.js';
import { VISIBLE } from '../../../src/model/values/certainty.js';
import type { OutcomesBy } from '../../../src/model/values/exchange-outcomes.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { plus } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { outcomesByHand } from '../../support/outcomes-reference.js';
import { randomWorld, TOPICS, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';

const usually = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

// Each shape is a text of its own, which costs the database more to plan than to answer; so they are few.
type Shape = Pick<CandidateFilter, 'sharing' | 'exact' | 'meeting' | 'grouping'> & {
  readonly by: OutcomesBy;
};
const PLAIN = { exact: false, meeting: null, grouping: null };
const SHAPES: readonly Shape[] = [
  { ...PLAIN, sharing: 'SAME_EXCHANGE', by: 'YEAR' },
  { ...PLAIN, sharing: 'SAME_MEETING', by: 'MEETING' },
  { ...PLAIN, sharing: 'ANYWHERE', by: 'TOPIC' },
  {
    sharing: 'SAME_MEETING',
    exact: true,
    meeting: 'meeting/first',
    grouping: { group: 'group/south', on: '2015-06-01', surely: false, ends: 'ONE' },
    by: 'TOPIC',
  },
];

const question = fc.record({
  shape: fc.constantFrom(...SHAPES),
  topic: usually('topic/law', ...Object.keys(TOPICS)),
  maxParties: usually(40, 3),
  exchanged: usually<CandidateFilter['exchanged']>({}, { from: '2014-02-15' }),
  receivers: usually<Demands['receivers']>('APART', 'COUNT'),
  priorTies: usually<Demands['priorTies']>('ALLOW', 'NONE', 'NONE_ON_TOPIC'),
  order: usually<Demands['order']>(['DEFINITE', 'POSSIBLE'], ['DEFINITE']),
  minCertainty: usually<Demands['minCertainty']>({}, { exchange: 'STATED' }, { cooperation: 'STATED' }),
  independentOnly: usually(false, true),
  statuses: usually<Demands['statuses']>(VISIBLE, ['ACCEPTED']),
  minDocuments: usually(0, 0, 2),
  modalities: usually<Demands['modalities']>(['BILATERAL'], ['BILATERAL', 'TRIANGULAR', 'REGIONAL']),
});

/** What complete sources cover: one country by itself, others by their group. */
const COVERS = {
  'sources.csv': [
    {
      id: 'source/complete',
      name: 'All cooperations of some',
      covers: 'Cooperation:country/r01:COMPLETE | Cooperation:group/south:COMPLETE | Exchange:world:COMPLETE',
    },
  ],
};
const WANTED = {
  exchange: CARD,
  country: CARD,
  group: CARD,
  counts: true,
  groups: true,
  rows: true,
  cover: true,
  leftOut: true,
  because: true,
};
const WHOLE = { first: 500, after: null };
const line = (counts: OutcomeCounts): string =>
  [
    counts.atRisk,
    counts.cooperatedDefinitely,
    counts.cooperatedPossibly,
    counts.noneRecorded,
    counts.notCovered,
  ].join(' ');

describe('outcomes of exchanges in random worlds', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 60_000, write: 60_000 } });
  });
  afterAll(() => door.close());

  const worlds = fc.sample(
    fc.tuple(randomWorld(24, 50), fc.array(question, { minLength: 12, maxLength: 12 })),
    { seed: 2013, numRuns: 4 },
  );
  const seen = [0, 0, 0, 0, 0];

  it.each(worlds.map(([world, questions], i) => ({ number: i + 1, world, questions })))(
    'are those of somebody who looks at every pair of world $number',
    async ({ world, questions }) => {
      await tell(door, asking, plus(worldOf(world), COVERS));
      const members = ['country/r01', ...world.members.map(([country]) => country)];
      for (const [i, { shape, topic, maxParties, exchanged, modalities, ...rest }] of questions.entries()) {
        const { by, ...where } = shape;
        const filter: CandidateFilter = {
          ...where,
          topic,
          maxParties,
          exchanged,
          modalities,
        };
        const demands: Demands = {
          ...rest,
          topic,
          sharing: where.sharing,
          cooperationTopic: 'ANY',
          modalities: filter.modalities,
          cooperated: {},
          withinMonths: null,
          since: 'STARTED_AFTER',
          origin: 'ANY',
          stages: COUNTED,
          documents: null,
        };
        const told = JSON.stringify({ filter, demands });
        const expected = outcomesByHand(world, filter, demands, by, (country) => members.includes(country));
        const counted = await exchangeOutcomes(door, asking, filter, demands, by, WHOLE, WANTED);
        const { all } = counted;
        expect(all && line(all), told).toBe(expected.all);
        expect(counted.stopped, told).toBe(false);
        expect(Object.fromEntries(counted.groups.map((one) => [one.key, line(one)])), told).toEqual(
          expected.groups,
        );
        for (const { key, row } of counted.groups) expect(row?.id ?? '', told).toBe(by === 'YEAR' ? '' : key);
        const named = ({ countries }: ExchangeOutcomes['none'][number]): string =>
          countries.map(({ id }) => id).join(' ');
        // Pages without counts look no further than they must.
        const none: ExchangeOutcomes['none'][number][] = [];
        for (let after: string | null = null; ;) {
          const page = { first: [1, 4, 50][i % 3] ?? 1, after };
          const listed = { ...WANTED, counts: false, groups: false, group: null, leftOut: i % 2 === 0 };
          const found = await exchangeOutcomes(door, asking, filter, demands, by, page, listed);
          if (listed.leftOut) expect(found.leftOut, told).toEqual(counted.leftOut);
          none.push(...found.none);
          if (!found.hasNext) break;
          after = found.none.at(-1)?.key ?? null;
        }
        expect(none, told).toEqual(counted.none);
        expect(none.map(named).sort(), told).toEqual(expected.none);
        expected.all.split(' ').forEach((count, n) => (seen[n] = (seen[n] ?? 0) + Number(count)));
      }
    },
  );

  it('had outcomes of every sort to compare', () => {
    expect(Math.min(...seen)).toBeGreaterThan(20);
    expect(seen[3]).toBeGreaterThan(seen[4] ?? 0);
  });
});
