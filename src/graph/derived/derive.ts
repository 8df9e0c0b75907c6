import { nationalCountry } from '../../model/rules/modality.js';
import { chunks } from '../chunks.js';
import { cypher, int, nameOf, statement, type CypherValue } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { dropEdges, edgeChanges, readEdges, setEdges } from '../writes/edges.js';
import { nodeAt } from '../writes/node-at.js';
import { derivedOf, type DerivedFact, type DerivedParty, type FactToDerive } from './keys.js';
import { deriveTies, pairsTiedBy } from './ties.js';

/** A party as it is recorded: the actor with what decides for which country it acts. */
export interface PartyRow {
  readonly actor: string;
  readonly actorKind: DerivedParty['actorKind'];
  readonly role: string;
  readonly capacity: DerivedParty['capacity'];
  readonly agencyType: string | null;
  readonly country: string | null;
  readonly definedBy: string | null;
}

type FactRow = Omit<FactToDerive, 'parties'> & { readonly parties: readonly PartyRow[] };

const DERIVED_EDGES = ['FOR', 'UNDER'] as const;
// Facts at a time, so that one transaction's memory stays small.
const CHUNK = 2_000;

/**
 * Writes all that is derived for facts: keys, FOR and UNDER edges, modality and pair keys, and the ties of countries that
 * hang on them. Nothing derived is ever written elsewhere. Call it in the transaction of the write that touched the facts.
 */
export async function derive(tx: WriteTransaction, factIds: readonly string[]): Promise<void> {
  const pairs = new Set<string>();
  for (const ids of chunks(factIds, CHUNK)) for (const pair of await deriveButTies(tx, ids)) pairs.add(pair);
  await deriveTies(tx, pairs);
}

/** The same without the ties of countries: gives the pairs whose ties are to be worked out once the facts are shown. */
export async function deriveButTies(tx: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  const before = await pairsTiedBy(tx, ids);
  await deriveFacts(tx, ids);
  return [...new Set([...before, ...(await pairsTiedBy(tx, ids))])];
}

/** The same without the ties of countries, for a rebuild, which works those out once at its end. */
export async function deriveFacts(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  await writeDerived(tx, await derivedFacts(tx, ids));
}

/** The same without writing: what should be derived, to be written or to be held against what stands. */
export async function derivedFacts(tx: WriteTransaction, ids: readonly string[]): Promise<DerivedFact[]> {
  const rows = await readFacts(tx, ids);
  return rows.map((row) => derivedOf({ ...row, parties: row.parties.map(partyOf) }));
}

/** A party as the rules of derivation see it. */
export function partyOf(row: PartyRow): DerivedParty {
  return {
    ...row,
    country: row.actorKind === 'Country' ? row.actor : nationalCountry(row),
    intergovernmental: row.agencyType === 'UN_BODY' || row.agencyType === 'INTERGOVERNMENTAL',
    unnamed: row.definedBy === 'WORDS',
  };
}

async function readFacts(tx: WriteTransaction, ids: readonly string[]): Promise<FactRow[]> {
  return tx.run<FactRow>(
    statement(
      'readFactsToDerive',
      cypher`UNWIND ${ids} AS id
${nodeAt('f', 'Fact', 'id')}
RETURN f.id AS id, f.kind AS kind, f.status AS status, f.startMin AS startMin, f.startMax AS startMax,
  [(f)-[p:PARTY]->(a) | {actor: a.id, actorKind: a.kind, role: p.role, capacity: p.capacity,
    agencyType: a.agencyType, country: head([(a)-[:OF_COUNTRY]->(c) | c.id]), definedBy: a.definedBy}] AS parties,
  COLLECT { MATCH (f)-[:ON]->()-[:WITHIN]->(t) RETURN DISTINCT t.id } AS under`,
    ),
  );
}

/** What derivation sets on the node of a fact. */
export const derivedProperties = ({
  key,
  kindKey,
  namedCountries,
  modality,
  pairMin,
  pairMax,
}: DerivedFact): Record<string, CypherValue> => ({
  key,
  kindKey,
  namedCountries: int(namedCountries),
  modality,
  pairMin,
  pairMax,
});

async function writeDerived(tx: WriteTransaction, facts: readonly DerivedFact[]): Promise<void> {
  await tx.run(
    statement(
      'writeDerivedFacts',
      cypher`UNWIND ${facts.map((fact) => ({ id: fact.id, ...derivedProperties(fact) }))} AS row
${nodeAt('f', 'Fact', 'row', 'id')}
SET f += row`,
    ),
  );
  const wanted = facts.flatMap(({ id, for: countries, under }) => [
    ...countries.map(({ country, ...said }) => ({ id, relationship: 'FOR', target: country, said })),
    ...under.map(({ topic, ...said }) => ({ id, relationship: 'UNDER', target: topic, said })),
  ]);
  const standing = await readEdges(
    tx,
    'Fact',
    facts.map(({ id }) => id),
    DERIVED_EDGES.map(nameOf),
  );
  const { add, set, drop } = edgeChanges(standing, wanted);
  await dropEdges(tx, drop);
  await setEdges(
    tx,
    set.map(({ rel, edge: { said } }) => ({ rel, said })),
  );
  for (const relationship of DERIVED_EDGES) {
    const rows = add.filter((edge) => edge.relationship === relationship);
    if (rows.length === 0) continue;
    await tx.run(
      statement(
        'writeDerivedEdges',
        cypher`UNWIND ${rows.map(({ id, target, said }) => ({ id, target, said }))} AS row
${nodeAt('f', 'Fact', 'row', 'id')}
${nodeAt('t', 'Entity', 'row', 'target')}
CREATE (f)-[r:${nameOf(relationship)}]->(t)
SET r = row.said`,
      ),
    );
  }
}
