import { TIES_BY_DEFAULT, TIE_KINDS, TIE_PARTIES } from '../../model/rules/ties.js';
import { cypher, int, statement, type Fragment } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { nodeAt } from '../writes/node-at.js';

/** The derived tie of two countries, held as one edge from the one with the lower id. */
export interface TieEdge {
  readonly a: string;
  readonly b: string;
  readonly cooperations: number;
  readonly exchanges: number;
  /** Date of its first and of its last fact, as ISO days; null when no date is known. */
  readonly first: string | null;
  readonly last: string | null;
}

/** A country and those others whose tie with it is to be worked out. */
interface Around {
  readonly country: string;
  /** Null for all countries with a higher id. */
  readonly others: readonly string[] | null;
}

// Countries at a time: the busiest of them has some thousands of facts.
const CHUNK = 20;

/** Whether the countries at the edges `x` and `y` of a fact are tied by it. */
export const TIED = cypher`x.ties AND y.ties AND NOT (x.onlyReceives AND y.onlyReceives)`;

/** Pairs that these facts tie, or tied before they were derived anew, as `a|b`. */
export async function pairsTiedBy(tx: WriteTransaction, factIds: readonly string[]): Promise<string[]> {
  const rows = await tx.run<{ pair: string }>(
    statement(
      'pairsTiedBy',
      cypher`UNWIND ${factIds} AS id
${nodeAt('f', 'Fact', 'id')}
WITH f
WHERE f.kind IN ${TIE_KINDS} AND (f.kind = 'Cooperation' OR COUNT { (f)-[r:FOR]->() WHERE r.own } <= ${int(TIE_PARTIES)})
MATCH (f)-[x:FOR]->(a)
MATCH (f)-[y:FOR]->(b)
WHERE a.id < b.id AND ${TIED}
RETURN DISTINCT a.id + '|' + b.id AS pair`,
    ),
  );
  return rows.map(({ pair }) => pair);
}

/** Works the ties of these pairs out anew. Each pair is looked for among the facts of its less busy country. */
export async function deriveTies(tx: WriteTransaction, pairs: ReadonlySet<string>): Promise<void> {
  if (pairs.size === 0) return;
  const around = await quieterFirst(tx, [...pairs]);
  for (let i = 0; i < around.length; i += CHUNK) {
    const some = around.slice(i, i + CHUNK);
    await writeTies(tx, some, await tieEdges(tx, some));
  }
}

/** Works out anew all ties that are held at these countries. */
export async function deriveTiesOf(tx: WriteTransaction, countries: readonly string[]): Promise<void> {
  const around = countries.map((country) => ({ country, others: null }));
  await writeTies(tx, around, await tieEdges(tx, around));
}

/** The ties that should be held at these countries, without writing. */
export const tiesHeldAt = (tx: WriteTransaction, countries: readonly string[]): Promise<TieEdge[]> =>
  tieEdges(
    tx,
    countries.map((country) => ({ country, others: null })),
  );

async function quieterFirst(tx: WriteTransaction, pairs: readonly string[]): Promise<Around[]> {
  const split = pairs.map((pair) => pair.split('|') as [string, string]);
  const rows = await tx.run<{ id: string; facts: number }>(
    statement(
      'busyness',
      cypher`UNWIND ${[...new Set(split.flat())]} AS id
MATCH (c:Entity {id: id})
RETURN c.id AS id, COUNT { (c)<-[:FOR]-() } AS facts`,
    ),
  );
  const facts = new Map(rows.map((row) => [row.id, row.facts]));
  const around = new Map<string, string[]>();
  for (const [a, b] of split) {
    const [quiet, other] = (facts.get(a) ?? 0) <= (facts.get(b) ?? 0) ? [a, b] : [b, a];
    around.set(quiet, [...(around.get(quiet) ?? []), other]);
  }
  return [...around].map(([country, others]) => ({ country, others }));
}

interface KindRow {
  readonly country: string;
  readonly other: string;
  readonly kind: string;
  readonly facts: number;
  readonly first: string | null;
  readonly last: string | null;
}

async function tieEdges(tx: WriteTransaction, around: readonly Around[]): Promise<TieEdge[]> {
  const some = around.filter(({ others }) => others !== null);
  const all = around.filter(({ others }) => others === null);
  const rows = [
    ...(some.length > 0 ? await tx.run<KindRow>(tiesStatement(some, cypher`b.id IN row.others`)) : []),
    ...(all.length > 0 ? await tx.run<KindRow>(tiesStatement(all, cypher`b.id > row.country`)) : []),
  ];
  const edges = new Map<string, TieEdge>();
  for (const { country, other, kind, facts, first, last } of rows) {
    const [a, b] = country < other ? [country, other] : [other, country];
    const known = edges.get(`${a}|${b}`) ?? { a, b, cooperations: 0, exchanges: 0, first: null, last: null };
    edges.set(`${a}|${b}`, {
      ...known,
      [kind === 'Cooperation' ? 'cooperations' : 'exchanges']: facts,
      first: known.first !== null && (first === null || known.first < first) ? known.first : first,
      last: known.last !== null && (last === null || known.last > last) ? known.last : last,
    });
  }
  return [...edges.values()];
}

const tiesStatement = (around: readonly Around[], wanted: Fragment): ReturnType<typeof statement> =>
  statement(
    'tiesOfCountries',
    cypher`UNWIND ${around.map(({ country, others }) => ({ country, others }))} AS row
UNWIND ${TIE_KINDS} AS kind
CALL (row, kind) {
  MATCH (f:Fact)-[x:FOR]->() USING INDEX SEEK x:FOR(kindKey)
  WHERE x.kindKey > row.country + '|' + kind + '|' AND x.kindKey < row.country + '|' + kind + '|~' AND x.ties
    AND coalesce(f.stage, 'UNKNOWN') IN ${TIES_BY_DEFAULT.stages}
    AND (kind = 'Cooperation' OR f.namedCountries <= ${int(TIE_PARTIES)})
  MATCH (f)-[y:FOR]->(b)
  WHERE ${wanted} AND ${TIED}
  WITH b.id AS other, f, coalesce(f.startMin, f.startMax) AS date
  RETURN other, count(f) AS facts, min(date) AS first, max(date) AS last
}
RETURN row.country AS country, other, kind, facts, first, last`,
  );

async function writeTies(
  tx: WriteTransaction,
  around: readonly Around[],
  edges: readonly TieEdge[],
): Promise<void> {
  await tx.run(
    statement(
      'dropTies',
      cypher`UNWIND ${around.map(({ country, others }) => ({ country, others }))} AS row
MATCH (:Entity {id: row.country})-[r:TIE]-(other)
WHERE CASE WHEN row.others IS NULL THEN other.id > row.country ELSE other.id IN row.others END
DELETE r`,
    ),
  );
  await tx.run(
    statement(
      'writeTies',
      cypher`UNWIND ${edges.map(({ cooperations, exchanges, ...tie }) => ({
        ...tie,
        cooperations: int(cooperations),
        exchanges: int(exchanges),
      }))} AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
CREATE (a)-[r:TIE {cooperations: row.cooperations, exchanges: row.exchanges, first: row.first, last: row.last}]->(b)`,
    ),
  );
}
