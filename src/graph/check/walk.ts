import { isVisible, type Status } from '../../model/values/certainty.js';
import { cypher, int, nameOf, statement, type Statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';

/** An edge that leads away from a node. */
export interface Edge {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly target: string | null;
  readonly targetKind: string | null;
}

/** An entity or fact with all that stands on it and leads away from it. */
export interface Standing {
  readonly id: string;
  readonly kind: string | null;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** Neo4j's own name for the type of each property, for example `INTEGER NOT NULL`. */
  readonly types: Readonly<Record<string, string>>;
  readonly edges: readonly Edge[];
  /** Whether a claim that counts or waits says that it is. */
  readonly claimed: boolean;
  /** Whether it stands in a code list. */
  readonly listed: boolean;
}

type StandingRow = Omit<Standing, 'types' | 'edges'> & {
  readonly types: readonly (readonly [string, string])[];
  readonly edges: readonly (readonly [string, Record<string, unknown>, string | null, string | null])[];
};

const CHUNK = 500;

/** Everything of one label, in chunks in the order of ids, each a read of its own. */
export async function* walk(
  door: Door,
  asking: Asking,
  label: 'Entity' | 'Fact',
): AsyncGenerator<readonly Standing[]> {
  for (let after = ''; ;) {
    const rows = await door.read<StandingRow>(
      statement(
        'checkedNodes',
        cypher`MATCH (n:${nameOf(label)}) WHERE n.id > ${after}
WITH n ORDER BY n.id LIMIT ${int(CHUNK)}
RETURN n.id AS id, n.kind AS kind, labels(n) AS labels, properties(n) AS properties,
  [name IN keys(n) | [name, valueType(n[name])]] AS types,
  [(n)-[r]->(t) | [type(r), properties(r), t.id, t.kind]] AS edges,
  EXISTS { (n)<-[:STATES]-(c:Claim {about: 'existence'}) WHERE c.endedAt IS NULL AND c.status <> 'WITHDRAWN' } AS claimed,
  EXISTS { (n)-[:LISTED_IN]->(:Source) } AS listed`,
      ),
      asking,
    );
    if (rows.length > 0) yield rows.map(standingOf);
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

const standingOf = ({ types, edges, ...row }: StandingRow): Standing => ({
  ...row,
  types: Object.fromEntries(types),
  edges: edges.map(([type, properties, target, targetKind]) => ({ type, properties, target, targetKind })),
});

/** Whether readers are shown it. */
export const isShown = ({ properties }: Standing): boolean => isVisible(properties['status'] as Status);

/** Reads of the writing side (what should stand), each in a READ session of its own. */
export const reading = (door: Door, asking: Asking): WriteTransaction => ({
  run: (one) => door.read(one, asking),
  async each<T extends object>(one: Statement, take: (row: T) => unknown) {
    for (const row of await door.read<T>(one, asking)) take(row);
  },
});
