import { FACT_KINDS } from '../../../model/kinds.js';
import { BOUNDS, type Period } from '../../../model/values/period.js';
import { cypher, int, joined, nameOf, type Fragment } from '../../cypher.js';
import { kindsAt, project, type NodeRow, type Projection } from '../projection.js';
import { joining, type PathFilter } from './steps.js';

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
  readonly newest: { readonly kind: string; readonly period: Period };
  readonly facts: readonly NodeRow[];
}

/** One path: its entities in order, and the steps between them. */
export interface PathRow {
  readonly key: string;
  readonly entities: readonly NodeRow[];
  readonly steps: readonly StepRow[];
}

type Bound = string | null;
type Events = readonly string[] | null;
type PeriodColumns = readonly [Bound, Bound, Bound, Bound, boolean | null, string | null, Events, Events];

const PERIOD_COLUMNS = cypher`[${joined(
  [...BOUNDS, 'ongoing', 'edtf', 'notBefore', 'notAfter'].map((name) => cypher`head(joins).${nameOf(name)}`),
  ', ',
)}]`;

function periodFrom([startMin, startMax, endMin, endMax, ongoing, edtf, ...events]: PeriodColumns): Period {
  const [notBefore, notAfter] = events.map((ids) => ids ?? []);
  return {
    startMin,
    startMax,
    endMin,
    endMax,
    ongoing: ongoing ?? false,
    edtf,
    notBefore: notBefore ?? [],
    notAfter: notAfter ?? [],
  };
}

/** How the paths of a page are read. */
export interface PathPart {
  readonly text: Fragment;
  decode(rows: readonly unknown[][], entities: readonly unknown[][], facts: readonly unknown[][]): PathRow[];
}

type Columns = readonly [key: string, entities: string[], steps: [number, string, PeriodColumns, string[]][]];

/** What is read of each path, by what the client selected. */
export function partOf(filter: PathFilter, wanted: PathProjection): PathPart {
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
    RETURN collect([size(joins), head(joins).kind, ${PERIOD_COLUMNS}, [f IN joins[..${int(FACTS_SHOWN)}] | f.id]]) AS steps,
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
          steps: steps.flatMap(([factCount, kind, columns, some], i) => {
            const [from, to] = [path[i], path[i + 1]];
            const named = some.flatMap((id) => known.get(id) ?? []);
            return from && to
              ? [{ from, to, factCount, newest: { kind, period: periodFrom(columns) }, facts: named }]
              : [];
          }),
        };
      });
    },
  };
}
