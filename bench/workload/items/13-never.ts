import { named } from '../fact-row.js';
import type { Answered, Item, Json } from '../item.js';
import { one, times } from '../random.js';
import { leg, meetingsOf, orderOf, originsOf } from './after.js';

/** Meetings of two countries in an exchange, in order, each with all that the two did together. */
const walk = (most: number): string => `MATCH (e:Fact)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= $topic + '|Exchange|' AND u.kindKey < $topic + '|Exchange|~' AND e.namedCountries <= 40
WITH e, u ORDER BY u.kindKey
MATCH (e)-[fa:FOR]->(a:Country)
MATCH (e)-[fb:FOR]->(b:Country)
WHERE fa.own AND fb.own AND a.id < b.id AND NOT (fa.onlyReceives AND fb.onlyReceives)
WITH e, a, b LIMIT ${most}
RETURN a.id AS a, ${named('a')} AS nameA, b.id AS b, ${named('b')} AS nameB, [${leg('e')}] AS exchange, ${meetingsOf('e')} AS meetings,
  COLLECT { MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
    WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'
      AND coalesce(c.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']
    RETURN [[${leg('c')}], ${originsOf('c')}] } AS cooperations`;

// The last reads all.
const REACH = [300, 3_000, 1_000_000];
const PAGE = 20;

interface Pair {
  readonly names: readonly Json[];
  readonly exchange: string;
  readonly place: string;
  cooperated: boolean;
}

/** Who shared and has not cooperated since: every exchange of the pair must be without a cooperation after it. */
function pairsIn(rows: readonly Answered[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { a, nameA, b, nameB, exchange, meetings, cooperations } of rows) {
    const key = `${a as string}|${b as string}`;
    const pair = pairs.get(key) ?? {
      names: [
        { id: a, name: nameA },
        { id: b, name: nameB },
      ],
      exchange: exchange[0] as string,
      place: `${exchange[1] as string}|${key}`,
      cooperated: false,
    };
    pair.cooperated ||= (cooperations as [Answered[], string[]][]).some(
      ([cooperation, origins]) => orderOf(exchange, meetings, cooperation, origins) !== 'NO',
    );
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .filter(({ cooperated }) => !cooperated)
    .sort((x, y) => (x.place < y.place ? -1 : 1));
}

/** Pairs of which no cooperation is recorded after they shared experience. */
export const never: Item = {
  id: '13',
  title: 'shared on a topic and never cooperated since',
  sort: 'question',
  draw: ({ topics }, random) => {
    // More exchanges than the product reads of one topic are left out there, and said.
    const bounded = topics.filter(({ exchanges }) => exchanges <= 60);
    return times(20, () => ({ topic: one(bounded.length > 0 ? bounded : topics.slice(-20), random).id }));
  },
  raw: {
    async answer(read, drawn) {
      for (const most of REACH) {
        const rows = await read(walk(most), drawn);
        const found = pairsIn(rows);
        // The last exchange may be cut in the middle, so its pairs are left to the next reach.
        const whole = rows.length < most;
        const last = (rows.at(-1)?.['exchange'] as string[] | undefined)?.[1] ?? '';
        const sure = found.filter(({ place }) => whole || place < last);
        if (sure.length >= PAGE || whole)
          return sure.slice(0, PAGE).map(({ names, exchange }) => ({ countries: names, exchange }));
      }
      return [];
    },
    shape: (answer) =>
      answer.map(({ countries, exchange }: Answered) => [
        countries.map(({ id, name }: Answered) => [id, name]),
        exchange,
      ]),
  },
  product: {
    document: `query Never($topic: ID!) {
  exchangeOutcomes(topic: $topic, first: ${PAGE}) {
    nodes { countries { id name } exchange { id } }
    leftOut { reason inWords }
  }
}`,
    shape: ({ exchangeOutcomes: { nodes, leftOut } }) => {
      // What it did not reach may have come of some of these pairs.
      const unreached = leftOut.find(({ reason }: Answered) => reason.endsWith('_NOT_REACHED'));
      if (unreached) throw new Error(unreached.inWords);
      return nodes.map(({ countries, exchange }: Answered) => [
        countries.map(({ id, name }: Answered) => [id, name]),
        exchange.id,
      ]);
    },
  },
  notInLibrary: 'it compares no two nodes with each other',
  cypherField: {
    document: `query Never($topic: String!) { never(topic: $topic) }`,
    shape: (data) =>
      data.never.map(({ countries, exchange }: Answered) => [
        countries.map(({ id, name }: Answered) => [id, name]),
        exchange,
      ]),
  },
};
