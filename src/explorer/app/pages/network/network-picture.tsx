import { useEffect, useMemo, useRef } from 'react';
import Sigma from 'sigma';
import { useTexts } from '../../texts/use-texts.js';
import type { Drawn } from './drawn.js';
import { laidOut, type Part } from './laid-out.js';
import { AT_ONCE_UP_TO, layBeside } from './laying.js';
import { Legend } from './legend.js';
import { moveLightly } from './moved-lightly.js';
import { svgOf, type Palette } from './network-svg.js';
import { usePrinted } from './printed.js';
import { pngOf, saveFile } from './save-file.js';
import type { Way } from './ways.js';
import { WholeEdges, WholeNodes } from './whole-programs.js';

const COLOURS: Readonly<Record<keyof Palette, string>> = {
  country: '--link',
  other: '--quiet',
  stated: '--stated',
  inferred: '--inferred',
  way: '--way',
  ink: '--ink',
  ground: '--raised',
};

/** The same by their names, for a drawing that stands in the page: on paper they are the light ones. */
const PAGES_OWN = Object.fromEntries(
  Object.entries(COLOURS).map(([part, name]) => [part, `var(${name})`]),
) as Palette;

/** Of the chosen edge, in pixels. */
const CHOSEN_WIDER = 2;

/** The page's own colours, in the reader's light or dark. */
function palette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colours = Object.entries(COLOURS).map(([part, name]) => {
    probe.style.color = `var(${name})`;
    return [part, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

/** The network drawn, how to read it, and the picture to take away; a click leads to the thing or to what ties two. */
export default function NetworkPicture({
  network,
  ways,
  chosen,
  onNode,
  onEdge,
}: {
  readonly network: Drawn;
  readonly ways: readonly Way[];
  readonly chosen: string | null;
  readonly onNode: (id: string) => void;
  readonly onEdge: (edge: string) => void;
}) {
  const { network: texts, frame, product } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const picks = useRef({ onNode, onEdge });
  picks.current = { onNode, onEdge };
  const graph = useMemo(() => laidOut(network, ways), [network, ways]);
  useEffect(() => {
    const colours = palette();
    const drawn = new Sigma(graph, place.current!, {
      labelColor: { color: colours.ink },
      labelRenderedSizeThreshold: 4,
      enableEdgeEvents: true,
      nodeProgramClasses: { circle: WholeNodes },
      edgeProgramClasses: { line: WholeEdges },
      allowInvalidContainer: true,
      nodeReducer: (_, node) => ({ ...node, color: colours[node['part'] as Part] }),
      edgeReducer: (_, edge) => ({ ...edge, color: colours[edge['part'] as Part] }),
    });
    moveLightly(drawn);
    drawn.on('clickNode', ({ node }) => picks.current.onNode(node));
    drawn.on('clickEdge', ({ edge }) => picks.current.onEdge(edge));
    const stop = graph.order > AT_ONCE_UP_TO ? layBeside(graph) : null;
    return () => {
      stop?.();
      drawn.kill();
    };
  }, [graph]);
  // What is drawn stays where the reader moved it; only the chosen edge is wider.
  useEffect(() => {
    if (chosen === null || !graph.hasEdge(chosen)) return;
    graph.updateEdgeAttribute(chosen, 'size', (size) => size! + CHOSEN_WIDER);
    return () => void graph.updateEdgeAttribute(chosen, 'size', (size) => size! - CHOSEN_WIDER);
  }, [graph, chosen]);
  const printed = useRef<HTMLDivElement>(null);
  usePrinted(printed, () => svgOf(graph, PAGES_OWN, []));
  const svg = (): string =>
    svgOf(graph, palette(), [
      `${product}, ${frame.version(network.graphVersion)}. ${texts.shown(network.nodes.length, network.nodeCount)}`,
      network.reading,
      location.href,
    ]);
  return (
    <figure className="network-figure">
      <div ref={place} className="network-picture" dir="ltr" role="img" aria-label={texts.pictureOf} />
      <div ref={printed} className="printed" dir="ltr" aria-hidden="true" />
      <figcaption>
        <Legend network={network} ways={ways.length > 0} />
        <p className="take-away">
          <button
            type="button"
            onClick={() => saveFile(new Blob([svg()], { type: 'image/svg+xml' }), 'network.svg')}
          >
            {texts.asSvg}
          </button>
          <button
            type="button"
            onClick={() => void pngOf(svg()).then((dots) => saveFile(dots, 'network.png'))}
          >
            {texts.asPng}
          </button>
        </p>
      </figcaption>
    </figure>
  );
}
