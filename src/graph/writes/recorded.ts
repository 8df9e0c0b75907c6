import type { ClaimValue } from '../../model/claim.js';
import type { DatedClaim } from '../../model/rules/roll-up.js';
import { chunks } from '../chunks.js';
import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { labelOfId, nodeAt } from './node-at.js';

// Things a statement, each with all its claims.
const CHUNK = 1_000;

/** An entity or fact with all that was ever claimed of it. */
export interface Recorded {
  readonly id: string;
  readonly kind: string;
  readonly identity: string | null;
  readonly occasion: string | null;
  readonly listed: Readonly<Record<string, ClaimValue>>;
  readonly claims: readonly DatedClaim[];
}

type RecordedRow = Omit<Recorded, 'listed' | 'claims'> & {
  readonly listed: readonly string[];
  readonly claims: readonly (Omit<DatedClaim, 'value' | 'relayedBy' | 'inferredFrom' | 'target'> & {
    readonly value: string;
    readonly revived: DatedClaim['status'] | null;
  })[];
};

/** Reads entities and facts with their claims, for roll-up. Who relays and what was inferred play no part in it. */
export async function readRecorded(
  tx: WriteTransaction,
  ids: readonly string[],
): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>();
  for (const label of ['Entity', 'Fact'] as const) {
    for (const own of chunks(
      ids.filter((id) => labelOfId(id) === label),
      CHUNK,
    )) {
      const rows = await tx.run<RecordedRow>(
        statement(
          'readRecorded',
          cypher`UNWIND ${own} AS id
${nodeAt('t', label, 'id')}
RETURN t.id AS id, t.kind AS kind, t.identity AS identity, t.occasion AS occasion,
  [(t)-[r:LISTED_IN]->() | r.listed] AS listed,
  [(t)<-[:STATES]-(c)-[:CITES]->(s) WHERE (c:Claim OR t:Staged) AND s.kind IN ['Document', 'Source'] | {
    id: c.id, place: c.place, about: c.about, value: c.value, locator: c.locator, certainty: c.certainty,
    reason: c.reason, basis: c.basis, stance: c.stance, status: c.status, endedAt: c.endedAt,
    revived: CASE WHEN t:Returning AND EXISTS { (c)<-[:REVIVED]-(:Staged) } THEN coalesce(c.statusBefore, 'ACCEPTED') ELSE null END,
    source: s.id, documentDate: s.issuedOn,
    voice: head([(c)-[:BY]->(v) | v.id]), voiceCapacity: coalesce(head([(c)-[by:BY]->(v) | by.capacity]), 'OWN')
  }] AS claims`,
        ),
      );
      for (const row of rows) {
        found.set(row.id, {
          ...row,
          listed: Object.assign(
            {},
            ...row.listed.map((json) => JSON.parse(json) as object),
          ) as Recorded['listed'],
          claims: row.claims.map(({ revived, ...claim }) => ({
            ...claim,
            // A claim that the staged batch makes again changes only when the batch is shown.
            ...(revived === null ? {} : { status: revived, endedAt: null }),
            target: row.id,
            value: JSON.parse(claim.value) as ClaimValue,
            relayedBy: [],
            inferredFrom: [],
          })),
        });
      }
    }
  }
  return found;
}
