import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/check/check.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { shippedMappings } from '../../src/intake/1-read/mapping/shipped.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { seeded } from '../support/seeded.js';
import { batchIn, importing, undo } from './importing.js';
import { REGISTERS } from './registers.js';

describe('the command import', () => {
  const product = seeded();
  let before: string;
  const hash = (): Promise<string> => contentHash(product.door, product.asking);
  const { take } = importing();
  /** Claims that a batch replaced or withdrew, each as its thing and what of it. */
  const endedBy = (answer: string): Promise<{ what: string; how: string }[]> =>
    product.door.read(
      statement(
        'endedBy',
        cypher`MATCH (:Batch {id: ${batchIn(answer)}})-[how:ENDED|WITHDREW]->(c:Claim)-[:STATES]->(t)
WHERE c.endedAt IS NOT NULL RETURN t.id + ', ' + c.about AS what, type(how) AS how ORDER BY what`,
      ),
      product.asking,
    );

  beforeAll(async () => {
    before = await hash();
  });

  it('is tried with every reader of a register that is shipped', () => {
    expect(REGISTERS.map(({ source }) => source).sort()).toEqual(
      ['iati', ...shippedMappings().keys()].sort(),
    );
  });

  it.each(REGISTERS)(
    '$source: the same again is nothing, an edition ends what it no longer says, undo leads back',
    async ({ source, files, edition, fresh, withdrawn, replaced }) => {
      const first = await take(source, files);
      for (const counts of fresh) expect(first).toContain(`: ${counts}\n`);
      const standing = await hash();
      expect(standing).not.toBe(before);
      expect(await take(source, files)).toContain(`Nothing to change in the register ${source}:`);
      expect(await hash()).toBe(standing);

      const next = await take(source, edition);
      const ended = await endedBy(next);
      const what = (sort: string): string[] => ended.filter(({ how }) => how === sort).map((one) => one.what);
      expect(what('ENDED')).toEqual([...replaced]);
      const gone = Object.entries(withdrawn).flatMap(([id, abouts]) =>
        abouts.map((about) => `${id}, ${about}`),
      );
      expect(what('WITHDREW')).toEqual(gone);
      expect(next).toContain(`withdrawn   ${gone.length} claims\n`);
      expect(next).toContain(`${replaced.length} replaced`);

      await undo(next);
      expect(await hash()).toBe(standing);
      await undo(first);
      expect(await hash()).toBe(before);
    },
  );

  it('leaves out what rules conclude where it is told to, and writes nothing in a dry run', async () => {
    const [iati] = REGISTERS;
    const tried = async (infer: 'none' | 'rules'): Promise<string> =>
      take('iati', iati?.files ?? {}, { dryRun: true, infer });
    expect(await tried('rules')).toContain('facts: Involvement 4, Cooperation 2\n');
    expect(await tried('none')).toContain('facts: Involvement 4\n');
    expect(await hash()).toBe(before);
  });

  it('leaves a graph that check finds clean, with editions and undone batches in it', async () => {
    for (const { source, files, edition } of REGISTERS) {
      await take(source, files);
      await take(source, edition);
    }
    const expected = { model: modelHash(), seed: await seedHash(seedFolder) };
    const { results } = await checkGraph(product.door, product.asking, expected);
    expect(results.filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(results.length).toBeGreaterThan(20);
  });
});
