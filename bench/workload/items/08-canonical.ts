import { comparable, FACT_FIELDS, factList, factOf, named } from '../fact-row.js';
import type { Answered, HandWritten, Item, Json, Row, Variables } from '../item.js';
import { one, times } from '../random.js';
import { leg, meetingsOf, orderOf, originsOf } from './after.js';

/** Pairs along the topic's exchanges, in order, with what decides which combination is shown. */
const WALK = `MATCH (e:Fact)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= $topic + '|Exchange|' AND u.kindKey < $topic + '|Exchange|~' AND e.namedCountries <= 40
WITH e, u ORDER BY u.kindKey
MATCH (e)-[fa:FOR]->(a:Country)
MATCH (e)-[fb:FOR]->(b:Country)
WHERE fa.own AND fb.own AND a.id < b.id AND EXISTS {
  MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~' }
WITH DISTINCT a, b LIMIT 51
CALL (a, b) {
  MATCH (topic:Entity {id: $topic})
  WITH topic, COUNT { (topic)<-[:UNDER]-() } AS onTopic,
    CASE WHEN COUNT { (a)<-[:FOR]-() } <= COUNT { (b)<-[:FOR]-() } THEN [a, b] ELSE [b, a] END AS ends
  WITH topic, ends[0] AS one, ends[1] AS other, COUNT { (a)<-[:FOR]-() } <= onTopic OR COUNT { (b)<-[:FOR]-() } <= onTopic AS quiet
  CALL (topic, one, other, quiet) {
    MATCH (e:Fact)-[f:FOR]->() USING INDEX SEEK f:FOR(kindKey)
    WHERE f.kindKey >= one.id + '|Exchange|' AND f.kindKey < CASE WHEN quiet THEN one.id + '|Exchange|~' ELSE '' END
      AND f.own AND e.namedCountries <= 40
      AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = other.id AND g.own }
      AND EXISTS { MATCH (e)-[:UNDER]->(t) WHERE t.id = topic.id }
    RETURN e
    UNION
    MATCH (e:Fact)-[v:UNDER]->() USING INDEX SEEK v:UNDER(kindKey)
    WHERE v.kindKey >= $topic + '|Exchange|' AND v.kindKey < CASE WHEN quiet THEN '' ELSE $topic + '|Exchange|~' END
      AND e.namedCountries <= 40
      AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = one.id AND g.own }
      AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = other.id AND g.own }
    RETURN e
  }
  WITH e ORDER BY e.kindKey LIMIT 200
  RETURN collect([${leg('e')}, [(e)-[g:FOR]->(x:Country) WHERE x.id IN [a.id, b.id] | g.roles], ${meetingsOf('e')}]) AS exchanges
}
CALL (a, b) {
  MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'
    AND coalesce(c.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']
  WITH c ORDER BY c.pairMax LIMIT 200
  RETURN collect([${leg('c')}, ${originsOf('c')}]) AS cooperations
}
RETURN a.id AS a, ${named('a')} AS nameA, a.alpha3 AS codeA, b.id AS b, ${named('b')} AS nameB, b.alpha3 AS codeB, exchanges, cooperations`;

/** Of the combinations that are shown, the facts with their evidence. */
const SHOWN = `UNWIND $ids AS id
MATCH (f:Fact {id: id})
RETURN id, ${factList('f')} AS fact, f.stage AS stage`;

type Leg = [id: string, key: string, ...bounds: (string | null)[]];
interface Combination {
  readonly exchange: string;
  readonly cooperation: string;
  readonly order: 'DEFINITE' | 'POSSIBLE';
  readonly place: string;
}

/** The best-ordered, then the earliest combination of a pair. */
function bestOf(row: Row): Combination | undefined {
  const found: Combination[] = [];
  for (const exchange of row['exchanges'] as Answered[][]) {
    const roles = exchange[7] as string[][];
    if (roles.every((held) => held.every((role) => role === 'receiver'))) continue;
    for (const cooperation of row['cooperations'] as Answered[][]) {
      const order = orderOf(exchange, exchange[8] as string[], cooperation, cooperation[7] as string[]);
      const [e, c] = [exchange as Leg, cooperation as Leg];
      if (order !== 'NO') found.push({ exchange: e[0], cooperation: c[0], order, place: `${e[1]} ${c[1]}` });
    }
  }
  return found.sort((x, y) =>
    x.order !== y.order ? (x.order === 'DEFINITE' ? -1 : 1) : x.place < y.place ? -1 : 1,
  )[0];
}

