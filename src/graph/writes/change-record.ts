import { thingChangeOf } from '../../model/rules/changes.js';
import type { ThingChange } from '../../model/values/changes.js';
import { chunks } from '../chunks.js';
import { cypher, int, nameOf, statement, type CypherValue } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import type { Batch } from './batch.js';
import { changedValues, type Standing } from './changed-values.js';
import type { Written } from './claims.js';
import { labelOfId, nodeAt } from './node-at.js';

// Rows a statement.
const CHUNK = 5_000;

/** Which batch is being applied. */
export interface Applied {
  readonly id: string;
  /** Version that the graph has once it stands. */
  readonly version: number;
  readonly recordedAt: string;
}

/** Id of a batch: no other can have it, since the version rises under the lock. */
export const batchId = (register: string, version: number): string => `batch/${register}-${version}`;

/** A version as it stands in keys, so that their order is that of versions. */
export const versionKey = (version: number): string => String(version).padStart(12, '0');

/** What happened to one fact or entity. */
export interface Touched {
  readonly id: string;
  readonly kind: string;
  readonly what: ThingChange;
  /** Names of the rolled-up values that are others than before; empty unless CHANGED. */
  readonly values: readonly string[];
}

/** What stands on the node of a batch, beside its id. */
export const batchProperties = (batch: Batch, applied: Applied): Record<string, CypherValue> => ({
  register: batch.register,
  version: int(applied.version),
  appliedAt: applied.recordedAt,
  created: int(batch.create.length),
  revived: int(batch.revive.length),
  ended: int(batch.end.length),
  withdrawn: int(batch.withdraw.length),
  undoes: batch.undoes ?? null,
});

/** Records the batch itself; staged, it is not told of before it stands. */
export async function recordBatch(
  tx: WriteTransaction,
  batch: Batch,
  applied: Applied,
  written: Written = 'SHOWN',
): Promise<void> {
  await tx.run(
    statement(
      'recordBatch',
      cypher`MERGE (b:${nameOf(written === 'STAGED' ? 'Staged' : 'Batch')} {id: ${applied.id}})
SET b += ${batchProperties(batch, applied)}`,
    ),
  );
  if (written === 'SHOWN') await markUndone(tx, batch, applied);
}

/** Marks the batch that this one takes back, if it takes one back. */
export async function markUndone(tx: WriteTransaction, { undoes }: Batch, { id }: Applied): Promise<void> {
  if (undoes === undefined) return;
  await tx.run(statement('markUndone', cypher`MATCH (b:Batch {id: ${undoes}}) SET b.undoneBy = ${id}`));
}

/** Records what a batch did to claims that were there: with those it made, enough to take it back, claim by claim. */
export async function recordClaims(
  tx: WriteTransaction,
  { id: batch }: Applied,
  relationship: 'REVIVED' | 'ENDED' | 'WITHDREW',
  claimIds: readonly string[],
): Promise<void> {
  for (const some of chunks(claimIds, CHUNK))
    await tx.run(
      statement(
        'recordClaims',
        cypher`UNWIND ${some.map((id) => ({ id, batch }))} AS row
${nodeAt('b', 'Batch', 'row', 'batch')}
${nodeAt('c', 'Claim', 'row', 'id')}
MERGE (b)-[:${nameOf(relationship)}]->(c)`,
      ),
    );
}

/** Records which claims that were there before the batch made again, replaced and took back. */
export async function recordChanged(tx: WriteTransaction, batch: Batch, applied: Applied): Promise<void> {
  await recordClaims(tx, applied, 'REVIVED', batch.revive);
  await recordClaims(tx, applied, 'ENDED', batch.end);
  await recordClaims(tx, applied, 'WITHDREW', batch.withdraw);
}

/** What readers see to have happened to things, from what stood on them before and after. */
export function touchedOf(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
  spokenOf: ReadonlySet<string>,
): Touched[] {
  return [...after.values()].flatMap((now) => {
    const then = before.get(now.id);
    const values = then && then.status !== null ? changedValues(then, now) : [];
    const what = thingChangeOf({
      before: then?.status ?? null,
      after: now.status,
      differs: values.length > 0 || spokenOf.has(now.id),
    });
    return what ? [{ id: now.id, kind: now.kind, what, values: what === 'CHANGED' ? values : [] }] : [];
  });
}

/** What stands on the edge from a batch to a thing that it touched. */
export function touchedProperties(
  { id, kind, what, values }: Touched,
  version: number,
): Record<string, CypherValue> {
  const key = `${versionKey(version)}|${id}`;
  return { key, kindKey: `${kind}|${key}`, what, values };
}

/** Records what happened to things, under keys in the order of versions. */
export async function recordTouched(
  tx: WriteTransaction,
  touched: readonly Touched[],
  { id: batch, version }: Applied,
): Promise<void> {
  for (const label of ['Entity', 'Fact'] as const) {
    const rows = touched
      .filter(({ id }) => labelOfId(id) === label)
      .map((one) => ({ id: one.id, batch, properties: touchedProperties(one, version) }));
    for (const some of chunks(rows, CHUNK))
      await tx.run(
        statement(
          'recordTouched',
          cypher`UNWIND ${some} AS row
${nodeAt('b', 'Batch', 'row', 'batch')}
${nodeAt('n', label, 'row', 'id')}
MERGE (b)-[r:TOUCHED]->(n)
SET r = row.properties`,
        ),
      );
  }
}

/** Marks batches of before changes were recorded with version 0, so that answers can say how many they know nothing of. */
export async function markUnrecorded(door: Door, asking: Asking): Promise<void> {
  await door.write(
    (tx) =>
      tx.run(
        statement(
          'markUnrecorded',
          cypher`MATCH (b:Batch) WHERE b.version IS NULL SET b.version = ${int(0)}`,
        ),
      ),
    asking,
  );
}
