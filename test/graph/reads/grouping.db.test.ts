import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import type { Grouping } from '../../../src/graph/reads/grouping.js';
import { matchedFacts } from '../../../src/graph/reads/matched-facts.js';
import { holds } from '../../../src/model/rules/order.js';
import { periodOf } from '../../../src/model/values/edtf.js';
import { UNKNOWN_PERIOD } from '../../../src/model/values/period.js';
import { testEngine } from '../../support/engine.js';
import {
  COUNTRIES,
  randomWorld,
  worldOf,
  type RandomFact,
  type RandomWorld,
} from '../../support/random-world.js';
import { rolesOf } from '../../support/reference.js';
import { tell } from '../../support/story.js';

const asking = commandAsking('test');
const SOUTH = 'group/south';
const DAYS = [null, '2014-06-01', '2015-06-01'];

const GROUPINGS: readonly Grouping[] = (['ONE', 'BOTH', 'ALL'] as const).flatMap((ends) =>
  DAYS.flatMap((on) =>
    [false, true]
      .filter((surely) => on !== null || !surely)
      .map((surely) => ({ group: SOUTH, on, surely, ends })),
  ),
);

function belongs({ members }: RandomWorld, country: string, { on, surely }: Grouping): boolean {
  return members.some(([member, wording]) => {
    if (member !== country) return false;
    if (on === null) return true;
    const held = holds(wording === '' ? UNKNOWN_PERIOD : periodOf(wording), on, on);
    return surely ? held === 'DEFINITELY' : held !== 'NO';
  });
}

function counts(world: RandomWorld, fact: RandomFact, grouping: Grouping): boolean {
  const named = COUNTRIES.filter((country) => rolesOf(fact, country).length > 0);
  const members = named.filter((country) => belongs(world, country, grouping)).length;
  return { ONE: members > 0, BOTH: members > 1, ALL: members > 0 && members === named.length }[grouping.ends];
}

describe('facts of which the countries belong to a group', { timeout: 120_000 }, () => {
  let door: Door;
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  afterAll(() => door.close());

  const found = async (filter: FactFilter): Promise<string[]> => {
    const rows = await door.read<{ id: string }>(
      statement('matched', cypher`${matchedFacts(filter)}\nRETURN f.id AS id`),
      asking,
    );
    return rows.map(({ id }) => id).sort();
  };
  const KINDS = { kinds: ['Exchange', 'Cooperation'] };

  it('are those that a plain reading of random worlds finds, on any day, surely or possibly', async () => {
    let [some, few] = [0, 0];
    for (const world of fc.sample(randomWorld(16, 16), { numRuns: 4, seed: 5 })) {
      await tell(door, asking, worldOf(world));
      const facts = [...world.exchanges, ...world.cooperations];
      for (const grouping of GROUPINGS) {
        const expected = facts.filter((fact) => counts(world, fact, grouping)).map(({ id }) => id);
        expect(await found({ ...KINDS, grouping }), JSON.stringify(grouping)).toEqual(expected.sort());
        if (expected.length > 0) some += 1;
        if (expected.length > 0 && expected.length < facts.length) few += 1;
      }
    }
    expect(some).toBeGreaterThan(30);
    expect(few).toBeGreaterThan(30);
  });
});
