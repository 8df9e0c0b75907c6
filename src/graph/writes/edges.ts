import { canonical } from '../../model/claim.js';
import { anyOf, cypher, statement, type CypherName, type CypherValue } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { nodeAt } from './node-at.js';

/** An edge out of a fact or entity. */
export interface Edge {
  readonly id: string;
  readonly relationship: string;
  readonly target: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** One that stands, with the database's own id of it, which holds within the transaction. */
export interface StandingEdge extends Edge {
  readonly rel: string;
}

/** Which of the wanted edges are to be made, which standing ones are to say something else, and which are to go. */
export interface EdgeChanges<W> {
  readonly add: readonly W[];
  readonly set: readonly { readonly rel: string; readonly edge: W }[];
  readonly drop: readonly string[];
}

/** Reads the edges of these types. */
export const readEdges = (
  tx: WriteTransaction,
  label: 'Fact' | 'Entity',
  ids: readonly string[],
  types: readonly CypherName[],
): Promise<StandingEdge[]> =>
  tx.run(
    statement(
      'readEdges',
      cypher`UNWIND ${ids} AS id
${nodeAt('n', label, 'id')}
MATCH (n)-[r:${anyOf(types)}]->(t)
RETURN elementId(r) AS rel, n.id AS id, type(r) AS relationship, t.id AS target, properties(r) AS said`,
    ),
  );

/** Gives edges other properties. */
export async function setEdges(
  tx: WriteTransaction,
  rows: readonly { readonly rel: string; readonly said: CypherValue }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(
    statement(
      'setEdges',
      cypher`UNWIND ${rows.map(({ rel, said }) => ({ rel, said }))} AS row
MATCH ()-[r]->() WHERE elementId(r) = row.rel
SET r = row.said`,
    ),
  );
}

/** Takes edges away, by the database's own ids of them. */
export async function dropEdges(tx: WriteTransaction, rels: readonly string[]): Promise<void> {
  if (rels.length === 0) return;
  await tx.run(
    statement(
      'dropEdges',
      cypher`UNWIND ${rels} AS rel
MATCH ()-[r]->() WHERE elementId(r) = rel
DELETE r`,
    ),
  );
}

const endsOf = ({ id, relationship, target }: Edge): string => `${id} ${relationship} ${target}`;

const textOf = ({ id, relationship, target, said }: Edge): string =>
  canonical([
    id,
    relationship,
    target,
    Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
  ]);

/**
 * Compares what stands with what should. An edge that stands as it should is left alone, and one that says something else
 * is not made anew: to take an edge out of a long chain and put one in costs a transaction some 8 KB.
 */
export function edgeChanges<W extends Edge>(
  standing: readonly StandingEdge[],
  wanted: readonly W[],
): EdgeChanges<W> {
  const same = byText(standing, textOf);
  const others = wanted.filter((edge) => same.get(textOf(edge))?.pop() === undefined);
  const left = byText([...same.values()].flat(), endsOf);
  const add: W[] = [];
  const set: { rel: string; edge: W }[] = [];
  for (const edge of others) {
    const there = left.get(endsOf(edge))?.pop();
    if (there) set.push({ rel: there.rel, edge });
    else add.push(edge);
  }
  return { add, set, drop: [...left.values()].flat().map(({ rel }) => rel) };
}

function byText(edges: readonly StandingEdge[], textIn: (edge: Edge) => string): Map<string, StandingEdge[]> {
  const groups = new Map<string, StandingEdge[]>();
  for (const edge of edges) {
    const text = textIn(edge);
    const group = groups.get(text);
    if (group) group.push(edge);
    else groups.set(text, [edge]);
  }
  return groups;
}
