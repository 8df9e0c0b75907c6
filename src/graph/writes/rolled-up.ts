import type { Certainty } from '../../model/values/certainty.js';
import type { RolledUp } from '../../model/rules/roll-up.js';
import { cypher, int, nameOf, statement, type CypherValue } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { ENTITY_RELATIONSHIPS, FACT_RELATIONSHIPS } from '../model-names.js';
import { dropEdges, edgeChanges, readEdges, setEdges, type Edge } from './edges.js';
import { labelOfId, nodeAt } from './node-at.js';

type Sort = 'entity' | 'fact';
type CypherProperties = Record<string, CypherValue>;

/** All properties of one node. */
export interface PropertiesRow {
  readonly id: string;
  readonly sort: Sort;
  readonly properties: CypherProperties;
}

/** One edge from a node to what it is tied to. */
export interface EndRow {
  readonly id: string;
  readonly sort: Sort;
  readonly relationship: string;
  readonly target: string;
  readonly certainty: Certainty;
}

/** One party of a fact. */
export interface PartyRow {
  readonly id: string;
  readonly party: RolledUp['parties'][number];
}

const LABEL = { entity: 'Entity', fact: 'Fact' } as const satisfies Record<Sort, string>;
const SORTS = ['entity', 'fact'] as const;

/** Sets the rolled-up properties, and nothing else: derived ones come back by derivation. */
export async function writeProperties(tx: WriteTransaction, rows: readonly PropertiesRow[]): Promise<void> {
  for (const sort of SORTS) {
    const own = rows.filter((row) => row.sort === sort);
    if (own.length === 0) continue;
    await tx.run(
      statement(
        'writeProperties',
        cypher`UNWIND ${own.map(({ properties }) => properties)} AS row
${nodeAt('n', LABEL[sort], 'row', 'id')}
SET n = row`,
      ),
    );
  }
}

/** Writes the edges of these things: ends, links and parties that stand as they should are left alone, others go. */
export async function writeEdges(
  tx: WriteTransaction,
  ids: readonly { readonly id: string; readonly sort: Sort }[],
  ends: readonly EndRow[],
  parties: readonly PartyRow[],
): Promise<void> {
  const wanted: WantedEdge[] = [
    ...ends.map((end) => ({ ...end, said: { certainty: end.certainty }, end, party: null })),
    ...parties.map((party) => ({ ...partyEdge(party), end: null, party })),
  ];
  for (const sort of SORTS) {
    const own = ids.filter((one) => one.sort === sort).map(({ id }) => id);
    if (own.length === 0) continue;
    const types = sort === 'fact' ? FACT_RELATIONSHIPS : ENTITY_RELATIONSHIPS;
    const standing = await readEdges(tx, LABEL[sort], own, types);
    const named = new Set(own);
    const { add, set, drop } = edgeChanges(
      standing,
      wanted.filter(({ id }) => named.has(id)),
    );
    await dropEdges(tx, drop);
    await setEdges(
      tx,
      set.map(({ rel, edge: { end, party } }) => ({
        rel,
        said: party ? partyProperties(party.party) : { certainty: end?.certainty ?? null },
      })),
    );
    await writeEnds(
      tx,
      add.flatMap(({ end }) => end ?? []),
    );
    await writeParties(
      tx,
      add.flatMap(({ party }) => party ?? []),
    );
  }
}

interface WantedEdge extends Edge {
  readonly end: EndRow | null;
  readonly party: PartyRow | null;
}

const partyEdge = ({ id, party: { actor, ...said } }: PartyRow): Edge => ({
  id,
  relationship: 'PARTY',
  target: actor,
  said,
});

/** Writes the edges to the ends of facts and the links of entities. */
async function writeEnds(tx: WriteTransaction, rows: readonly EndRow[]): Promise<void> {
  const groups = new Map<string, EndRow[]>();
  for (const row of rows) {
    const group = `${row.sort} ${row.relationship} ${labelOfId(row.target)}`;
    const known = groups.get(group);
    if (known) known.push(row);
    else groups.set(group, [row]);
  }
  for (const group of groups.values()) {
    const [{ sort, relationship, target }] = group as [EndRow];
    await tx.run(
      statement(
        'writeEnds',
        cypher`UNWIND ${group.map((row) => ({ id: row.id, target: row.target, certainty: row.certainty }))} AS row
${nodeAt('n', LABEL[sort], 'row', 'id')}
${nodeAt('t', labelOfId(target), 'row', 'target')}
MERGE (n)-[r:${nameOf(relationship)}]->(t)
SET r.certainty = row.certainty`,
      ),
    );
  }
}

/** What stands on the edge to a party. */
export const partyProperties = ({
  actor: _actor,
  low,
  high,
  ...party
}: PartyRow['party']): CypherProperties => ({
  ...party,
  low: low === null ? null : int(low),
  high: high === null ? null : int(high),
});

/** Writes the parties of facts, an edge for each role and capacity. */
async function writeParties(tx: WriteTransaction, rows: readonly PartyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(
    statement(
      'writeParties',
      cypher`UNWIND ${rows.map(({ id, party }) => ({
        id,
        actor: party.actor,
        properties: partyProperties(party),
      }))} AS row
${nodeAt('f', 'Fact', 'row', 'id')}
${nodeAt('a', 'Entity', 'row', 'actor')}
CREATE (f)-[p:PARTY]->(a)
SET p = row.properties`,
    ),
  );
}
