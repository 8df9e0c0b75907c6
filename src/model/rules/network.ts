import type { TieSum } from './tie-sums.js';

/** A node of a network. */
export interface NetworkNode {
  readonly id: string;
  /** Nodes to which it is linked, shown or not. */
  readonly degree: number;
  /** Sum of the weights of its edges, shown or not. */
  readonly weight: number;
}

/** How much of a network is shown. */
export interface NetworkBounds {
  readonly nodes: number;
  readonly edges: number;
  /** Node in the middle, and how many steps around it; null for the whole network. */
  readonly focus: { readonly id: string; readonly steps: number } | null;
}

/** The part of a network that is shown, and what is not. */
export interface ShownNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly TieSum[];
  /** Nodes and edges of the whole network. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Nodes farther from the focus than asked. */
  readonly beyondFocus: number;
  /** Nodes that the bound cut, the lightest. */
  readonly nodesCut: number;
  /** Edges between shown nodes that the bound cut, the lightest. */
  readonly edgesCut: number;
  /** Edges that are not shown, for whatever reason. */
  readonly other: readonly TieSum[];
}

/**
 * Which nodes and edges are shown, of all edges with the heaviest first: those within the steps around the focus, the heaviest,
 * equal ones by id.
 */
export function shownNetwork(all: readonly TieSum[], { nodes, edges, focus }: NetworkBounds): ShownNetwork {
  const neighbours = new Map<string, Set<string>>();
  const weights = new Map<string, number>();
  for (const { a, b, weight } of all) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      neighbours.set(one, (neighbours.get(one) ?? new Set<string>()).add(other));
      weights.set(one, (weights.get(one) ?? 0) + weight);
    }
  }
  const every = [...neighbours].map(([id, tied]) => ({
    id,
    degree: tied.size,
    weight: weights.get(id) ?? 0,
  }));
  const near = focus === null ? null : around(focus, neighbours);
  const within = every
    .filter(({ id }) => near?.has(id) ?? true)
    // The focus stays, however light it is.
    .sort(
      (x, y) =>
        Number(y.id === focus?.id) - Number(x.id === focus?.id) ||
        y.weight - x.weight ||
        (x.id < y.id ? -1 : 1),
    );
  const shown = within.slice(0, nodes);
  const ids = new Set(shown.map(({ id }) => id));
  const between = all.filter(({ a, b }) => ids.has(a) && ids.has(b));
  const kept = new Set(between.slice(0, edges));
  return {
    nodes: shown,
    edges: [...kept],
    nodeCount: every.length,
    edgeCount: all.length,
    beyondFocus: every.length - within.length,
    nodesCut: within.length - shown.length,
    edgesCut: between.length - kept.size,
    other: all.filter((edge) => !kept.has(edge)),
  };
}

function around(
  { id, steps }: { readonly id: string; readonly steps: number },
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const reached = new Set([id]);
  let edge = [id];
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((one) => [...(neighbours.get(one) ?? [])].filter((other) => !reached.has(other)));
    for (const one of edge) reached.add(one);
  }
  return reached;
}
