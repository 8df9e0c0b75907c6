import { isFactId } from '../../model/kinds.js';
import { chunks } from '../chunks.js';
import { deriveButTies } from '../derived/derive.js';
import { deriveTopicsOf } from '../derived/topics.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { endTurn, holdTurn, lockGraph } from '../graph-node.js';
import type { MadeWith } from './apply.js';
import type { Batch } from './batch.js';
import { brokenOff, type Reached } from './broken-off.js';
import { recordBatch, recordClaims, recordTouched, touchedOf, type Applied } from './change-record.js';
import { readStandings } from './changed-values.js';
import { citeParagraphsOf, createClaims, tieInferences } from './claims.js';
import { stageEntries } from './entries.js';
import { hideReturning, readBounds, readReturning } from './returning.js';
import { rollUpAll } from './roll-up.js';
import { showStaged } from './show-staged.js';
import { endLeft, type ApplyOptions } from './turn.js';
import { finishHidden } from './vanish.js';
import { workOrder } from './work-order.js';

// A transaction each.
const CHUNK = { entries: 10_000, claims: 4_000 };

/**
 * Writes a batch in chunks under the label that no read names, worked out to the end; one last transaction gives the
 * labels by which it is read, works out anew what was there before, and raises the version. Killed before that, nothing
 * of it is seen, and the next writer clears it away. What the batch brings back is hidden and worked out beforehand too.
 * What vanishes with the batch only loses its labels there, and is worked out afterwards.
 */
export async function applyStaged(
  door: Door,
  batch: Batch,
  applied: Applied,
  made: MadeWith,
  writer: string,
  asking: Asking,
  { progress = () => undefined }: ApplyOptions,
): Promise<void> {
  const { register, entities, facts, create, revive } = batch;
  const entries = [...entities, ...facts];
  let work = 2 * entries.length + 2 * create.length;
  let done = 0;
  let hidden = 0;
  let reached: Reached = 'STAGED';
  const part = async <T>(count: number, write: (tx: WriteTransaction) => Promise<T>): Promise<T> => {
    const answer = await door.write(async (tx) => {
      await lockGraph(tx, writer);
      const came = await write(tx);
      await holdTurn(tx, applied.id, writer);
      return came;
    }, asking);
    progress('writing, not shown yet', (done += count), work);
    return answer;
  };
  try {
    const returning = await part(0, async (tx) => {
      await recordBatch(tx, batch, applied, 'STAGED');
      return readReturning(tx, batch);
    });
    const staged = [...entries, ...returning];
    const ids = new Set(idsOf(staged));
    work += 2 * returning.length;
    for (const some of chunks(entries, CHUNK.entries))
      await part(some.length, (tx) => stageEntries(tx, some));
    for (const some of chunks(returning, CHUNK.entries))
      await part(some.length, (tx) => hideReturning(tx, some));
    for (const some of chunks(create, CHUNK.claims))
      await part(some.length, (tx) => createClaims(tx, register, some, applied, 'STAGED', ids));
    for (const [what, changed] of [
      ['REVIVED', revive],
      ['ENDED', batch.end],
      ['WITHDREW', batch.withdraw],
    ] as const)
      for (const some of chunks(changed, CHUNK.entries))
        await part(0, (tx) => recordClaims(tx, applied, what, some));
    for (const some of chunks(create, CHUNK.claims)) {
      const inferred = some.filter(({ inferredFrom }) => inferredFrom.length > 0);
      if (inferred.length > 0) await part(0, (tx) => tieInferences(tx, inferred));
    }
    const pairs = new Set<string>();
    const bounds = returning.length > 0 ? await part(0, (tx) => readBounds(tx, revive)) : [];
    const order = workOrder(staged, [create, bounds]);
    const workOutAll = async (groups: Iterable<readonly string[]>): Promise<void> => {
      for (const some of groups)
        await part(some.length, async (tx) => {
          for (const pair of await workOut(tx, some, applied)) pairs.add(pair);
        });
    };
    await workOutAll(order.entities);
    const topics = idsOf(staged.filter(({ kind }) => kind === 'Topic'));
    if (topics.length > 0) await part(0, (tx) => deriveTopicsOf(tx, topics));
    await workOutAll(order.facts);
    for (const some of chunks(create, CHUNK.claims))
      await part(some.length, (tx) => citeParagraphsOf(tx, some, []));
    reached = 'SENT';
    hidden = await door.write(async (tx) => {
      await lockGraph(tx, writer);
      const count = await showStaged(tx, { batch, applied, returning, pairs }, made);
      if (count === 0) await endTurn(tx);
      else await holdTurn(tx, applied.id, writer);
      return count;
    }, asking);
  } catch (error) {
    // A process that was killed, or lost the database, leaves this to the next writer.
    await endLeft(door, writer, asking).catch(() => undefined);
    throw brokenOff(error, reached, applied.id);
  }
  if (hidden > 0)
    await finishHidden(door, writer, asking, (gone) => {
      progress('working out what is gone', gone, hidden);
    }).catch((error: unknown) => {
      throw brokenOff(error, 'SHOWN', applied.id);
    });
}

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** Rolls staged things up and derives them; gives the pairs of countries that they tie. */
async function workOut(tx: WriteTransaction, ids: readonly string[], applied: Applied): Promise<string[]> {
  const before = await readStandings(tx, ids);
  await rollUpAll(tx, ids);
  const pairs = await deriveButTies(tx, ids.filter(isFactId));
  const seen = touchedOf(before, await readStandings(tx, ids), new Set(ids));
  await recordTouched(tx, seen, applied);
  return pairs;
}
