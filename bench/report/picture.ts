import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { ARM_NAMES, throughputRatio, type Results } from '../results.js';

interface Dot {
  readonly item: string;
  readonly peer: string;
  readonly ratio: number;
  readonly worst: number;
}

/** The product over each peer at 16 in flight: a dot for the median, a line to the worst round. */
function dots(results: Results): Dot[] {
  return results.items.flatMap(({ id, title }) =>
    (['raw', 'library', 'fields'] as const).flatMap((arm) => {
      const found = throughputRatio(results, id, 'product', arm, 16);
      return found
        ? [{ item: `${id}  ${title}`, peer: ARM_NAMES[arm], ratio: found.median, worst: found.worst }]
        : [];
    }),
  );
}

const spec = (results: Results): TopLevelSpec => {
  const values = dots(results);
  const y = { field: 'item', type: 'nominal', sort: null, title: null } as const;
  const scale = { type: 'log' } as const;
  const peers = [...new Set(values.map(({ peer }) => peer))];
  const colour = {
    field: 'peer',
    type: 'nominal',
    title: 'over',
    scale: { domain: peers, range: ['#1b6ca8', '#c8553d', '#7a9e4b'] },
  } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 560,
    height: { step: 30, for: 'position' },
    background: 'white',
    title: {
      text: `Requests a second of the product over each peer, 16 in flight, tier ${results.tier}`,
      subtitle: `${results.facts.toLocaleString('en')} facts; dot: median of ${results.rounds} rounds, line: to the worst round; right of 1 the product is ahead`,
      anchor: 'start',
    },
    data: { values: values.map((value) => ({ ...value })) },
    layer: [
      {
        mark: { type: 'rule', color: '#888', strokeDash: [4, 4] },
        encoding: { x: { datum: 1, type: 'quantitative', scale } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, opacity: 0.6 },
        encoding: {
          y,
          yOffset: { field: 'peer' },
          x: { field: 'worst', type: 'quantitative', scale },
          x2: { field: 'ratio' },
          color: colour,
        },
      },
      {
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: {
          y,
          yOffset: { field: 'peer' },
          x: { field: 'ratio', type: 'quantitative', scale, title: 'product ÷ peer' },
          color: colour,
        },
      },
    ],
    config: { font: 'sans-serif', axis: { labelLimit: 680 } },
  };
};

/** The picture of a run as SVG. */
export const picture = (results: Results): Promise<string> =>
  new vega.View(vega.parse(compile(spec(results)).spec), { renderer: 'none' }).toSVG();
