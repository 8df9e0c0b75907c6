import type { Drawn } from './drawn.js';

/** A network as files that other programs read; names are data in each and nothing else. */
export type NetworkFile = 'csv' | 'graphml' | 'json';

type Network = Pick<Drawn, 'nodes' | 'edges' | 'reading' | 'graphVersion' | 'nodeCount' | 'edgeCount'>;

const COLUMNS = [
  'from',
  'fromName',
  'to',
  'toName',
  'weight',
  'facts',
  'certainty',
  'first',
  'last',
] as const;
/** A spreadsheet would run what begins so; the same rule as for the files that the server gives. */
const RUNS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** What XML 1.0 cannot hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML holds it. */
export const xmlText = (text: string): string =>
  text.replace(NOT_IN_XML, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const inert = typeof value === 'string' && RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** The edges as lines of a table. */
export function csvOf({ nodes, edges }: Network): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = edges.map((edge) => [
    ...[edge.from, names.get(edge.from) ?? null, edge.to, names.get(edge.to) ?? null],
    ...[edge.weight, edge.factCount, edge.certainty, edge.first, edge.last],
  ]);
  return [COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Nodes and edges as GraphML, with how the question was read. */
export function graphmlOf({ nodes, edges, reading, graphVersion, nodeCount, edgeCount }: Network): string {
  const said = (key: string, value: string | number | null): string =>
    value === null ? '' : `<data key="${key}">${xmlText(String(value))}</data>`;
  const key = (id: string, of: string, type: string): string =>
    `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['reading', 'graphVersion', 'allNodes', 'allEdges'].map((id) => key(id, 'graph', 'string')),
    ...['name', 'kind'].map((id) => key(id, 'node', 'string')),
    ...['degree', 'weight'].map((id) => key(id, 'all', 'int')),
    ...['facts'].map((id) => key(id, 'edge', 'int')),
    ...['certainty', 'first', 'last'].map((id) => key(id, 'edge', 'string')),
    '  <graph edgedefault="undirected">',
    `    ${said('reading', reading)}${said('graphVersion', graphVersion)}${said('allNodes', nodeCount)}${said('allEdges', edgeCount)}`,
    ...nodes.map(
      ({ id, name, kind, degree, weight }) =>
        `    <node id="${xmlText(id)}">${said('name', name)}${said('kind', kind)}${said('degree', degree)}${said('weight', weight)}</node>`,
    ),
    ...edges.map(
      (edge) =>
        `    <edge source="${xmlText(edge.from)}" target="${xmlText(edge.to)}">${said('weight', edge.weight)}${said('facts', edge.factCount)}${said('certainty', edge.certainty)}${said('first', edge.first)}${said('last', edge.last)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** Nodes and edges as JSON, with how the question was read and of what state of the graph. */
export const jsonOf = ({ nodes, edges, reading, graphVersion, nodeCount, edgeCount }: Network): string =>
  `${JSON.stringify({ reading, graphVersion, nodeCount, edgeCount, nodes, edges }, null, 2)}\n`;
