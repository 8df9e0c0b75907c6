import { cursorOf } from '../cursor.js';
import { comparable, FACT_FIELDS, factList, named, pageOf } from '../fact-row.js';
import { LIBRARY_FACT, libraryFact, offsetCursor } from '../in-library.js';
import type { Answered, HandWritten, Item, Json, Operation } from '../item.js';
import { one, times } from '../random.js';

const PAGE = `MATCH (c:Entity {id: $country})
CALL (c) {
  MATCH (f)-[r:FOR]->() USING INDEX SEEK r:FOR(key)
  WHERE r.key > $country + '|' AND r.key < $before
  WITH f, r.key AS key ORDER BY key DESC LIMIT 21
  RETURN collect([key, ${factList('f')}]) AS facts
}
RETURN c.id AS id, ${named('c')} AS name, facts`;

const raw: HandWritten = {
  async answer(read, { country = '', after }) {
    const [row] = await read(PAGE, { country, before: after ?? `${country as string}|~` });
    return { id: row?.['id'] as string, name: row?.['name'] as string, ...pageOf(row?.['facts']) };
  },
  shape: ({ id, name, facts, next }) => ({ id, name, facts: facts.map(comparable), more: next !== null }),
};

const product: Operation = {
  document: `query LatestOfCountry($country: ID!, $after: String) {
  country(id: $country) {
    id
    name
    facts(first: 20, after: $after) {
      nodes { ...FactRow }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${FACT_FIELDS}`,
  variables: ({ country, after }) => ({
    country: country as string,
    // A cursor is the key after the country's id.
    after: after === undefined ? null : cursorOf((after as string).slice((country as string).length)),
  }),
  shape: ({ country: { id, name, facts } }): Json => ({
    id,
    name,
    facts: facts.nodes.map(comparable),
    more: facts.pageInfo.hasNextPage,
  }),
};

/** Pages by offset, as the library makes them. */
const byOffset: Operation = {
  document: `query LatestOfCountry($country: ID!, $after: String) {
  countries(where: { id: { eq: $country } }) {
    id
    name
    nameEn
    factsConnection(first: 20, after: $after, where: { edge: { key: { gt: "" } } }, sort: [{ edge: { key: DESC } }]) {
      edges { node { ...LibraryFact } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${LIBRARY_FACT}`,
  variables: ({ country = '', offset = 0 }) => ({ country, after: offsetCursor(offset as number) }),
  shape: ({ countries: [found] }) => libraryPage(found),
};

/** Pages by key, as its user may write them by hand. */
const byKeyset: Operation = {
  document: `query AfterKey($country: ID!, $from: String!, $before: String!) {
  countries(where: { id: { eq: $country } }) {
    id
    name
    nameEn
    factsConnection(first: 20, where: { edge: { key: { gt: $from, lt: $before } } }, sort: [{ edge: { key: DESC } }]) {
      edges { properties { key } node { ...LibraryFact } }
      pageInfo { hasNextPage }
    }
  }
}
${LIBRARY_FACT}`,
  variables: ({ country = '', after }) => ({
    country,
    from: `${country as string}|`,
    before: after ?? `${country as string}|~`,
  }),
  shape: ({ countries: [found] }) => libraryPage(found),
};

const libraryPage = ({ id, name, nameEn, factsConnection: { edges, pageInfo } }: Answered): Json => ({
  id,
  name: nameEn ?? name,
  facts: edges.map(({ node }: Answered) => comparable(libraryFact(node))),
  more: pageInfo.hasNextPage,
});

/** The newest facts of the busiest countries, with topic, meeting and evidence. */
export const latest: Item = {
  id: '2',
  title: 'the 20 latest facts of a busy country, with topic, meeting, evidence',
  sort: 'page',
  ordered: true,
  draw: ({ countries }, random) =>
    times(40, (n) => ({
      country: n === 0 ? (countries[0]?.id ?? '') : one(countries.slice(0, 10), random).id,
    })),
  raw,
  product,
  library: byOffset,
};

/** The same far down: what a page costs must not depend on where it lies. */
export const deepPage: Item = {
  id: '3',
  title: 'the same at page 500',
  sort: 'page',
  ordered: true,
  draw: ({ deep }, random) =>
    times(40, (n) => {
      const found = n === 0 ? deep[0] : one(deep, random);
      return { country: found?.country ?? '', after: found?.key ?? '', offset: found?.offset ?? 0 };
    }),
  raw,
  product,
  library: byOffset,
};

/** The same once more, the library by a keyset of its user's own. */
export const deepByKeyset: Item = {
  ...deepPage,
  id: '3k',
  title: 'the same, the library with a keyset written by hand',
  library: byKeyset,
};
