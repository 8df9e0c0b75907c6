import { canonical, type Claim } from '../../model/claim.js';
import { kindOfId } from '../../model/kinds.js';
import { chunks } from '../chunks.js';
import { cypher, int, nameOf, statement, type CypherValue } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import type { Batch } from './batch.js';
import type { Applied } from './change-record.js';
import { labelOfId, nodeAt } from './node-at.js';

// Claims a statement: each carries its whole value.
const CHUNK = 2_000;

/** How claims are written: for readers at once, or under the label that no read names. */
export type Written = 'SHOWN' | 'STAGED';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Writes claims with their ties: which batch made them, what they state, what they cite, whose words they are, who relays
 * them. `staged` are the ids of facts and entities that are under the label that no read names.
 */
export async function createClaims(
  tx: WriteTransaction,
  register: string,
  claims: readonly Claim[],
  applied: Applied,
  written: Written = 'SHOWN',
  staged = NOTHING,
): Promise<void> {
  const labelNow = (id: string): string => (staged.has(id) ? 'Staged' : labelOfId(id));
  const groups = new Map<string, { about: string; source: string; claims: Claim[] }>();
  for (const claim of claims) {
    const [about, source] = [labelNow(claim.target), labelNow(claim.source)];
    const group = groups.get(`${about} ${source}`);
    if (group) group.claims.push(claim);
    else groups.set(`${about} ${source}`, { about, source, claims: [claim] });
  }
  for (const { about, source, claims: own } of groups.values())
    for (const some of chunks(own, CHUNK))
      await createFor(tx, register, { about, source }, some, applied, written);
}

/** What stands on the node of a claim. */
export const claimProperties = (
  claim: Claim,
  register: string,
  { id: batch, recordedAt }: Applied,
): { readonly id: string } & Readonly<Record<string, CypherValue>> => ({
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
  register,
  batch,
  recordedAt,
});

async function createFor(
  tx: WriteTransaction,
  register: string,
  labels: { readonly about: string; readonly source: string },
  claims: readonly Claim[],
  applied: Applied,
  written: Written,
): Promise<void> {
  const rows = claims.map((claim) => ({
    target: claim.target,
    about: claim.about,
    source: claim.source,
    locator: claim.locator,
    voice: claim.voice,
    voiceCapacity: claim.voiceCapacity,
    relayedBy: claim.relayedBy.map((id, i) => ({ id, order: int(i + 1) })),
    properties: claimProperties(claim, register, applied),
  }));
  await tx.run(
    statement(
      'createClaims',
      // They are nowhere yet: what the graph has is revived.
      cypher`MATCH (b:${nameOf(written === 'STAGED' ? 'Staged' : 'Batch')} {id: ${applied.id}})
UNWIND ${rows} AS row
MATCH (t:${nameOf(labels.about)} {id: row.target}) USING INDEX SEEK t:${nameOf(labels.about)}(id)
MATCH (s:${nameOf(labels.source)} {id: row.source}) USING INDEX SEEK s:${nameOf(labels.source)}(id)
CREATE (c:${nameOf(written === 'STAGED' ? 'Staged' : 'Claim')})
SET c = row.properties
CREATE (c)-[:STATES {about: row.about}]->(t)
CREATE (c)-[:CITES {locator: row.locator}]->(s)
CREATE (b)-[:CREATED]->(c)`,
    ),
  );
  await tieVoices(tx, rows);
}

async function tieVoices(
  tx: WriteTransaction,
  rows: readonly {
    readonly voice: string | null;
    readonly voiceCapacity: string;
    readonly relayedBy: readonly { readonly id: string; readonly order: CypherValue }[];
    readonly properties: { readonly id: string };
  }[],
): Promise<void> {
  const voices = rows.flatMap(({ properties: { id }, voice, voiceCapacity }) =>
    voice === null ? [] : [{ id, voice, capacity: voiceCapacity }],
  );
  if (voices.length > 0)
    await tx.run(
      statement(
        'tieVoices',
        cypher`UNWIND ${voices} AS row
${nodeAt('c', 'Claim', 'row', 'id')}
${nodeAt('v', 'Entity', 'row', 'voice')}
MERGE (c)-[by:BY]->(v) SET by.capacity = row.capacity`,
      ),
    );
  const relays = rows.flatMap(({ properties: { id }, relayedBy }) =>
    relayedBy.map(({ id: by, order }) => ({ id, by, order })),
  );
  if (relays.length > 0)
    await tx.run(
      statement(
        'tieRelays',
        cypher`UNWIND ${relays} AS row
${nodeAt('c', 'Claim', 'row', 'id')}
${nodeAt('v', 'Entity', 'row', 'by')}
MERGE (c)-[:RELAYED_BY {order: row.order}]->(v)`,
      ),
    );
}

