import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { shortestPaths } from '../../../src/graph/reads/paths/paths.js';
import { FACTS_SHOWN } from '../../../src/graph/reads/paths/rows.js';
import type { PathFilter } from '../../../src/graph/reads/paths/steps.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { PathKind } from '../../../src/model/values/paths.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { plus } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { INITIATIVES, partsTold, type RandomPart } from '../../support/partners-reference.js';
import { ENDS, pathLine, pathsByHand } from '../../support/paths-reference.js';
import { COUNTRIES, randomWorld, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';

const parts: fc.Arbitrary<RandomPart[]> = fc.uniqueArray(
  fc.record({
    country: fc.constantFrom(...COUNTRIES),
    initiative: fc.constantFrom(...Object.keys(INITIATIVES)),
    role: fc.constantFrom('owner' as const, 'party' as const, 'beneficiary' as const),
    stage: fc.constantFrom('DONE' as const, 'DONE' as const, 'PLANNED' as const),
  }),
  { minLength: 4, maxLength: 8, selector: ({ country, initiative }) => `${country} ${initiative}` },
);

const ALL: readonly PathKind[] = ['COUNTRY', 'AGENCY', 'MEETING', 'INITIATIVE', 'TOPIC'];
type Shape = Pick<PathFilter, 'connecting' | 'stages' | 'facts' | 'maxSteps'>;
// Each shape is a text of its own, which costs the database more to plan than to answer; so they are few.
const SHAPES: readonly Shape[] = [
  { connecting: ['COUNTRY'], stages: COUNTED, facts: {}, maxSteps: 3 },
  { connecting: ['COUNTRY', 'AGENCY', 'MEETING', 'INITIATIVE'], stages: COUNTED, facts: {}, maxSteps: 3 },
  { connecting: ALL, stages: null, facts: { evidence: { minCertainty: 'STATED' } }, maxSteps: 2 },
  {
    connecting: ['MEETING', 'INITIATIVE'],
    stages: null,
    facts: { kinds: ['Exchange', 'Involvement'] },
    maxSteps: 3,
  },
];

const question: fc.Arbitrary<PathFilter> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    // Ends of other kinds than countries make texts of their own, so most are countries.
    ends: fc.oneof(
      { weight: 5, arbitrary: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 2, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...ENDS), { minLength: 2, maxLength: 2 }) },
    ),
    maxHubDegree: fc.constantFrom(null, 2, 4, 8),
    maxParties: fc.constantFrom(2, 3, 12),
  })
  .map(({ shape, ends: [from = '', to = ''], maxHubDegree, maxParties }) => ({
    ...shape,
    from,
    to,
    maxHubDegree,
    maxParties,
  }));

describe('paths in random worlds', { timeout: 240_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 90_000, write: 90_000 } });
  });
  afterAll(() => door.close());

  async function asked(filter: PathFilter, first: number): Promise<{ lines: string[]; hubs: number }> {
    const lines: string[] = [];
    let hubs = 0;
    for (let after: string | null = null; ;) {
      const page = await shortestPaths(door, asking, filter, { first, after }, true, {
        entity: CARD,
        fact: CARD,
      });
      hubs = page.leftOut.find(({ reason }) => reason === 'HUB_NOT_PASSED')?.count ?? 0;
      for (const { entities, steps } of page.paths) {
        for (const { facts, factCount } of steps)
          expect(facts).toHaveLength(Math.min(factCount, FACTS_SHOWN));
        lines.push(
          pathLine({
            entities: entities.map(({ id }) => id),
            steps: steps.map(({ facts }) => facts.map(({ id }) => id)),
          }),
        );
      }
      if (!page.hasNext) {
        expect(page.total).toBe(lines.length);
        return { lines, hubs };
      }
      after = page.paths.at(-1)?.key ?? null;
    }
  }

  const worlds = fc.sample(
    fc.tuple(randomWorld(8, 8), parts, fc.array(question, { minLength: 14, maxLength: 14 })),
    { seed: 2013, numRuns: 8 },
  );
  const seen = new Map<number, number>();

  it.each(worlds.map(([world, some, questions], i) => ({ number: i + 1, world, some, questions })))(
    'are those of somebody who tries every way in world $number',
    async ({ world, some, questions }) => {
      await tell(door, asking, plus(worldOf(world), partsTold(some)));
      for (const [i, filter] of questions.entries()) {
        const expected = pathsByHand(world, some, filter);
        expect(await asked(filter, [2, 50][i % 2] ?? 2), JSON.stringify(filter)).toEqual(expected);
        const length = (expected.lines[0]?.split(' by ')[0]?.split(' ').length ?? 1) - 1;
        seen.set(length, (seen.get(length) ?? 0) + 1);
      }
    },
  );

  it('had paths of every length to compare, and ends without one', () => {
    for (const length of [0, 1, 2, 3]) expect(seen.get(length) ?? 0, `of ${length}`).toBeGreaterThan(3);
  });
});
