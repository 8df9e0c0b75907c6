import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useRef } from 'react';
import Sigma from 'sigma';
import { useTexts } from '../../texts/use-texts.js';
import { edgeKey, type Drawn } from './drawn.js';

const ROUNDS = 150;

/** A colour of the page's own palette, in the reader's light or dark. */
const colour = (name: string): string => {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

/** The network drawn: width is weight, an inferred edge has the colour of inference; a click leads to the thing. */
export default function NetworkPicture({
  network,
  chosen,
  onNode,
  onEdge,
}: {
  readonly network: Drawn;
  readonly chosen: string | null;
  readonly onNode: (id: string) => void;
  readonly onEdge: (edge: string) => void;
}) {
  const { network: texts } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const picks = useRef({ onNode, onEdge });
  picks.current = { onNode, onEdge };
  useEffect(() => {
    const graph = graphOf(network, chosen);
    const drawn = new Sigma(graph, place.current!, {
      labelColor: { color: colour('--ink') },
      labelRenderedSizeThreshold: 4,
      enableEdgeEvents: true,
      allowInvalidContainer: true,
    });
    drawn.on('clickNode', ({ node }) => picks.current.onNode(node));
    drawn.on('clickEdge', ({ edge }) => picks.current.onEdge(edge));
    return () => drawn.kill();
  }, [network, chosen]);
  return <div ref={place} className="network-picture" role="img" aria-label={texts.pictureOf} />;
}

function graphOf({ nodes, edges }: Drawn, chosen: string | null): UndirectedGraph {
  const graph = new UndirectedGraph();
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight));
  const widest = Math.max(1, ...edges.map(({ weight }) => weight));
  const [node, other, stated, inferred] = ['--link', '--quiet', '--stated', '--inferred'].map(colour);
  nodes.forEach(({ id, name, kind, weight }, index) => {
    // On a circle to begin with, so that the same network is drawn the same way each time.
    const angle = (2 * Math.PI * index) / nodes.length;
    graph.addNode(id, {
      label: name,
      x: Math.cos(angle),
      y: Math.sin(angle),
      size: 4 + 10 * Math.sqrt(weight / heaviest),
      color: kind === 'Country' ? node : other,
    });
  });
  for (const edge of edges)
    graph.addEdgeWithKey(edgeKey(edge), edge.from, edge.to, {
      weight: edge.weight,
      size: (edgeKey(edge) === chosen ? 3 : 1) + (4 * edge.weight) / widest,
      color: edge.certainty === 'STATED' ? stated : inferred,
    });
  forceAtlas2.assign(graph, { iterations: ROUNDS, settings: forceAtlas2.inferSettings(graph) });
  return graph;
}
