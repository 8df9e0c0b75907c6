import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareGraph } from '../../src/commands/prepare-graph.js';
import { checkGraph } from '../../src/graph/check/check.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { readKnownThings } from '../../src/graph/reads/who-is-who.js';
import { readFolder } from '../../src/intake/1-read/read-folder.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { importRegister } from '../../src/intake/4-apply/import-register.js';
import { whoIsWho } from '../../src/intake/who-is-who/who.js';
import { modelHash } from '../../src/model/shape.js';
import { seeded } from '../support/seeded.js';
import { wipe } from '../support/wipe.js';
import { plus, SOUND, type World } from './world.js';

const said = { source: 'document/summary', locator: '7' };
const SEED = plus(SOUND, {
  'entities/agencies.csv': [
    { id: 'agency/bureau', name: 'Bureau', agencyType: 'IP_OFFICE', country: 'country/egy', ...said },
  ],
  'facts/cooperations.csv': [
    {
      id: 'cooperation/bureau',
      party: 'agency/bureau:partner | country/per:partner',
      topics: 'topic/patents',
      stage: 'DONE',
      ...said,
    },
  ],
});
const REGISTER: World = {
  'sources.csv': [{ id: 'source/visits', name: 'Visits' }],
  'facts/exchanges.csv': [
    {
      id: 'exchange/visits-1',
      occasion: '1',
      party: 'agency/bureau:provider | country/per:receiver',
      topics: 'topic/patents',
      source: 'source/visits',
      locator: '1',
    },
  ],
};
const SAME = 'verdict,id,sameAs,reason\nsame,agency/bureau,agency/office,One office under two names.\n';

describe('two ids that only the seed names, and a person settles as one', () => {
  let folder = '';
  const silent = (): void => undefined;
  const product = seeded(async (door, asking) => {
    folder = await mkdtemp(join(tmpdir(), 'merges-'));
    await write('seed', SEED);
    await write('visits', REGISTER);
    await wipe(door, asking);
    await prepareGraph(door, join(folder, 'seed'), silent);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(name: string, world: World): Promise<void> {
    for (const [file, rows] of Object.entries(world)) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const path = join(folder, name, file);
      await mkdir(dirname(path), { recursive: true });
      const header = file === 'sources.csv' ? ['id', 'name'] : columns;
      await writeFile(
        path,
        stringify([...rows], { header: true, columns: [...new Set([...header, ...columns])] }),
      );
    }
  }
  const same = (): string => join(folder, 'seed', 'same.csv');
  const setUp = (): Promise<void> => prepareGraph(product.door, join(folder, 'seed'), silent);
  const hash = (): Promise<string> => contentHash(product.door, product.asking);
  const take = async (): Promise<void> => {
    const register = await readFolder({
      files: [join(folder, 'visits')],
      as: null,
      infer: 'none',
      rows: () => [],
      who: () => Promise.reject(new Error('not asked')),
    });
    const made = { model: modelHash() };
    await importRegister(product.door, register, { partial: false }, made, product.asking);
  };
  const asked = async (query: string): Promise<Record<string, unknown>> => {
    const { data, errors } = await product.ask(query);
    expect(errors).toBeUndefined();
    return data ?? {};
  };
  const factsOf = async (id: string): Promise<string[]> => {
    const { facts } = await asked(`{ facts(filter: { actors: { ids: ["${id}"] } }) { nodes { id } } }`);
    return (facts as { nodes: { id: string }[] }).nodes.map((node) => node.id).sort();
  };

  /** Rules that the graph breaks, but for paragraphs that this small world cites and does not state. */
  const broken = async (): Promise<string[]> => {
    const expected = { model: modelHash(), seed: await seedHash(join(folder, 'seed')) };
    const { results } = await checkGraph(product.door, product.asking, expected);
    return results.flatMap(({ rule, wrong }) => (wrong > 0 && rule !== 'cites' ? [rule] : []));
  };

  let before: string;
  beforeAll(async () => {
    await take();
    before = await hash();
  });

  it('are one from the next setup on, with the claims of both and everything derived', async () => {
    expect(await factsOf('agency/bureau')).toEqual(['cooperation/bureau', 'exchange/visits-1']);
    await writeFile(same(), SAME);
    await setUp();
    expect(await factsOf('agency/office')).toContain('cooperation/bureau');
    const { agency } = await asked(`{ agency(id: "office") { name otherNames claims { locator } } }`);
    expect(agency).toMatchObject({ name: 'Office', otherNames: ['Bureau'] });
    const { claims } = agency as { claims: { locator: string }[] };
    expect([...new Set(claims.map(({ locator }) => locator))].sort()).toEqual(['4', '7']);
    // What another register said of the one comes over when that register is taken in again.
    expect(await factsOf('agency/bureau')).toEqual(['exchange/visits-1']);
    await take();
    expect(await factsOf('agency/bureau')).toEqual([]);
    expect(await factsOf('agency/office')).toContain('exchange/visits-1');
    expect(await broken()).toEqual([]);
  });

  it('answer to the id that was given up, and are known to imports by the names of both', async () => {
    const found = await asked(`{ agency(id: "bureau") { id } node(id: "agency/bureau") { id }
      nodes(ids: ["agency/bureau", "agency/none", "agency/office"]) { id } }`);
    expect(found).toEqual({
      agency: { id: 'agency/office' },
      node: { id: 'agency/office' },
      nodes: [{ id: 'agency/office' }, null, { id: 'agency/office' }],
    });
    const who = whoIsWho(await readKnownThings(product.door, product.asking));
    const place = { file: 'a.csv', line: 2, country: 'country/egy' };
    expect(who.agency({ ...place, name: 'Bureau' })).toBe('agency/office');
    expect(who.doubts).toEqual([]);
  });

  it('are two again once the line is taken out', async () => {
    await rm(same());
    await setUp();
    await take();
    expect(await hash()).toBe(before);
    expect(await asked(`{ agency(id: "bureau") { id } }`)).toEqual({ agency: { id: 'agency/bureau' } });
  });

  it('are refused where the seed does not state them, with the graph as it was', async () => {
    await writeFile(same(), SAME.replace('agency/office', 'agency/nobody'));
    await expect(setUp()).rejects.toThrow('same.csv: No row of the seed states agency/nobody');
    expect(await hash()).toBe(before);
  });
});
