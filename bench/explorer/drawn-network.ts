import { seeded } from '../workload/random.js';

/** An answer of `network` of so many nodes and edges, in place of the API's own, which has a bound below that. */
export function drawnNetwork(nodes: number, edges: number): object {
  const random = seeded(nodes);
  const ids = Array.from({ length: nodes }, (_, index) => `country/n${index}`);
  const degrees = ids.map(() => 0);
  const pairs = new Map<string, { from: string; to: string; weight: number }>();
  // Who came early is tied to many, as in a real network: few hubs, many with a tie or two.
  for (let index = 1; pairs.size < edges; index = (index % (nodes - 1)) + 1) {
    const other = Math.floor(index * random() ** 2);
    if (other === index) continue;
    const [from, to] = [ids[other]!, ids[index]!];
    if (pairs.has(`${from},${to}`)) continue;
    pairs.set(`${from},${to}`, { from, to, weight: 1 + Math.floor(20 * random() ** 4) });
    degrees[other]! += 1;
    degrees[index]! += 1;
  }
  return {
    graphVersion: 1,
    reading: 'Ties of an invented network.',
    emptyBecause: null,
    nodeCount: nodes,
    edgeCount: edges,
    leftOut: [],
    nodes: ids.map((id, index) => ({
      ...{ __typename: 'NetworkNode', id, kind: 'Country', name: `Country number ${index}` },
      ...{ degree: degrees[index], weight: degrees[index] },
    })),
    edges: [...pairs.values()].map((edge, index) => ({
      ...{ __typename: 'NetworkEdge', ...edge, factCount: edge.weight },
      ...{ certainty: index % 5 === 0 ? 'INFERRED' : 'STATED', first: '2009-12-03', last: '2014' },
    })),
  };
}
