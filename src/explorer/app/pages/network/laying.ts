import type { UndirectedGraph } from 'graphology';
import type { LaidEdge, LaidNode } from './laid-out.js';
import type { Placed, ToPlace } from './layout-worker.js';

/** A network of no more nodes is laid out before it is drawn; a larger one would hold the page for too long. */
export const AT_ONCE_UP_TO = 150;

/** Lays a large network out beside the page, which draws each step; gives what ends it. */
export function layBeside(graph: UndirectedGraph<LaidNode, LaidEdge>): () => void {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  const ids = graph.nodes();
  const places = new Map(ids.map((id, index) => [id, index]));
  const toPlace: ToPlace = {
    x: graph.mapNodes((_, { x }) => x),
    y: graph.mapNodes((_, { y }) => y),
    edges: graph.mapEdges((_, { weight }, from, to) => [places.get(from)!, places.get(to)!, weight] as const),
  };
  worker.onmessage = ({ data: { x, y, done } }: MessageEvent<Placed>) => {
    graph.updateEachNodeAttributes(
      (id, node) => ({ ...node, x: x[places.get(id)!]!, y: y[places.get(id)!]! }),
      { attributes: ['x', 'y'] },
    );
    if (done) worker.terminate();
  };
  worker.postMessage(toPlace);
  return () => worker.terminate();
}
