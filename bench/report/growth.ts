import { figure, type Results } from '../results.js';
import { inWords, table } from './words.js';

/** How the cost of each item grows from one tier to the next, as factors of hits and of p50 alone. */
export function growth(tiers: readonly Results[]): string {
  const bySize = [...tiers].sort((x, y) => x.facts - y.facts);
  const steps = bySize.slice(1).map((later, i) => ({ earlier: bySize[i] ?? later, later }));
  const items = [...new Map(bySize.flatMap(({ items }) => items).map((item) => [item.id, item])).values()];
  const hits = (results: Results, item: string): number | null =>
    results.hits.find((one) => one.item === item && one.arm === 'product')?.median ?? null;
  const factor = (was: number | null, is: number | null): string =>
    was === null || is === null || was === 0 ? '' : inWords(is / was);
  return table(
    [
      'item',
      'what',
      ...bySize.map(({ tier, facts }) => `hits: ${tier} (${facts.toLocaleString('en')} facts)`),
      ...steps.map(({ earlier, later }) => `factor ${earlier.tier} to ${later.tier}`),
      ...bySize.map(({ tier }) => `p50 alone, ms: ${tier}`),
      ...steps.map(({ earlier, later }) => `factor ${earlier.tier} to ${later.tier}`),
    ],
    items.map(({ id, title, ordered }) => {
      const p50 = (results: Results): number | null => figure(results, id, 'product', 1, 'p50');
      return [
        ordered ? `**${id}**` : id,
        title,
        ...bySize.map((results) => inWords(hits(results, id), 0)),
        ...steps.map(({ earlier, later }) => factor(hits(earlier, id), hits(later, id))),
        ...bySize.map((results) => inWords(p50(results))),
        ...steps.map(({ earlier, later }) => factor(p50(earlier), p50(later))),
      ];
    }),
  );
}
