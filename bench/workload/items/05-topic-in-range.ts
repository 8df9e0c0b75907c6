import { comparable, FACT_FIELDS, factList, pageOf } from '../fact-row.js';
import { LIBRARY_FACT, libraryFact } from '../in-library.js';
import type { Answered, HandWritten, Item, Operation } from '../item.js';
import { one, times } from '../random.js';

const PAGE = `MATCH (f)-[r:UNDER]->() USING INDEX SEEK r:UNDER(key)
WHERE r.key > $topic + '|' + $from AND r.key < $topic + '|' + $to + '|~'
WITH f, r.key AS key ORDER BY key DESC LIMIT 21
RETURN collect([key, ${factList('f')}]) AS facts`;

const raw: HandWritten = {
  async answer(read, drawn) {
    const [row] = await read(PAGE, drawn);
    return pageOf(row?.['facts']);
  },
  shape: ({ facts, next }) => ({ facts: facts.map(comparable), more: next !== null }),
};

const draw: Item['draw'] = ({ met, days }, random) =>
  times(40, () => {
    const { topic, day } = one(met, random);
    const [from = '', to = ''] = [day, one(days, random)].sort();
    return { topic, from, to };
  });

const page = `{
  nodes { ...FactRow }
  pageInfo { hasNextPage endCursor }
}`;

const product = (document: string, facts: (data: Answered) => Answered): Operation => ({
  document: `${document}\n${FACT_FIELDS}`,
  shape: (data) => ({
    facts: facts(data).nodes.map(comparable),
    more: facts(data).pageInfo.hasNextPage,
  }),
});

/** Facts on a topic or a narrower one in a range of days, asked at the root. */
export const topicInRange: Item = {
  id: '5',
  title: 'facts on a topic or narrower in a range of days, newest first',
  sort: 'page',
  ordered: true,
  draw,
  raw,
  product: product(
    `query OnTopic($topic: ID!, $from: Day!, $to: Day!) {
  facts(filter: { topics: { ids: [$topic] }, dated: { from: $from, to: $to } }, first: 20) ${page}
}`,
    (data) => data.facts,
  ),
  library: {
    document: `query OfTopic($topic: ID!, $low: String!, $high: String!) {
  topics(where: { id: { eq: $topic } }) {
    factsConnection(first: 20, where: { edge: { key: { gt: $low, lt: $high } } }, sort: [{ edge: { key: DESC } }]) {
      edges { node { ...LibraryFact } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${LIBRARY_FACT}`,
    variables: ({ topic, from, to }) => ({
      topic: topic as string,
      low: `${topic as string}|${from as string}`,
      high: `${topic as string}|${to as string}|~`,
    }),
    shape: ({ topics: [topic] }) => ({
      facts: topic.factsConnection.edges.map(({ node }: Answered) => comparable(libraryFact(node))),
      more: topic.factsConnection.pageInfo.hasNextPage,
    }),
  },
};

/** The same, asked of the topic. */
export const ofTopicInRange: Item = {
  ...topicInRange,
  id: '5t',
  title: 'the same, asked of the topic itself',
  product: product(
    `query OfTopic($topic: ID!, $from: Day!, $to: Day!) {
  topic(id: $topic) { facts(filter: { dated: { from: $from, to: $to } }, first: 20) ${page} }
}`,
    (data) => data.topic.facts,
  ),
};
