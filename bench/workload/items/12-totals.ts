import type { Item } from '../item.js';
import { one, times } from '../random.js';

const TOTAL = `MATCH (f)-[r:FOR]->() USING INDEX SEEK r:FOR(key)
WHERE r.key > $country + '|' + $from AND r.key < $country + '|' + $to + '|~'
  AND EXISTS { MATCH (f)-[:UNDER]->(t) WHERE t.id = $topic }
RETURN count(f) AS total`;

/** How many: nothing is listed, all is counted. */
export const totals: Item = {
  id: '12',
  title: 'total under three filters: country, topic, years',
  sort: 'count',
  draw: ({ met, days }, random) =>
    times(40, () => {
      const { country, topic, day } = one(met, random);
      const [from = '', to = ''] = [day, one(days, random)].sort();
      return { country, topic, from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` };
    }),
  raw: {
    async answer(read, drawn) {
      const [row] = await read(TOTAL, drawn);
      return { total: (row?.['total'] ?? 0) as number };
    },
  },
  product: {
    document: `query Total($country: ID!, $topic: ID!, $from: Day!, $to: Day!) {
  country(id: $country) {
    facts(filter: { topics: { ids: [$topic] }, dated: { from: $from, to: $to } }, first: 1) {
      totalCount(exact: true) { count }
    }
  }
}`,
    shape: (data) => ({ total: data.country.facts.totalCount.count }),
  },
  library: {
    document: `query Total($country: ID!, $topic: ID!, $from: String!, $to: String!) {
  factsConnection(
    where: {
      key: { gt: $from, lt: $to }
      countries: { some: { id: { eq: $country } } }
      under: { some: { id: { eq: $topic } } }
    }
  ) { aggregate { count { nodes } } }
}`,
    variables: ({ to, ...drawn }) => ({ ...drawn, to: `${to as string}|~` }),
    shape: (data) => ({ total: data.factsConnection.aggregate.count.nodes }),
  },
};

/** The same, asked of all facts. */
export const totalsAtRoot: Item = {
  ...totals,
  id: '12r',
  title: 'the same, asked at the root',
  product: {
    document: `query TotalAtRoot($country: ID!, $topic: ID!, $from: Day!, $to: Day!) {
  facts(
    filter: { actors: { ids: [$country] }, topics: { ids: [$topic] }, dated: { from: $from, to: $to } }
    first: 1
  ) {
    totalCount(exact: true) { count }
  }
}`,
    shape: (data) => ({ total: data.facts.totalCount.count }),
  },
};
