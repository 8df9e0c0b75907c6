import type { LeftOut } from '../../model/values/left-out.js';
import type { Strictness } from '../../model/values/strictness.js';
import { cypher, joined, nothing, statement, type Fragment, type Statement } from '../cypher.js';
import { UNKNOWN_DATE } from '../derived/keys.js';
import type { Asking, Door } from '../door.js';
import type { Sensitivity } from './after-exchange/sensitivity.js';
import { besideBlocks, besideColumns, type BesideColumns } from './entities.js';
import { evidenceConditions, holdsCondition } from './fact-conditions.js';
import type { FactFilter } from './filters.js';
import { matchedFacts } from './matched-facts.js';
import type { Covers } from './covers.js';

/** What a single fact must be at each strictness that concerns facts alone. */
const STRICTER: readonly (readonly [Exclude<Strictness, 'AS_ASKED' | 'ALL'>, Fragment])[] = [
  ['STATED', joined(evidenceConditions({ minCertainty: 'STATED' }), ' AND ')],
  ['UNCONTESTED', cypher`f.status <> 'DISPUTED' AND f.conflicts IS NULL`],
  ['TWO_DOCUMENTS', cypher`f.documents >= 2`],
];

const counted = (condition: Fragment): Fragment => cypher`count(CASE WHEN ${condition} THEN 1 END)`;

/** Facts of which the days asked for do not decide whether they belong, counted. */
function undecided(filter: FactFilter): [LeftOut['reason'], Fragment][] {
  const { dated, holds, ...rest } = filter;
  const days = dated?.from !== undefined || dated?.to !== undefined;
  const undated = { ...rest, ...(holds ? { holds } : {}) };
  const possibly = { ...filter, ...(holds ? { holds: { ...holds, surely: false } } : {}) };
  return [
    ...(days
      ? [
          [
            'UNDATED',
            cypher`${matchedFacts(undated)}\nWITH f WHERE f.key STARTS WITH ${`${UNKNOWN_DATE}|`}\nRETURN count(f)`,
          ] satisfies [LeftOut['reason'], Fragment],
        ]
      : []),
    ...(holds?.surely
      ? [
          [
            'HELD_POSSIBLY',
            cypher`${matchedFacts(possibly)}\nWITH f WHERE NOT coalesce(${joined(holdsCondition(holds), ' AND ')}, false)\nRETURN count(f)`,
          ] satisfies [LeftOut['reason'], Fragment],
        ]
      : []),
  ];
}

const BESIDE = { counting: 'NO', covers: true, version: true } as const;

/** The statement of the question: one walk over the facts that `facts(filter)` lists. */
export function factSensitivityStatement(filter: FactFilter): Statement {
  const leftOut = undecided(filter).map(([reason, count]) => cypher`[${reason}, head(COLLECT { ${count} })]`);
  return statement(
    'factSensitivity',
    cypher`CALL () {
${matchedFacts(filter)}
RETURN [count(f), ${joined(
      STRICTER.map(([, condition]) => counted(condition)),
      ', ',
    )}, ${counted(
      joined(
        STRICTER.map(([, condition]) => condition),
        ' AND ',
      ),
    )}] AS counts
}
${besideBlocks(BESIDE)}RETURN counts, [${leftOut.length === 0 ? nothing : joined(leftOut, ', ')}] AS leftOut, ${besideColumns(BESIDE)}`,
  );
}

/** Counts the facts under a filter as asked, stated, uncontested, and supported by two documents. */
export async function factSensitivity(
  door: Door,
  asking: Asking,
  filter: FactFilter,
): Promise<Sensitivity & { readonly covers: Covers }> {
  const [row] = await door.read<{ counts: number[]; leftOut: [LeftOut['reason'], number][] } & BesideColumns>(
    factSensitivityStatement(filter),
    asking,
  );
  const levels = ['AS_ASKED', ...STRICTER.map(([level]) => level), 'ALL'] as const;
  return {
    counts: levels.map((level, i) => ({ strictness: level, count: row?.counts[i] ?? 0 })),
    leftOut: (row?.leftOut ?? [])
      .map(([reason, count]) => ({ reason, count }))
      .filter(({ count }) => count > 0),
    version: row?.version ?? 0,
    covers: row?.covers ?? [],
  };
}
