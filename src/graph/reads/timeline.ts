import { PREFIX, type BoundsCount } from '../../model/rules/timeline.js';
import type { TimeStep } from '../../model/values/counting.js';
import { cypher, int, joined, nameOf, statement, type Statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { besideBlocks, besideColumns, besideOf, type BesideColumns } from './entities.js';
import type { FactFilter } from './filters.js';
import { matchedFacts } from './matched-facts.js';
import type { Covers } from './covers.js';

const BOUNDS = ['startMin', 'startMax', 'endMin', 'endMax'] as const;

/** The facts under a filter, counted by their bounds. */
export interface CountedBounds {
  readonly counts: readonly BoundsCount[];
  readonly covers: Covers;
  readonly version: number;
}

const BESIDE = { counting: 'NO', covers: true, version: true } as const;

/** The statement of a timeline: bounds are cut to the step, so that there are few rows whatever the facts are. */
export const timelineStatement = (filter: FactFilter, step: TimeStep): Statement =>
  statement(
    'timeline',
    cypher`CALL () {
${matchedFacts(filter)}
WITH ${joined(
      BOUNDS.map((bound) => cypher`left(f.${nameOf(bound)}, ${int(PREFIX[step])}) AS ${nameOf(bound)}`),
      ', ',
    )}, count(f) AS facts
RETURN collect([startMin, startMax, endMin, endMax, facts]) AS counts
}
${besideBlocks(BESIDE)}RETURN counts, ${besideColumns(BESIDE)}`,
  );

/** Counts the facts under a filter by their bounds. */
export async function countBounds(
  door: Door,
  asking: Asking,
  filter: FactFilter,
  step: TimeStep,
): Promise<CountedBounds> {
  type Counted = [string | null, string | null, string | null, string | null, number];
  const [row] = await door.read<{ counts: Counted[] } & BesideColumns>(
    timelineStatement(filter, step),
    asking,
  );
  const { covers = [], version = 0 } = besideOf(BESIDE, row);
  return {
    counts: (row?.counts ?? []).map(([startMin, startMax, endMin, endMax, facts]) => ({
      startMin,
      startMax,
      endMin,
      endMax,
      facts,
    })),
    covers,
    version,
  };
}
