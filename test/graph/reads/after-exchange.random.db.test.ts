import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { answersAfterExchange } from '../../../src/graph/reads/after-exchange/answers.js';
import type { CombinationRow, PairProjection } from '../../../src/graph/reads/after-exchange/shown.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Demands } from '../../../src/model/rules/after-exchange.js';
import { VISIBLE } from '../../../src/model/values/certainty.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { testEngine } from '../../support/engine.js';
import { TOPICS, randomWorld, worldOf } from '../../support/random-world.js';
import { combinationLine, reference, type ShortAnswers } from '../../support/reference.js';
import { tell } from '../../support/story.js';

interface Question {
  readonly filter: CandidateFilter;
  readonly demands: Demands;
}

const usually = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

type Modalities = Demands['modalities'];
const ALL_FORMS: Modalities = ['BILATERAL', 'TRIANGULAR', 'MULTILATERAL', 'REGIONAL', 'UNKNOWN'];
const SOUTH = { group: 'group/south', on: null, surely: false, ends: 'BOTH' } as const;
const SOUTH_IN_2015 = { group: 'group/south', on: '2015-06-01', surely: false, ends: 'ONE' } as const;

// Each shape is a text of its own, which costs the database more to plan than to answer; so they are few.
const SHAPES: readonly Pick<CandidateFilter, 'sharing' | 'exact' | 'meeting' | 'grouping' | 'modalities'>[] =
  [
    { sharing: 'SAME_EXCHANGE', exact: false, meeting: null, grouping: null, modalities: ['BILATERAL'] },
    { sharing: 'SAME_EXCHANGE', exact: false, meeting: null, grouping: null, modalities: ALL_FORMS },
    { sharing: 'SAME_EXCHANGE', exact: true, meeting: null, grouping: SOUTH, modalities: ['BILATERAL'] },
    {
      sharing: 'SAME_EXCHANGE',
      exact: false,
      meeting: 'meeting/first',
      grouping: null,
      modalities: ALL_FORMS,
    },
    { sharing: 'SAME_MEETING', exact: false, meeting: null, grouping: null, modalities: ['BILATERAL'] },
    { sharing: 'SAME_MEETING', exact: false, meeting: null, grouping: SOUTH_IN_2015, modalities: ALL_FORMS },
    {
      sharing: 'SAME_MEETING',
      exact: true,
      meeting: 'meeting/first',
      grouping: null,
      modalities: ['BILATERAL'],
    },
    { sharing: 'ANYWHERE', exact: false, meeting: null, grouping: null, modalities: ['BILATERAL'] },
    { sharing: 'ANYWHERE', exact: false, meeting: null, grouping: null, modalities: ALL_FORMS },
  ];

/** Any question; each argument is most often left as it is by default. */
const question: fc.Arbitrary<Question> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    topic: usually('topic/patents', ...Object.keys(TOPICS)),
    receivers: usually<Demands['receivers']>('APART', 'COUNT'),
    maxParties: usually(40, 2, 3),
    cooperationTopic: usually('ANY', 'ANY', 'SAME', 'topic/marks'),
    exchanged: usually<CandidateFilter['exchanged']>(
      {},
      { from: '2014-02-15' },
      { from: '2013-06-01', to: '2014-12-31' },
    ),
    cooperated: usually<Demands['cooperated']>({}, {}, { from: '2015-01-01' }, { to: '2015-12-31' }),
    withinMonths: usually<number | null>(null, null, 0, 30),
    since: usually<Demands['since']>('STARTED_AFTER', 'ACTIVE_AFTER'),
    priorTies: usually<Demands['priorTies']>('ALLOW', 'NONE', 'NONE_ON_TOPIC'),
    order: usually<Demands['order']>(['DEFINITE', 'POSSIBLE'], ['DEFINITE'], ['POSSIBLE']),
    origin: usually<Demands['origin']>('ANY', 'ANY', 'ANY', 'RECORDED'),
    stages: usually<Demands['stages']>(COUNTED, COUNTED, ['PLANNED', 'AGREED'], ['UNKNOWN']),
    minCertainty: usually<Demands['minCertainty']>(
      {},
      {},
      { exchange: 'STATED' },
      { cooperation: 'STATED' },
      { origin: 'STATED' },
    ),
    independentOnly: usually(false, true),
    statuses: usually<Demands['statuses']>(VISIBLE, VISIBLE, ['ACCEPTED'], ['DISPUTED']),
    documents: usually<Demands['documents']>(null, null, null, ['document/register']),
    minDocuments: usually(0, 0, 0, 2),
  })
  .map(({ shape, maxParties, exchanged, ...demands }) => ({
    filter: { ...shape, topic: demands.topic, maxParties, exchanged },
    demands: { ...demands, sharing: shape.sharing, modalities: shape.modalities },
  }));

