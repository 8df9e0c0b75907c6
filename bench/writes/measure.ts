import neo4j, { type Driver } from 'neo4j-driver';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { applyPlanned } from '../../src/graph/writes/apply.js';
import type { Batch } from '../../src/graph/writes/batch.js';
import { undoBatch } from '../../src/intake/4-apply/undo-batch.js';
import { modelHash } from '../../src/model/shape.js';
import type { Arm } from '../arms/arm.js';
import { DRIVER, type Connection } from '../arms/connection.js';
import type { WritesFound } from '../results.js';
import type { Item } from '../workload/item.js';
import { latest } from '../workload/items/02-latest.js';
import type { Sample } from '../workload/sample.js';
import { answerOf } from '../measure/compare.js';
import { copyOf, writeByHand, type Copied } from './by-hand.js';
import { batchOf, REGISTER } from './facts.js';

const FACTS = 1_000;

interface Writing {
  readonly arms: readonly Arm[];
  readonly connection: Connection;
  readonly sample: Sample;
  readonly repeats: number;
  readonly say: (line: string) => void;
}

/** Two ways of writing into one graph, which stands afterwards as it stood before, but for its version. */
class Writer {
  readonly #asking = commandAsking('bench');
  readonly #made = { model: modelHash() };
  constructor(
    readonly driver: Driver,
    readonly door: Door,
    readonly database: string,
  ) {}

  /** By the product; returns the id of the batch. */
  async apply(batch: Batch): Promise<string> {
    const { id } = await applyPlanned(this.door, () => Promise.resolve(batch), this.#made, this.#asking);
    return id;
  }

  /** Takes a batch of the product back, ties between countries too, and removes what is left of it. */
  async takeBack(batch: string): Promise<void> {
    await undoBatch(this.door, batch, this.#made, this.#asking);
    await this.remove();
  }

  /** Removes all that stands under the name of measured batches. */
  async remove(): Promise<void> {
    for (const label of ['Fact', 'Claim', 'Batch'])
      await this.driver.executeQuery(
        label === 'Fact'
          ? `MATCH (k:Claim {register: $register})-[:STATES]->(n:Fact) DETACH DELETE n`
          : `MATCH (n:${label} {register: $register}) DETACH DELETE n`,
        { register: REGISTER },
        { database: this.database },
      );
  }
}

const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const began = performance.now();
  const found = await work();
  return [performance.now() - began, found];
};

/** Facts a second of a batch, and one fact written and read. */
export async function measureWrites({
  arms,
  connection,
  sample,
  repeats,
  say,
}: Writing): Promise<WritesFound> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), DRIVER);
  const door = openDoor({ ...connection, timeouts: PATIENT });
  const writer = new Writer(driver, door, database);
  try {
    const { records } = await driver.executeQuery(
      `MATCH (d:Document) WHERE d.status IN ['ACCEPTED', 'DISPUTED'] RETURN d.id AS id ORDER BY id LIMIT 1`,
      {},
      { database },
    );
    const source = records[0]?.get('id') as string;
    // What a run that was ended in the middle may have left.
    await writer.remove();
    const applied: number[] = [];
    const bare: number[] = [];
    let copied: Copied = { nodes: [], relationships: [] };
    // The first repetition makes the plans and is not counted.
    for (let i = 0; i <= repeats; i += 1) {
      const [own, id] = await timed(() => writer.apply(batchOf(FACTS, sample, source)));
      copied = await copyOf(driver, database, id);
      await writer.takeBack(id);
      const [byHand] = await timed(() => writeByHand(driver, database, copied));
      await writer.remove();
      if (i > 0) {
        applied.push(own);
        bare.push(byHand);
      }
      say(`  writes: ${i} of ${repeats}`);
    }
    const sum = (lists: readonly { readonly rows: readonly object[] }[]): number =>
      lists.reduce((all, { rows }) => all + rows.length, 0);
    return {
      facts: FACTS,
      nodes: sum(copied.nodes),
      relationships: sum(copied.relationships),
      applied,
      bare,
      readAfterWrite: await readAfterWrite(writer, arms, sample, source, repeats),
    };
  } finally {
    await door.close();
    await driver.close();
  }
}

/** One fact written, and the newest page of its country asked of an arm until it shows it. */
async function readAfterWrite(
  writer: Writer,
  arms: readonly Arm[],
  sample: Sample,
  source: string,
  repeats: number,
): Promise<WritesFound['readAfterWrite']> {
  const found = { product: [] as number[], raw: [] as number[] };
  const batch = batchOf(1, sample, source);
  const fact = batch.facts[0]?.id ?? '';
  const country = batch.create.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'actor' in value ? [value.actor] : [],
  )[0];
  const item: Item = latest;
  const shows = async (arm: Arm): Promise<void> => {
    while (!JSON.stringify(await answerOf(arm, item, { country: country ?? '' })).includes(`"${fact}"`));
  };
  for (let i = 0; i <= repeats; i += 1) {
    let copied: Copied = { nodes: [], relationships: [] };
    for (const name of ['product', 'raw'] as const) {
      const arm = arms.find((one) => one.name === name);
      if (!arm) continue;
      const [milliseconds, id] = await timed(async () => {
        const batchId = name === 'product' ? await writer.apply(batch) : '';
        if (name === 'raw') await writeByHand(writer.driver, writer.database, copied);
        await shows(arm);
        return batchId;
      });
      if (name === 'product') {
        copied = await copyOf(writer.driver, writer.database, id);
        await writer.takeBack(id);
      } else await writer.remove();
      if (i > 0) found[name].push(milliseconds);
    }
  }
  return found;
}
