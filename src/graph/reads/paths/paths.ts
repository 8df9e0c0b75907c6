import type { LeftOut } from '../../../model/values/left-out.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { CARD, project, VISIBLE_NODE, type NodeRow } from '../projection.js';
import { partOf, PATH_ENTITIES, type PathPart, type PathProjection, type PathRow } from './rows.js';
import { joining, reached, type PathFilter } from './steps.js';

/** One page of paths, all of one length. */
export interface Paths {
  readonly paths: readonly PathRow[];
  readonly hasNext: boolean;
  readonly total: number;
  /** Hubs through which no path was looked for, and facts of the two ends with too many countries. */
  readonly leftOut: readonly LeftOut[];
  /** Names of the two ends; null for one that is not there. */
  readonly ends: readonly [NodeRow | null, NodeRow | null];
  readonly version: number;
}

/** All shortest paths as lists of entities, `found`, and the hubs met, `hubs`. */
function shortest(filter: PathFilter): Fragment {
  const { maxSteps } = filter;
  // Each longer way is only looked for where there is no shorter one.
  const two =
    maxSteps < 2
      ? nothing
      : cypher`UNION ALL
  UNWIND CASE WHEN thereA THEN [] ELSE openA END AS m
  WITH m WHERE m IN openB
  RETURN [a, m, b] AS path`;
  const three =
    maxSteps < 3
      ? cypher`WITH a, b, hubs, near AS found`
      : cypher`CALL (a, b, near, openA, openB) {
  UNWIND CASE WHEN size(near) = 0 THEN openA ELSE [] END AS u
  ${joining(filter)}
  WITH DISTINCT u, v WHERE v IN openB
  RETURN collect([a, u, v, b]) AS far
}
WITH a, b, hubs, near + far AS found`;
  return cypher`CALL (a, b) {
  ${reached(filter, 'a')}
}
CALL (a, b) {
  ${
    maxSteps < 2
      ? cypher`RETURN [] AS openB, [] AS cutB`
      : cypher`CALL (a, b) {
  ${reached(filter, 'b')}
  }
  RETURN openB, cutB`
  }
}
CALL (a, b, thereA, openA, openB) {
  CALL (a, b, thereA, openA, openB) {
  UNWIND CASE WHEN thereA THEN [1] ELSE [] END AS one RETURN [a, b] AS path
  ${two}
  }
  RETURN collect(path) AS near
}
CALL (thereA, cutA, cutB) {
  UNWIND ${maxSteps < 2 ? cypher`[]` : cypher`CASE WHEN thereA THEN [] ELSE cutA + cutB END`} AS hub
  RETURN count(DISTINCT hub) AS hubs
}
${three}`;
}

const tooLarge = ({ from, to, maxParties }: PathFilter): Fragment => cypher`COUNT {
  MATCH (e:Entity)<-[:FOR|PARTY|AT|IN|ON]-(f:Fact)
  WHERE e.id IN ${[from, to]} AND f.key IS NOT NULL AND f.namedCountries > ${int(maxParties)}
  RETURN DISTINCT f }`;

/** The statement of the question: all shortest paths are found, those of the page are read with their facts. */
export function pathsStatement(
  filter: PathFilter,
  page: Page,
  survey: boolean,
  wanted: PathProjection,
): { statement: Statement; part: PathPart } {
  const part = partOf(filter, wanted);
  const end = (name: 'a' | 'b', id: string): Fragment =>
    cypher`OPTIONAL MATCH (${name === 'a' ? cypher`a` : cypher`b`}:Entity {id: ${id}}) WHERE ${VISIBLE_NODE(name)}`;
  const card = project('n', PATH_ENTITIES, CARD);
  const text = cypher`${end('a', filter.from)}
${end('b', filter.to)}
${shortest(filter)}
CALL (found) {
  UNWIND found AS path
  WITH path, reduce(key = '', n IN path | key + n.id + '|') AS key ORDER BY key
  WITH collect({key: key, path: path}) AS sorted
  RETURN size(sorted) AS total, [one IN sorted WHERE one.key > ${page.after ?? ''}][..${int(page.first + 1)}] AS page
}
${part.text}
MATCH (g:Graph {id: 'graph'})
RETURN rows, entities, facts, total, hubs, g.version AS version,
  [n IN [a, b] | CASE WHEN n IS NULL THEN null ELSE ${card.expression} END] AS ends,
  ${survey ? tooLarge(filter) : cypher`0`} AS tooLarge`;
  return { statement: statement('paths', text), part };
}

interface Row {
  readonly rows: readonly unknown[][];
  readonly entities: readonly unknown[][];
  readonly facts: readonly unknown[][];
  readonly total: number;
  readonly hubs: number;
  readonly tooLarge: number;
  readonly ends: readonly (unknown[] | null)[];
  readonly version: number;
}

/** Reads one page of the shortest paths between two entities. */
export async function shortestPaths(
  door: Door,
  asking: Asking,
  filter: PathFilter,
  page: Page,
  survey: boolean,
  wanted: PathProjection,
): Promise<Paths> {
  const { statement: asked, part } = pathsStatement(filter, page, survey, wanted);
  const [row] = await door.read<Row>(asked, asking);
  const card = project('n', PATH_ENTITIES, CARD);
  const paths = part.decode(row?.rows ?? [], row?.entities ?? [], row?.facts ?? []);
  const counts = [
    { reason: 'HUB_NOT_PASSED', count: row?.hubs ?? 0 },
    { reason: 'FACT_TOO_LARGE', count: row?.tooLarge ?? 0 },
  ] as const;
  const endOf = (i: 0 | 1): NodeRow | null => {
    const list = row?.ends[i];
    return list ? card.decode(list) : null;
  };
  return {
    paths: paths.slice(0, page.first),
    hasNext: paths.length > page.first,
    total: row?.total ?? 0,
    leftOut: counts.filter(({ count }) => count > 0),
    ends: [endOf(0), endOf(1)],
    version: row?.version ?? 0,
  };
}
