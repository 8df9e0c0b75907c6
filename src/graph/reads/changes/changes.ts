import { KINDS } from '../../../model/kinds.js';
import type { ClaimChange, ThingChange } from '../../../model/values/changes.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { pageOf } from '../entities.js';
import { TOTAL_BOUND, type Counting, type Page, type Total } from '../page.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';
import { changedClaim } from './changed-claim.js';
import { aboveKey, sinceKnown, type Since } from './since.js';

/** Which changes are asked for. */
export interface ChangesFilter {
  readonly since: Since;
  /** Kinds of facts and entities; null for all. */
  readonly kinds: readonly string[] | null;
}

/** What the client selected of each change; null for claims that are not asked for. */
export interface ChangeProjection {
  readonly node: Projection;
  readonly claim: Projection | null;
  /** Whether to count the batches of before changes were recorded. */
  readonly leftOut: boolean;
}

/** The batch by which something changed. */
export interface BatchRow {
  readonly id: string;
  readonly register: string;
  readonly appliedAt: string;
}

/** What one batch did to one fact or entity. */
export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly batch: BatchRow;
  readonly what: ThingChange;
  readonly values: readonly string[];
  /** As it is now; null while it is hidden. */
  readonly node: NodeRow | null;
  readonly changedClaims: readonly { readonly what: ClaimChange; readonly claim: NodeRow }[];
}

/** One page of changes, oldest first. */
export interface Changes {
  readonly rows: readonly { readonly key: string; readonly row: Change }[];
  readonly hasNext: boolean;
  readonly total: Total | null;
  /** Whether the batch that `since` names is there. */
  readonly known: boolean;
  /** Batches of before changes were recorded. */
  readonly unrecorded: number;
  readonly version: number;
}

/** Edges from a batch to claims, with what they say to have happened. */
const CLAIM_CHANGES = {
  CREATED: 'CREATED',
  REVIVED: 'REVIVED',
  ENDED: 'ENDED',
  WITHDREW: 'WITHDRAWN',
} as const satisfies Readonly<Record<string, ClaimChange>>;

/** By what they are about; what ended before what stands in its place. */
const placeOf = ({ what, claim }: Change['changedClaims'][number]): string =>
  `${String(claim['about'])} ${what === 'ENDED' || what === 'WITHDRAWN' ? 0 : 1} ${claim.id}`;

type Row = readonly [
  key: string,
  what: ThingChange,
  values: readonly string[],
  version: number,
  id: string,
  register: string,
  appliedAt: string,
  thing: string,
  kind: string,
  node: unknown[] | null,
  claims: readonly (readonly [keyof typeof CLAIM_CHANGES, unknown[]])[],
];

/** The one kind that is asked for; null for several or all. */
const onlyKind = ({ kinds }: ChangesFilter): string | null =>
  kinds?.length === 1 ? (kinds[0] ?? null) : null;

/** The key of a walk over one kind names it, so that changes of other kinds are never met. */
const keyOf = (filter: ChangesFilter): Fragment =>
  onlyKind(filter) === null ? cypher`key` : cypher`kindKey`;

/** The walk along the keys, which yields `r`, `b` and `n`. */
function walkOver(filter: ChangesFilter, after: string | null): Fragment {
  const { since, kinds } = filter;
  const only = onlyKind(filter);
  const front = only === null ? '' : `${only}|`;
  const property = keyOf(filter);
  return cypher`WITH ${aboveKey(since)} AS above
${after === null ? cypher`WITH above AS low` : cypher`WITH CASE WHEN above > ${after} THEN above ELSE ${after} END AS low`}
MATCH (b:Batch)-[r:TOUCHED]->(n)
USING INDEX SEEK r:TOUCHED(${property})
WHERE r.${property} > ${front} + low AND r.${property} < ${`${front}~`}${
    only === null && kinds ? cypher` AND n.kind IN ${kinds}` : nothing
  }`;
}

/** The statement of the question: a page of changes in the order of versions, within one by id. */
export function changesStatement(
  filter: ChangesFilter,
  page: Page,
  counting: Counting,
  wanted: ChangeProjection,
): { readonly statement: Statement; decode(this: void, row: Row): { key: string; row: Change } } {
  const node = project('n', KINDS, wanted.node);
  const claim = wanted.claim && changedClaim('c', wanted.claim);
  // The version of the batch is compared, not the batch itself, so that the walk never begins at its many claims.
  const claims = claim
    ? cypher`[(n)<-[:STATES]-(c:Claim)<-[x:CREATED|REVIVED|ENDED|WITHDREW]-(q:Batch) WHERE q.version = b.version | [type(x), ${claim.expression}]]`
    : cypher`[]`;
  const text = cypher`CALL () {
${walkOver(filter, page.after)}
WITH b, r, n ORDER BY r.${keyOf(filter)} LIMIT ${int(page.first + 1)}
RETURN collect([r.key, r.what, r.values, b.version, b.id, b.register, b.appliedAt, n.id, n.kind,
  CASE WHEN ${VISIBLE_NODE('n')} THEN ${node.expression} END, ${claims}]) AS rows
}
${
  counting === 'NO'
    ? nothing
    : cypher`CALL () {
${walkOver(filter, null)}
${counting === 'EXACT' ? cypher`WITH r` : cypher`WITH r LIMIT ${int(TOTAL_BOUND + 1)}`}
RETURN count(r) AS total
}`
}
MATCH (g:Graph {id: 'graph'})
RETURN rows, ${counting === 'NO' ? cypher`null` : cypher`total`} AS total, g.version AS version,
  ${sinceKnown(filter.since)} AS known,
  ${wanted.leftOut ? cypher`COUNT { MATCH (o:Batch) USING INDEX SEEK o:Batch(version) WHERE o.version = 0 }` : cypher`0`} AS unrecorded`;
  return {
    statement: statement('changes', text),
    decode: ([key, what, values, version, id, register, appliedAt, thing, kind, list, told]) => ({
      key,
      row: {
        id: thing,
        kind,
        version,
        batch: { id, register, appliedAt },
        what,
        values,
        node: list && node.decode(list),
        changedClaims: told
          .flatMap(([done, columns]) =>
            claim ? [{ what: CLAIM_CHANGES[done], claim: claim.decode(columns) }] : [],
          )
          .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
      },
    }),
  };
}

/** Reads one page of changes. */
export async function changesSince(
  door: Door,
  asking: Asking,
  filter: ChangesFilter,
  page: Page,
  counting: Counting,
  wanted: ChangeProjection,
): Promise<Changes> {
  const { statement: asked, decode } = changesStatement(filter, page, counting, wanted);
  const [answer] = await door.read<{
    rows: Row[];
    total: number | null;
    version: number;
    known: boolean;
    unrecorded: number;
  }>(asked, asking);
  const rows = (answer?.rows ?? []).map(decode);
  return {
    rows: rows.slice(0, page.first),
    hasNext: rows.length > page.first,
    total: pageOf([], page.first, answer?.total ?? null, counting).total,
    known: answer?.known ?? false,
    unrecorded: answer?.unrecorded ?? 0,
    version: answer?.version ?? 0,
  };
}
