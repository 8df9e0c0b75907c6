import { cursorOf } from '../cursor.js';
import { comparable, FACT_FIELDS, factList, named, pageOf } from '../fact-row.js';
import type { HandWritten, Item, Json, Operation } from '../item.js';
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
};
