import type { ArgPlan } from '../../types/declare.js';
import { allKinds, enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';

/** Arguments of the root field. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  since: {
    type: () => String,
    nullable: true,
    description:
      'After what: a version of the graph, for example "12" (what came after it); the id of a batch, for example "batch/seed-1" (what came after it); or a day, for example "2026-03-01" (what was applied on that day, in UTC, or later). From the first when left out.',
  },
  kinds: {
    type: enumOf(allKinds),
    list: true,
    nullable: true,
    description: 'Kinds of facts and entities, for example [Cooperation]; all when left out.',
  },
  ...pageArgs,
};
