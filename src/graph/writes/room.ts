import { Fault } from '../../model/faults.js';
import { chunks } from '../chunks.js';
import { cypher, statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import type { Batch } from './batch.js';
import { MORE_ROOM } from './broken-off.js';
import { labelOfId, nodeAt } from './node-at.js';
import { targetsOf } from './targets.js';
import { withDependents } from './touched.js';
import { readVanishing } from './vanish.js';

const MEBIBYTE = 1_048_576;
// What one thing takes in the transaction that shows a batch, measured on facts of five claims and rounded up: one that
// is only shown by then, a claim among them, and one that readers see and that is worked out anew.
const BYTES = { shown: 3_500, changed: 60_000 };
// So many always have room.
const FEW = 2_000;
const CHUNK = 5_000;

/** Bytes that one transaction may take; infinite where the database sets no bound, null where it does not tell. */
async function roomOf(door: Door, asking: Asking): Promise<number | null> {
  const rows = await door
    .read<{ value: string }>(
      statement(
        'memoryOfTransaction',
        cypher`SHOW SETTINGS 'db.memory.transaction.max' YIELD value RETURN value`,
      ),
      asking,
    )
    .catch(() => []);
  const found = /^([\d.]+)(B|KiB|MiB|GiB)$/.exec(rows[0]?.value ?? '');
  if (!found) return null;
  const bytes = Number(found[1]) * 1_024 ** ['B', 'KiB', 'MiB', 'GiB'].indexOf(found[2] ?? 'B');
  return bytes === 0 ? Infinity : bytes;
}

/**
 * Refuses, before anything is written, a batch that has no room in the transaction that shows it. What is new or comes
 * back is worked out beforehand; what readers see until then cannot be, and takes most.
 */
export async function refuseWithoutRoom(
  door: Door,
  tx: WriteTransaction,
  batch: Batch,
  asking: Asking,
): Promise<void> {
  const { entities, facts, create, revive, end, withdraw } = batch;
  const shown = [entities, facts, create, revive, end, withdraw].reduce((sum, { length }) => sum + length, 0);
  if (shown <= FEW) return;
  const changed = await changedInSight(tx, batch);
  const need = shown * BYTES.shown + changed * BYTES.changed;
  const room = await roomOf(door, asking);
  if (room === null || need <= room) return;
  const [all, seen, wanted, allowed] = [shown, changed, need / MEBIBYTE, room / MEBIBYTE].map((n) =>
    Math.ceil(n).toLocaleString('en'),
  );
  throw new Fault(
    'TOO_COSTLY',
    `This needs some ${wanted} MiB in one transaction, and the database allows ${allowed} MiB: it shows or takes back ${all} facts, entities and claims, and changes ${seen} facts and entities that readers see now. Nothing was taken in. ${MORE_ROOM}`,
  );
}

/** How many that readers see are worked out anew when the batch is shown. */
async function changedInSight(tx: WriteTransaction, batch: Batch): Promise<number> {
  const { entities, facts, create, revive, end, withdraw } = batch;
  const ids = await targetsOf(tx, [...revive, ...end, ...withdraw]);
  for (const { target } of create) ids.add(target);
  for (const { id } of [...entities, ...facts]) ids.delete(id);
  if (ids.size <= FEW) return ids.size;
  for (const { id } of await readVanishing(tx, batch)) ids.delete(id);
  return countInSight(tx, await withDependents(tx, [...ids]));
}

async function countInSight(tx: WriteTransaction, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (const some of chunks(ids, CHUNK))
    for (const label of ['Entity', 'Fact'] as const) {
      const [row] = await tx.run<{ seen: number }>(
        statement(
          'countInSight',
          cypher`UNWIND ${some.filter((id) => labelOfId(id) === label)} AS id
${nodeAt('n', label, 'id')}
WITH n WHERE n.status <> 'WITHDRAWN'
RETURN count(n) AS seen`,
        ),
      );
      count += row?.seen ?? 0;
    }
  return count;
}
