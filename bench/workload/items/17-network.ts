import type { Item } from '../item.js';
import { fieldLinks, NO_GROUPS, productLinks, rawLinks, windows } from './linked.js';

const BOUNDS = { nodes: 500, edges: 2_000 };

/** As much of a network as the product shows at once. */
export const network: Item = {
  id: '17',
  title: 'network of 500 nodes: countries and meetings',
  sort: 'network',
  draw: windows(4_000),
  raw: rawLinks('AT', BOUNDS),
  product: productLinks('MEETING', BOUNDS),
  notInLibrary: NO_GROUPS,
  cypherField: fieldLinks('linkedMeetings', BOUNDS),
};