/** Ties claims to those that they were inferred from, once all of them are there. */
export async function tieInferences(tx: WriteTransaction, claims: readonly Claim[]): Promise<void> {
  const rows = claims.flatMap(({ id, inferredFrom }) => inferredFrom.map((from) => ({ id, from })));
  for (const some of chunks(rows, CHUNK))
    await tx.run(
      statement(
        'tieInferences',
        cypher`UNWIND ${some} AS row
${nodeAt('c', 'Claim', 'row', 'id')}
${nodeAt('p', 'Claim', 'row', 'from')}
MERGE (c)-[:INFERRED_FROM]->(p)`,
      ),
    );
}

/** Ends, withdraws and revives claims; returns the ids of what they are about. */
export async function changeClaims(
  tx: WriteTransaction,
  { register, revive, end, withdraw }: Batch,
  { id: batchId, recordedAt }: Applied,
): Promise<string[]> {
  const targets = new Set<string>();
  const rows = [
    ...revive.map((id) => ({ id, ended: null, status: null })),
    ...end.map((id) => ({ id, ended: recordedAt, status: null })),
    ...withdraw.map((id) => ({ id, ended: recordedAt, status: 'WITHDRAWN' })),
  ];
  for (const some of chunks(rows, CHUNK)) {
    const changed = await tx.run<{ target: string }>(
      statement(
        'changeClaims',
        // A claim that another register once made, and no longer makes, is from now on this one's.
        cypher`UNWIND ${some} AS row
MATCH (c:Claim {id: row.id})-[:STATES]->(t)
WITH c, t, row, c.status AS was
SET c.status = CASE WHEN row.ended IS NULL THEN coalesce(c.statusBefore, 'ACCEPTED') ELSE coalesce(row.status, c.status) END,
  c.statusBefore = CASE WHEN row.ended IS NULL THEN null ELSE was END,
  c.register = CASE WHEN row.ended IS NULL THEN ${register} ELSE c.register END,
  c.endedAt = row.ended, c.endedBy = CASE WHEN row.ended IS NULL THEN null ELSE ${batchId} END
RETURN DISTINCT t.id AS target`,
      ),
    );
    for (const { target } of changed) targets.add(target);
  }
  return [...targets];
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

/** The same for claims and paragraphs that were just written: each claim with the paragraph it names, each paragraph of `touched` with its claims. */
export async function citeParagraphsOf(
  tx: WriteTransaction,
  claims: readonly Claim[],
  touched: readonly string[],
): Promise<void> {
  const paragraphs = touched.filter((id) => kindOfId(id)?.kind === 'Paragraph');
  const citing = claims.filter(({ source }) => kindOfId(source)?.kind === 'Document').map(({ id }) => id);
  for (const some of chunks(citing, CHUNK))
    await tx.run(
      statement(
        'citeParagraphsFromClaims',
        cypher`UNWIND ${some} AS id
${nodeAt('c', 'Claim', 'id')}
MATCH (c)-[:CITES]->(d)<-[:IN_DOCUMENT]-(p)
WHERE p.locator = c.locator AND d.kind = 'Document' AND p.kind = 'Paragraph'
MERGE (c)-[cites:CITES]->(p) SET cites.locator = p.locator`,
      ),
    );
  for (const some of chunks(paragraphs, CHUNK))
    await tx.run(
      statement(
        'citeParagraphsFromParagraphs',
        cypher`UNWIND ${some} AS id
MATCH (p:Entity {id: id}) WHERE p:Paragraph
MATCH (p)-[:IN_DOCUMENT]->(d:Document)<-[:CITES {locator: p.locator}]-(c:Claim)
WHERE NOT EXISTS { (c)-[:CITES]->(p) }
MERGE (c)-[cites:CITES]->(p) SET cites.locator = p.locator`,
      ),
    );
}
