import type { LeftOut } from '../../../model/values/left-out.js';
import { cypher, int, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { VISIBLE_NODE } from '../projection.js';
import { needs, type MatchFilter } from './conditions.js';
import { partOf, type MatchPart, type MatchProjection, type MatchRow } from './rows.js';
import { COVERS, type Covers } from '../covers.js';

/** One page of matches. */
export interface Matches {
  readonly rows: readonly MatchRow[];
  readonly hasNext: boolean;
  /** Null when not asked for. */
  readonly total: number | null;
  readonly leftOut: readonly LeftOut[] | null;
  readonly covers: Covers;
  /** Ids that were asked for and are not there. */
  readonly unknown: readonly string[];
  readonly version: number;
}

const unknownOf = (filter: MatchFilter): Fragment => {
  const ids = [filter.topic, filter.country, filter.candidate].filter((id) => id !== null);
  return cypher`COLLECT { UNWIND ${ids} AS id
  OPTIONAL MATCH (e:Entity {id: id}) WHERE ${VISIBLE_NODE('e')}
  WITH id, e WHERE e IS NULL RETURN id }`;
};

/** The statement of the question: a page of needs by id, each with who may answer it. */
export function matchesStatement(
  filter: MatchFilter,
  page: Page,
  survey: boolean,
  wanted: MatchProjection,
): { statement: Statement; part: MatchPart } {
  const part = partOf(filter, wanted);
  const count = (standing: boolean): Fragment =>
    survey ? cypher`COUNT { ${needs(filter, null, standing)} RETURN n }` : cypher`null`;
  const text = cypher`CALL () {
${needs(filter, page.after, true)}
WITH n ORDER BY n.id LIMIT ${int(page.first + 1)}
${part.text}
RETURN rows, facts
}
${COVERS}MATCH (g:Graph {id: 'graph'})
RETURN rows, facts, g.version AS version, ${count(true)} AS total, ${count(false)} AS anyStanding,
  ${unknownOf(filter)} AS unknown, covers`;
  return { statement: statement('matches', text), part };
}

interface Row {
  readonly rows: readonly unknown[][];
  readonly facts: readonly unknown[][];
  readonly version: number;
  readonly total: number | null;
  readonly anyStanding: number | null;
  readonly unknown: readonly string[];
  readonly covers: Covers;
}

/** Reads one page of needs with who may answer them, and with `survey` how many there are and were left out. */
export async function matches(
  door: Door,
  asking: Asking,
  filter: MatchFilter,
  page: Page,
  survey: boolean,
  wanted: MatchProjection,
): Promise<Matches> {
  const { statement: asked, part } = matchesStatement(filter, page, survey, wanted);
  const [row] = await door.read<Row>(asked, asking);
  const rows = part.decode(row?.rows ?? [], row?.facts ?? []);
  const total = row?.total ?? null;
  const counts = [
    { reason: 'OTHER_STANDING', count: (row?.anyStanding ?? 0) - (total ?? 0) },
    { reason: 'FACTS_NOT_WEIGHED', count: rows.slice(0, page.first).filter(({ capped }) => capped).length },
  ] as const;
  return {
    rows: rows.slice(0, page.first),
    hasNext: rows.length > page.first,
    total,
    leftOut: survey ? counts.filter(({ count }) => count > 0) : null,
    covers: row?.covers ?? [],
    unknown: row?.unknown ?? [],
    version: row?.version ?? 0,
  };
}
