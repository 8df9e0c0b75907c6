import { kindOfId } from '../../model/kinds.js';
import { thingChangeOf } from '../../model/rules/changes.js';
import type { ThingChange } from '../../model/values/changes.js';
import { cypher, int, nameOf, statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import type { Batch } from './batch.js';
import { changedValues, type Standing } from './changed-values.js';

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

/** Records the batch and what it did to claims: enough to take it back, claim by claim. */
export async function recordBatch(tx: WriteTransaction, batch: Batch, applied: Applied): Promise<void> {
  await tx.run(
    statement(
      'recordBatch',
      cypher`CREATE (b:Batch {id: ${applied.id}})
SET b.register = ${batch.register}, b.version = ${int(applied.version)}, b.appliedAt = ${applied.recordedAt},
  b.created = ${int(batch.create.length)}, b.revived = ${int(batch.revive.length)},
  b.ended = ${int(batch.end.length)}, b.withdrawn = ${int(batch.withdraw.length)}, b.undoes = ${batch.undoes ?? null}`,
    ),
  );
  if (batch.undoes !== undefined)
    await tx.run(
      statement('markUndone', cypher`MATCH (b:Batch {id: ${batch.undoes}}) SET b.undoneBy = ${applied.id}`),
    );
  for (const [relationship, ids] of [
    ['CREATED', batch.create.map(({ id }) => id)],
    ['REVIVED', batch.revive],
    ['ENDED', batch.end],
    ['WITHDREW', batch.withdraw],
  ] as const) {
    if (ids.length === 0) continue;
    await tx.run(
      statement(
        'recordClaims',
        cypher`MATCH (b:Batch {id: ${applied.id}})
UNWIND ${ids} AS id
MATCH (c:Claim {id: id})
CREATE (b)-[:${nameOf(relationship)}]->(c)`,
      ),
    );
  }
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

/** Records what happened to things, under keys in the order of versions. */
export async function recordTouched(
  tx: WriteTransaction,
  touched: readonly Touched[],
  { id: batch, version }: Applied,
): Promise<void> {
  for (const sort of ['entity', 'fact'] as const) {
    const rows = touched
      .filter(({ id }) => kindOfId(id)?.sort === sort)
      .map(({ id, kind, what, values }) => {
        const key = `${versionKey(version)}|${id}`;
        return { id, properties: { key, kindKey: `${kind}|${key}`, what, values } };
      });
    if (rows.length === 0) continue;
    await tx.run(
      statement(
        'recordTouched',
        cypher`MATCH (b:Batch {id: ${batch}})
UNWIND ${rows} AS row
MATCH (n:${nameOf(sort === 'fact' ? 'Fact' : 'Entity')} {id: row.id})
CREATE (b)-[r:TOUCHED]->(n)
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
