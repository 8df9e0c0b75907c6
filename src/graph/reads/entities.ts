import type { EntityKind } from '../../model/declaration.js';
import { cypher, int, joined, nameOf, nothing, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { declaredConditions } from './declared.js';
import type { DeclaredFilter } from './filters.js';
import { TOTAL_BOUND, type Beside, type Counting, type Page, type PageOf } from './page.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from './projection.js';
import { COVERS, type Covers } from './covers.js';

/** One page of the entities of a kind, in the order of their ids, which is the order of the index. */
export async function entityPage(
  door: Door,
  asking: Asking,
  kind: EntityKind,
  filter: DeclaredFilter,
  page: Page,
  beside: Beside,
  projection: Projection,
): Promise<PageOf> {
  const { counting } = beside;
  const block = project('n', [kind], projection);
  const conditions = [VISIBLE_NODE('n'), ...declaredConditions('n', kind, filter)];
  // Ids begin with the kind, so the one index on Entity(id) walks each kind in order.
  const walk = (from: string): Fragment => cypher`MATCH (n:Entity:${nameOf(kind.kind)})
USING INDEX SEEK n:Entity(id)
WHERE n.id > ${from} AND n.id < ${`${kind.prefix}0`} AND ${joined(conditions, ' AND ')}`;
  const [answer] = await door.read<{ rows: unknown[][]; total: number | null } & BesideColumns>(
    statement(
      'entityPage',
      cypher`${
        beside.withoutRows
          ? cypher`WITH [] AS rows
`
          : cypher`CALL () {
${walk(page.after ?? `${kind.prefix}/`)}
WITH n ORDER BY n.id LIMIT ${int(page.first + 1)}
RETURN collect(${block.expression}) AS rows
}
`
      }${
        counting === 'NO'
          ? nothing
          : cypher`CALL () {
${walk(`${kind.prefix}/`)}
${counting === 'EXACT' ? cypher`WITH n` : cypher`WITH n LIMIT ${int(TOTAL_BOUND + 1)}`}
RETURN count(n) AS total
}
`
      }${besideBlocks(beside)}RETURN rows, ${counting === 'NO' ? cypher`null` : cypher`total`} AS total, ${besideColumns(beside)}`,
    ),
    asking,
  );
  const rows = (answer?.rows ?? []).map((list) => block.decode(list)).map((row) => ({ key: row.id, row }));
  return { ...pageOf(rows, page.first, answer?.total ?? null, counting), ...besideOf(beside, answer) };
}

/** The entity of a kind that has a code, where an index finds it; should several have it, the first by id. */
export async function entityByCode(
  door: Door,
  asking: Asking,
  kind: EntityKind,
  code: string,
  value: string,
  projection: Projection,
): Promise<NodeRow | undefined> {
  const block = project('n', [kind], projection);
  const label = nameOf(kind.kind);
  const [row] = await door.read<{ entity: unknown[] }>(
    statement(
      'entityByCode',
      cypher`MATCH (n:${label}) USING INDEX SEEK n:${label}(${nameOf(code)})
WHERE n.${nameOf(code)} = ${value} AND ${VISIBLE_NODE('n')}
RETURN ${block.expression} AS entity ORDER BY n.id LIMIT 1`,
    ),
    asking,
  );
  return row && block.decode(row.entity);
}

/** What every page has beside its rows. */
export interface BesideColumns {
  readonly covers: Covers;
  readonly version: number | null;
}

/**
 * What every source says that it covers, where an empty page is to be explained; the version, where it is asked for. Blocks
 * before the columns, since beside an expression that is a statement of its own the planner reads each property twice.
 */
export const besideBlocks = ({ covers, version }: Beside): Fragment =>
  cypher`${covers ? COVERS : nothing}${version ? VERSION : nothing}`;

const VERSION = cypher`CALL () {
MATCH (g:Graph {id: 'graph'})
RETURN max(g.version) AS version
}
`;

/** What those blocks found, as columns. */
export const besideColumns = ({ covers, version }: Beside): Fragment =>
  cypher`${covers ? cypher`covers` : cypher`[] AS covers`}, ${version ? cypher`version` : cypher`null AS version`}`;

/** The same, read. */
export const besideOf = (
  { covers, version }: Beside,
  row: BesideColumns | undefined,
): Pick<PageOf, 'covers' | 'version'> => ({
  ...(covers ? { covers: row?.covers ?? [] } : {}),
  ...(version ? { version: row?.version ?? 0 } : {}),
});

/** Cuts off the row that only told whether there are more, and reads the total. */
export function pageOf(
  rows: PageOf['rows'],
  first: number,
  counted: number | null,
  counting: Counting,
): PageOf {
  const more = counting === 'BOUNDED' && counted !== null && counted > TOTAL_BOUND;
  return {
    rows: rows.slice(0, first),
    hasNext: rows.length > first,
    total: counted === null ? null : { count: more ? TOTAL_BOUND : counted, more },
  };
}
