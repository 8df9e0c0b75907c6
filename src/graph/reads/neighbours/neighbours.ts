import { ENTITY_KINDS } from '../../../model/kinds.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import { COUNTED } from '../../../model/values/stage.js';
import {
  anyOf,
  cypher,
  int,
  joined,
  nothing,
  statement,
  type Fragment,
  type Statement,
} from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { FACT_RELATIONSHIPS } from '../../model-names.js';
import { evidenceConditions } from '../fact-conditions.js';
import type { EvidenceFilter } from '../filters.js';
import type { Page } from '../page.js';
import { project, VISIBLE_NODE, type Block, type NodeRow, type Projection } from '../projection.js';

/** Facts of one entity that are looked at: the newest. */
export const NEIGHBOUR_FACTS_MOST = 2_000;
/** Entities whose neighbours one statement reads. */
export const NEIGHBOURS_OF_MOST = 200;

/** Which neighbours are asked for; null for all. */
export interface NeighbourFilter {
  readonly kinds: readonly string[] | null;
  readonly neighbourKinds: readonly string[] | null;
  /** Evidence that each fact must have. */
  readonly evidence?: EvidenceFilter;
}

/** Facts that tie two entities. */
export interface NeighbourTie {
  readonly facts: number;
  /** Date of the first and of the last of them, as ISO days; null when no date is known. */
  readonly first: string | null;
  readonly last: string | null;
}

/** An entity that is tied to the one asked about. */
export interface Neighbour extends NeighbourTie {
  readonly entity: NodeRow;
  readonly kinds: readonly (NeighbourTie & { readonly kind: string })[];
}

/** One page of the neighbours of one entity. */
export interface Neighbours {
  readonly rows: readonly { readonly key: string; readonly row: Neighbour }[];
  readonly hasNext: boolean;
  /** How many there are among the facts looked at. */
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
  readonly version: number;
}

/** Where a neighbour stands: many facts before few, then by id. */
const neighbourKey = (facts: number, id: string): string => `${facts}|${id}`;

// That a date hangs on a meeting ties nobody to it.
const OWN = FACT_RELATIONSHIPS.filter(({ text }) => !text.startsWith('NOT_'));
const NOT_PARTIES = OWN.filter(({ text }) => text !== 'PARTY');

/** Facts that tie: a Mention only where it is asked for, and what was carried out or is under way. */
function tying({ kinds, evidence = {} }: NeighbourFilter): {
  readonly tying: Fragment;
  readonly carriedOut: Fragment;
} {
  return {
    tying: joined(
      [
        cypher`f.key IS NOT NULL AND ${kinds ? cypher`f.kind IN ${kinds}` : cypher`f.kind <> 'Mention'`}`,
        ...evidenceConditions(evidence),
      ],
      ' AND ',
    ),
    carriedOut: cypher`coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`,
  };
}

/** Text over `anchor` that yields its facts `f`, each once, and `via`: agencies that act for it there. */
function factsOf(anchorKind: string, conditions: Fragment, limited: boolean): Fragment {
  const newest = (key: Fragment): Fragment =>
    limited ? cypher` ORDER BY ${key} DESC LIMIT ${int(NEIGHBOUR_FACTS_MOST)}` : nothing;
  // Only its own part ties an actor; who was only spoken for by it, or chaired by it, is no tie of its own.
  const own = (types: Fragment): Fragment => cypher`MATCH (n:Entity {id: anchor})<-[r:${types}]-(f:Fact)
WHERE (type(r) <> 'PARTY' OR r.capacity = 'OWN') AND coalesce(n.definedBy, '') <> 'WORDS' AND ${conditions}
WITH DISTINCT f${newest(cypher`f.key`)}
RETURN f, [] AS via`;
  if (anchorKind === 'Topic')
    return cypher`MATCH (f:Fact)-[r:UNDER]->()
USING INDEX SEEK r:UNDER(key)
WHERE r.key > anchor + '|' AND r.key < anchor + '|~' AND ${conditions}
WITH f, r${newest(cypher`r.key`)}
RETURN f, [] AS via`;
  if (anchorKind !== 'Country') return own(anyOf(OWN));
  return cypher`CALL (anchor) {
MATCH (f:Fact)-[r:FOR]->()
USING INDEX SEEK r:FOR(key)
WHERE r.key > anchor + '|' AND r.key < anchor + '|~' AND r.own AND ${conditions}
WITH f, r${newest(cypher`r.key`)}
RETURN f, r.via AS via
UNION
${own(anyOf(NOT_PARTIES))}
}
WITH f, via${newest(cypher`f.key`)}
RETURN f, via`;
}

/**
 * What else the fact `f` names, as `v`. A country counts itself or through national agencies; it and an agency that acts
 * for it there are one side, and groups that are only words are nobody.
 */
