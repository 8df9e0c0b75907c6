import { chunks } from '../chunks.js';
import { deriveTies } from '../derived/ties.js';
import { deriveTopics } from '../derived/topics.js';
import { DERIVATION } from '../derived/rules-version.js';
import type { WriteTransaction } from '../door.js';
import { raiseVersion } from '../graph-node.js';
import type { MadeWith } from './apply.js';
import type { Batch } from './batch.js';
import { markUndone, recordTouched, type Applied } from './change-record.js';
import { changeClaims, citeParagraphsOf } from './claims.js';
import { showEntries } from './entries.js';
import type { Returning } from './returning.js';
import { settle } from './settle.js';
import { showBatch, showClaims } from './show.js';
import { hide, readVanishing } from './vanish.js';

// Claims a statement.
const SHOWN_AT_ONCE = 10_000;

/** A batch that is staged whole. */
export interface Staged {
  readonly batch: Batch;
  readonly applied: Applied;
  /** What it brings back, worked out like what is new. */
  readonly returning: readonly Returning[];
  /** Pairs of countries that its facts tie, as `a|b`. */
  readonly pairs: ReadonlySet<string>;
}

/** Makes the batch appear; gives the number of things that vanish with it, which are still to be worked out. */
export async function showStaged(
  tx: WriteTransaction,
  { batch, applied, returning, pairs }: Staged,
  made: MadeWith,
): Promise<number> {
  const { entities, facts, create } = batch;
  const staged = [...entities, ...facts, ...returning];
  await showEntries(tx, staged);
  for (const some of chunks(create, SHOWN_AT_ONCE))
    await showClaims(
      tx,
      some.map(({ id }) => id),
    );
  await showBatch(tx, applied.id);
  await markUndone(tx, batch, applied);
  const vanishing = await readVanishing(tx, batch);
  const tied = [...pairs, ...(await hide(tx, vanishing))];
  const hidden = new Set(vanishing.flatMap(({ claims }) => claims));
  const withdraw = batch.withdraw.filter((id) => !hidden.has(id));
  const workedOut = new Set(staged.map(({ id }) => id));
  const changed = await changeClaims(tx, { ...batch, withdraw }, applied);
  const spokenOf = new Set(changed.filter((id) => !workedOut.has(id)));
  for (const { target } of create) if (!workedOut.has(target)) spokenOf.add(target);
  const { touched, seen } = await settle(tx, [...spokenOf], spokenOf, workedOut);
  await citeParagraphsOf(tx, [], [...workedOut, ...touched]);
  if (staged.some(({ kind }) => kind === 'Topic')) await deriveTopics(tx);
  await deriveTies(tx, new Set(tied));
  await recordTouched(tx, seen, applied);
  await raiseVersion(tx, { ...made, derived: DERIVATION });
  return vanishing.length;
}
