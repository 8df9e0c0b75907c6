import { comparable, FACT_FIELDS, factList, factOf, named } from '../fact-row.js';
import type { Answered, Item, Json, Row } from '../item.js';
import { one, times } from '../random.js';

const JOINED = `x.own AND y.own AND x.ties AND y.ties AND NOT (x.onlyReceives AND y.onlyReceives)
    AND f.key IS NOT NULL AND f.kind IN ['Exchange', 'Cooperation'] AND f.namedCountries <= 12
    AND coalesce(f.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']`;

/** Whether one fact joins two countries; the derived edge only says that some fact may. */
const JOINS = (u: string, v: string): string => `EXISTS {
    MATCH (${u})<-[x:FOR]-(f:Fact)-[y:FOR]->(${v}) WHERE ${JOINED} }`;

const NEAR = `MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
CALL (a, b) {
  MATCH (a)-[:TIE]-(b) WHERE ${JOINS('a', 'b')} RETURN [a.id, b.id] AS path
  UNION
  MATCH (a)-[:TIE]-(m:Country)-[:TIE]-(b) WHERE ${JOINS('a', 'm')} AND ${JOINS('m', 'b')} RETURN [a.id, m.id, b.id] AS path
}
RETURN collect(path) AS paths`;

const FAR = `MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH (a)-[:TIE]-(m:Country)-[:TIE]-(n:Country)-[:TIE]-(b)
WHERE m <> b AND n <> a AND m <> n AND ${JOINS('a', 'm')} AND ${JOINS('n', 'b')} AND ${JOINS('m', 'n')}
RETURN collect([a.id, m.id, n.id, b.id]) AS paths`;

/** The facts of each step, and the names on the way. */
const STEPS = `UNWIND $steps AS step
MATCH (u:Entity {id: step[0]}), (v:Entity {id: step[1]})
CALL (u, v) {
  WITH CASE WHEN COUNT { (u)<-[:FOR]-() } <= COUNT { (v)<-[:FOR]-() } THEN [u, v] ELSE [v, u] END AS ends
  WITH ends[0] AS one, ends[1] AS other
  MATCH (one)<-[x:FOR]-(f:Fact)-[y:FOR]->(p:Country) WHERE p.id = other.id AND ${JOINED}
  WITH f ORDER BY f.key DESC
  RETURN collect(f) AS joins
}
RETURN u.id AS from, ${named('u')} AS fromName, v.id AS to, ${named('v')} AS toName, size(joins) AS facts,
  COLLECT { UNWIND joins[..5] AS f RETURN ${factList('f')} } AS newest`;

const shapeOf = ({ total, paths }: Answered): Json => ({
  total,
  paths: paths.map((path: Answered) => ({
    entities: path.entities.map(({ id, name }: Answered) => [id, name]),
    steps: path.steps.map(({ factCount, facts }: Answered) => [factCount, facts.map(comparable)]),
  })),
});

/** How two countries that seldom meet are linked. */
export const paths: Item = {
  id: '9',
  title: 'shortest evidenced paths between two countries',
  sort: 'question',
  draw: ({ countries }, random) => {
    const half = countries.slice(Math.floor(countries.length / 2));
    return times(20, () => {
      const from = one(half, random).id;
      const to = one(
        half.filter(({ id }) => id !== from),
        random,
      ).id;
      return { from, to };
    });
  },
  raw: {
    async answer(read, drawn) {
      const [near] = await read(NEAR, drawn);
      let found = (near?.['paths'] ?? []) as string[][];
      if (found.length === 0) found = ((await read(FAR, drawn))[0]?.['paths'] ?? []) as string[][];
      const shortest = Math.min(...found.map(({ length }) => length));
      const all = found
        .filter(({ length }) => length === shortest)
        .sort((x, y) => (`${x.join('|')}|` < `${y.join('|')}|` ? -1 : 1));
      const page = all.slice(0, 3);
      const steps = page.flatMap((path) => path.slice(1).map((to, i) => [path[i] ?? '', to]));
      const rows = steps.length === 0 ? [] : await read(STEPS, { steps });
      const of = new Map(rows.map((row) => [`${row['from'] as string} ${row['to'] as string}`, row]));
      const step = (from: string, to: string): Row => of.get(`${from} ${to}`) ?? {};
      const names = new Map(
        rows.flatMap((row) => [
          [row['from'] as string, row['fromName'] as string],
          [row['to'] as string, row['toName'] as string],
        ]),
      );
      return {
        total: all.length,
        paths: page.map((path) => ({
          entities: path.map((id) => ({ id, name: names.get(id) ?? id })),
          steps: path.slice(1).map((to, i) => {
            const row = step(path[i] ?? '', to);
            return { factCount: row['facts'] as number, facts: (row['newest'] as Answered[][]).map(factOf) };
          }),
        })),
      };
    },
    shape: shapeOf,
  },
  product: {
    document: `query Paths($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, connecting: [COUNTRY], filter: { kinds: [Exchange, Cooperation] }, throughHubs: true, first: 3) {
    totalCount { count }
    nodes {
      entities { id name }
      steps { factCount facts { ...FactRow } }
    }
  }
}
${FACT_FIELDS}`,
    shape: (data) => shapeOf({ total: data.paths.totalCount.count, paths: data.paths.nodes }),
  },
  notInLibrary: 'it has no paths',
};
