import { chunks } from '../chunks.js';
import { derive } from '../derived/derive.js';
import { deriveTopics } from '../derived/topics.js';
import type { WriteTransaction } from '../door.js';
import { touchedOf, type Touched } from './change-record.js';
import { readStandings } from './changed-values.js';
import { rollUpAll } from './roll-up.js';
import { factsToDerive, withDependents } from './touched.js';

// Facts and entities whose standing is read at once.
const CHUNK = 2_000;

/** What came of settling: everything that was worked out anew, and what readers see of it. */
export interface Settled {
  readonly touched: readonly string[];
  readonly seen: readonly Touched[];
}

/**
 * Rolls up and derives what was touched and all that hangs on it; of what is worked out already, only what hangs on it.
 */
export async function settle(
  tx: WriteTransaction,
  ids: readonly string[],
  spokenOf: ReadonlySet<string>,
  workedOut: ReadonlySet<string> = new Set(),
): Promise<Settled> {
  const hanging = await withDependents(tx, [...ids, ...workedOut]);
  const touched = hanging.filter((id) => !workedOut.has(id));
  const before = await standings(tx, touched);
  await rollUpAll(tx, touched);
  const seen = touchedOf(before, await standings(tx, touched), spokenOf);
  if (touched.some((id) => id.startsWith('topic/'))) await deriveTopics(tx);
  const facts = await factsToDerive(tx, hanging);
  await derive(
    tx,
    facts.filter((id) => !workedOut.has(id)),
  );
  return { touched, seen };
}

async function standings(tx: WriteTransaction, ids: readonly string[]): ReturnType<typeof readStandings> {
  const all: Awaited<ReturnType<typeof readStandings>> = new Map();
  for (const some of chunks(ids, CHUNK))
    for (const [id, one] of await readStandings(tx, some)) all.set(id, one);
  return all;
}
