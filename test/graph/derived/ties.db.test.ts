import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import { rebuild } from '../../../src/graph/writes/rebuild.js';
import { TIES_BY_DEFAULT } from '../../../src/model/rules/ties.js';
import { modelHash } from '../../../src/model/shape.js';
import { testEngine } from '../../support/engine.js';
import { randomWorld, worldOf, type RandomWorld } from '../../support/random-world.js';
import { dateOfFact } from '../../support/reference.js';
import { retell, STORY, tell } from '../../support/story.js';
import { factsOf, kindOf, tiesOf } from '../../support/tie-reference.js';
import { changed } from '../../intake/world.js';

const asking = commandAsking('test');

const RUNS = 4;
/** Worlds of which a later one may follow an earlier one in the same graph. */
const WORLDS = fc.sample(randomWorld(14, 14), { numRuns: RUNS, seed: 20141103 });

const expected = (world: RandomWorld): string[] =>
  [...tiesOf(factsOf(world), TIES_BY_DEFAULT)]
    .map(([pair, facts]) => {
      const count = (kind: string): number => facts.filter((fact) => kindOf(fact) === kind).length;
      const dates = facts
        .map(dateOfFact)
        .filter((date) => date !== '-')
        .sort();
      return `${pair} ${count('Cooperation')} ${count('Exchange')} ${dates[0] ?? '-'} ${dates.at(-1) ?? '-'}`;
    })
    .sort();

describe('ties of countries', { timeout: 120_000 }, () => {
  let door: Door;
  const held = async (): Promise<string[]> =>
    (
      await door.read<{ tie: string }>(
        statement(
          'heldTies',
          cypher`MATCH (a:Country)-[r:TIE]->(b:Country)
RETURN a.id + '|' + b.id + ' ' + r.cooperations + ' ' + r.exchanges + ' ' + coalesce(r.first, '-') + ' ' + coalesce(r.last, '-') AS tie`,
        ),
        asking,
      )
    )
      .map(({ tie }) => tie)
      .sort();

  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  afterAll(() => door.close());

  it.each(WORLDS.map((world, i) => [i, world] as const))(
    'of random world %d are what the rule gives, also when it follows another, and when rebuilt',
    async (i, world) => {
      const before = WORLDS[(i + 1) % RUNS] as RandomWorld;
      await tell(door, asking, worldOf(before));
      expect(await held()).toEqual(expected(before));
      // What both say stays, what only one says goes or comes: facts change, are hidden, move.
      const mixed: RandomWorld = {
        ...world,
        exchanges: world.exchanges
          .map((one, n) => (n % 2 === 0 ? (before.exchanges[n] ?? one) : one))
          .map((one) => (one.from === world.cooperations[0]?.id ? { ...one, from: null } : one)),
        cooperations: world.cooperations.slice(1),
      };
      await retell(door, asking, worldOf(mixed));
      const after = expected(mixed);
      expect(await held()).toEqual(after);
      await rebuild(door, modelHash(), asking);
      expect(await held()).toEqual(after);
      expect(after.length).toBeGreaterThan(10);
    },
  );

  it('of the story: none between a crowd, by a plan, or with who only pays', async () => {
    await tell(door, asking);
    const ties = (await held()).join('\n');
    expect(ties).toContain('country/arn|country/bel 1 2 2014-03-11 2015-06-01');
    expect(ties).toContain('country/jor|country/kem 1 1 2014-08-01 2016-01-01');
    expect(ties).toContain('country/m01|country/m02 1 0 2016-01-01 2016-01-01');
    expect(ties).toContain('country/cor|country/hov 0 1 2014-12-07 2014-12-07');
    expect(ties).toContain('country/esk|country/fal 1 0 2016-01-01 2016-01-01');
    expect(ties).not.toContain('country/m03');
    expect(ties).not.toContain('country/jor|country/lor');
  });

  it('follow an agency to another country', async () => {
    await tell(door, asking);
    expect((await held()).join('\n')).toContain('country/hov|country/ist 1 1 ');
    await retell(door, asking, changed(STORY, 'entities/agencies.csv', 0, { country: 'country/fal' }));
    const ties = (await held()).join('\n');
    expect(ties).toContain('country/hov|country/ist 1 0 ');
    expect(ties).toContain('country/fal|country/ist 0 1 ');
  });
});
