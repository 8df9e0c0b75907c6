import { canonical, type Claim } from '../../model/claim.js';
import { kindOfId } from '../../model/kinds.js';
import { cypher, int, nameOf, statement, type CypherName } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import type { Batch } from './batch.js';
import type { Applied } from './change-record.js';

const targetLabel = (id: string): CypherName => nameOf(kindOfId(id)?.sort === 'fact' ? 'Fact' : 'Entity');

const SORTS = ['Fact', 'Entity'] as const;

/** Writes claims with their ties: what they state, what they cite, whose words they are, who relays them. */
export async function createClaims(tx: WriteTransaction, batch: Batch, applied: Applied): Promise<void> {
  for (const sort of SORTS) {
    const claims = batch.create.filter((claim) => targetLabel(claim.target).text === sort);
    if (claims.length > 0) await createFor(tx, batch, nameOf(sort), claims, applied);
  }
  await tieInferences(tx, batch.create);
}

async function createFor(
  tx: WriteTransaction,
  batch: Batch,
  label: CypherName,
  claims: readonly Claim[],
  { id: batchId, recordedAt }: Applied,
): Promise<void> {
  const rows = claims.map((claim) => ({
    target: claim.target,
    about: claim.about,
    source: claim.source,
    locator: claim.locator,
    voice: claim.voice,
    voiceCapacity: claim.voiceCapacity,
    relayedBy: claim.relayedBy.map((id, i) => ({ id, order: int(i + 1) })),
    properties: {
      id: claim.id,
      place: claim.place,
      about: claim.about,
      value: canonical(claim.value),
      locator: claim.locator,
      certainty: claim.certainty,
      reason: claim.reason,
      basis: claim.basis,
      stance: claim.stance,
      status: claim.status,
      register: batch.register,
      batch: batchId,
      recordedAt,
    },
  }));
  await tx.run(
    statement(
      'createClaims',
      cypher`UNWIND ${rows} AS row
MATCH (t:${label} {id: row.target})
MATCH (s:Entity {id: row.source})
MERGE (c:Claim {id: row.properties.id})
SET c = row.properties
MERGE (c)-[states:STATES]->(t) SET states.about = row.about
MERGE (c)-[cites:CITES]->(s) SET cites.locator = row.locator
WITH c, row
CALL (c, row) {
  WITH c, row WHERE row.voice IS NOT NULL
  MATCH (v:Entity {id: row.voice})
  MERGE (c)-[by:BY]->(v) SET by.capacity = row.voiceCapacity
}
CALL (c, row) {
  UNWIND row.relayedBy AS relay
  MATCH (v:Entity {id: relay.id})
  MERGE (c)-[r:RELAYED_BY {order: relay.order}]->(v)
}`,
    ),
  );
}

async function tieInferences(tx: WriteTransaction, claims: readonly Claim[]): Promise<void> {
  const rows = claims.flatMap(({ id, inferredFrom }) => inferredFrom.map((from) => ({ id, from })));
  await tx.run(
    statement(
      'tieInferences',
      cypher`UNWIND ${rows} AS row
MATCH (c:Claim {id: row.id})
MATCH (from:Claim {id: row.from})
MERGE (c)-[:INFERRED_FROM]->(from)`,
    ),
  );
}

/** Ends, withdraws and revives claims; returns the ids of what they are about. */
export async function changeClaims(
  tx: WriteTransaction,
  batch: Batch,
  { id: batchId, recordedAt }: Applied,
): Promise<string[]> {
  const rows = await tx.run<{ target: string }>(
    statement(
      'changeClaims',
      cypher`UNWIND ${[
        ...batch.revive.map((id) => ({ id, ended: null, status: null })),
        ...batch.end.map((id) => ({ id, ended: recordedAt, status: null })),
        ...batch.withdraw.map((id) => ({ id, ended: recordedAt, status: 'WITHDRAWN' })),
      ]} AS row
MATCH (c:Claim {id: row.id})-[:STATES]->(t)
WITH c, t, row, c.status AS was
SET c.status = CASE WHEN row.ended IS NULL THEN coalesce(c.statusBefore, 'ACCEPTED') ELSE coalesce(row.status, c.status) END,
  c.statusBefore = CASE WHEN row.ended IS NULL THEN null ELSE was END,
  c.endedAt = row.ended, c.endedBy = CASE WHEN row.ended IS NULL THEN null ELSE ${batchId} END
RETURN DISTINCT t.id AS target`,
    ),
  );
  return rows.map(({ target }) => target);
}

/** Ties claims to the paragraphs that their locators name, once the paragraphs know their document. */
export async function citeParagraphs(tx: WriteTransaction): Promise<void> {
  await tx.run(
    statement(
      'citeParagraphs',
      cypher`MATCH (p:Paragraph)-[:IN_DOCUMENT]->(d:Document)<-[:CITES {locator: p.locator}]-(c:Claim)
WHERE NOT EXISTS { (c)-[:CITES]->(p) }
MERGE (c)-[cites:CITES]->(p) SET cites.locator = p.locator`,
    ),
  );
}
