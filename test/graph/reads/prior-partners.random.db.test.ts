import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { priorPartners } from '../../../src/graph/reads/prior-partners/partners.js';
import type { PartnerFilter } from '../../../src/graph/reads/prior-partners/ties.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { partnerReason, PARTNER_WEIGHTS } from '../../../src/model/values/partners.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { plus } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import {
  INITIATIVES,
  leftOutByHand,
  partnerLine,
  partnersByHand,
  partsTold,
  type RandomPart,
} from '../../support/partners-reference.js';
import { COUNTRIES, randomWorld, TOPICS, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';

const usually = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const parts: fc.Arbitrary<RandomPart[]> = fc.uniqueArray(
  fc.record({
    country: fc.constantFrom(...COUNTRIES),
    initiative: fc.constantFrom(...Object.keys(INITIATIVES)),
    role: fc.constantFrom('owner' as const, 'party' as const, 'beneficiary' as const),
    stage: fc.constantFrom('DONE' as const, 'DONE' as const, 'PLANNED' as const),
  }),
  { minLength: 6, maxLength: 12, selector: ({ country, initiative }) => `${country} ${initiative}` },
);

// Each shape is a text of its own, which costs the database more to plan than to answer; so they are few.
const SHAPES: readonly Pick<
  PartnerFilter,
  'country' | 'exact' | 'roles' | 'twoSteps' | 'facts' | 'stages'
>[] = [
  { country: 'country/r01', exact: false, roles: null, twoSteps: true, facts: {}, stages: COUNTED },
  { country: 'country/r02', exact: false, roles: null, twoSteps: true, facts: {}, stages: COUNTED },
  { country: 'country/r07', exact: true, roles: null, twoSteps: true, facts: {}, stages: COUNTED },
  { country: null, exact: false, roles: null, twoSteps: true, facts: {}, stages: COUNTED },
  {
    country: 'country/r01',
    exact: false,
    roles: ['funder', 'provider', 'owner'],
    twoSteps: false,
    facts: {},
    stages: null,
  },
  {
    country: 'country/r03',
    exact: false,
    roles: null,
    twoSteps: true,
    facts: { evidence: { minCertainty: 'STATED' }, kinds: ['Cooperation', 'Exchange'] },
    stages: COUNTED,
  },
];

const question: fc.Arbitrary<PartnerFilter> = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    topic: usually('topic/law', ...Object.keys(TOPICS)),
    maxParties: usually(40, 2, 3, 4),
    recentFrom: usually<string | null>(null, '2015-01-01'),
    cooperated: usually(PARTNER_WEIGHTS.COOPERATED, 0, 40),
  })
  .map(({ shape, cooperated, ...rest }) => ({
    ...shape,
    ...rest,
    weights: { ...PARTNER_WEIGHTS, COOPERATED: cooperated },
  }));

const ORDER = Object.keys(partnerReason.values);

describe('prior partners in random worlds', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 60_000, write: 60_000 } });
  });
  afterAll(() => door.close());

  async function asked(filter: PartnerFilter, first: number): Promise<{ lines: string[]; leftOut: object }> {
    const lines: string[] = [];
    let leftOut: object = {};
    for (let after: string | null = null; ;) {
      const wanted = { country: CARD, fact: CARD, agency: CARD };
      const page = await priorPartners(door, asking, filter, { first, after }, true, wanted);
      leftOut = Object.fromEntries((page.leftOut ?? []).map(({ reason, count }) => [reason, count]));
      for (const { key, reasons, through, throughCount } of page.partners) {
        expect(throughCount).toBeGreaterThanOrEqual(through.length);
        lines.push(
          partnerLine({
            key,
            reasons: reasons
              .map(({ reason, facts }) => ({ reason, facts: facts.map(({ id }) => id) }))
              .sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason)),
            through: through.map(({ country }) => country.id),
          }),
        );
      }
      if (!page.hasNext) {
        expect(page.total).toBe(lines.length);
        return { lines, leftOut };
      }
      after = page.partners.at(-1)?.key ?? null;
    }
  }

  const worlds = fc.sample(
    fc.tuple(randomWorld(14, 22), parts, fc.array(question, { minLength: 10, maxLength: 10 })),
    { seed: 2013, numRuns: 8 },
  );
  const seen = { one: 0, two: 0 };

  it.each(worlds.map(([world, some, questions], i) => ({ number: i + 1, world, some, questions })))(
    'are those of somebody who reads every fact of world $number',
    async ({ world, some, questions }) => {
      await tell(door, asking, plus(worldOf(world), partsTold(some)));
      for (const [i, filter] of questions.entries()) {
        const found = await asked(filter, [1, 3, 50][i % 3] ?? 1);
        expect(found.lines, JSON.stringify(filter)).toEqual(partnersByHand(world, some, filter));
        expect(found.leftOut, JSON.stringify(filter)).toEqual(leftOutByHand(world, some, filter));
        seen.one += found.lines.filter((line) => line.startsWith('1|')).length;
        seen.two += found.lines.filter((line) => line.startsWith('2|')).length;
      }
    },
  );

  it('had partners of both sorts to compare', () => {
    expect(seen.one).toBeGreaterThan(100);
    expect(seen.two).toBeGreaterThan(30);
  });
});
