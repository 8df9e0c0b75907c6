import { cypher, int, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';

/** A claim with all that it is tied to. */
export interface ClaimRow {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, string>>;
  readonly ended: boolean;
  readonly states: readonly { readonly target: string; readonly about: string | null }[];
  readonly cites: readonly { readonly id: string; readonly locator: string | null }[];
  readonly paragraphs: readonly {
    readonly id: string;
    readonly locator: string | null;
    readonly document: string | null;
  }[];
  /** Whether a document that it cites has paragraphs. */
  readonly hasUnits: boolean;
  readonly voices: readonly { readonly id: string; readonly capacity: string | null }[];
  readonly relays: readonly { readonly id: string; readonly order: number | null }[];
  /** Ids of the claims that it was inferred from. */
  readonly premises: readonly string[];
  readonly batchKnown: boolean;
}

const CHUNK = 500;

/** Every claim that was ever made, in chunks in the order of ids. */
export async function* walkClaims(door: Door, asking: Asking): AsyncGenerator<readonly ClaimRow[]> {
  for (let after = ''; ;) {
    const rows = await door.read<Omit<ClaimRow, 'types'> & { types: readonly (readonly [string, string])[] }>(
      statement(
        'checkedClaims',
        cypher`MATCH (c:Claim) WHERE c.id > ${after}
WITH c ORDER BY c.id LIMIT ${int(CHUNK)}
RETURN c.id AS id, properties(c) AS properties, [name IN keys(c) | [name, valueType(c[name])]] AS types,
  c.endedAt IS NOT NULL OR c.status = 'WITHDRAWN' AS ended,
  [(c)-[s:STATES]->(t) | {target: t.id, about: s.about}] AS states,
  [(c)-[r:CITES]->(d) WHERE NOT d:Paragraph | {id: d.id, locator: r.locator}] AS cites,
  [(c)-[:CITES]->(p:Paragraph) | {id: p.id, locator: p.locator, document: head([(p)-[:IN_DOCUMENT]->(d) | d.id])}] AS paragraphs,
  EXISTS { (c)-[:CITES]->(:Document)<-[:IN_DOCUMENT]-(:Paragraph) } AS hasUnits,
  [(c)-[b:BY]->(v) | {id: v.id, capacity: b.capacity}] AS voices,
  [(c)-[r:RELAYED_BY]->(v) | {id: v.id, order: r.order}] AS relays,
  [(c)-[:INFERRED_FROM]->(f) | f.id] AS premises,
  EXISTS { MATCH (b:Batch {id: c.batch}) } AS batchKnown`,
      ),
      asking,
    );
    if (rows.length > 0) yield rows.map(rowOf);
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

const rowOf = ({
  types,
  relays,
  ...row
}: Omit<ClaimRow, 'types'> & { types: readonly (readonly [string, string])[] }): ClaimRow => ({
  ...row,
  types: Object.fromEntries(types),
  relays: [...relays].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)),
});
