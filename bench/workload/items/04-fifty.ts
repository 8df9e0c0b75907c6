import { comparable, FACT_FIELDS, factList, pageOf, PARTY_FIELDS } from '../fact-row.js';
import { LIBRARY_FACT, LIBRARY_PARTIES, libraryFact } from '../in-library.js';
import type { Answered, Item } from '../item.js';
import { one, times } from '../random.js';

const PAGE = `MATCH (f:Fact) USING INDEX SEEK f:Fact(key)
WHERE f.key > '-~' AND f.key < $to + '|~'
WITH f, f.key AS key ORDER BY key DESC LIMIT 51
RETURN collect([key, ${factList('f', true)}]) AS facts`;

/** A long page of facts of all kinds, with everything that a reader of the page sees. */
export const fifty: Item = {
  id: '4',
  title: 'fifty facts with parties, topic, meeting, evidence',
  sort: 'page',
  ordered: true,
  draw: ({ days }, random) => times(40, () => ({ to: one(days, random) })),
  raw: {
    async answer(read, drawn) {
      const [row] = await read(PAGE, drawn);
      return pageOf(row?.['facts'], 50);
    },
    shape: ({ facts }) => facts.map(comparable),
  },
  product: {
    document: `query Fifty($to: Day!) {
  facts(filter: { dated: { to: $to } }, first: 50) {
    nodes { ...FactRow ...Parties }
    pageInfo { hasNextPage endCursor }
  }
}
${FACT_FIELDS}
${PARTY_FIELDS}`,
    shape: (data) => data.facts.nodes.map(comparable),
  },
  library: {
    document: `query Fifty($below: String!) {
  factsConnection(first: 50, where: { key: { gt: "-~", lt: $below } }, sort: [{ key: DESC }]) {
    edges { node { ...LibraryFact ...LibraryParties } }
    pageInfo { hasNextPage endCursor }
  }
}
${LIBRARY_FACT}
${LIBRARY_PARTIES}`,
    variables: ({ to }) => ({ below: `${to as string}|~` }),
    shape: (data) => data.factsConnection.edges.map(({ node }: Answered) => comparable(libraryFact(node))),
  },
};
