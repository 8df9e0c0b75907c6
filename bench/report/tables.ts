import {
  ARM_NAMES,
  figure,
  geometricMean,
  p50Ratio,
  throughputRatio,
  type Ratio,
  type Results,
} from '../results.js';
import type { ArmName } from '../arms/arm.js';
import type { Soaked } from '../measure/soak.js';
import { inWords, table } from './words.js';

const ratio = (found: Ratio | null): string =>
  found === null ? '' : `${found.median.toFixed(2)} (${found.worst.toFixed(2)})`;

/** The product beside the ceiling. */
export function besideRaw(results: Results): string {
  return table(
    [
      'item',
      'what',
      '1 in flight',
      '8',
      '16',
      '32',
      'p50 alone, ms: raw',
      'product',
      'factor',
      'p99: raw',
      'product',
    ],
    results.items.map(({ id, title }) => [
      id,
      title,
      ...[1, 8, 16, 32].map((inFlight) => ratio(throughputRatio(results, id, 'product', 'raw', inFlight))),
      ...(['raw', 'product'] as const).map((arm) => inWords(figure(results, id, arm, 1, 'p50'))),
      inWords(p50Ratio(results, id, 'product', 'raw')),
      ...(['raw', 'product'] as const).map((arm) => inWords(figure(results, id, arm, 1, 'p99'))),
    ]),
  );
}

/** The product beside what a user would take instead, and which of them cannot say what. */
export function besidePeers(results: Results): string {
  const peers = (['library', 'fields'] as const).filter((arm) =>
    results.measured.some((one) => one.arm === arm),
  );
  if (peers.length === 0) return 'The library was not measured in this run.';
  const rows = results.items.map(({ id, title, missing }) => [
    id,
    title,
    ...peers.map((arm) => {
      const reason = missing.find((one) => one.arm === arm)?.reason;
      return reason === undefined ? ratio(throughputRatio(results, id, 'product', arm, 16)) : `— ${reason}`;
    }),
    ...peers.map((arm) => ratio(throughputRatio(results, id, arm, 'raw', 16))),
  ]);
  const means = peers.map((arm) => {
    const found = results.items.flatMap(
      ({ id }) => throughputRatio(results, id, 'product', arm, 16)?.median ?? [],
    );
    return `${ARM_NAMES[arm]}: ${found.length === 0 ? 'nothing measured' : `${geometricMean(found).toFixed(1)} (${found.length} items)`}`;
  });
  return `${table(['item', 'what', ...peers.map((arm) => `product over ${ARM_NAMES[arm]}`), ...peers.map((arm) => `${ARM_NAMES[arm]} over raw`)], rows)}

Geometric mean of the product over each, at 16 in flight: ${means.join('; ')}.`;
}

/** Database hits, statements and CPU. */
export function costs(results: Results): string {
  const arms = results.memory.map(({ arm }) => arm);
  const hits = (item: string, arm: ArmName): string => {
    const found = results.hits.find((one) => one.item === item && one.arm === arm);
    return found
      ? `${found.median.toLocaleString('en')} / ${found.most.toLocaleString('en')}${found.statements > 1 ? ` in ${found.statements}` : ''}`
      : '';
  };
  return table(
    [
      'item',
      ...arms.map((arm) => `hits: ${ARM_NAMES[arm]}`),
      ...arms.map((arm) => `CPU of the arm: ${ARM_NAMES[arm]}`),
      ...arms.map((arm) => `CPU of the database: ${ARM_NAMES[arm]}`),
    ],
    results.items.map(({ id }) => [
      id,
      ...arms.map((arm) => hits(id, arm)),
      ...arms.map((arm) => inWords(figure(results, id, arm, 16, 'cpuArm'))),
      ...arms.map((arm) => inWords(figure(results, id, arm, 16, 'cpuDatabase'))),
    ]),
  );
}

const megabytes = (bytes: number): string => inWords(bytes / 1_048_576, 0);

/** What the product held in memory, minute by minute. */
export const soaked = ({ resident, requests }: Soaked): string =>
  `The product alone, asked all items in turn for ${resident.length - 1} minutes (${requests.toLocaleString('en')} requests): resident memory in MB before it and after each minute: ${resident.map(megabytes).join(', ')}.`;

/** Start and memory of each arm. */
export function memory(results: Results): string {
  return table(
    [
      'arm',
      'first answer after its start, ms',
      'resident at rest, MB',
      'after the load',
      'heap after the load',
    ],
    results.memory.map(({ arm, firstAnswer, restRss, rss, heapUsed }) => [
      ARM_NAMES[arm],
      inWords(firstAnswer, 0),
      megabytes(restRss),
      megabytes(rss),
      megabytes(heapUsed),
    ]),
  );
}
