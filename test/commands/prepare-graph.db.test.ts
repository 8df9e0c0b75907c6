import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking, prepareGraph } from '../../src/commands/prepare-graph.js';
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
