import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { checkGraph } from '../../src/graph/check/check.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { readBatches } from '../../src/graph/reads/batches.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { nodesById } from '../../src/graph/reads/nodes.js';
import { CARD } from '../../src/graph/reads/projection.js';
import { importRegister, type Imported } from '../../src/intake/4-apply/import-register.js';
import { undoBatch } from '../../src/intake/4-apply/undo-batch.js';
import { Fault } from '../../src/model/faults.js';
import { modelHash } from '../../src/model/shape.js';
import { testEngine } from '../support/engine.js';
import { tell } from '../support/story.js';
import { course, FILE, LINKED, said, TRAINING } from './training.js';
import { changed, plus, rowsOf, type World } from './world.js';

describe('an import of a register', { timeout: 120_000 }, () => {
  const asking = commandAsking('test');
  let door: Door;
  let before: string;
  const take = (
    world: World,
    { partial = false, name = 'training', sources = [FILE], through = door, staged = false } = {},
  ): Promise<Imported> =>
    importRegister(
      through,
      { name, rows: rowsOf(world), sources, passedOver: new Map() },
      { partial },
      { model: modelHash() },
      asking,
      staged ? { large: { facts: 0, claims: 0 } } : {},
    );
  const undo = (
    id: string | undefined,
    { through = door, staged = false } = {},
  ): ReturnType<typeof undoBatch> =>
    undoBatch(
      through,
      id ?? 'none',
      { model: modelHash() },
      asking,
      staged ? { large: { facts: 0, claims: 0 } } : {},
    );
  const hash = (): Promise<string> => contentHash(door, asking);
  const shown = async (...ids: string[]): Promise<string[]> =>
    [...(await nodesById(door, asking, ids, CARD)).keys()].sort();
  const clean = async (): Promise<void> => {
    const { results } = await checkGraph(door, asking, { model: modelHash(), seed: null });
    expect(results.filter(({ wrong }) => wrong > 0)).toEqual([]);
  };

  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  beforeEach(async () => {
    await tell(door, asking);
    before = await hash();
  });
  afterAll(() => door.close());

  it('is one batch, changes nothing when it comes again, and is taken back to the same content', async () => {
    const { applied, outlook } = await take(TRAINING);
    expect(applied?.id).toMatch(/^batch\/training-\d+$/);
    expect(outlook.fresh).toEqual({
      entities: ['agency/training-centre', FILE],
      facts: ['exchange/training-c1', 'exchange/training-c2'],
    });
    expect(await shown('exchange/training-c1', FILE)).toEqual(['exchange/training-c1', FILE]);
    await clean();

    const again = await take(TRAINING);
    expect(again.applied).toBeNull();
    expect(again.outlook.unchanged.facts).toHaveLength(2);

    await undo(applied?.id);
    expect(await hash()).toBe(before);
    expect(await shown('exchange/training-c1', 'agency/training-centre', FILE)).toEqual([]);
    await clean();
    const after = await take(TRAINING);
    expect(after.plan.create).toEqual([]);
    expect(after.plan.revive.length).toBeGreaterThan(0);
    expect(await shown('exchange/training-c1')).toEqual(['exchange/training-c1']);
  });

  it('ends and withdraws what a later edition changes and leaves out; undo goes back one edition', async () => {
    const first = await take(TRAINING);
    const standing = await hash();
    const edition = {
      ...changed(TRAINING, 'facts/exchanges.csv', 0, { period: '2024-04-01/2024-04-05' }),
      'facts/exchanges.csv': [course('c1', '2024-04-01/2024-04-05')],
    };
    const { applied, plan, outlook } = await take(edition);
    expect(plan.end).toHaveLength(1);
    expect(outlook.gone).toEqual({ entities: [], facts: ['exchange/training-c2'] });
    expect(outlook.changed.facts).toEqual(['exchange/training-c1']);
    expect(outlook.withdrawn).toContain(`exchange/training-c2, existence (${FILE}, c2)`);
    expect(await shown('exchange/training-c2')).toEqual([]);

    await expect(undo(first.applied?.id)).rejects.toThrow(applied?.id);
    await undo(applied?.id);
    expect(await hash()).toBe(standing);
    await undo(first.applied?.id);
    expect(await hash()).toBe(before);
    await expect(undo(first.applied?.id)).rejects.toThrow('took it back already');
    const batches = await readBatches(door, asking);
    expect(batches.map(({ register, undoes }) => [register, undoes])).toEqual([
      ['story', null],
      ['training', null],
      ['training', null],
      ['training', applied?.id],
      ['training', first.applied?.id],
    ]);
    await clean();
  });

  it('of another file of the register leaves what the first said', async () => {
    await take(TRAINING);
    const other = 'source/training-2025';
    const later: World = {
      'sources.csv': [{ id: other, name: 'Courses of 2025' }],
      'facts/exchanges.csv': [course('c3', '2025-03-01', { source: other })],
    };
    const { plan } = await take(later, { sources: [other] });
    expect([plan.end, plan.withdraw]).toEqual([[], []]);
    expect(await shown('exchange/training-c1', 'exchange/training-c3')).toHaveLength(2);
  });

  it('of a part withdraws and ends nothing', async () => {
    await take(TRAINING);
    const part = { ...TRAINING, 'facts/exchanges.csv': [course('c4', '2024-09-01')] };
    const { plan } = await take(part, { partial: true });
    expect([plan.end, plan.withdraw]).toEqual([[], []]);
    expect(await shown('exchange/training-c1', 'exchange/training-c4')).toHaveLength(2);
  });

  it('adds its claims to what others state, and takes only those away again', async () => {
    const known = plus(TRAINING, {
      'claims.csv': [
        { target: 'country/kem', about: 'otherNames', value: 'The land of Kem', ...said('head') },
        { target: 'agency/training-centre', about: 'country:country/lor', ...said('c1') },
      ],
    });
    const second = 'source/second';
    const agency = { id: 'agency/training-centre', name: 'Training centre', agencyType: 'OTHER' };
    const others: World = {
      'sources.csv': [{ id: second, name: 'Second register' }],
      'entities/agencies.csv': [{ ...agency, source: second, locator: '1' }],
    };
    const one = await take(known);
    const two = await take(others, { name: 'second', sources: [second] });
    expect(two.outlook.merged.entities).toEqual(['agency/training-centre']);
    await undo(one.applied?.id);
    expect(await shown('agency/training-centre', FILE)).toEqual(['agency/training-centre']);
    await clean();
    await undo(two.applied?.id);
    expect(await hash()).toBe(before);
  });

  it('says again what the graph has only from its own earlier edition', async () => {
    await take(TRAINING);
    const nameless = changed(TRAINING, 'entities/agencies.csv', 0, { name: '' });
    await expect(take(nameless)).rejects.toThrow('agency/training-centre has no name');
    const dangling = plus(TRAINING, {
      'facts/exchanges.csv': [
        course('c5', '2024-10-01', { party: 'agency/training-centre:provider | country/lor:receiver' }),
      ],
    });
    await expect(take({ ...dangling, 'entities/agencies.csv': [] })).rejects.toThrow(
      'Nothing has the id "agency/training-centre"',
    );
  });

  it('is refused whole, with the graph as it was, for one bad row, and under a second name', async () => {
    const bad = changed(TRAINING, 'facts/exchanges.csv', 1, { party: 'country/nowhere:provider' });
    await expect(take(bad)).rejects.toThrow('facts/exchanges.csv, row 3, column party');
    expect(await hash()).toBe(before);
    await take(TRAINING);
    await expect(take(TRAINING, { name: 'other' })).rejects.toThrow('--as training');
  });

  it('of two at once comes in once', async () => {
    const both = await Promise.all([take(TRAINING), take(TRAINING)]);
    expect(both.filter(({ applied }) => applied !== null)).toHaveLength(1);
  });

  it('is not taken back where there is none, nor where it is of the seed', async () => {
    await expect(undo('batch/none-1')).rejects.toThrow('No batch has the id');
    const { applied } = await take(TRAINING, { name: 'seed' });
    await expect(undo(applied?.id)).rejects.toThrow('it is of the seed');
  });

  it('keeps a claim that its source calls withdrawn as it is, however often it comes', async () => {
    const row = { target: 'country/kem', about: 'existence', claimStatus: 'WITHDRAWN', ...said('c9') };
    const world = plus(TRAINING, { 'claims.csv': [row] });
    await take(world);
    expect((await take(world)).applied).toBeNull();
    const gone = await take(TRAINING);
    await undo(gone.applied?.id);
    expect((await take(world)).applied).toBeNull();
    await clean();
  });

  /** A door that is cut off for good after some writes, as when the process is killed. */
  const cutAfter = (writes: number): Door => {
    let left = writes;
    return {
      ...door,
      write: (work, by) =>
        left-- > 0 ? door.write(work, by) : Promise.reject(new Fault('UNAVAILABLE', 'Cut off.')),
    };
  };

  it('that is staged comes to the same, tells the same of its changes, and is taken back', async () => {
    await take(LINKED);
    const direct = await hash();
    await tell(door, asking);
    const { applied } = await take(LINKED, { staged: true });
    expect(await hash()).toBe(direct);
    await clean();
    const [row] = await door.read<{ touched: number; created: number; staged: number }>(
      statement(
        'recorded',
        cypher`MATCH (b:Batch {id: ${applied?.id ?? ''}})
RETURN COUNT { (b)-[:TOUCHED]->() } AS touched, COUNT { (b)-[:CREATED]->(:Claim) } AS created, COUNT { (:Staged) } AS staged`,
      ),
      asking,
    );
    expect(row?.staged).toBe(0);
    expect(row?.created).toBeGreaterThan(20);
    expect(row?.touched).toBeGreaterThan(5);
    expect((await take(LINKED, { staged: true })).applied).toBeNull();
    await undo(applied?.id);
    expect(await hash()).toBe(before);
  });

  it('that is cut off while it is staged shows nothing; others are kept off, until the next clears it', async () => {
    const batches = await readBatches(door, asking);
    for (const writes of [1, 3, 5, 8]) {
      await expect(take(LINKED, { staged: true, through: cutAfter(writes) })).rejects.toThrow('Cut off');
      expect(await hash()).toBe(before);
      expect(await readBatches(door, asking)).toEqual(batches);
      const waiting = AbortSignal.timeout(300);
      await expect(
        importRegister(
          door,
          { name: 'x', rows: rowsOf(TRAINING), sources: [FILE], passedOver: new Map() },
          { partial: false },
          { model: modelHash() },
          { ...asking, signal: waiting },
        ),
      ).rejects.toThrow();
      await door.write(
        (tx) => tx.run(statement('later', cypher`MATCH (g:Graph) SET g.stagedAt = 0`)),
        asking,
      );
    }
    expect((await take(LINKED, { staged: true })).applied).not.toBeNull();
    await clean();
  });

  it('that is large is taken back in one, whenever the process is cut off while it cleans up', async () => {
    const { applied } = await take(LINKED, { staged: true });
    const standing = await hash();
    for (const writes of [2, 3]) {
      await expect(undo(applied?.id, { staged: true, through: cutAfter(writes) })).rejects.toThrow('Cut off');
      expect(await hash()).toBe(standing);
      await door.write(
        (tx) => tx.run(statement('later', cypher`MATCH (g:Graph) SET g.stagedAt = 0`)),
        asking,
      );
    }
    await expect(undo(applied?.id, { staged: true, through: cutAfter(4) })).rejects.toThrow('Cut off');
    expect(await hash()).toBe(before);
    await door.write((tx) => tx.run(statement('later', cypher`MATCH (g:Graph) SET g.stagedAt = 0`)), asking);
    await expect(undo(applied?.id)).rejects.toThrow('took it back already');
    expect(await hash()).toBe(before);
    await clean();
    const again = await take(LINKED);
    expect(again.plan.create).toEqual([]);
    expect(await hash()).toBe(standing);
    await undo(again.applied?.id, { staged: true });
    expect(await hash()).toBe(before);
    await clean();
  });

  it('takes over what another register once made and no longer makes', async () => {
    const first = await take(TRAINING);
    const standing = await hash();
    await undo(first.applied?.id);
    const { applied, plan } = await take(TRAINING, { name: 'other' });
    expect(plan.create).toEqual([]);
    expect(await hash()).toBe(standing);
    await expect(take(TRAINING)).rejects.toThrow('--as other');
    await undo(applied?.id);
    expect(await hash()).toBe(before);
    await clean();
  });
});
