import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { checkGraph } from '../../../src/graph/check/check.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import { lockGraph } from '../../../src/graph/graph-node.js';
import { contentHash } from '../../../src/graph/reads/content-hash.js';
import { inTurn } from '../../../src/graph/writes/turn.js';
import { importRegister, type Imported } from '../../../src/intake/4-apply/import-register.js';
import { undoBatch } from '../../../src/intake/4-apply/undo-batch.js';
import { Fault } from '../../../src/model/faults.js';
import { modelHash } from '../../../src/model/shape.js';
import { course, FILE, LINKED, TRAINING } from '../../intake/training.js';
import { plus, rowsOf, type World } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { tell } from '../../support/story.js';

const STAGED = { large: { facts: 0, claims: 0 } };
const MADE = { model: modelHash() };

describe('a large register that is taken in again after its undo', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  let before: string;
  const take = (world: World, { name = 'training', source = FILE, through = door } = {}): Promise<Imported> =>
    importRegister(
      through,
      { name, rows: rowsOf(world), sources: [source], passedOver: new Map() },
      { partial: false },
      MADE,
      asking,
      STAGED,
    );
  const undo = ({ applied }: Imported): Promise<unknown> =>
    undoBatch(door, applied?.id ?? 'none', MADE, asking, STAGED);
  const hash = (): Promise<string> => contentHash(door, asking);
  const clean = async (): Promise<void> => {
    const { results } = await checkGraph(door, asking, { model: modelHash(), seed: null });
    expect(results.filter(({ wrong }) => wrong > 0)).toEqual([]);
  };
  /** Every node and relationship but the graph's own node, whoever may see it. */
  const everything = async (): Promise<string[]> => {
    const rows = await door.read<{ one: unknown }>(
      statement(
        'everything',
        cypher`MATCH (n) WHERE NOT n:Graph RETURN [labels(n), properties(n)] AS one
UNION ALL MATCH (a)-[r]->(b) RETURN [type(r), a.id, b.id, properties(r)] AS one`,
      ),
      asking,
    );
    const sorted = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
    return rows.map(({ one }) => JSON.stringify(one, (_, value) => sorted(value))).sort();
  };
  /** Lets the next writer find that the one before has been silent for long, and clear away what it left. */
  const clear = async (): Promise<void> => {
    await door.write((tx) => tx.run(statement('later', cypher`MATCH (g:Graph) SET g.stagedAt = 0`)), asking);
    await inTurn(door, asking, {}, (tx) => lockGraph(tx));
  };
  /** A door that is cut off for good after some writes, as when the process is killed. */
  const cutAfter = (writes: number): Door => {
    let left = writes;
    return {
      ...door,
      write: (work, by) =>
        left-- > 0 ? door.write(work, by) : Promise.reject(new Fault('UNAVAILABLE', 'Cut off.')),
    };
  };

  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  beforeEach(async () => {
    await tell(door, asking);
    before = await hash();
  });
  afterAll(() => door.close());

  it('is hidden until it is shown whole, and withdrawn as it was wherever its writer ends before', async () => {
    const first = await take(LINKED);
    const standing = await hash();
    await undo(first);
    const withdrawn = await everything();
    expect(await hash()).toBe(before);
    let hiddenAtOnce = 0;
    let cuts = 0;
    for (let again: Imported | null = null; again === null; cuts++) {
      again = await take(LINKED, { through: cutAfter(cuts + 1) }).catch((error: Error) => {
        expect(error.message).toMatch(/^Cut off\. /);
        return null;
      });
      if (again !== null) {
        expect(again.plan.create).toEqual([]);
        break;
      }
      expect(await hash()).toBe(before);
      const hidden = (await everything()).filter((one) => one.includes('"Returning"'));
      hiddenAtOnce = Math.max(hiddenAtOnce, hidden.length);
      await clear();
      expect(await everything()).toEqual(withdrawn);
    }
    expect(cuts).toBeGreaterThan(8);
    expect(hiddenAtOnce).toBeGreaterThan(8);
    expect(await hash()).toBe(standing);
    expect((await everything()).filter((one) => /"(Returning|Staged)"/.test(one))).toEqual([]);
    await clean();
  });

  it('tells of what it brought back, and is taken back again', async () => {
    await undo(await take(LINKED));
    const again = await take(LINKED);
    const told = await door.read<{ what: string; things: number }>(
      statement(
        'told',
        cypher`MATCH (:Batch {id: ${again.applied?.id ?? ''}})-[r:TOUCHED]->(n) WHERE NOT n.id STARTS WITH 'country/'
RETURN r.what AS what, count(n) AS things`,
      ),
      asking,
    );
    // Two topics, a document, a paragraph, a meeting, an agency, the source, four facts.
    expect(told).toEqual([{ what: 'RETURNED', things: 11 }]);
    await undo(again);
    expect(await hash()).toBe(before);
    await clean();
  });

  it('with rows that are new and rows that are others comes to the same as at once', async () => {
    const later = plus(
      { ...LINKED, 'facts/exchanges.csv': [] },
      {
        'facts/exchanges.csv': [
          course('c1', '2025-01-01'),
          course('c6', '2024-05-05', { topics: 'topic/training-a' }),
          course('c9', '2024'),
        ],
      },
    );
    const edition = { ...later, 'facts/cooperations.csv': [] };
    await take(edition);
    const standing = await hash();
    await tell(door, asking);
    await undo(await take(LINKED));
    const { plan } = await take(edition);
    expect(plan.create.length).toBeGreaterThan(0);
    expect(plan.revive.length).toBeGreaterThan(0);
    expect(await hash()).toBe(standing);
    await clean();
  });

  it('leaves in sight what another register still names', async () => {
    const first = await take(TRAINING);
    const second = 'source/second';
    const naming: World = {
      'sources.csv': [{ id: second, name: 'Second register' }],
      'facts/exchanges.csv': [
        course('s1', '2024-10-01', {
          party: 'agency/training-centre:provider | country/lor:receiver',
          source: second,
        }),
      ],
    };
    await take(naming, { name: 'second', source: second });
    const both = await hash();
    await undo(first);
    const without = await hash();
    const seen = await everything();
    for (const writes of [3, 5, 7]) {
      await expect(take(TRAINING, { through: cutAfter(writes) })).rejects.toThrow('Cut off');
      expect(await hash()).toBe(without);
      await clear();
      expect(await everything()).toEqual(seen);
    }
    await take(TRAINING);
    expect(await hash()).toBe(both);
    await clean();
  });
});
