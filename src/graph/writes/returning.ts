import { chunks } from '../chunks.js';
import { cypher, int, nameOf, statement } from '../cypher.js';
import { deriveFacts } from '../derived/derive.js';
import { deriveTopics } from '../derived/topics.js';
import type { WriteTransaction } from '../door.js';
import type { Claim, ClaimValue } from '../../model/claim.js';
import { isFactId } from '../../model/kinds.js';
import type { Batch } from './batch.js';
import { showEntries } from './entries.js';
import { labelOfId } from './node-at.js';
import { rollUpAll } from './roll-up.js';
import { targetsOf } from './targets.js';

/** A fact or entity that was taken back, of which nobody says anything, and that a batch brings back. */
export interface Returning {
  readonly id: string;
  readonly kind: string;
}

const LABELS = ['Entity', 'Fact'] as const;
// Ids a statement; things a transaction.
const CHUNK = { ids: 5_000, things: 1_000 };

/**
 * Facts and entities that a batch brings back and that can be worked out beforehand: no claim of them stands, and nothing
 * that readers see names them. What something still names is brought back by the last transaction itself.
 */
export async function readReturning(tx: WriteTransaction, batch: Batch): Promise<Returning[]> {
  const { entities, facts, create, revive, end, withdraw } = batch;
  const spokenOf = await targetsOf(tx, revive);
  for (const { target } of create) spokenOf.add(target);
  for (const { id } of [...entities, ...facts]) spokenOf.delete(id);
  for (const id of await targetsOf(tx, [...end, ...withdraw])) spokenOf.delete(id);
  const found: Returning[] = [];
  for (const some of chunks([...spokenOf], CHUNK.ids))
    for (const label of LABELS) {
      const ids = some.filter((id) => labelOfId(id) === label);
      if (ids.length > 0) found.push(...(await readUnsaid(tx, label, ids)));
    }
  return found;
}

const readUnsaid = (
  tx: WriteTransaction,
  label: (typeof LABELS)[number],
  ids: readonly string[],
): Promise<Returning[]> =>
  tx.run<{ id: string; kind: string }>(
    statement(
      'unsaid',
      cypher`UNWIND ${ids} AS id
MATCH (t:${nameOf(label)} {id: id})
WHERE t.status = 'WITHDRAWN'
  AND NOT EXISTS { (t)<-[:STATES|CITES|BY|RELAYED_BY]-(c:Claim) WHERE c.endedAt IS NULL }
  AND NOT EXISTS { (t)<--(x:Fact|Entity) WHERE x.status <> 'WITHDRAWN' }
RETURN t.id AS id, t.kind AS kind`,
    ),
  );

/** What these claims say of a period that another bounds, which decides the order in which things are worked out. */
export async function readBounds(
  tx: WriteTransaction,
  claimIds: readonly string[],
): Promise<Pick<Claim, 'about' | 'value' | 'target'>[]> {
  const found: Pick<Claim, 'about' | 'value' | 'target'>[] = [];
  for (const some of chunks(claimIds, CHUNK.ids)) {
    const rows = await tx.run<{ target: string; value: string }>(
      statement(
        'boundsSaid',
        cypher`UNWIND ${some} AS id
MATCH (c:Claim {id: id})-[:STATES]->(t) USING INDEX SEEK c:Claim(id)
WHERE c.about = 'period' AND (c.value CONTAINS '"notBefore":["' OR c.value CONTAINS '"notAfter":["')
RETURN t.id AS target, c.value AS value`,
      ),
    );
    for (const { target, value } of rows)
      found.push({ target, about: 'period', value: JSON.parse(value) as ClaimValue });
  }
  return found;
}

/** Puts them under the label that no read names, marked so that clearing gives them back instead of deleting them. */
export async function hideReturning(tx: WriteTransaction, returning: readonly Returning[]): Promise<void> {
  for (const label of LABELS)
    for (const ids of chunks(
      returning.map(({ id }) => id).filter((id) => labelOfId(id) === label),
      CHUNK.ids,
    ))
      await tx.run(
        statement(
          'hideReturning',
          cypher`UNWIND ${ids} AS id
MATCH (n:${nameOf(label)} {id: id})
REMOVE n:$(labels(n))
SET n:Staged, n:Returning`,
        ),
      );
}

/** Gives some of what a writer that ended had hidden so back as it was: withdrawn. False when nothing is left. */
export async function giveBackSome(tx: WriteTransaction): Promise<boolean> {
  const left = await tx.run<{ id: string; kind: string }>(
    statement(
      'returningLeft',
      cypher`MATCH (n:Returning) RETURN n.id AS id, n.kind AS kind LIMIT ${int(CHUNK.things)}`,
    ),
  );
  if (left.length === 0) return false;
  await showEntries(tx, left);
  // No claim of theirs stands, so that nothing of them hangs on another.
  const ids = left.map(({ id }) => id);
  await rollUpAll(tx, ids);
  await deriveFacts(tx, ids.filter(isFactId));
  if (left.some(({ kind }) => kind === 'Topic')) await deriveTopics(tx);
  return true;
}
