import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inert } from '../../src/publish/cells.js';

/** By its path, so that the explorer's own types stay its own. */
const FOLDER = resolve(import.meta.dirname, '../../src/explorer/app/pages');
const read = async <Exports>(path: string): Promise<Exports> =>
  (await import(`${FOLDER}/${path}`)) as Exports;

type Network = object;
const { csvOf, graphmlOf, jsonOf, xmlText } = await read<
  Record<'csvOf' | 'graphmlOf' | 'jsonOf', (network: Network) => string> & {
    xmlText: (text: string) => string;
  }
>('network/network-files.ts');
const { everyYear } = await read<{
  everyYear: (groups: { key: string | null; ties: number }[]) => object[];
}>('ties/every-year.ts');

const HOSTILE = [
  '=HYPERLINK("http://x")',
  '</name><script>alert(1)</script>',
  'a "quoted", name',
  '\u202Eesrever',
  'NUL \u0000 and half \ud800',
  '\r\n+1',
];
const network = {
  reading: 'Ties & <more>',
  graphVersion: 7,
  nodeCount: 9,
  edgeCount: 5,
  nodes: HOSTILE.map((name, index) => ({
    id: `country/n${index}`,
    name,
    kind: 'Country',
    degree: 1,
    weight: 2,
  })),
  edges: HOSTILE.slice(1).map((_, index) => ({
    ...{ from: 'country/n0', to: `country/n${index + 1}`, weight: index, factCount: 1 },
    ...{ certainty: 'STATED', first: null, last: '2009-12-03', undated: 0 },
  })),
};

describe('files of a network', () => {
  it('CSV: a name is one cell, and no spreadsheet runs it: the same rule as the server', () => {
    const cells = [...csvOf(network).matchAll(/country\/n\d,("(?:[^"]|"")*"|[^,\r\n]*)/g)].map(([, cell]) =>
      cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell,
    );
    for (const name of HOSTILE) expect(cells).toContain(inert(name));
    expect(cells.length).toBe(2 * network.edges.length);
  });

  it('GraphML: no name ends its element, and what XML cannot hold is replaced', () => {
    const text = graphmlOf(network);
    expect(text).not.toMatch(/<script|[\u0000-\u0008\ud800]/u);
    expect(text.match(/<node /g)?.length).toBe(HOSTILE.length);
    expect(text.match(/<edge /g)?.length).toBe(network.edges.length);
    expect(text).toContain('&lt;/name&gt;&lt;script&gt;');
    expect(text).toContain('<data key="allNodes">9</data>');
    expect(xmlText('a\u0000b')).toBe('a\ufffdb');
    expect(xmlText('\ud83d\ude00')).toBe('\ud83d\ude00');
  });

  it('JSON: the same nodes and edges, unchanged', () => {
    expect(JSON.parse(jsonOf(network))).toMatchObject({ graphVersion: 7, edges: network.edges });
  });
});

describe('ties by year', () => {
  it.each([
    ['nothing', [], []],
    ['no date', [{ key: null, ties: 3 }], []],
    [
      'years between have none',
      [
        ['2011', 1],
        ['2009', 8],
      ],
      [
        ['2009', 8],
        ['2010', 0],
        ['2011', 1],
      ],
    ],
    [
      'three empty years are shown one by one',
      [
        ['2009', 8],
        ['2013', 1],
      ],
      [
        ['2009', 8],
        ['2010', 0],
        ['2011', 0],
        ['2012', 0],
        ['2013', 1],
      ],
    ],
    [
      'more are one line that says how many',
      [
        ['1900', 1],
        ['2008', 2],
        ['2009', 8],
      ],
      [
        ['1900', 1],
        ['1901', '2007', 107],
        ['2008', 2],
        ['2009', 8],
      ],
    ],
  ] as const)('%s', (_, given, wanted) => {
    const groups = given.map((each) => ('key' in each ? each : { key: each[0], ties: each[1] }));
    expect(everyYear(groups).map((row) => Object.values(row))).toEqual(wanted);
  });
});
