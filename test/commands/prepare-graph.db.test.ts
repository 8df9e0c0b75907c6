import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking, prepareGraph, refuseLacking } from '../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { findGraph } from '../../src/graph/graph-node.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { canonical } from '../../src/model/claim.js';
import { modelHash, modelShape } from '../../src/model/shape.js';
import { testEngine } from '../support/engine.js';
import { wipe } from '../support/wipe.js';

describe('preparing a graph that another version made', () => {
  const asking = commandAsking('test');
  let door: Door;
  let content: string;
  const madeWith = (shape: object | null): Promise<object> =>
    door.write(
      (tx) =>
        tx.run(
          statement(
            'madeWith',
            cypher`MATCH (g:Graph) SET g.model = 'another', g.shape = ${shape && canonical(shape)}`,
          ),
        ),
      asking,
    );
  const prepared = async (): Promise<string[]> => {
    const lines: string[] = [];
    await prepareGraph(door, seedFolder, (line) => lines.push(line));
    return lines;
  };

  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
    await wipe(door, asking);
    await prepared();
    content = await contentHash(door, asking);
  });
  afterAll(() => door.close());

  it('says and does nothing when all is as it should be', async () => {
    expect(await prepared()).toEqual([]);
  });

  it.each([
    ['fact_key is missing', [cypher`DROP INDEX fact_key`]],
    ['batch_id is missing', [cypher`DROP CONSTRAINT batch_id`]],
    [
      'search_fr has the analyzer standard, not french',
      [
        cypher`DROP INDEX search_fr`,
        cypher`CREATE FULLTEXT INDEX search_fr FOR (n:Entity) ON EACH [n.nameFr, n.searchNames, n.searchGists] OPTIONS ${{
          indexConfig: { 'fulltext.analyzer': 'standard' },
        }}`,
      ],
    ],
    [
      'search_fr is on nodes Entity(nameFr), not nodes Entity(nameFr,searchNames,searchGists)',
      [
        cypher`DROP INDEX search_fr`,
        cypher`CREATE FULLTEXT INDEX search_fr FOR (n:Entity) ON EACH [n.nameFr] OPTIONS ${{
          indexConfig: { 'fulltext.analyzer': 'french' },
        }}`,
      ],
    ],
    [
      'for_key is on nodes Fact(identity), not relationships FOR(key)',
      [
        cypher`DROP CONSTRAINT fact_identity`,
        cypher`DROP INDEX for_key`,
        cypher`CREATE INDEX for_key FOR (n:Fact) ON (n.identity)`,
      ],
    ],
    [
      'fact_key is TEXT, not RANGE',
      [cypher`DROP INDEX fact_key`, cypher`CREATE TEXT INDEX fact_key FOR (n:Fact) ON (n.key)`],
    ],
    [
      'claim_id is an index only, not a constraint',
      [cypher`DROP CONSTRAINT claim_id`, cypher`CREATE INDEX claim_id FOR (n:Claim) ON (n.id)`],
    ],
  ])('refuses a given database where %s, mends its own, and says so', async (how, spoil) => {
    for (const one of spoil) await door.write((tx) => tx.run(statement('spoil', one)), asking);
    await expect(refuseLacking(door, asking)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(how),
    });
    expect(await prepared()).toEqual([expect.stringContaining(how)]);
    await refuseLacking(door, asking);
    expect(await prepared()).toEqual([]);
  });

  it('works everything out anew when the declarations only grew', async () => {
    const { Finding: _added, ...before } = modelShape() as Record<string, object>;
    await madeWith(before);
    expect(await prepared()).toEqual([expect.stringContaining('working everything out anew')]);
    expect(await findGraph(door, asking)).toMatchObject({ model: modelHash() });
    expect(await contentHash(door, asking)).toBe(content);
  });

  it('refuses declarations that this version no longer has, and writes nothing', async () => {
    await madeWith({ ...(modelShape() as Record<string, object>), Gone: { sort: 'entity' } });
    await expect(prepared()).rejects.toThrow('other declarations');
    await madeWith(null);
    await expect(prepared()).rejects.toThrow('other declarations');
    expect(await contentHash(door, asking)).toBe(content);
  });
});
