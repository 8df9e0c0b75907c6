import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, type Door } from '../../../src/graph/door.js';
import {
  neighboursOf,
  type Neighbour,
  type NeighbourFilter,
} from '../../../src/graph/reads/neighbours/neighbours.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { kindOfId } from '../../../src/model/kinds.js';
import { plus } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { ASKED, neighboursByHand } from '../../support/neighbours-reference.js';
import { INITIATIVES, partsTold, type RandomPart } from '../../support/partners-reference.js';
import { COUNTRIES, randomWorld, worldOf } from '../../support/random-world.js';
import { tell } from '../../support/story.js';

const parts: fc.Arbitrary<RandomPart[]> = fc.uniqueArray(
  fc.record({
    country: fc.constantFrom(...COUNTRIES.slice(0, 4)),
    initiative: fc.constantFrom(...Object.keys(INITIATIVES)),
    role: fc.constantFrom('owner' as const, 'beneficiary' as const),
    stage: fc.constantFrom('DONE' as const, 'PLANNED' as const),
  }),
  { minLength: 4, maxLength: 8, selector: ({ country, initiative }) => `${country} ${initiative}` },
);
const FILTERS: readonly NeighbourFilter[] = [
  { kinds: null, neighbourKinds: null },
  { kinds: ['Cooperation', 'Membership'], neighbourKinds: null },
  { kinds: null, neighbourKinds: ['Country', 'Topic'] },
];

const days = (one: { readonly first: string | null; readonly last: string | null }): string =>
  `${one.first ?? '-'} ${one.last ?? '-'}`;
const line = (one: Neighbour): string =>
  `${one.entity.id} ${one.facts} ${days(one)}: ${[...one.kinds]
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
    .map((tie) => `${tie.kind} ${tie.facts} ${days(tie)}`)
    .join(', ')}`;

describe('neighbours in random worlds', { timeout: 240_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: { read: 90_000, write: 90_000 } });
  });
  afterAll(() => door.close());

  async function asked(kind: string, ids: readonly string[], filter: NeighbourFilter, first: number) {
    const lines = new Map<string, string[]>(ids.map((id) => [id, []]));
    let left: { readonly id: string; readonly after: string | null }[] = ids.map((id) => ({
      id,
      after: null,
    }));
    while (left.length > 0) {
      const next: typeof left = [];
      // The first pages come together, as the API asks for them; the others one by one, since each has its own cursor.
      const together = left.every(({ after }) => after === null) ? [left] : left.map((one) => [one]);
      for (const some of together) {
        const found = await neighboursOf(
          door,
          asking,
          { kind, ids: some.map(({ id }) => id) },
          filter,
          { first, after: some[0]?.after ?? null, survey: false },
          CARD,
        );
        for (const [id, page] of found) {
          lines.get(id)?.push(...page.rows.map(({ row }) => line(row)));
          if (page.hasNext) next.push({ id, after: page.rows.at(-1)?.key ?? null });
          else expect(page.count).toBe(lines.get(id)?.length);
        }
      }
      left = next;
    }
    return lines;
  }

  const worlds = fc.sample(fc.tuple(randomWorld(8, 8), parts), { seed: 2009, numRuns: 6 });
  let seen = 0;

  it.each(worlds.map(([world, some], i) => ({ number: i + 1, world, some })))(
    'are those of somebody who tries every fact in world $number',
    async ({ number, world, some }) => {
      await tell(door, asking, plus(worldOf(world), partsTold(some)));
      for (const [i, filter] of FILTERS.entries()) {
        for (const kind of new Set(ASKED.map((id) => kindOfId(id)?.kind ?? ''))) {
          const ids = ASKED.filter((id) => kindOfId(id)?.kind === kind);
          const found = await asked(kind, ids, filter, i === number % 3 ? 4 : 50);
          for (const id of ids) {
            const expected = neighboursByHand(world, some, id, filter);
            expect(found.get(id), `${id} ${JSON.stringify(filter)}`).toEqual(expected);
            seen += expected.length;
          }
        }
      }
    },
  );

  it('had neighbours to compare', () => expect(seen).toBeGreaterThan(500));
});
