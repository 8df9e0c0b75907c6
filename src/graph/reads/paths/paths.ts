import { FACT_KINDS } from '../../../model/kinds.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { kindsAt, project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';
import { joining, reached, type PathFilter } from './steps.js';

/** Facts shown of one step, newest first; all are counted. */
export const FACTS_SHOWN = 5;

/** Kinds of entities that may stand on a path. */
export const PATH_ENTITIES = kindsAt(['Country', 'Agency', 'Meeting', 'Initiative', 'Topic']);

/** What the client selected of each path. */
export interface PathProjection {
  readonly entity: Projection;
  readonly fact: Projection;
}

/** Two neighbours on a path and the facts that join them. */
export interface StepRow {
  readonly from: NodeRow;
  readonly to: NodeRow;
  readonly factCount: number;
  /** Kind and date (`-` where unknown) of the newest fact. */
  readonly newest: readonly [kind: string, date: string];
  readonly facts: readonly NodeRow[];
}

/** One path: its entities in order, and the steps between them. */
export interface PathRow {
  readonly key: string;
  readonly entities: readonly NodeRow[];
  readonly steps: readonly StepRow[];
}

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

interface Part {
  readonly text: Fragment;
  decode(rows: readonly unknown[][], entities: readonly unknown[][], facts: readonly unknown[][]): PathRow[];
}

type Columns = readonly [key: string, entities: string[], steps: [number, string, string, string[]][]];

function partOf(filter: PathFilter, wanted: PathProjection): Part {
  const entity = project('n', PATH_ENTITIES, wanted.entity);
  const fact = project('f', FACT_KINDS, wanted.fact);
  return {
    text: cypher`CALL (page) {
  UNWIND page AS one
  CALL (one) {
    UNWIND range(0, size(one.path) - 2) AS i
    WITH i, one.path[i] AS u, one.path[i + 1] AS next
    CALL (u, next) {
      WITH u, next AS v
      ${joining(filter)}
      WITH DISTINCT f ORDER BY f.key DESC
      RETURN collect(f) AS joins
    }
    WITH i, joins ORDER BY i
    RETURN collect([size(joins), head(joins).kind, head(split(head(joins).key, '|')), [f IN joins[..${int(FACTS_SHOWN)}] | f.id]]) AS steps,
      collect(joins[..${int(FACTS_SHOWN)}]) AS shown
  }
  RETURN collect([one.key, [n IN one.path | n.id], steps]) AS rows, collect(one.path) AS stops, collect(shown) AS shown
}
CALL (stops) {
  UNWIND stops AS path UNWIND path AS n
  WITH DISTINCT n
  RETURN collect(${entity.expression}) AS entities
}
CALL (shown) {
  UNWIND shown AS lists UNWIND lists AS list UNWIND list AS f
  WITH DISTINCT f
  RETURN collect(${fact.expression}) AS facts
}`,
    decode(rows, entities, facts) {
      const read = (lists: readonly unknown[][], block: typeof entity): Map<string, NodeRow> =>
        new Map(lists.map((list) => block.decode(list)).map((row) => [row.id, row]));
      const stops = read(entities, entity);
      const known = read(facts, fact);
      return (rows as unknown as Columns[]).map(([key, ids, steps]) => {
        const path = ids.flatMap((id) => stops.get(id) ?? []);
        return {
          key,
          entities: path,
          steps: steps.flatMap(([factCount, kind, date, some], i) => {
            const [from, to] = [path[i], path[i + 1]];
            const named = some.flatMap((id) => known.get(id) ?? []);
            return from && to ? [{ from, to, factCount, newest: [kind, date] as const, facts: named }] : [];
          }),
        };
      });
    },
  };
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
): { statement: Statement; part: Part } {
  const part = partOf(filter, wanted);
  const end = (name: 'a' | 'b', id: string): Fragment =>
    cypher`OPTIONAL MATCH (${name === 'a' ? cypher`a` : cypher`b`}:Entity {id: ${id}}) WHERE ${VISIBLE_NODE(name)}`;
  const card = project('n', PATH_ENTITIES, { whole: false, blocks: {} });
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
  const card = project('n', PATH_ENTITIES, { whole: false, blocks: {} });
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
