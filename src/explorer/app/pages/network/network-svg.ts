import type { UndirectedGraph } from 'graphology';
import type { LaidEdge, LaidNode, Part } from './laid-out.js';
import { xmlText } from './network-files.js';

const WIDTH = 1200;
const HEIGHT = 800;
const EDGE = 70;
const LINE = 18;
// More names than this lie over one another; the others are named where a pointer rests on them.
const NAMES_MOST = 60;

/** Colours of a picture: of each part, of words, and of the ground. */
export type Palette = Readonly<Record<Part | 'ink' | 'ground', string>>;

/** The network as a picture that stands alone, with the lines below it that say what it is. */
export function svgOf(
  graph: UndirectedGraph<LaidNode, LaidEdge>,
  palette: Palette,
  said: readonly string[],
): string {
  const nodes = graph.mapNodes((id, node) => ({ id, ...node })).sort((a, b) => b.size - a.size);
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))];
  const [low, high] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))];
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max(right - left, 1e-9),
    (HEIGHT - 2 * EDGE) / Math.max(high - low, 1e-9),
  );
  const figure = (value: number): string => value.toFixed(1);
  // The y of a drawing by sigma goes up, that of SVG down.
  const across = (x: number): string => figure(WIDTH / 2 + (x - (left + right) / 2) * scale);
  const down = (y: number): string => figure(HEIGHT / 2 - (y - (low + high) / 2) * scale);
  const tall = HEIGHT + LINE * (said.length + 1);
  const lines = graph.mapEdges((_, { size, part }, __, ___, from, to) => {
    const dashes = part === 'inferred' ? ' stroke-dasharray="6 4"' : '';
    return `<line x1="${across(from.x)}" y1="${down(from.y)}" x2="${across(to.x)}" y2="${down(to.y)}" stroke="${palette[part]}" stroke-width="${figure(size)}"${dashes}/>`;
  });
  const circles = nodes.map(
    ({ label, x, y, size, part }) =>
      `<circle cx="${across(x)}" cy="${down(y)}" r="${figure(size)}" fill="${palette[part]}"><title>${xmlText(label)}</title></circle>`,
  );
  const names = nodes
    .filter(({ part }, index) => index < NAMES_MOST || part === 'way')
    .map(
      ({ label, x, y, size }) =>
        `<text x="${across(x)}" y="${down(y)}" dx="${figure(size + 3)}" dy="4" unicode-bidi="isolate">${xmlText(label)}</text>`,
    );
  const foot = said.map(
    (line, index) =>
      `<text x="16" y="${HEIGHT + LINE * (index + 1)}" unicode-bidi="isolate">${xmlText(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${tall}" viewBox="0 0 ${WIDTH} ${tall}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="100%" height="100%" fill="${palette.ground}"/>`,
    ...[`<g>`, ...lines, '</g>', '<g>', ...circles, '</g>'],
    ...[`<g fill="${palette.ink}">`, ...names, ...foot, '</g>', '</svg>', ''],
  ].join('\n');
}