const named = ({ neighbourKinds }: NeighbourFilter): Fragment =>
  cypher`MATCH (f)-[s:FOR|${anyOf(OWN)}]->(v:Entity)
WHERE v.id <> anchor AND ${VISIBLE_NODE('v')} AND coalesce(v.definedBy, '') <> 'WORDS' AND NOT v.id IN via
  AND CASE type(s) WHEN 'FOR' THEN s.own AND NOT anchor IN s.via WHEN 'PARTY' THEN s.capacity = 'OWN' AND v.kind <> 'Country' ELSE true END${
    neighbourKinds ? cypher` AND v.kind IN ${neighbourKinds}` : nothing
  }`;

type Row = {
  readonly anchor: string;
  readonly count: number;
  readonly rows: readonly (readonly [
    node: unknown[],
    facts: number,
    kinds: readonly (readonly [kind: string, facts: number, first: string | null, last: string | null])[],
  ])[];
  readonly planned: number;
  readonly beyond: number;
  readonly version: number;
};

/** The statement: the neighbours of all entities of one kind at one field and level, a page of each. */
export function neighboursStatement(
  anchor: { readonly kind: string; readonly ids: readonly string[] },
  filter: NeighbourFilter,
  page: Page & { readonly survey: boolean },
  wanted: Projection,
): { readonly statement: Statement; readonly block: Block } {
  const block = project('v', ENTITY_KINDS, wanted);
  const { tying: ties, carriedOut } = tying(filter);
  const counts = joined([ties, carriedOut], ' AND ');
  const [, facts = '', id = ''] = /^(\d+)\|(.*)$/s.exec(page.after ?? '') ?? [];
  const further =
    page.after === null
      ? cypher`sorted`
      : cypher`[one IN sorted WHERE one.facts < ${int(Number(facts))} OR one.facts = ${int(Number(facts))} AND one.v.id > ${id}]`;
  const counted = (column: Fragment, conditions: Fragment): Fragment => cypher`CALL (anchor) {
CALL (anchor) {
${factsOf(anchor.kind, conditions, false)}
}
RETURN count(DISTINCT f) AS ${column}
}
`;
  const text = cypher`UNWIND ${anchor.ids} AS anchor
CALL (anchor) {
CALL (anchor) {
${factsOf(anchor.kind, counts, true)}
}
${named(filter)}
WITH v, f.kind AS kind, count(DISTINCT f) AS some, min(coalesce(f.startMin, f.startMax)) AS first, max(coalesce(f.startMin, f.startMax)) AS last
WITH v, sum(some) AS facts, collect([kind, some, first, last]) AS kinds ORDER BY facts DESC, v.id
WITH collect({v: v, facts: facts, kinds: kinds}) AS sorted
WITH size(sorted) AS count, ${further}[..${int(page.first + 1)}] AS some
RETURN count, COLLECT { UNWIND range(0, size(some) - 1) AS i WITH i, some[i] AS one WITH i, one, one.v AS v ORDER BY i RETURN [${block.expression}, one.facts, one.kinds] } AS rows
}
${
  page.survey
    ? cypher`${counted(cypher`planned`, cypher`${ties} AND NOT ${carriedOut}`)}${counted(cypher`all`, counts)}`
    : nothing
}MATCH (g:Graph {id: 'graph'})
RETURN anchor, count, rows, g.version AS version, ${
    page.survey
      ? cypher`planned, CASE WHEN all > ${int(NEIGHBOUR_FACTS_MOST)} THEN all - ${int(NEIGHBOUR_FACTS_MOST)} ELSE 0 END AS beyond`
      : cypher`0 AS planned, 0 AS beyond`
  }`;
  return { statement: statement('neighbours', text), block };
}

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;
const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

function neighbourOf(block: Block, [node, facts, ties]: Row['rows'][number]): Neighbour {
  const kinds = ties
    .map(([kind, some, first, last]) => ({ kind, facts: some, first, last }))
    .sort((a, b) => b.facts - a.facts || (a.kind < b.kind ? -1 : 1));
  return {
    entity: block.decode(node),
    facts,
    first: earliest(kinds.map(({ first }) => first)),
    last: latest(kinds.map(({ last }) => last)),
    kinds,
  };
}

/** Reads a page of the neighbours of each of these entities of one kind; by id of the entity. */
export async function neighboursOf(
  door: Door,
  asking: Asking,
  anchor: { readonly kind: string; readonly ids: readonly string[] },
  filter: NeighbourFilter,
  page: Page & { readonly survey: boolean },
  wanted: Projection,
): Promise<Map<string, Neighbours>> {
  const { statement: asked, block } = neighboursStatement(anchor, filter, page, wanted);
  const rows = await door.read<Row>(asked, asking);
  return new Map(
    rows.map((row) => {
      const found = row.rows.map((one) => neighbourOf(block, one));
      const leftOut: LeftOut[] = [
        { reason: 'FACT_NOT_CARRIED_OUT', count: row.planned },
        { reason: 'FACTS_BEYOND_NEWEST', count: row.beyond },
      ];
      return [
        row.anchor,
        {
          rows: found
            .slice(0, page.first)
            .map((one) => ({ key: neighbourKey(one.facts, one.entity.id), row: one })),
          hasNext: found.length > page.first,
          count: row.count,
          leftOut: leftOut.filter(({ count }) => count > 0),
          version: row.version,
        },
      ];
    }),
  );
}
