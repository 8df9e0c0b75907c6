import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import type { FactAnchor } from '../../../src/graph/reads/fact-walk.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { testEngine } from '../../support/engine.js';
import { randomWorld, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';
import { walkedByHand } from '../../support/walk-reference.js';

const actors = (ids: readonly string[], every = false, roles?: readonly string[]): FactFilter => ({
  actors: { ids, every, ...(roles ? { roles } : {}) },
});
const topics = (ids: readonly string[], exact = false): FactFilter => ({ topics: { ids, exact } });
const [r1, r2, r3] = ['country/r01', 'country/r02', 'country/r03'] as const;

/** A filter for each way that the walk takes, and beside each what the way does not see to. */
const WAYS: Readonly<Record<string, FactFilter>> = {
  'all facts': {},
  'one country': actors([r1]),
  'several countries': actors([r1, r2, r3]),
  'two countries together': actors([r1, r2], true),
  'three countries together': actors([r1, r2, r3], true),
  'one country, each of one': actors([r1], true),
  'a country together with an unknown one': actors([r1, 'country/nowhere'], true),
  'a country in a role': actors([r1], false, ['partner', 'participant']),
  'two countries together, in a role': actors([r1, r2], true, ['partner', 'participant']),
  'an agency': actors(['agency/ministry-1']),
  'an agency and countries': actors(['agency/relief-3', r1, r2]),
  'an agency in a role, and a country': actors(['agency/ministry-1', r1], false, ['participant']),
  'an agency and a country together': actors([r1, 'agency/office-2'], true),
  'a topic': topics(['topic/patents']),
  'topics, one within the other': topics(['topic/law', 'topic/marks', 'topic/labels']),
  'exactly a topic': topics(['topic/patents'], true),
  'a meeting': { meeting: 'meeting/first' },
  'a country and a topic': { ...actors([r1]), ...topics(['topic/patents']) },
  'countries and topics': { ...actors([r1, r2]), ...topics(['topic/marks', 'topic/pharma']) },
  'a topic, by a document': {
    ...topics(['topic/law']),
    evidence: { documents: ['document/register'] },
  },
  'countries, by a document': {
    ...actors([r1, r2]),
    evidence: { documents: ['document/chronicle'] },
  },
};
const BESIDE: Readonly<Record<string, FactFilter>> = {
  'nothing else': {},
  'of a kind': { kinds: ['Exchange'] },
  'of two kinds, in days': { kinds: ['Exchange', 'Cooperation'], dated: { from: '2013', to: '2014-12-31' } },
  'of a kind, until a day': { kinds: ['Cooperation'], dated: { to: '2015-06-30' } },
  'surely held, stated': {
    holds: { from: '2014-01-01', to: '2016-12-31', surely: true },
  },
  'possibly held': { holds: { from: '2014-01-01', to: '2016-12-31', surely: false } },
};
const STRICTER: FactFilter['evidence'] = { minCertainty: 'STATED', statuses: ['ACCEPTED'] };

const ANCHORS: readonly FactAnchor[] = [
  { at: 'all' },
  { at: 'entities', kind: 'Country', ids: [r1] },
  { at: 'entities', kind: 'Topic', ids: ['topic/patents'] },
  { at: 'entities', kind: 'Agency', ids: ['agency/ministry-1'] },
];

describe('facts walked through in random worlds', { timeout: 240_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 90_000, write: 90_000 } });
  });
  afterAll(() => door.close());

  const worlds = fc.sample(randomWorld(14, 14), { seed: 1955, numRuns: 2 });
  let seen = 0;
  let paged = 0;

  /** All pages in their order; every page must state the same total. */
  async function walked(anchor: FactAnchor, filter: FactFilter, first: number): Promise<string[]> {
    const rows: string[] = [];
    const totals = new Set<number | undefined>();
    let after: string | null = null;
    for (;;) {
      const pages = await factPages(
        door,
        asking,
        anchor,
        filter,
        { first, after },
        { counting: 'EXACT' },
        CARD,
      );
      const page = pages.get(anchor.at === 'all' ? '' : (anchor.ids[0] ?? ''));
      rows.push(...(page?.rows ?? []).map(({ row }) => row.id));
      totals.add(page?.total?.count);
      if (!page?.hasNext) break;
      paged += 1;
      after = page.rows.at(-1)?.key ?? null;
    }
    expect([...totals]).toEqual([rows.length]);
    return rows;
  }

  it.each(worlds.map((world, i) => ({ number: i + 1, world })))(
    'are those of somebody who tries every fact in world $number',
    async ({ number, world }) => {
      // Memberships are facts too, of which the reference knows nothing.
      await tell(door, asking, worldOf({ ...world, members: [] }));
      for (const anchor of ANCHORS) {
        for (const [i, [way, asked]] of Object.entries(WAYS).entries()) {
          for (const [j, [beside, more]] of Object.entries(BESIDE).entries()) {
            // Planning is what takes time, so each world takes a part of the combinations.
            if ((i + j + number) % (anchor.at === 'all' ? 2 : 5) !== 0) continue;
            const evidence = (i + j) % 3 === 0 ? { evidence: { ...asked.evidence, ...STRICTER } } : {};
            const filter = { ...asked, ...more, ...evidence };
            const expected = walkedByHand(world, anchor, filter);
            seen += expected.length;
            const name = `${JSON.stringify(anchor)} ${way}, ${beside}`;
            expect(await walked(anchor, filter, i % 3 === 0 ? 50 : 2), name).toEqual(expected);
            // Without doubles, taken together says the same by another statement.
            if (j >> 1 === number && anchor.at === 'all')
              expect(await walked(anchor, { ...filter, together: true }, 50), name).toEqual(expected);
          }
        }
      }
    },
  );

  it('had facts and further pages to compare', () => {
    expect(seen).toBeGreaterThan(300);
    expect(paged).toBeGreaterThan(80);
  });
});
