import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import { answersAfterExchange } from '../../../src/graph/reads/after-exchange/answers.js';
import { answersOfChain, type ChainAnswers } from '../../../src/graph/reads/chain/answers.js';
import type { ChainFilter } from '../../../src/graph/reads/chain/statement.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Demands } from '../../../src/model/rules/after-exchange.js';
import type { Binding, ChainDemands } from '../../../src/model/rules/chain/terms.js';
import { demands, step, who } from '../../model/chain/facts.js';
import { chainReference, type ChainQuestion } from '../../support/chain-reference.js';
import { TOPICS, randomWorld, worldOf } from '../../support/random-world.js';
import { testEngine } from '../../support/engine.js';
import { tell } from '../../support/story.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';

const asking = commandAsking('test');
const WANTED = { country: CARD, fact: CARD };

const exchange = (topic: string): ChainFilter['steps'][number] => ({
  filter: { kinds: ['Exchange'], topics: { ids: [topic], exact: false } },
  countries: null,
});
const cooperation = (more: object = {}): ChainFilter['steps'][number] => ({
  filter: { kinds: ['Cooperation'], ...more },
  countries: null,
});

/** Questions of one to four steps, each on its own kinds, letters, order, window and evidence. */
const QUESTIONS: readonly ChainQuestion[] = [
  {
    filter: { steps: [exchange('topic/patents'), cooperation()], evidence: {}, coverage: false },
    demands: demands([step(), step('A B', { withinMonths: 18 })], { order: ['DEFINITE'] }),
  },
  {
    filter: { steps: [exchange('topic/law'), cooperation(), cooperation()], evidence: {}, coverage: false },
    demands: demands([step(), step(), step('B C')], { independentOnly: true }),
  },
  {
    filter: {
      steps: [exchange('topic/law'), cooperation({ modalities: ['BILATERAL'] })],
      evidence: { minCertainty: 'STATED' },
      coverage: true,
    },
    demands: demands([step(), step('A B', { absent: true })], { maxParties: 4 }),
  },
  {
    filter: { steps: [exchange('topic/law'), cooperation()], evidence: {}, coverage: false },
    demands: demands([
      step('A:receiver B:provider'),
      { ...step('A C'), who: who('A:provider C:learner'), order: 'ANY', withinMonths: 30 },
    ]),
  },
  {
    filter: { steps: [exchange('topic/patents'), exchange('topic/marks')], evidence: {}, coverage: false },
    demands: demands([step('A B', { together: 'SAME_MEETING' }), step('A')], { order: ['POSSIBLE'] }),
  },
  {
    filter: {
      steps: [cooperation(), exchange('topic/law'), cooperation(), cooperation()],
      evidence: {},
      coverage: true,
    },
    demands: demands([step(), step(), step('A B', { absent: true }), step('A B', { order: 'ANY' })]),
  },
];

describe('chains on random worlds', { timeout: 300_000 }, () => {
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 30_000, write: 60_000 } });
  });
  afterAll(() => door.close());

  /** All pages of a chain, and what the first says of all. */
  async function asked(
    filter: ChainFilter,
    demanded: ChainDemands,
    first: number,
  ): Promise<{ lines: string[]; leftOut: Record<string, number> }> {
    const lines: string[] = [];
    let survey: ChainAnswers | undefined;
    let after: Binding | null = null;
    do {
      const page: ChainAnswers = await answersOfChain(
        door,
        asking,
        filter,
        demanded,
        { first, after },
        { survey: after === null, baseline: false },
        WANTED,
      );
      survey ??= page;
      for (const { binding, found } of page.answers) {
        const steps = found.steps.map(
          ({ facts, order, absence }) =>
            `${facts.map(({ id }) => id).join('+')} ${order ?? '-'} ${absence ?? '-'}`,
        );
        lines.push(
          `${binding.join(' ')}: ${steps.join('; ')}: ${found.order} ${found.independent ? 'independent' : 'circular'}`,
        );
        for (const { facts } of found.steps)
          for (const { id } of facts) expect(page.facts.has(id)).toBe(true);
      }
      after = page.hasNext ? page.end : null;
    } while (after !== null);
    expect(survey.total).toEqual({ count: lines.length, more: false });
    return {
      lines,
      leftOut: Object.fromEntries((survey.leftOut ?? []).map(({ reason, count }) => [reason, count])),
    };
  }

  // Sampled, not asserted: shrinking would load hundreds of worlds.
  const worlds = fc.sample(randomWorld(30, 60), { seed: 2009, numRuns: 6 });
  let found = 0;

  it.each(worlds.map((world, i) => ({ number: i + 1, world })))(
    'are answered in world $number as by somebody who tries every combination',
    async ({ world }) => {
      await tell(door, asking, worldOf(world));
      for (const [i, { filter, demands: demanded }] of QUESTIONS.entries()) {
        const expected = chainReference(world, { filter, demands: demanded });
        expect(await asked(filter, demanded, [3, 1, 50][i % 3] ?? 1), JSON.stringify(demanded)).toEqual(
          expected,
        );
        found += expected.lines.length;
      }
      for (const topic of Object.keys(TOPICS)) await agree(topic, ['BILATERAL']);
      await agree('topic/patents', ['BILATERAL'], true);
      await agree('topic/law', ['BILATERAL', 'TRIANGULAR', 'MULTILATERAL', 'REGIONAL', 'UNKNOWN']);
    },
  );

  it('have had answers to compare', () => {
    expect(found).toBeGreaterThan(100);
  });

  /** Sharing and then cooperating, asked as a chain and as the question that is known for it. */
  async function agree(
    topic: string,
    modalities: Demands['modalities'],
    independentOnly = false,
  ): Promise<void> {
    const chain = await answersOfChain(
      door,
      asking,
      { steps: [exchange(topic), cooperation({ modalities })], evidence: {}, coverage: false },
      demands([step(), step()], { independentOnly }),
      { first: 100, after: null },
      { survey: true, baseline: false },
      WANTED,
    );
    const known = await answersAfterExchange(
      door,
      asking,
      { ...PATENTS_FILTER, topic, modalities },
      { ...PATENTS_ASKED, topic, modalities, independentOnly },
      { first: 100, after: null },
      true,
      { country: CARD, exchange: CARD, cooperation: CARD, alternatives: 1_000, priorTies: false, told: true },
    );
    const line = (
      pair: readonly string[],
      facts: readonly { readonly id: string }[],
      ...rest: unknown[]
    ): string => [...pair, ...facts.map(({ id }) => id), ...rest].join(' ');
    expect(
      chain.answers.map(({ binding, found: { steps, order, independent } }) =>
        line(
          binding,
          steps.flatMap(({ facts }) => facts),
          order,
          independent,
        ),
      ),
      topic,
    ).toEqual(
      known.answers
        .map(({ countries, best }) =>
          line(
            countries.map(({ id }) => id),
            [...best.exchanges, best.cooperation],
            best.order,
            best.independent,
          ),
        )
        .sort(),
    );
    expect(chain.total).toEqual(known.total);
  }
});
