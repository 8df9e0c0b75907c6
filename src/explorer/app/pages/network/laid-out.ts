import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { edgeKey, type Drawn } from './drawn.js';
import { AT_ONCE_UP_TO } from './laying.js';
import { stepKey, type Way } from './ways.js';

const ROUNDS = 150;

/** What a node or an edge stands for in the picture; each has a colour of its own. */
export type Part = 'country' | 'other' | 'stated' | 'inferred' | 'way';

export interface LaidNode {
  label: string;
  /** Whether the name stands there however small the node is. */
  forceLabel: boolean;
  x: number;
  y: number;
  /** Radius in pixels. */
  size: number;
  part: Part;
}

export interface LaidEdge {
  weight: number;
  /** Width in pixels. */
  size: number;
  part: Part;
}

/** In a network of no more nodes each has its name beside it; in a larger one, names would cover each other. */
const ALL_NAMED = 40;

/** In a network of more nodes they are smaller, so that edges are seen between them. */
const SMALLER_ABOVE = 150;

/** Least and widest edge in pixels. */
const THIN = 1;
const THICK = 5;

/** Of a name beside a node, in characters; the tables have it whole. */
const NAME_MOST = 32;

const short = (name: string): string => {
  const letters = [...name];
  return letters.length > NAME_MOST ? `${letters.slice(0, NAME_MOST).join('').trimEnd()}…` : name;
};

/** Where each node lies (of a large network, where it begins), how large it is, and what the ways between two chosen nodes run through. */
export function laidOut({ nodes, edges }: Drawn, ways: readonly Way[]): UndirectedGraph<LaidNode, LaidEdge> {
  const graph = new UndirectedGraph<LaidNode, LaidEdge>();
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight));
  const widths = edges.map(({ weight }) => weight);
  const [least, widest] = [Math.min(...widths), Math.max(...widths)];
  const onWay = new Set(ways.flatMap(({ entities }) => entities.map(({ id }) => id)));
  const missing = ways
    .flatMap(({ entities }) => entities)
    .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index)
    .filter(({ id }) => !nodes.some((node) => node.id === id));
  const placed = nodes.length + missing.length;
  const small = Math.max(0.4, Math.min(1, Math.sqrt(SMALLER_ABOVE / placed)));
  // On a circle to begin with, so that the same network is drawn the same way each time.
  const at = (index: number) => ({
    x: Math.cos((2 * Math.PI * index) / placed),
    y: Math.sin((2 * Math.PI * index) / placed),
  });
  nodes.forEach(({ id, name, kind, weight }, index) =>
    graph.addNode(id, {
      label: short(name),
      forceLabel: placed <= ALL_NAMED,
      ...at(index),
      size: (4 + 10 * Math.sqrt(weight / heaviest)) * small,
      part: onWay.has(id) ? 'way' : kind === 'Country' ? 'country' : 'other',
    }),
  );
  missing.forEach(({ id, name }, index) =>
    graph.addNode(id, {
      label: short(name),
      forceLabel: true,
      ...at(nodes.length + index),
      size: 5,
      part: 'way',
    }),
  );
  for (const edge of edges)
    graph.addEdgeWithKey(edgeKey(edge), edge.from, edge.to, {
      weight: edge.weight,
      size: THIN + ((THICK - THIN) * (edge.weight - least)) / Math.max(1, widest - least),
      part: edge.certainty === 'STATED' ? 'stated' : 'inferred',
    });
  for (const { entities } of ways)
    entities.slice(1).forEach(({ id }, index) => {
      const before = entities[index]!.id;
      if (graph.hasEdge(before, id)) graph.mergeEdgeAttributes(graph.edge(before, id)!, { part: 'way' });
      else graph.addEdgeWithKey(stepKey(before, id), before, id, { weight: 1, size: 2, part: 'way' });
    });
  if (placed <= AT_ONCE_UP_TO)
    forceAtlas2.assign(graph, { iterations: ROUNDS, settings: forceAtlas2.inferSettings(graph) });
  return graph;
}
