import type { Kind } from '../../model/declaration.js';
import { FACT_KINDS, kindNamed } from '../../model/kinds.js';
import type { LeftOutReason } from '../../model/values/left-out.js';
import { anyOf, cypher, int, joined, nothing, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { FACT_RELATIONSHIPS } from '../model-names.js';
import { besideColumns, besideOf, pageOf, type BesideColumns } from './entities.js';
import { factConditions, holdsCondition } from './fact-conditions.js';
import type { DayRange, FactFilter } from './filters.js';
import { keyDates } from './key-dates.js';
import { TOTAL_BOUND, type Beside, type Page, type PageOf } from './page.js';
import { project, type Projection } from './projection.js';

/** Where a walk over facts begins: everywhere, or at entities of one kind, each with a page of its own. */
export type FactAnchor =
  | { readonly at: 'all' }
  | { readonly at: 'entities'; readonly kind: string; readonly ids: readonly string[] };

/** Ties from a fact to what it is about; that a date hangs on a meeting makes no fact of the meeting. */
const OWN_TIES = anyOf(FACT_RELATIONSHIPS.filter(({ text }) => !text.startsWith('NOT_')));

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
  const conditions = factConditions(filter, only);
  const walk = walkFrom(anchor, only?.kind, filter.dated, conditions, citedOnly(filter));
  const bounded = counting === 'EXACT' ? nothing : cypher` LIMIT ${int(TOTAL_BOUND + 1)}`;
  const passed = beside.leftOut ? passedOver(anchor, only, filter) : [];
  const rows = await door.read<
    {
      anchor: string;
      rows: [string, unknown[]][];
      total: number | null;
      passed: number[];
    } & BesideColumns
  >(
    statement(
      'factPage',
      cypher`UNWIND ${anchor.at === 'all' ? [''] : anchor.ids} AS anchor
CALL (anchor) {
${walk(page.after, newest(page.first + 1))}
WITH f, key${newest(page.first + 1)}
RETURN collect([substring(key, size(anchor)), ${block.expression}]) AS rows
}
${
  counting === 'NO'
    ? nothing
    : cypher`CALL (anchor) {
${walk(null, bounded)}
WITH f${bounded}
RETURN count(f) AS total
}`
}
${passed.reduce((all, { text }) => cypher`${all}${text}\n`, nothing)}RETURN anchor, rows, ${counting === 'NO' ? cypher`null` : cypher`total`} AS total, [${joined(
        passed.map(({ column }) => column),
        ', ',
      )}] AS passed, ${besideColumns(beside)}`,
    ),
    asking,
  );
  return new Map(
    rows.map((row) => {
      const decoded = row.rows.map(([key, list]) => ({ key, row: block.decode(list) }));
      const leftOut = passed
        .map(({ reason }, i) => ({ reason, count: row.passed[i] ?? 0 }))
        .filter(({ count }) => count > 0);
      const found = { ...pageOf(decoded, page.first, row.total, counting), ...besideOf(beside, row) };
      return [row.anchor, beside.leftOut ? { ...found, leftOut } : found];
    }),
  );
}

const newest = (most: number): Fragment => cypher` ORDER BY key DESC LIMIT ${int(most)}`;

/** Claims of all asked documents up to which their facts are gathered and sorted; of more, the walk along all facts meets enough soon. */
const FEW_CLAIMS = 20_000;

/** Documents that a filter asks for and by which facts can be found; what is possibly the same is not known beforehand. */
const citedOnly = ({ evidence, together }: FactFilter): readonly string[] | null =>
  together ? null : (evidence?.documents ?? null);

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
  const undated = walkFrom(anchor, only?.kind, 'UNKNOWN', factConditions(filter, only));
  const surely = holds?.surely ? holds : null;
  const unsure = surely && [
    ...factConditions({ ...filter, holds: { ...surely, surely: false } }, only),
    cypher`NOT coalesce(${joined(holdsCondition(surely), ' AND ')}, false)`,
  ];
  return [
    ...(days ? [counted('UNDATED', cypher`undated`, undated(null))] : []),
    ...(unsure
      ? [counted('HELD_POSSIBLY', cypher`unsure`, walkFrom(anchor, only?.kind, dated, unsure)(null))]
      : []),
  ];
}

/**
 * The ordered walk of an anchor, as text over `anchor` that yields `f` and `key`. A cursor is the key after the anchor's id.
 * `cut` says how many of them are wanted, for a walk that has two ways and goes one of them.
 */
function walkFrom(
  anchor: FactAnchor,
  kind: string | undefined,
  dated: DayRange | 'UNKNOWN' | undefined,
  conditions: readonly Fragment[],
  documents: readonly string[] | null = null,
): (after: string | null, cut?: Fragment) => Fragment {
  const prefix = anchor.at === 'all' ? (kind ? `${kind}|` : '') : kind ? `|${kind}|` : '|';
  const dates = keyDates(dated);
  const [low, high] = [`${prefix}${dates.low}`, `${prefix}${dates.high}`];
  const also = conditions.length === 0 ? nothing : cypher`WHERE ${joined(conditions, ' AND ')}`;
  const property = kind ? cypher`kindKey` : cypher`key`;
  return (after, cut = nothing) => {
    const upper = after !== null && after < high ? after : high;
    if (anchor.at === 'all') {
      const along = (end: Fragment): Fragment => cypher`MATCH (f:Fact)
USING INDEX SEEK f:Fact(${property})
WHERE f.${property} > ${low} AND f.${property} < ${end}
WITH f, f.${property} AS key
${also}`;
      if (!documents) return along(cypher`${upper}`);
      // The way that is not taken seeks in an empty range, since a plain condition would be asked after the seek.
      return cypher`MATCH (source:Entity) WHERE source.id IN ${documents}
WITH sum(COUNT { (source)<-[:CITES]-() }) <= ${int(FEW_CLAIMS)} AS few
CALL (few) {
MATCH (source:Entity) USING INDEX SEEK source:Entity(id) WHERE source.id IN CASE WHEN few THEN ${documents} ELSE [] END
WITH source
MATCH (source)<-[:CITES]-(:Claim)-[:STATES]->(f:Fact)
WITH DISTINCT f, f.${property} AS key
WHERE key > ${low} AND key < ${upper}
WITH f, key
${also}
RETURN f, key${cut}
UNION ALL
${along(cypher`CASE WHEN few THEN '' ELSE ${upper} END`)}
RETURN f, key${cut}
}
WITH f, key`;
    }
    if (anchor.kind === 'Country' || anchor.kind === 'Topic') {
      const edge = anchor.kind === 'Country' ? cypher`FOR` : cypher`UNDER`;
      return cypher`MATCH (f)-[r:${edge}]->()
USING INDEX SEEK r:${edge}(${property})
WHERE r.${property} > anchor + ${low} AND r.${property} < anchor + ${upper}
WITH f, r.${property} AS key
${also}`;
    }
    return cypher`MATCH (n:Entity {id: anchor})<-[:${OWN_TIES}]-(f:Fact)
WITH DISTINCT f, anchor + ${kind ? cypher`'|' + f.kindKey` : cypher`'|' + f.key`} AS key, anchor
WHERE key > anchor + ${low} AND key < anchor + ${upper}
WITH f, key
${also}`;
  };
}
