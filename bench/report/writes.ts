import { median, type WritesFound } from '../results.js';
import { inWords, table } from './words.js';

/** What the writes cost, beside the same nodes and relationships written by hand. */
export function writesInWords({
  facts,
  nodes,
  relationships,
  applied,
  bare,
  readAfterWrite,
}: WritesFound): string {
  const rate = (milliseconds: readonly number[]): number => (facts / median(milliseconds)) * 1_000;
  return `A batch of ${facts.toLocaleString('en')} facts with their claims becomes ${nodes.toLocaleString('en')} nodes and ${relationships.toLocaleString('en')} relationships, derived ones included. "By hand" is \`UNWIND\` and \`CREATE\` of the very same, read back from the graph: it rolls nothing up, derives nothing and records no change.

${table(
  ['item', 'what', 'product', 'by hand', 'ratio'],
  [
    [
      '15',
      'facts a second',
      inWords(rate(applied), 0),
      inWords(rate(bare), 0),
      inWords(rate(applied) / rate(bare)),
    ],
    [
      '14',
      'one fact written and then read through HTTP, ms',
      inWords(median(readAfterWrite.product)),
      inWords(median(readAfterWrite.raw)),
      inWords(median(readAfterWrite.product) / median(readAfterWrite.raw)),
    ],
  ],
)}`;
}