const raw: HandWritten = {
  async answer(read, { topic = '' }) {
    const rows = await read(WALK, { topic });
    const firstOf = (row: Row): string =>
      `${(row['exchanges'] as Leg[]).map(([, key]) => key).sort()[0] ?? '~'}|${row['a'] as string}|${row['b'] as string}`;
    const pairs = rows
      .flatMap((row) => {
        const best = bestOf(row);
        return best ? [{ row, best, place: firstOf(row) }] : [];
      })
      .sort((x, y) => (x.place < y.place ? -1 : 1))
      .slice(0, 20);
    const ids = [...new Set(pairs.flatMap(({ best }) => [best.exchange, best.cooperation]))];
    const shown = new Map((await read(SHOWN, { ids })).map((row) => [row['id'] as string, row]));
    const fact = (id: string): Json => factOf((shown.get(id)?.['fact'] ?? []) as Answered[]);
    return pairs.map(({ row, best }) => ({
      countries: [
        { id: row['a'] as string, name: row['nameA'] as string, alpha3: row['codeA'] as string },
        { id: row['b'] as string, name: row['nameB'] as string, alpha3: row['codeB'] as string },
      ],
      order: best.order,
      exchange: fact(best.exchange),
      cooperation: fact(best.cooperation),
      stage: (shown.get(best.cooperation)?.['stage'] ?? null) as string | null,
    }));
  },
  shape: (answer) => answer.map(shapeOf),
};

const shapeOf = ({ countries, order, exchange, cooperation, stage }: Answered): Json => ({
  countries: countries.map(({ id, name, alpha3 }: Answered) => [id, name, alpha3]),
  order,
  exchange: comparable(exchange),
  cooperation: comparable(cooperation),
  stage,
});

const item = (id: string, title: string, draw: Item['draw']): Item => ({
  id,
  title,
  sort: 'question',
  ordered: true,
  draw,
  raw,
  product: {
    document: `query Canonical($topic: ID!) {
  cooperationAfterExchange(topic: $topic, first: 20) {
    nodes {
      countries { id name alpha3 }
      order
      exchange { ...FactRow }
      cooperation { ...FactRow stage }
    }
  }
}
${FACT_FIELDS}`,
    shape: (data) =>
      data.cooperationAfterExchange.nodes.map((node: Answered) =>
        shapeOf({ ...node, stage: node.cooperation.stage }),
      ),
  },
  notInLibrary: 'it compares no two nodes with each other',
  cypherField: {
    document: `query Canonical($topic: String!) { canonical(topic: $topic) }`,
    shape: (data) =>
      data.canonical.map((pair: Answered) => shapeOf({ ...pair, stage: pair.cooperation.stage })),
  },
});

type Topics = readonly { readonly id: string; readonly depth: number; readonly exchanges: number }[];

const drawn = (topics: Topics, random: () => number): Variables[] =>
  times(20, (n) => ({ topic: n === 0 ? (topics[0]?.id ?? '') : one(topics, random).id }));

/** The question that the graph is known by, asked of the broadest topics. */
export const canonicalHigh = item(
  '8h',
  'shared experience and since cooperated: a topic high in the tree',
  ({ topics }, random) => {
    const most = topics[0]?.exchanges ?? 0;
    return drawn(topics.filter(({ exchanges }) => exchanges >= most / 4).slice(0, 10), random);
  },
);

/** The same, asked of narrow topics. */
export const canonicalLow = item('8l', 'the same: a topic low in the tree', ({ topics }, random) => {
  const deepest = Math.max(...topics.map(({ depth }) => depth));
  return drawn(
    topics.filter(({ depth }) => depth >= deepest - 1),
    random,
  );
});
