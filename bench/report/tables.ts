import { figure, throughputRatio, type Ratio, type Results } from '../results.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const shortNumber = (value: number | null, digits = 2): string =>
  value === null ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(digits);
const ratio = (found: Ratio | null): string =>
  found === null ? '' : `${found.median.toFixed(2)} (${found.worst.toFixed(2)})`;

/** The tables of one run. */
export function inTables(results: Results): string {
  const { items } = results;
  const hits = (item: string, arm: string): string => {
    const found = results.hits.find((one) => one.item === item && one.arm === arm);
    return found ? `${shortNumber(found.median, 0)} / ${shortNumber(found.most, 0)}` : '';
  };
  return `# Tier ${results.tier}: the product beside the raw driver

${results.facts.toLocaleString('en')} facts, ${results.relationships.toLocaleString('en')} relationships; ${results.rounds} rounds of ${results.milliseconds / 1_000} s; ${results.machine.cores} cores, Node ${results.machine.node}; ${results.at}.

Requests a second of the product over those of the raw driver in the same round: median, and in brackets the worst round.

${table(
  ['item', 'what', '1 in flight', '8', '16', '32', 'p50 alone, ms: raw', 'product', 'p99: raw', 'product'],
  items.map(({ id, title }) => [
    id,
    title,
    ...[1, 8, 16, 32].map((inFlight) => ratio(throughputRatio(results, id, 'product', 'raw', inFlight))),
    ...(['p50', 'p99'] as const).flatMap((which) =>
      (['raw', 'product'] as const).map((arm) => shortNumber(figure(results, id, arm, 1, which))),
    ),
  ]),
)}

Database hits a request, median and most, and milliseconds of CPU a request at 16 in flight: of the arm, and of the database.

${table(
  [
    'item',
    'hits: raw',
    'product',
    'statements',
    'CPU of the arm: raw',
    'product',
    'of the database: raw',
    'product',
  ],
  items.map(({ id }) => [
    id,
    hits(id, 'raw'),
    hits(id, 'product'),
    String(results.hits.find((one) => one.item === id && one.arm === 'product')?.statements ?? ''),
    ...(['cpuArm', 'cpuDatabase'] as const).flatMap((which) =>
      (['raw', 'product'] as const).map((arm) => shortNumber(figure(results, id, arm, 16, which))),
    ),
  ]),
)}
`;
}
