import type { Kind } from '../../model/declaration.js';
import { FACT_KINDS, kindNamed } from '../../model/kinds.js';
import type { LeftOutReason } from '../../model/values/left-out.js';
import { cypher, int, joined, nothing, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { besideBlocks, besideColumns, besideOf, pageOf, type BesideColumns } from './entities.js';
import { holdsCondition } from './fact-conditions.js';
import { factWalk, type FactAnchor } from './fact-walk.js';
import type { FactFilter } from './filters.js';
import { TOTAL_BOUND, type Beside, type Page, type PageOf } from './page.js';
import { kindsAt, project, VISIBLE_NODE, type Projection } from './projection.js';

/**
 * Pages of facts, newest first, unknown dates last; a map from anchor id (`''` for all) to its page. The walk follows an
 * ordered key, so a page costs the same however deep it lies.
 */
export async function factPages(
  door: Door,
  asking: Asking,
  anchor: FactAnchor,
  filter: FactFilter,
  page: Page,
  beside: Beside,
  projection: Projection,
): Promise<Map<string, PageOf>> {
  const { counting } = beside;
  const kinds = filter.kinds ? FACT_KINDS.filter(({ kind }) => filter.kinds?.includes(kind)) : FACT_KINDS;
  const only = kinds.length === 1 ? kindNamed(kinds[0]?.kind ?? '') : undefined;
  const block = project('f', kinds, projection);
  // The key of a walk over one kind names it, so that facts of other kinds are never met.
  const walk = factWalk(anchor, only, filter);
  const bounded = counting === 'EXACT' ? nothing : cypher` LIMIT ${int(TOTAL_BOUND + 1)}`;
  const asked = anchor.at === 'entities' && anchor.itself;
  const itself = asked ? project('entity', kindsAt([anchor.kind]), asked) : null;
  const passed = beside.leftOut ? passedOver(anchor, only, filter) : [];
  const records = await door.read<FactRecord>(
    statement(
      'factPage',
      cypher`UNWIND ${walk.anchors} AS anchor
${
  beside.withoutRows
    ? cypher`WITH anchor, [] AS rows`
    : cypher`CALL (anchor) {
${walk.text(page.after, newest(page.first + 1))}
WITH f, key${newest(page.first + 1)}
RETURN collect([substring(key, size(anchor)), ${block.expression}]) AS rows
}`
}
${
  counting === 'NO'
    ? nothing
    : cypher`CALL (anchor) {
${walk.text(null, bounded)}
WITH f${bounded}
RETURN count(f) AS total
}`
}
${
  itself
    ? cypher`CALL (anchor) {
MATCH (entity:Entity {id: anchor}) WHERE ${VISIBLE_NODE('entity')}
RETURN collect(${itself.expression}) AS itself
}
`
    : nothing
}${passed.reduce((all, { text }) => cypher`${all}${text}\n`, nothing)}${besideBlocks(beside)}WITH anchor, rows, ${counting === 'NO' ? cypher`null` : cypher`total`} AS total, [${joined(
        passed.map(({ column }) => column),
        ', ',
      )}] AS passed, ${itself ? cypher`itself` : cypher`[]`} AS itself, ${besideColumns(beside)}
UNWIND range(0, CASE size(rows) WHEN 0 THEN 0 ELSE size(rows) - 1 END) AS i
RETURN anchor, rows[i] AS row, CASE i WHEN 0 THEN total END AS total, CASE i WHEN 0 THEN passed END AS passed,
  CASE i WHEN 0 THEN itself END AS itself, CASE i WHEN 0 THEN covers END AS covers, version`,
    ),
    asking,
  );
  const pages = new Map<string, PageOf>();
  for (const [at, own] of byAnchor(records)) {
    const [first] = own;
    const decoded = own.flatMap(({ row }) => (row ? [{ key: row[0], row: block.decode(row[1]) }] : []));
    const leftOut = passed
      .map(({ reason }, i) => ({ reason, count: first.passed[i] ?? 0 }))
      .filter(({ count }) => count > 0);
    const found = {
      ...pageOf(decoded, page.first, first.total, counting),
      ...besideOf(beside, first),
      ...(itself ? { itself: first.itself[0] ? itself.decode(first.itself[0]) : null } : {}),
    };
    pages.set(anchor.at === 'all' ? '' : at, beside.leftOut ? { ...found, leftOut } : found);
  }
  return pages;
}

/**
 * One fact of a page, a record each, since the driver reads the texts of one large record several times as slowly. What
 * stands beside the page comes with the first record, which is there even when the page is empty.
 */
type FactRecord = BesideColumns & {
  readonly anchor: string;
  readonly row: readonly [key: string, columns: readonly unknown[]] | null;
  readonly total: number | null;
  readonly passed: readonly number[];
  readonly itself: readonly (readonly unknown[])[];
};

function byAnchor(records: readonly FactRecord[]): Map<string, [FactRecord, ...FactRecord[]]> {
  const pages = new Map<string, [FactRecord, ...FactRecord[]]>();
  for (const record of records) {
    const own = pages.get(record.anchor);
    if (own) own.push(record);
    else pages.set(record.anchor, [record]);
  }
  return pages;
}

const newest = (most: number): Fragment => cypher` ORDER BY key DESC LIMIT ${int(most)}`;

interface PassedOver {
  readonly reason: LeftOutReason;
  readonly column: Fragment;
  readonly text: Fragment;
}

/** Facts of which the filter's days do not decide whether they belong: without any date, or of unsure bounds. */
function passedOver(anchor: FactAnchor, only: Kind | undefined, filter: FactFilter): PassedOver[] {
  const { dated, holds } = filter;
  const counted = (reason: LeftOutReason, column: Fragment, walk: Fragment): PassedOver => ({
    reason,
    column,
    text: cypher`CALL (anchor) {\n${walk}\nRETURN count(f) AS ${column}\n}`,
  });
  const days = dated?.from !== undefined || dated?.to !== undefined;
  const undated = factWalk(anchor, only, filter, { dated: 'UNKNOWN' });
  const surely = holds?.surely ? holds : null;
  const unsure =
    surely &&
    factWalk(
      anchor,
      only,
      { ...filter, holds: { ...surely, surely: false } },
      { also: [cypher`NOT coalesce(${joined(holdsCondition(surely), ' AND ')}, false)`] },
    );
  return [
    ...(days ? [counted('UNDATED', cypher`undated`, undated.text(null))] : []),
    ...(unsure ? [counted('HELD_POSSIBLY', cypher`unsure`, unsure.text(null))] : []),
  ];
}
