import type { Item } from './item.js';
import { country } from './items/01-country.js';
import { deepPage, latest } from './items/02-latest.js';
import { ofTopicInRange, topicInRange } from './items/05-topic-in-range.js';
import { canonicalHigh, canonicalLow } from './items/08-canonical.js';

/** The reads of the workload, in the order of the report; writes are measured by themselves. */
export const ITEMS: readonly Item[] = [
  country,
  latest,
  deepPage,
  topicInRange,
  ofTopicInRange,
  canonicalHigh,
  canonicalLow,
];

/** The items that `--only` names: a number takes all ways of asking it. */
export const chosen = (only: readonly string[]): Item[] =>
  ITEMS.filter(
    ({ id }) => only.length === 0 || only.some((one) => id === one || id.replace(/[a-z]+$/, '') === one),
  );
