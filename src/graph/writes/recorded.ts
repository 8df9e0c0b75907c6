import type { ClaimValue } from '../../model/claim.js';
import { chunks } from '../chunks.js';
import { cypher, statement } from '../cypher.js';
import type { RecordedClaim } from '../derived/evidence.js';
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
  readonly claims: readonly RecordedClaim[];
}

type RecordedRow = Omit<Recorded, 'listed' | 'claims'> & {
  readonly listed: readonly string[];
  readonly claims: readonly (Omit<
    RecordedClaim,
    'value' | 'voice' | 'voiceCapacity' | 'relayedBy' | 'target'
  > & {
    readonly value: string;
    readonly revived: Pick<RecordedClaim, 'status' | 'register'> | null;
    readonly voices: readonly Voice[];
  })[];
};

/** Whose words a claim gives, or who relays them: only who relays has a place in an order. */
interface Voice {
  readonly id: string;
  readonly capacity: RecordedClaim['voiceCapacity'] | null;
  readonly order: number | null;
}

/** Reads entities and facts with their claims, for roll-up. */
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
    recordedAt: c.recordedAt, register: c.register,
    revived: CASE WHEN t:Returning THEN
      head([(c)<-[:REVIVED]-(b:Staged) | {status: coalesce(c.statusBefore, 'ACCEPTED'), register: b.register}]) ELSE null END,
    source: s.id, documentDate: s.issuedOn,
    voices: [(c)-[by:BY|RELAYED_BY]->(v) | {id: v.id, capacity: by.capacity, order: by.order}],
    inferredFrom: CASE WHEN c.certainty = 'INFERRED' THEN [(c)-[:INFERRED_FROM]->(k) | k.id] ELSE [] END
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
          claims: row.claims.map(({ revived, voices, ...claim }) => ({
            ...claim,
            // A claim that the staged batch makes again changes only when the batch is shown.
            ...(revived === null ? {} : { ...revived, endedAt: null }),
            ...spokenBy(voices),
            target: row.id,
            value: JSON.parse(claim.value) as ClaimValue,
          })),
        });
      }
    }
  }
  return found;
}

function spokenBy(voices: readonly Voice[]): Pick<RecordedClaim, 'voice' | 'voiceCapacity' | 'relayedBy'> {
  const own = voices.find(({ order }) => order === null);
  const relays = voices.flatMap(({ id, order }) => (order === null ? [] : [{ id, order }]));
  return {
    voice: own?.id ?? null,
    voiceCapacity: own?.capacity ?? 'OWN',
    relayedBy: relays.sort((a, b) => a.order - b.order).map(({ id }) => id),
  };
}
