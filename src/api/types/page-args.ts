import { Int } from 'type-graphql';
import type { ArgPlan } from './declare.js';

/** How many rows a page has unless asked otherwise, and at most. */
export const PAGE_DEFAULT = 20;
export const PAGE_MOST = 100;

/** Arguments of every connection. */
export const pageArgs: Readonly<Record<'first' | 'after', ArgPlan>> = {
  first: {
    type: () => Int,
    defaultValue: PAGE_DEFAULT,
    description: `How many rows, from 1 to ${PAGE_MOST}.`,
  },
  after: {
    type: () => String,
    nullable: true,
    description:
      'The `endCursor` of the page before, of the same list with the same filter; the start when left out.',
  },
};
