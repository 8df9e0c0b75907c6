import { comparable, FACT_FIELDS, factOf } from '../fact-row.js';
import type { Answered, HandWritten, Item, Json, Read, Row, Variables } from '../item.js';
import { one, times } from '../random.js';
import { GATHER, SHOWN, walk } from './08-texts.js';
import { orderOf } from './after.js';

interface Combination {
  readonly exchange: string;
  readonly cooperation: string;
  readonly order: 'DEFINITE' | 'POSSIBLE';
  readonly place: string;
}

/** The best-ordered, then the earliest combination of a pair. */
function bestOf(
  exchanges: readonly Answered[][],
  cooperations: readonly Answered[][],
): Combination | undefined {
  const found: Combination[] = [];
  for (const exchange of exchanges) {
    const roles = exchange[7] as string[][];
    if (roles.every((held) => held.every((role) => role === 'receiver'))) continue;
    for (const cooperation of cooperations) {
      const order = orderOf(exchange, exchange[8] as string[], cooperation, cooperation[7] as string[]);
      const place = `${exchange[1] as string} ${cooperation[1] as string}`;
      if (order !== 'NO')
        found.push({ exchange: exchange[0] as string, cooperation: cooperation[0] as string, order, place });
    }
  }
  return found.sort((x, y) =>
    x.order !== y.order ? (x.order === 'DEFINITE' ? -1 : 1) : x.place < y.place ? -1 : 1,
  )[0];
}

interface Pair {
  readonly row: Row;
  readonly place: string;
  best: Combination | undefined;
}

const idOf = (row: Row): string => `${row['a'] as string}|${row['b'] as string}`;

/** The pairs of a walk, in order, each with the best combination of its first exchange. */
function pairsIn(rows: readonly Row[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    if (pairs.has(idOf(row))) continue;
    const exchange = row['exchange'] as Answered[];
    const best = bestOf([exchange], row['cooperations'] as Answered[][]);
    pairs.set(idOf(row), { row, place: `${exchange[1] as string}|${idOf(row)}`, best });
  }
  return [...pairs.values()].sort((x, y) => (x.place < y.place ? -1 : 1));
}

/**
 * Where the first exchange of a pair has a cooperation that definitely came after, that is its best combination; only for
 * the other pairs are all their exchanges read.
 */
async function settle(read: Read, topic: Json, pairs: readonly Pair[]): Promise<Pair[]> {
  const open = pairs.filter(({ best }) => best?.order !== 'DEFINITE');
  if (open.length === 0) return [...pairs];
  const ends = open.map(({ row }) => [row['a'], row['b']] as string[]);
  for (const row of await read(GATHER, { topic, pairs: ends })) {
    const pair = open.find((one) => idOf(one.row) === idOf(row));
    if (pair) pair.best = bestOf(row['exchanges'] as Answered[][], pair.row['cooperations'] as Answered[][]);
  }
  return pairs.filter(({ best }) => best);
}

// Meetings that one reach walks; the last reads all.
const REACH = [60, 600, 1_000_000];
const SHOWN_MOST = 20;

async function pairsOf(read: Read, topic: Json): Promise<Pair[]> {
  for (const most of REACH) {
    const rows = await read(walk(most), { topic });
    const whole = rows.length < most;
    // The last exchange may be cut in the middle, so its pairs are left to the next reach.
    const last = (rows.at(-1)?.['exchange'] as string[] | undefined)?.[1] ?? '';
    const pairs = pairsIn(rows).filter(({ place }) => whole || place < last);
    const answers: Pair[] = [];
    while (pairs.length > 0 && answers.length < SHOWN_MOST)
      answers.push(...(await settle(read, topic, pairs.splice(0, SHOWN_MOST - answers.length))));
    if (answers.length === SHOWN_MOST || whole) return answers;
  }
  return [];
}

const raw: HandWritten = {
  async answer(read, { topic = '' }) {
    const pairs = await pairsOf(read, topic);
    const ids = [...new Set(pairs.flatMap(({ best }) => (best ? [best.exchange, best.cooperation] : [])))];
    const shown = new Map((await read(SHOWN, { ids })).map((row) => [row['id'] as string, row]));
    const fact = (id = ''): Json => factOf((shown.get(id)?.['fact'] ?? []) as Answered[]);
    return pairs.map(({ row, best }) => ({
      countries: [
        { id: row['a'] as string, name: row['nameA'] as string, alpha3: row['codeA'] as string },
        { id: row['b'] as string, name: row['nameB'] as string, alpha3: row['codeB'] as string },
      ],
      order: best?.order ?? null,
      exchange: fact(best?.exchange),
      cooperation: fact(best?.cooperation),
      stage: (shown.get(best?.cooperation ?? '')?.['stage'] ?? null) as string | null,
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
