import type { Claim } from '../../model/claim.js';
import { isFactId } from '../../model/kinds.js';
import type { Period } from '../../model/values/period.js';
import { chunks } from '../chunks.js';
import { deriveButTies } from '../derived/derive.js';
import { DERIVATION } from '../derived/rules-version.js';
import { deriveTies } from '../derived/ties.js';
import { deriveTopics, deriveTopicsOf } from '../derived/topics.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { endTurn, holdTurn, lockGraph, raiseVersion } from '../graph-node.js';
import type { MadeWith } from './apply.js';
import type { Batch } from './batch.js';
import {
  markUndone,
  recordBatch,
  recordClaims,
  recordTouched,
  touchedOf,
  type Applied,
} from './change-record.js';
import { readStandings } from './changed-values.js';
import { changeClaims, citeParagraphsOf, createClaims, tieInferences } from './claims.js';
import { showEntries, stageEntries } from './entries.js';
import { rollUpAll } from './roll-up.js';
import { settle } from './settle.js';
import { showBatch, showClaims } from './show.js';
import { endLeft, type ApplyOptions } from './turn.js';
import { finishHidden, hide, readVanishing } from './vanish.js';

/** From so many new facts, or claims, on a batch is staged: one transaction would not fit in a heap of 1 GB. */
const LARGE = { facts: 4_000, claims: 20_000 };
// A transaction each.
const CHUNK = { entries: 10_000, claims: 4_000, rollUps: 1_000 };

/** Whether a batch is too large for one transaction. Rows of code lists are not staged: only the seed has them. */
export const isLarge = ({ entities, facts, create, withdraw }: Batch, large = LARGE): boolean =>
  (facts.length > large.facts || Math.max(create.length, withdraw.length) > large.claims) &&
  entities.every(({ listed }) => listed === null);

/**
 * Writes a batch in chunks under the label that no read names, worked out to the end; one last transaction gives the
 * labels by which it is read, works out anew what was there before, and raises the version. Killed before that, nothing
 * of it is seen, and the next writer clears it away. What vanishes with the batch only loses its labels there, and is
 * worked out afterwards.
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
  const { register, entities, facts, create } = batch;
  const entries = [...entities, ...facts];
  const work = 2 * entries.length + 2 * create.length;
  let done = 0;
  let hidden = 0;
  const part = async (count: number, write: (tx: WriteTransaction) => Promise<void>): Promise<void> => {
    await door.write(async (tx) => {
      await lockGraph(tx, writer);
      await write(tx);
      await holdTurn(tx, applied.id, writer);
    }, asking);
    progress('writing, not shown yet', (done += count), work);
  };
  try {
    await part(0, (tx) => recordBatch(tx, batch, applied, 'STAGED'));
    for (const some of chunks(entries, CHUNK.entries))
      await part(some.length, (tx) => stageEntries(tx, some));
    for (const some of chunks(create, CHUNK.claims))
      await part(some.length, async (tx) => {
        await createClaims(tx, register, some, applied, 'STAGED');
        await recordClaims(
          tx,
          applied,
          'CREATED',
          some.map(({ id }) => id),
        );
      });
    for (const some of chunks(create, CHUNK.claims)) {
      const inferred = some.filter(({ inferredFrom }) => inferredFrom.length > 0);
      if (inferred.length > 0) await part(0, (tx) => tieInferences(tx, inferred));
    }
    const pairs = new Set<string>();
    const order = orderOf(entries, create);
    const workOutAll = async (groups: Iterable<readonly string[]>): Promise<void> => {
      for (const ids of groups)
        await part(ids.length, async (tx) => {
          for (const pair of await workOut(tx, ids, applied)) pairs.add(pair);
        });
    };
    await workOutAll(order.entities);
    const topics = entities.filter(({ kind }) => kind === 'Topic').map(({ id }) => id);
    if (topics.length > 0) await part(0, (tx) => deriveTopicsOf(tx, topics));
    await workOutAll(order.facts);
    for (const some of chunks(create, CHUNK.claims))
      await part(some.length, (tx) => citeParagraphsOf(tx, some, []));
    for (const some of chunks(batch.withdraw, CHUNK.entries))
      await part(0, (tx) => recordClaims(tx, applied, 'WITHDREW', some));
    hidden = await door.write(async (tx) => {
      await lockGraph(tx, writer);
      const count = await show(tx, batch, applied, made, pairs);
      if (count === 0) await endTurn(tx);
      else await holdTurn(tx, applied.id, writer);
      return count;
    }, asking);
  } catch (error) {
    // A process that was killed, or lost the database, leaves this to the next writer.
    await endLeft(door, writer, asking).catch(() => undefined);
    throw error;
  }
  if (hidden > 0)
    await finishHidden(door, writer, asking, (gone) => {
      progress('working out what is gone', gone, hidden);
    });
}

/** Rolls staged things up and derives them; gives the pairs of countries that they tie. */
async function workOut(tx: WriteTransaction, ids: readonly string[], applied: Applied): Promise<string[]> {
  await rollUpAll(tx, ids);
  const pairs = await deriveButTies(tx, ids.filter(isFactId));
  const seen = touchedOf(new Map(), await readStandings(tx, ids), new Set(ids));
  await recordTouched(tx, seen, applied);
  return pairs;
}