const lineOf = (one: CombinationRow): string =>
  combinationLine({
    ...one,
    exchanges: one.exchanges.map(({ id }) => id),
    cooperation: one.cooperation.id,
    origin: one.origin?.id ?? null,
  });

const WANTED = {
  country: CARD,
  exchange: CARD,
  cooperation: CARD,
  alternatives: 1_000,
  priorTies: true,
  told: true,
};
const BEST = { ...WANTED, alternatives: 0 };

describe('the question on random worlds', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    // The first planning of a text may take seconds where other tests run beside.
    door = openDoor({ ...testEngine(), timeouts: { read: 30_000, write: 60_000 } });
  });
  afterAll(() => door.close());

  async function asked(
    { filter, demands }: Question,
    first: number,
    wanted: PairProjection,
  ): Promise<ShortAnswers> {
    const answers: ShortAnswers['answers'][number][] = [];
    let leftOut: Record<string, number> = {};
    let total = -1;
    let after: string | null = null;
    do {
      const page = await answersAfterExchange(
        door,
        asking,
        filter,
        demands,
        { first, after },
        // Always: a page without counts is a text of its own, which costs more to plan than to answer.
        true,
        wanted,
      );
      if (after === null) {
        leftOut = Object.fromEntries((page.leftOut ?? []).map(({ reason, count }) => [reason, count]));
        total = page.total?.count ?? -1;
      }
      answers.push(
        ...page.answers.map(({ countries, best, alternatives, priorTies }) => ({
          pair: countries.map(({ id }) => id).join(' '),
          combinations: [best, ...alternatives].map(lineOf),
          priorTies: priorTies.map(({ id }) => id).sort(),
        })),
      );
      after = page.hasNext ? (page.answers.at(-1)?.key ?? null) : null;
    } while (after !== null);
    expect(total).toBe(answers.length);
    return { answers, leftOut };
  }

  // Sampled, not asserted: shrinking would load hundreds of worlds. The seed makes each world the same everywhere.
  const worlds = fc.sample(
    fc.tuple(randomWorld(30, 60), fc.array(question, { minLength: 12, maxLength: 12 })),
    {
      seed: 2013,
      numRuns: 8,
    },
  );
  let found = 0;

  it.each(worlds.map(([world, questions], i) => ({ number: i + 1, world, questions })))(
    'is answered in world $number as by somebody who reads every fact',
    async ({ world, questions }) => {
      await tell(door, asking, worldOf(world));
      for (const [i, one] of questions.entries()) {
        const expected = reference(world, one.filter, one.demands);
        const first = [1, 3, 50][i % 3] ?? 1;
        expect(await asked(one, first, WANTED), JSON.stringify(one)).toEqual(expected);
        // Without the further combinations only as many exchanges are read as decide the best.
        const best = await asked(one, first, BEST);
        expect(best.answers, JSON.stringify(one)).toEqual(
          expected.answers.map((answer) => ({ ...answer, combinations: answer.combinations.slice(0, 1) })),
        );
        found += expected.answers.length;
      }
    },
  );

  it('has had answers to compare', () => {
    expect(found).toBeGreaterThan(60);
  });
});
