import type { Item } from '../item.js';
import { fieldLinks, NO_GROUPS, productLinks, rawLinks, windows } from './linked.js';

const BOUNDS = { nodes: 200, edges: 1_000 };

/** Countries by topics: how many exchanges of a country are on a topic. */
export const matrix: Item = {
  id: '6',
  title: 'country × topic matrix of exchanges in a window of time',
  sort: 'count',
  draw: windows(2_000),
  raw: rawLinks('ON', BOUNDS),
  product: productLinks('TOPIC', BOUNDS),
  notInLibrary: NO_GROUPS,
  cypherField: fieldLinks('linkedTopics', BOUNDS),
};
