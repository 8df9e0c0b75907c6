import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, type Door } from '../../src/graph/door.js';
import { testEngine } from '../support/engine.js';
import { freshFolder } from '../support/engine-process.js';
import {
  askSaved,
  command,
  launchProduct,
  startProduct,
  stopProducts,
  type Product,
  type ProductOptions,
} from '../support/product.js';
import { wipe } from '../support/wipe.js';

const asking = commandAsking('test');
const SECRET = 'kept-s3cret';
let folder: string;
let door: Door;
let unanswered: Product;

const given = (uri = testEngine().uri, env: Record<string, string> = {}): ProductOptions => ({
  dataDir: join(folder, 'data'),
  env: { NEO4J_URI: uri, NEO4J_PASSWORD: testEngine().password, ...env },
});
const through = (scheme: string): string => testEngine().uri.replace(/^bolt/, scheme);
const lines = (output: string): string[] => output.trim().split('\n');

/** The one line of a start that refuses. */
async function refusal(options: ProductOptions): Promise<string> {
  const product = launchProduct(options);
  expect(await product.exited).toBe(1);
  expect(lines(product.output())).toHaveLength(1);
  return product.output();
}

const run = async <T>(text: ReturnType<typeof cypher>): Promise<T[]> => {
  let rows: T[] = [];
  await door.write(async (tx) => {
    rows = (await tx.run<{ value: T }>(statement('look', text))).map(({ value }) => value);
  }, asking);
  return rows;
};
const nodes = (): Promise<number[]> => run(cypher`MATCH (n) RETURN count(n) AS value`);
const dropIndex = (): Promise<unknown> => run(cypher`DROP INDEX fact_key IF EXISTS`);

beforeAll(async () => {
  folder = freshFolder('given');
  // Nobody listens on port 1. It waits for half a minute, beside the other tests.
  unanswered = launchProduct(given('bolt://127.0.0.1:1', { NEO4J_PASSWORD: SECRET }));
  door = openDoor(testEngine());
  await wipe(door, asking);
  await dropIndex();
});
afterAll(async () => {
  await stopProducts();
  await wipe(door, asking);
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the product on a given server', { timeout: 240_000 }, () => {
  it('names all of five bad settings at once, and no secret', async () => {
    const product = launchProduct({
      dataDir: join(folder, 'data'),
      env: {
        PORT: '99999',
        LOG_LEVEL: 'loud',
        NEO4J_HEAP: 'lots',
        NEO4J_URI: `bolt://neo4j:${SECRET}@127.0.0.1`,
        NEO4J_PASSWORD: SECRET,
        NEO4J_DATABASE: '9',
      },
    });
    expect(await product.exited).toBe(1);
    const named = lines(product.output()).map((line) => line.trim().split(' ')[0]);
    expect(named).toEqual(['5', 'PORT', 'LOG_LEVEL', 'NEO4J_HEAP', 'NEO4J_URI', 'NEO4J_DATABASE']);
    expect(product.output()).not.toContain(SECRET);
  });

  it('writes nothing before setup, and says what to do', async () => {
    expect(await refusal(given())).toMatch(/holds no graph yet: run npm run setup first/);
    expect(await command('hash', given())).toMatchObject({ code: 1, answer: '' });
    expect(await nodes()).toEqual([0]);
    expect(await run(cypher`SHOW INDEXES YIELD name WHERE name = 'fact_key' RETURN name AS value`)).toEqual(
      [],
    );
  });

  it('says at once that the password or the database is not the right one', async () => {
    const began = Date.now();
    const wrong = await refusal(given(undefined, { NEO4J_PASSWORD: SECRET }));
    expect(wrong).toMatch(/refuses the user name or password .* \(bolt:\S+\): .*NEO4J_PASSWORD/);
    expect(wrong).not.toContain(SECRET);
    expect(await refusal(given(undefined, { NEO4J_DATABASE: 'other' }))).toMatch(/no database of the name/);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it('refuses a database that holds something else, and leaves it alone', async () => {
    await run(cypher`CREATE (:Foreign {id: 'theirs'})`);
    const other = /^This database holds something else.* nothing was written\.$/m;
    expect(await refusal(given())).toMatch(other);
    for (const name of ['setup', 'rebuild', 'hash']) {
      const { code, told } = await command(name, given());
      expect([name, code]).toEqual([name, 1]);
      expect(told).toMatch(other);
    }
    expect(await nodes()).toEqual([1]);
    await run(cypher`MATCH (n:Foreign) DELETE n`);
  });

  it('serves after setup, the same through bolt:// and neo4j://, and starts no database', async () => {
    expect(await command('setup', given(through('neo4j')))).toMatchObject({ code: 0 });
    const answers: unknown[] = [];
    for (const scheme of ['bolt', 'neo4j']) {
      const product = await startProduct(given(through(scheme)));
      answers.push(await askSaved(product.address));
      expect(product.output()).not.toContain(testEngine().password);
      expect(await product.stop()).toBe(0);
    }
    expect(JSON.stringify(answers[0])).toMatch(/Egypt.*India/);
    expect(answers[1]).toEqual(answers[0]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('has the same hash before and after a rebuild and a second setup', async () => {
    const before = await command('hash', given());
    expect(before.answer).toMatch(/^[0-9a-f]{64}$/);
    for (const name of ['rebuild', 'setup']) {
      expect(await command(name, given())).toMatchObject({ code: 0 });
      expect((await command('hash', given())).answer).toBe(before.answer);
    }
  });

  it('names an index that was dropped, and setup makes it again', async () => {
    await dropIndex();
    expect(await refusal(given())).toMatch(
      /lacks constraints or indexes, or has others \(fact_key is missing\): npm run setup/,
    );
    expect((await command('setup', given())).told).toContain('fact_key is missing.');
    const product = await startProduct(given());
    expect(await product.stop()).toBe(0);
  });

  it('waits within bounds for a server that does not answer, then says so in one line', async () => {
    expect(await unanswered.exited).toBe(1);
    expect(lines(unanswered.output())).toEqual([
      'Waiting up to 30 s for the database at bolt://127.0.0.1:1 ...',
      expect.stringMatching(
        /^The graph database cannot be reached \(bolt:\/\/127\.0\.0\.1:1\): see that it runs there/,
      ),
    ]);
    expect(unanswered.output()).not.toContain(SECRET);
  });
});
