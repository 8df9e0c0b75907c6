import { ID, Int } from 'type-graphql';
import { networkMode, networkWith } from '../../../model/values/ties.js';
import type { ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { COUNTED_ARGUMENTS } from '../ties/arguments.js';

/** Nodes and edges that a network shows at most, and unless asked otherwise. */
export const NODES = { most: 500, fallback: 50 };
export const EDGES = { most: 2_000, fallback: 200 };
/** Steps around the focus at most. */
export const FOCUS_STEPS_MOST = 6;

const bound = ({ most, fallback }: typeof NODES, what: string): ArgPlan => ({
  type: () => Int,
  defaultValue: fallback,
  description: `How many ${what} are shown at most, the heaviest; 1 to ${most}. What is cut is counted.`,
});

/** Arguments of `network`. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  mode: {
    type: enumOf(networkMode),
    defaultValue: 'ONE_MODE',
    description: 'Whether countries are linked with each other, or with what `with` names.',
  },
  with: {
    type: enumOf(networkWith),
    nullable: true,
    description: 'With `mode: TWO_MODE`: what countries are linked with.',
  },
  ...COUNTED_ARGUMENTS,
  nodes: bound(NODES, 'nodes'),
  edges: bound(EDGES, 'edges'),
  focus: {
    type: () => ID,
    nullable: true,
    description: 'Id of the node in the middle, for example country/egy; the whole network when left out.',
  },
  steps: {
    type: () => Int,
    nullable: true,
    description: `With \`focus\`: how many steps around it are shown, 1 to ${FOCUS_STEPS_MOST}; 1 when left out.`,
  },
};
