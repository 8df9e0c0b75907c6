import type { Kind } from '../../model/declaration.js';
import { kindNamed } from '../../model/kinds.js';
import { canonical } from '../../model/claim.js';
import { chunks } from '../chunks.js';
import { cypher, joined, nameOf, statement, type CypherName, type Fragment } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { labelsOf } from '../model-names.js';
import type { EntityEntry, FactEntry } from './batch.js';

// Ids a statement.
const SHOWN_AT_ONCE = 10_000;

const SET_LABELS = (variable: string, labels: readonly CypherName[]): Fragment =>
  joined(
    labels.map((label) => cypher`${nameOf(variable)}:${label}`),
    ', ',
  );

function byKind<E extends { readonly kind: string }>(entries: readonly E[]): [Kind, E[]][] {
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    const group = groups.get(entry.kind);
    if (group) group.push(entry);
    else groups.set(entry.kind, [entry]);
  }
  return [...groups].map(([name, group]) => {
    const kind = kindNamed(name);
    if (!kind) throw new Error(`No kind is named ${name}.`);
    return [kind, group];
  });
}

/** Makes the nodes of entities that are not there yet, and ties code-list rows to their source; a row that is gone is untied. */
export async function writeEntities(
  tx: WriteTransaction,
  entities: readonly EntityEntry[],
  register: string,
): Promise<void> {
  for (const [kind, group] of byKind(entities)) {
    await tx.run(
      statement(
        'writeEntities',
        cypher`UNWIND ${group.map(({ id }) => id)} AS id
MERGE (n:Entity {id: id}) ON CREATE SET n.kind = ${kind.kind}
SET ${SET_LABELS('n', labelsOf(kind))}`,
      ),
    );
  }
  await tx.run(
    statement(
      'dropListings',
      // Those that no register is named for were made before registers were told apart.
      cypher`UNWIND ${entities.map(({ id }) => id)} AS id
MATCH (:Entity {id: id})-[r:LISTED_IN]->() WHERE coalesce(r.register, ${register}) = ${register}
DELETE r`,
    ),
  );
  const rows = entities.flatMap(({ id, listed }) =>
    listed ? [{ id, source: listed.source, locator: listed.locator, values: canonical(listed.values) }] : [],
  );
  await tx.run(
    statement(
      'writeListings',
      cypher`UNWIND ${rows} AS row
MATCH (n:Entity {id: row.id})
MATCH (s:Entity {id: row.source})
CREATE (n)-[r:LISTED_IN {register: ${register}}]->(s)
SET r.locator = row.locator, r.listed = row.values`,
    ),
  );
}

/** Makes the nodes of facts that are not there yet. */
export async function writeFacts(tx: WriteTransaction, facts: readonly FactEntry[]): Promise<void> {
  for (const [kind, group] of byKind(facts)) {
    await tx.run(
      statement(
        'writeFacts',
        cypher`UNWIND ${group.map(({ id, identity, occasion }) => ({ id, identity, occasion }))} AS row
MERGE (n:Fact {id: row.id}) ON CREATE SET n.kind = ${kind.kind}, n.identity = row.identity, n.occasion = row.occasion
SET ${SET_LABELS('n', labelsOf(kind))}`,
      ),
    );
  }
}

/** Makes the nodes of entities and facts under the label that no read names, for a batch that appears later as a whole. */
export async function stageEntries(
  tx: WriteTransaction,
  entries: readonly (EntityEntry | FactEntry)[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    identity: 'identity' in entry ? entry.identity : null,
    occasion: 'occasion' in entry ? entry.occasion : null,
  }));
  await tx.run(
    statement(
      'stageEntries',
      cypher`UNWIND ${rows} AS row
MERGE (n:Staged {id: row.id})
SET n.kind = row.kind, n.identity = row.identity, n.occasion = row.occasion`,
    ),
  );
}

/** Gives staged entities and facts the labels by which reads find them. */
export async function showEntries(
  tx: WriteTransaction,
  entries: readonly { readonly id: string; readonly kind: string }[],
): Promise<void> {
  for (const [kind, group] of byKind(entries))
    for (const some of chunks(group, SHOWN_AT_ONCE))
      await tx.run(
        statement(
          'showEntries',
          cypher`UNWIND ${some.map(({ id }) => id)} AS id
MATCH (n:Staged {id: id})
SET ${SET_LABELS('n', labelsOf(kind))}
REMOVE n:Staged, n:Returning`,
        ),
      );
}
