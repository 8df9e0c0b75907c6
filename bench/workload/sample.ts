import type { Row } from './item.js';

/** Reads the world; the statements are the bench's own. */
export type Ask = (cypher: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

/** What parameters are drawn from: the busiest first. */
export interface Sample {
  /** How many facts readers see. */
  readonly size: number;
  readonly countries: readonly {
    readonly id: string;
    readonly alpha3: string | null;
    readonly facts: number;
  }[];
  /** With the exchanges on each or on narrower ones, and how many levels lie above it. */
  readonly topics: readonly {
    readonly id: string;
    readonly exchanges: number;
    readonly depth: number;
  }[];
  /** Pairs with both an exchange and a cooperation. */
  readonly pairs: readonly (readonly [a: string, b: string])[];
  /** Exchanges and cooperations spread over the years: a country, a topic and a day of each. */
  readonly met: readonly { readonly country: string; readonly topic: string; readonly day: string }[];
  /** Facts with the deepest evidence first. */
  readonly facts: readonly string[];
  readonly meetings: readonly string[];
  /** Days of facts, from the earliest to the latest, evenly spread over the facts. */
  readonly days: readonly string[];
  /** Words of names in two languages. */
  readonly words: { readonly AR: readonly string[]; readonly ZH: readonly string[] };
  /** For each of the busiest countries the key of the row before page 500, or before its last whole page. */
  readonly deep: readonly { readonly country: string; readonly key: string; readonly offset: number }[];
}

const ROWS = 20;
const PAGE = 500;
const BUSIEST = 10;

/** Looks at the world once, before anything is asked of the arms. */
export async function sampleOf(ask: Ask): Promise<Sample> {
  const countries = (await ask(
    `MATCH (c:Country) WHERE c.status IN ['ACCEPTED', 'DISPUTED']
WITH c, COUNT { (c)<-[:FOR]-() } AS facts WHERE facts > 0
RETURN c.id AS id, c.alpha3 AS alpha3, facts ORDER BY facts DESC, id LIMIT 100`,
  )) as unknown as Sample['countries'];
  const topics = (await ask(
    `MATCH (t:Topic) WHERE t.status IN ['ACCEPTED', 'DISPUTED']
WITH t, COUNT { (t)<-[:UNDER]-(:Exchange) } AS exchanges,
  reduce(most = 0, d IN [(t)-[w:WITHIN]->() | w.distance] | CASE WHEN d > most THEN d ELSE most END) AS depth
WHERE exchanges > 0
RETURN t.id AS id, exchanges, depth ORDER BY exchanges DESC, id LIMIT 2000`,
  )) as unknown as Sample['topics'];
  const column = async (cypher: string): Promise<string[]> =>
    (await ask(cypher)).map((row) => row['value'] as string);
  const days = await column(
    `MATCH (f:Fact) WHERE f.startMin IS NOT NULL WITH f.startMin AS day ORDER BY day
WITH collect(day) AS days UNWIND range(0, 99) AS i RETURN days[toInteger(i * (size(days) - 1) / 99)] AS value`,
  );
  const deep: Sample['deep'][number][] = [];
  for (const { id, facts } of countries.slice(0, BUSIEST)) {
    const offset = Math.min(ROWS * (PAGE - 1), Math.max(0, facts - ROWS - 1));
    const [row] = await ask(
      `MATCH ()-[r:FOR]->() WHERE r.key > $id + '|' AND r.key < $id + '|~'
WITH r ORDER BY r.key DESC SKIP toInteger($before) LIMIT 1 RETURN r.key AS key`,
      { id, before: Math.max(0, offset - 1) },
    );
    if (row) deep.push({ country: id, key: row['key'] as string, offset });
  }
  const [counted] = await ask("MATCH (f:Fact) WHERE f.key > '' RETURN count(f) AS size");
  return {
    size: Number(counted?.['size'] ?? 0),
    countries,
    topics,
    deep,
    pairs: (
      await ask(
        `MATCH (a:Country)-[t:TIE]->(b:Country) WHERE t.exchanges > 0 AND t.cooperations > 0
RETURN a.id AS a, b.id AS b ORDER BY t.exchanges + t.cooperations DESC, a, b LIMIT 400`,
      )
    ).map((row) => [row['a'] as string, row['b'] as string] as const),
    facts: await column(
      `MATCH (k:Claim) WHERE k.endedAt IS NULL AND EXISTS { (k)-[:INFERRED_FROM]->() }
MATCH (k)-[:STATES]->(f:Fact) WHERE f.key IS NOT NULL RETURN DISTINCT f.id AS value ORDER BY value LIMIT 200
UNION
MATCH (f:Fact) WHERE f.key > '' RETURN f.id AS value ORDER BY f.key DESC LIMIT 50`,
    ),
    meetings: await column(
      `MATCH (m:Meeting) WHERE EXISTS { (m)<-[:AT]-(:Fact) } RETURN m.id AS value ORDER BY value LIMIT 100`,
    ),
    days,
    met: (await ask(
      `UNWIND $days AS day
UNWIND ['Exchange', 'Cooperation'] AS kind
CALL (day, kind) {
  MATCH (f:Fact) USING INDEX SEEK f:Fact(kindKey)
  WHERE f.kindKey > kind + '|' + day AND f.kindKey < kind + '|~'
  WITH f ORDER BY f.kindKey LIMIT 3
  MATCH (f)-[:FOR]->(c:Country), (f)-[:UNDER]->(t:Topic)
  RETURN c.id AS country, t.id AS topic, coalesce(f.startMin, f.startMax) AS fromDay ORDER BY country, topic LIMIT 6
}
RETURN DISTINCT country, topic, fromDay AS day ORDER BY day, country, topic`,
      { days },
    )) as unknown as Sample['met'],
    words: {
      AR: await wordsOf(ask, 'nameAr', (name) => name.split(/\s+/).find((word) => word.length > 4)),
      // Two signs are a word to the index of Chinese.
      ZH: await wordsOf(ask, 'nameZh', (name) => (name.length >= 2 ? name.slice(0, 2) : undefined)),
    },
  };
}

async function wordsOf(
  ask: Ask,
  property: string,
  wordIn: (name: string) => string | undefined,
): Promise<string[]> {
  const rows = await ask(
    `MATCH (n:Entity) WHERE n.${property} IS NOT NULL AND n.status IN ['ACCEPTED', 'DISPUTED']
RETURN n.${property} AS name ORDER BY n.id LIMIT 300`,
  );
  return [...new Set(rows.flatMap((row) => wordIn(row['name'] as string) ?? []))];
}
