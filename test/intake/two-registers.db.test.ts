import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { readerOf } from '../../src/intake/1-read/readers.js';
import { importRegister, type Imported } from '../../src/intake/4-apply/import-register.js';
import { undoBatch } from '../../src/intake/4-apply/undo-batch.js';
import { openWhoIsWho } from '../../src/intake/who-is-who/open.js';
import { modelHash } from '../../src/model/shape.js';
import { seeded } from '../support/seeded.js';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);
const made = { model: modelHash() };

const PAIRS = `query ($topic: ID!) {
  cooperationAfterExchange(topic: $topic) {
    nodes { countries { id } order
      exchange { id claims { locator } }
      cooperation { id claims { locator } } }
  }
}`;
interface Leg {
  readonly id: string;
  readonly claims: readonly { readonly locator: string }[];
}
interface Pair {
  readonly countries: readonly { readonly id: string }[];
  readonly order: string;
  readonly exchange: Leg;
  readonly cooperation: Leg;
}

describe(
  'courses of one register and projects of another that writes other names',
  { timeout: 120_000 },
  () => {
    const product = seeded();
    let folder: string;
    let doubts: string;
    const batches: string[] = [];

    async function take(source: string, name: string): Promise<Imported> {
      const { door, asking } = product;
      const open = await openWhoIsWho(door, asking, doubts);
      const who = (): Promise<typeof open.who> => Promise.resolve(open.who);
      const read = await readerOf(source)({
        files: [fixture(name)],
        as: null,
        infer: 'none',
        who,
        rows: () => [],
      });
      open.check();
      const imported = await importRegister(door, read, { partial: false }, made, asking);
      await open.save();
      if (imported.applied) batches.push(imported.applied.id);
      return imported;
    }
    async function pairs(topic: string): Promise<Pair[]> {
      const { data, errors } = await product.ask(PAIRS, { topic });
      expect(errors).toBeUndefined();
      const { nodes } = (data as { cooperationAfterExchange: { nodes: Pair[] } }).cooperationAfterExchange;
      return nodes.filter(({ exchange }) => exchange.id.startsWith('exchange/training-events'));
    }
    const inWords = (found: readonly Pair[]): string[] =>
      found.map(({ countries, order }) => `${countries.map(({ id }) => id.slice(8)).join('-')} ${order}`);

    let before: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'two-registers-'));
      doubts = join(folder, 'doubts.csv');
      before = await contentHash(product.door, product.asking);
      await take('training-events', 'training-events-names.csv');
      await take('country-pairs', 'country-pairs-names.csv');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('the pairs in order come back, those in the wrong order do not', async () => {
      const found = await pairs('topic/patents');
      expect(inWords(found)).toEqual(['civ-mmr DEFINITE', 'bol-vnm POSSIBLE']);
      const [first] = found;
      expect(first?.exchange.claims[0]?.locator).toBe('T/1');
      expect(first?.cooperation.claims[0]?.locator).toBe('N-1');
      expect(inWords(await pairs('topic/trademarks'))).toEqual(['tls-tur DEFINITE']);
    });

    it('a pair in doubt comes once a person has settled it, and goes again with the import', async () => {
      const list = await readFile(doubts, 'utf8');
      expect(list.split('\n').slice(1)).toEqual([
        expect.stringMatching(/^Country,Coreia,,,country-pairs-names.csv,5,country\/\w+,$/),
        expect.stringMatching(/^Country,Coreia,,,country-pairs-names.csv,5,country\/\w+,$/),
        '',
      ]);
      await writeFile(doubts, list.replace('country/kor,', 'country/kor,same'));
      const standing = await contentHash(product.door, product.asking);
      await take('country-pairs', 'country-pairs-names.csv');
      expect(inWords(await pairs('topic/patents'))).toContain('kor-tza DEFINITE');
      const again = await take('country-pairs', 'country-pairs-names.csv');
      expect(again.applied).toBeNull();

      await undoBatch(product.door, batches.pop() ?? '', made, product.asking);
      expect(await contentHash(product.door, product.asking)).toBe(standing);
      for (const id of batches.reverse()) await undoBatch(product.door, id, made, product.asking);
      expect(await contentHash(product.door, product.asking)).toBe(before);
    });
  },
);