/** Makes the batch appear; gives the number of things that vanish with it, which are still to be worked out. */
async function show(
  tx: WriteTransaction,
  batch: Batch,
  applied: Applied,
  made: MadeWith,
  pairs: Set<string>,
): Promise<number> {
  const { entities, facts, create } = batch;
  await showEntries(tx, [...entities, ...facts]);
  for (const some of chunks(create, CHUNK.claims))
    await showClaims(
      tx,
      some.map(({ id }) => id),
    );
  await showBatch(tx, applied.id);
  await markUndone(tx, batch, applied);
  const vanishing = await readVanishing(tx, batch);
  for (const pair of await hide(tx, vanishing)) pairs.add(pair);
  const hidden = new Set(vanishing.flatMap(({ claims }) => claims));
  const withdraw = batch.withdraw.filter((id) => !hidden.has(id));
  const fresh = new Set([...entities, ...facts].map(({ id }) => id));
  const changed = await changeClaims(tx, { ...batch, withdraw }, applied);
  const spokenOf = new Set(changed.filter((id) => !fresh.has(id)));
  for (const { target } of create) if (!fresh.has(target)) spokenOf.add(target);
  const { touched, seen } = await settle(tx, [...spokenOf], spokenOf);
  await citeParagraphsOf(tx, [], touched);
  if (entities.some(({ kind }) => kind === 'Topic')) await deriveTopics(tx);
  await deriveTies(tx, pairs);
  await recordClaims(tx, applied, 'REVIVED', batch.revive);
  await recordClaims(tx, applied, 'ENDED', batch.end);
  await recordTouched(
    tx,
    seen.filter(({ id }) => !fresh.has(id)),
    applied,
  );
  await raiseVersion(tx, { ...made, derived: DERIVATION });
  return vanishing.length;
}

/**
 * Ids in the order in which they can be worked out: documents, whose dates weigh claims, then other entities; then
 * facts. Those whose start another bounds, and their bounds, come last and together.
 */
function orderOf(
  entries: readonly { readonly id: string; readonly kind: string }[],
  claims: Iterable<Claim>,
): { entities: (readonly string[])[]; facts: (readonly string[])[] } {
  const bounded = new Set<string>();
  for (const { about, value, target } of claims) {
    if (about !== 'period' || value === null) continue;
    const { notBefore, notAfter } = value as Period;
    if (notBefore.length + notAfter.length > 0)
      for (const id of [target, ...notBefore, ...notAfter]) bounded.add(id);
  }
  const free = entries.filter(({ id }) => !bounded.has(id));
  const groups = (wanted: (kind: string, id: string) => boolean): (readonly string[])[] => [
    ...chunks(
      free.filter(({ kind, id }) => wanted(kind, id)).map(({ id }) => id),
      CHUNK.rollUps,
    ),
  ];
  const together = entries.map(({ id }) => id).filter((id) => bounded.has(id));
  return {
    entities: [
      ...groups((kind) => kind === 'Document'),
      ...groups((kind, id) => kind !== 'Document' && !isFactId(id)),
    ],
    facts: [...groups((_, id) => isFactId(id)), ...(together.length > 0 ? [together] : [])],
  };
}
