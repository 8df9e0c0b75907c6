import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { answersAfterExchange } from '../../../src/graph/reads/after-exchange/answers.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Sharing } from '../../../src/model/values/after-exchange.js';
import { testEngine } from '../../support/engine.js';
import { COUNTRIES, worldOf, type RandomFact, type RandomWorld } from '../../support/random-world.js';
import { reference } from '../../support/reference.js';
import { tell } from '../../support/story.js';
import { PATENTS_ASKED } from '../../support/demands.js';

const fact = (
  id: string,
  role: string,
  who: readonly string[],
  period: string,
  meeting: string | null,
): RandomFact => ({
  id,
  parties: who.map((actor) => ({ actor, role, capacity: 'OWN' })),
  topics: ['topic/patents'],
  period,
  meeting,
  notBefore: null,
  grewOutOf: [],
  stage: null,
  from: null,
  second: false,
  disputed: false,
});
const shared = (
  id: string,
  who: readonly string[],
  period: string,
  meeting: string | null = null,
): RandomFact => fact(`exchange/${id}`, 'participant', who, period, meeting);
const [first = '', ...others] = COUNTRIES;

/**
 * All pairs cooperated. The first country is alone in 2010, at a meeting where all shared in one exchange that is too
 * large, and shares with each other one in 2020 only; in between come more pairs than one reading takes.
 */
const WORLD: RandomWorld = {
  exchanges: [
    shared('alone', [first], '2010-01-01', 'meeting/second'),
    shared('large', COUNTRIES, '2011-01-01', 'meeting/second'),
    ...others.map((other, i) => shared(`between-${i}`, others.slice(i, i + 8), `2012-01-${10 + i}`)),
    shared('late-1', [first, ...others.slice(0, 6)], '2020-01-01'),
    shared('late-2', [first, ...others.slice(6)], '2020-01-02'),
  ],
  cooperations: COUNTRIES.flatMap((a, i) =>
    COUNTRIES.slice(i + 1).map((b, j) => fact(`cooperation/${i}-${j}`, 'partner', [a, b], '2024', null)),
  ),
  members: [],
};

describe('more pairs than one reading takes', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: { read: 30_000, write: 60_000 } });
    await tell(door, asking, worldOf(WORLD));
  });
  afterAll(() => door.close());

  it.each<Sharing>(['SAME_EXCHANGE', 'SAME_MEETING', 'ANYWHERE'])(
    'come once each and in order: %s',
    async (sharing) => {
      const filter = {
        topic: 'topic/patents',
        exact: false,
        meeting: null,
        sharing,
        maxParties: 11,
        grouping: null,
        exchanged: {},
        modalities: ['BILATERAL' as const],
      };
      const demands = { ...PATENTS_ASKED, sharing };
      const expected = reference(WORLD, filter, demands).answers.map(({ pair }) => pair);
      expect(expected.length).toBeGreaterThan(40);
      const wanted = {
        ...{ country: CARD, exchange: CARD, cooperation: CARD },
        ...{ alternatives: 0, priorTies: false, told: false },
      };
      for (const size of [1, 7]) {
        const walked: string[] = [];
        let after: string | null = null;
        do {
          const page = await answersAfterExchange(
            door,
            asking,
            filter,
            demands,
            { first: size, after },
            false,
            wanted,
          );
          walked.push(...page.answers.map(({ countries }) => countries.map(({ id }) => id).join(' ')));
          after = page.hasNext ? (page.answers.at(-1)?.key ?? null) : null;
        } while (after !== null);
        expect(walked).toEqual(expected);
      }
    },
  );
});
