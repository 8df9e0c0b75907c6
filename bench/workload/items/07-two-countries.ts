import { comparable, FACT_FIELDS, factList, pageOf } from '../fact-row.js';
import { LIBRARY_FACT, libraryFact } from '../in-library.js';
import type { Answered, Item } from '../item.js';
import { one, times } from '../random.js';

const SHARED = `MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WITH CASE WHEN COUNT { (a)<-[:FOR]-() } <= COUNT { (b)<-[:FOR]-() } THEN [a, b] ELSE [b, a] END AS ends
WITH ends[0] AS one, ends[1] AS other
MATCH (f:Fact)-[x:FOR]->() USING INDEX SEEK x:FOR(key)
WHERE x.key > one.id + '|' AND x.key < one.id + '|~'
MATCH (f)-[y:FOR]->(p:Country) WHERE p.id = other.id
WITH f, x.key AS key, f.kind IN ['Cooperation', 'Exchange'] AND x.ties AND y.ties AND NOT (x.onlyReceives AND y.onlyReceives)
    AND (f.kind = 'Cooperation' OR f.namedCountries <= 12)
    AND coalesce(f.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN'] AS tying,
  coalesce(f.startMin, f.startMax) AS day
ORDER BY key DESC
WITH collect([key, f]) AS found, count(CASE WHEN tying THEN 1 END) AS tying,
  min(CASE WHEN tying THEN day END) AS first, max(CASE WHEN tying THEN day END) AS last
RETURN size(found) AS total, tying, first, last,
  COLLECT { UNWIND found[..21] AS one WITH one[0] AS key, one[1] AS f RETURN [key, ${factList('f')}] } AS facts`;

/** All that two countries share. */
export const twoCountries: Item = {
  id: '7',
  title: 'two countries: their shared facts, how many, the first and the last tie',
  sort: 'page',
  draw: ({ pairs }, random) =>
    times(40, () => {
      const [a, b] = one(pairs, random);
      return { a, b };
    }),
  raw: {
    async answer(read, drawn) {
      const [row] = await read(SHARED, drawn);
      const { total = 0, tying = 0, first = null, last = null } = row ?? {};
      return { total, tying, first, last, ...pageOf(row?.['facts']) };
    },
    shape: ({ total, tying, first, last, facts }) => ({
      total,
      tying,
      first,
      last,
      facts: facts.map(comparable),
    }),
  },
  product: {
    document: `query TwoCountries($both: [ID!]!) {
  facts(filter: { actors: { ids: $both, every: true } }, first: 20) {
    totalCount(exact: true) { count }
    nodes { ...FactRow }
  }
  ties(filter: { actors: { ids: $both, every: true } }, first: 20) {
    nodes { countries { id } factCount first last }
  }
}
${FACT_FIELDS}`,
    variables: ({ a = '', b = '' }) => ({ both: [a, b] }),
    shape: ({ facts, ties }, { a, b }) => {
      const tie = ties.nodes.find(
        ({ countries }: Answered) => countries[0].id === a && countries[1].id === b,
      );
      const { factCount: tying = 0, first = null, last = null } = tie ?? {};
      return { total: facts.totalCount.count, tying, first, last, facts: facts.nodes.map(comparable) };
    },
  },
  library: {
    document: `query TwoCountries($a: ID!, $b: ID!) {
  factsConnection(
    first: 20
    where: { key: { gt: "" }, AND: [{ countries: { some: { id: { eq: $a } } } }, { countries: { some: { id: { eq: $b } } } }] }
    sort: [{ key: DESC }]
  ) {
    aggregate { count { nodes } }
    edges { node { ...LibraryFact } }
  }
  countries(where: { id: { eq: $a } }) {
    tiesConnection(where: { node: { id: { eq: $b } } }) { edges { properties { cooperations exchanges first last } } }
  }
}
${LIBRARY_FACT}`,
    shape: ({ factsConnection: { aggregate, edges }, countries: [country] }) => {
      const tie = country.tiesConnection.edges[0]?.properties;
      return {
        total: aggregate.count.nodes,
        tying: tie ? tie.cooperations + tie.exchanges : 0,
        first: tie?.first ?? null,
        last: tie?.last ?? null,
        facts: edges.map(({ node }: Answered) => comparable(libraryFact(node))),
      };
    },
  },
};
