import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import type { MatchFilter } from '../../../src/graph/reads/matches/conditions.js';
import { matches } from '../../../src/graph/reads/matches/matches.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { weighedMatches } from '../../../src/model/rules/matches.js';
import { MATCH_WEIGHTS } from '../../../src/model/values/matches.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { plus } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import {
  matchesByHand,
  matchLine,
  proposalsTold,
  type RandomProposal,
} from '../../support/matches-reference.js';
import { COUNTRIES, randomWorld, TOPICS, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';

const usually = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const proposal: fc.Arbitrary<RandomProposal> = fc.record({
  nature: usually<RandomProposal['nature']>('ASK', 'OFFER', 'OFFER', 'STATEMENT'),
  form: usually<RandomProposal['form']>('CALL', 'NEED', 'OFFER', 'PROVISION'),
  topics: fc.uniqueArray(fc.constantFrom(...Object.keys(TOPICS)), { maxLength: 2 }),
  positions: fc.uniqueArray(
    fc.record({
      actor: fc.constantFrom(...COUNTRIES, 'agency/ministry-1', 'agency/relief-3', 'agency/world-body'),
      act: fc.constantFrom('MAKES', 'MAKES', 'REPEATS', 'REQUESTS', 'SUPPORTS'),
      chair: usually(false, false, true),
    }),
    { maxLength: 3, selector: ({ actor }) => actor },
  ),
  deed: usually<RandomProposal['deed']>(null, 'DONE', 'PLANNED'),
});

type Shape = Pick<MatchFilter, 'topic' | 'country' | 'candidate' | 'broader' | 'stages' | 'facts'>;
const PLAIN: Shape = {
  topic: null,
  country: null,
  candidate: null,
  broader: true,
  stages: COUNTED,
  facts: {},
};
// Each shape is a text of its own, which costs the database more to plan than to answer; so they are few.
const SHAPES: readonly Shape[] = [
  PLAIN,
  { ...PLAIN, topic: 'topic/law' },
  { ...PLAIN, topic: 'topic/patents', broader: false },
  { ...PLAIN, country: 'country/r01' },
  { ...PLAIN, candidate: 'country/r02', facts: { evidence: { minCertainty: 'STATED' } } },
];

const question: fc.Arbitrary<MatchFilter> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    forms: usually(['CALL', 'NEED'], ['CALL', 'NEED', 'PROVISION', 'OFFER']),
    standing: usually<MatchFilter['standing']>(['OPEN'], ['OPEN', 'PLANNED', 'DELIVERED'], ['DELIVERED']),
    most: usually(20, 2),
    maxParties: usually(40, 3),
    offered: usually(4, 0, 50),
  })
  .map(({ shape, offered, ...rest }) => ({
    ...shape,
    ...rest,
    weights: { ...MATCH_WEIGHTS, reasons: { ...MATCH_WEIGHTS.reasons, OFFERED: offered } },
  }));

describe('matches in random worlds', { timeout: 240_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 90_000, write: 90_000 } });
  });
  afterAll(() => door.close());

  async function asked(filter: MatchFilter, first: number): Promise<string[]> {
    const lines: string[] = [];
    for (let after: string | null = null; ;) {
      const wanted = { need: CARD, actor: CARD, fact: CARD };
      const page = await matches(door, asking, filter, { first, after }, after === null, wanted);
      for (const { need, makers, candidateCount, candidates } of page.rows) {
        lines.push(
          matchLine({
            need: need.id,
            makers: makers.map(({ id }) => id),
            count: candidateCount,
            candidates: candidates.map(({ actor, score, reasons }) => ({
              actor: actor.id,
              score,
              reasons: weighedMatches(reasons, filter.weights).map(({ reason, relation }) => ({
                reason,
                relation,
                facts:
                  reasons
                    .find((one) => one.reason === reason && one.relation === relation)
                    ?.facts.map(({ id }) => id) ?? [],
              })),
            })),
          }),
        );
      }
      if (after === null) expect(page.total).not.toBeNull();
      if (!page.hasNext) return lines;
      after = page.rows.at(-1)?.need.id ?? null;
    }
  }

  const worlds = fc.sample(
    fc.tuple(
      randomWorld(10, 14),
      fc.array(proposal, { minLength: 14, maxLength: 18 }),
      fc.array(question, { minLength: 8, maxLength: 8 }),
    ),
    { seed: 2013, numRuns: 6 },
  );
  let found = 0;

  it.each(worlds.map(([world, proposals, questions], i) => ({ number: i + 1, world, proposals, questions })))(
    'are those of somebody who reads every fact of world $number',
    async ({ world, proposals, questions }) => {
      await tell(door, asking, plus(worldOf(world), proposalsTold(proposals)));
      for (const [i, filter] of questions.entries()) {
        const lines = await asked(filter, [2, 50][i % 2] ?? 2);
        expect(lines, JSON.stringify(filter)).toEqual(matchesByHand(world, proposals, filter));
        found += lines.filter((line) => line.includes('=')).length;
      }
    },
  );

  it('had matches to compare', () => {
    expect(found).toBeGreaterThan(60);
  });
});
