import type { Certainty } from '../../model/values/certainty.js';
import type { RolledUp } from '../../model/rules/roll-up.js';
import { anyOf, cypher, int, nameOf, statement, type CypherValue } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { ENTITY_RELATIONSHIPS, FACT_RELATIONSHIPS } from '../model-names.js';
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

/** Sets the rolled-up properties and takes the old edges away; derived properties come back by derivation. */
export async function writeProperties(tx: WriteTransaction, rows: readonly PropertiesRow[]): Promise<void> {
  for (const sort of SORTS) {
    const own = rows.filter((row) => row.sort === sort);
    if (own.length === 0) continue;
    await tx.run(
      statement(
        'writeProperties',
        cypher`UNWIND ${own.map(({ properties }) => properties)} AS row
${nodeAt('n', LABEL[sort], 'row', 'id')}
SET n = row
WITH n
MATCH (n)-[r:${anyOf(sort === 'fact' ? FACT_RELATIONSHIPS : ENTITY_RELATIONSHIPS)}]->()
DELETE r`,
      ),
    );
  }
}

/** Writes the edges to the ends of facts and the links of entities. */
export async function writeEnds(tx: WriteTransaction, rows: readonly EndRow[]): Promise<void> {
  const groups = new Map<string, EndRow[]>();
  for (const row of rows) {
    const group = `${row.sort} ${row.relationship} ${labelOfId(row.target)}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
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
export async function writeParties(tx: WriteTransaction, rows: readonly PartyRow[]): Promise<void> {
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
