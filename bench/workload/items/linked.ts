import { named, shown } from '../fact-row.js';
import type { Answered, HandWritten, Item, Json, Operation, Variables } from '../item.js';

/** Links of countries with what their facts name: `edge` leads from a fact to the other end. */
const links = (edge: string): string => `MATCH (f:Fact) USING INDEX SEEK f:Fact(kindKey)
WHERE f.kindKey > 'Exchange|' + $from AND f.kindKey < 'Exchange|' + $to + '|~'
MATCH (f)-[x:FOR]->(c:Country) WHERE x.own
MATCH (f)-[:${edge}]->(n) WHERE ${shown('n')}
WITH c, n, count(DISTINCT f) AS weight
RETURN collect(c.id) AS countries, collect(n.id) AS others, collect(weight) AS weights`;

const NAMES = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN collect([id, ${named('n')}]) AS names`;

interface Bounds {
  readonly nodes: number;
  readonly edges: number;
}

type Edge = readonly [from: string, to: string, weight: number];

const heaviest = (x: Edge, y: Edge): number =>
  y[2] - x[2] || (`${x[0]}|${x[1]}` < `${y[0]}|${y[1]}` ? -1 : 1);

/** The heaviest nodes, and the heaviest edges between those. */
function bounded(all: readonly Edge[], { nodes, edges }: Bounds): { ids: string[]; edges: Edge[] } {
  const weights = new Map<string, number>();
  for (const [from, to, weight] of all)
    for (const id of [from, to]) weights.set(id, (weights.get(id) ?? 0) + weight);
  const ids = [...weights]
    .sort(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
    .slice(0, nodes)
    .map(([id]) => id);
  const kept = new Set(ids);
  return {
    ids,
    edges: all
      .filter(([from, to]) => kept.has(from) && kept.has(to))
      .sort(heaviest)
      .slice(0, edges),
  };
}

/** The network of countries and what their exchanges name, by hand. */
export const rawLinks = (edge: string, bounds: Bounds): HandWritten => ({
  async answer(read, drawn) {
    const [row] = await read(links(edge), drawn);
    const countries = (row?.['countries'] ?? []) as string[];
    const all = countries.map((id, i): Edge => [
      id,
      (row?.['others'] as string[])[i] ?? '',
      (row?.['weights'] as number[])[i] ?? 0,
    ]);
    const { ids, edges } = bounded(all, bounds);
    const [cards] = await read(NAMES, { ids });
    return {
      nodes: ((cards?.['names'] ?? []) as [string, string][]).map(([id, name]) => ({ id, name })),
      edges: edges.map(([from, to, weight]) => ({ from, to, weight })),
    };
  },
  shape: shapeOf,
});

const shapeOf = ({ nodes, edges }: Answered): Json => ({
  nodes: nodes
    .map(({ id, name }: Answered) => [id, name])
    .sort((x: string[], y: string[]) => (x.join() < y.join() ? -1 : 1)),
  edges: edges.map(({ from, to, weight }: Answered) => [from, to, weight]),
});

/** The same, asked of the product. */
export const productLinks = (other: string, { nodes, edges }: Bounds): Operation => ({
  document: `query Linked($from: Day!, $to: Day!) {
  network(
    mode: TWO_MODE
    with: ${other}
    filter: { kinds: [Exchange], dated: { from: $from, to: $to } }
    nodes: ${nodes}
    edges: ${edges}
  ) {
    nodes { id name }
    edges { from to weight }
  }
}`,
  shape: (data) => shapeOf(data.network),
});

/** The same as a `@cypher` field. */
export const fieldLinks = (field: string, { nodes, edges }: Bounds): Operation => ({
  document: `query Linked($from: String!, $to: String!) { ${field}(from: $from, to: $to, nodes: ${nodes}, edges: ${edges}) }`,
  shape: (data) => shapeOf(data[field]),
});

/** Why the library's own schema cannot say it. */
export const NO_GROUPS = 'it counts nodes of one list, not by two ends';

/** A window of days that holds a bounded number of facts, whatever the tier. */
export const windows: (part: number) => Item['draw'] = (part) => (sample, random) =>
  Array.from({ length: 20 }, (): Variables => {
    const { days } = sample;
    const width = Math.max(
      1,
      Math.min(days.length - 1, Math.round(days.length * Math.min(1, part / sample.size))),
    );
    const start = Math.floor(random() * (days.length - width));
    return { from: days[start] ?? '', to: days[start + width] ?? '' };
  });
