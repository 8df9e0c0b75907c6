import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** A network as it is sent to be laid out: where nodes begin, and which of them are tied how strongly. */
export interface ToPlace {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly edges: readonly (readonly [from: number, to: number, weight: number])[];
}

/** Where the nodes are so far. */
export interface Placed {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly done: boolean;
}

/** Rounds until it rests, and after how many of them the page hears of it. */
const ROUNDS = 150;
const STEP = 30;

const page = self as unknown as {
  onmessage: (event: MessageEvent<ToPlace>) => void;
  postMessage: (placed: Placed) => void;
};

page.onmessage = ({ data: { x, y, edges } }) => {
  const graph = new UndirectedGraph<{ x: number; y: number }, { weight: number }>();
  x.forEach((across, index) => graph.addNode(index, { x: across, y: y[index]! }));
  for (const [from, to, weight] of edges) graph.addEdge(from, to, { weight });
  const settings = forceAtlas2.inferSettings(graph);
  for (let round = STEP; round <= ROUNDS; round += STEP) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    page.postMessage({
      x: graph.mapNodes((_, node) => node.x),
      y: graph.mapNodes((_, node) => node.y),
      done: round === ROUNDS,
    });
  }
};
