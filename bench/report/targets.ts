import { ARM_NAMES, figure, p50Ratio, throughputRatio, type Results } from '../results.js';

/** What the product is to reach; a page of a busy country and the like have bounds of hits of their own. */
const TARGETS = {
  throughput: { median: 0.9, worst: 0.8 },
  alone: 1.2,
  hits: { '2': 1_100, '5': 450, '8h': 3_000 } as Readonly<Record<string, number>>,
  /** The canonical question at the world tier, in milliseconds alone. */
  canonical: 10,
  peers: 1.3,
};

/** Where a target is missed or a peer is ahead, a line each; the reasons are for people to add. */
export function missed(results: Results): string[] {
  const lines: string[] = [];
  for (const { id } of results.items) {
    const beside = throughputRatio(results, id, 'product', 'raw', 16);
    const { median, worst } = TARGETS.throughput;
    if (beside && (beside.median < median || beside.worst < worst))
      lines.push(
        `Item ${id}: ${beside.median.toFixed(2)} of the raw driver's requests a second at 16 in flight, ${beside.worst.toFixed(2)} in the worst round; the target is ${median} and ${worst}.`,
      );
    const alone = p50Ratio(results, id, 'product', 'raw');
    if (alone !== null && alone > TARGETS.alone)
      lines.push(
        `Item ${id}: alone, p50 is ${alone.toFixed(2)} times the raw driver's; the target is ${TARGETS.alone}.`,
      );
    for (const peer of ['library', 'fields'] as const) {
      const ahead = throughputRatio(results, id, 'product', peer, 16);
      if (ahead && ahead.median < 1)
        lines.push(`Item ${id}: ${ARM_NAMES[peer]} is ahead, ${(1 / ahead.median).toFixed(2)} times.`);
      else if (ahead && ahead.median < TARGETS.peers)
        lines.push(
          `Item ${id}: ${ahead.median.toFixed(2)} times ${ARM_NAMES[peer]}; the target is ${TARGETS.peers}.`,
        );
    }
    const most = TARGETS.hits[id];
    const hits = results.hits.find((one) => one.item === id && one.arm === 'product');
    if (most !== undefined && hits && hits.median > most)
      lines.push(
        `Item ${id}: ${hits.median.toLocaleString('en')} database hits; the target is ${most.toLocaleString('en')}.`,
      );
  }
  const canonical = figure(results, '8h', 'product', 1, 'p50');
  if (results.tier === 'world' && canonical !== null && canonical > TARGETS.canonical)
    lines.push(
      `Item 8h: p50 alone is ${canonical.toFixed(1)} ms at the world tier; the target is ${TARGETS.canonical}.`,
    );
  return lines;
}
