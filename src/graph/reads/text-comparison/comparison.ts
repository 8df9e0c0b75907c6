import { Document } from '../../../model/entities/document.js';
import { Succession } from '../../../model/facts/succession.js';
import type { Certainty } from '../../../model/values/certainty.js';
import type { TextSide, TextUnit, UnitOutcome } from '../../../model/values/text-comparison.js';
import { cypher, int, joined, nothing, statement, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { kindsAt, project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';
import { outcomesOf, sortOf, unitConditions, unitsOf, type ComparisonFilter } from './units.js';

/** What the client selected. */
export interface ComparisonProjection {
  readonly document: Projection;
  /** Units of the texts: paragraphs and provisions, on either side. */
  readonly unit: Projection;
  readonly succession: Projection;
  readonly addressee: Projection;
}

/** Operative verb and addressees of a provision. */
export interface ProvisionRow {
  readonly act: string | null;
  readonly addressees: readonly NodeRow[];
}

/** What a unit became in the other text, or was. */
export interface AlignmentRow {
  readonly succession: NodeRow;
  readonly type: UnitOutcome | null;
  readonly certainty: Certainty;
  /** Why the two were aligned; null when a source states it. */
  readonly reason: string | null;
  /** The unit of the other text; null when dropped or new. */
  readonly unit: NodeRow | null;
  readonly before: ProvisionRow | null;
  readonly after: ProvisionRow | null;
}

/** One unit of one of the texts. */
export interface UnitRow {
  readonly key: string;
  readonly side: TextSide;
  readonly sort: TextUnit;
  readonly outcomes: readonly UnitOutcome[];
  readonly unit: NodeRow;
  readonly alignments: readonly AlignmentRow[];
}

/** One unit as it is counted, and the certainties of its alignments. */
export type Counted = readonly [
  side: TextSide,
  sort: TextUnit,
  outcomes: readonly UnitOutcome[],
  alignments: readonly (readonly [id: string, certainty: Certainty])[],
];

/** Two versions of a text, unit by unit. */
export interface Comparison {
  /** Null when there is no such document. */
  readonly from: NodeRow | null;
  readonly to: NodeRow | null;
  readonly units: readonly UnitRow[];
  readonly hasNext: boolean;
  /** How many units meet the filter, over all pages. */
  readonly total: number;
  /** Every unit of both texts, whatever the filter. */
  readonly counted: readonly Counted[];
  readonly version: number;
}

interface Read {
  readonly rows: unknown[][];
  readonly total: number;
  readonly counted: Counted[];
  readonly ends: unknown[][];
  readonly version: number;
}

/** The statement of the question, and how to read its rows. */
export function comparisonStatement(
  filter: ComparisonFilter,
  page: Page,
  wanted: ComparisonProjection,
): { statement: Statement; decode(this: void, read: Read): Comparison } {
  const units = kindsAt(['Paragraph', 'Proposal']);
  const own = project('u', units, wanted.unit);
  const other = project('o', units, wanted.unit);
  const document = project('d', [Document], wanted.document);
  const succession = project('f', [Succession], wanted.succession);
  const addressee = project('a', kindsAt(['Country', 'Agency', 'Group']), wanted.addressee);
  const conditions = unitConditions(filter);
  const also = conditions.length === 0 ? nothing : cypher`WHERE ${joined(conditions, ' AND ')}`;
  const after = page.after === null ? nothing : cypher`WHERE key > ${page.after}`;
  const provision = (end: 'PREDECESSOR' | 'SUCCESSOR'): typeof nothing =>
    cypher`head([(f)-[:${
      end === 'PREDECESSOR' ? cypher`PREDECESSOR` : cypher`SUCCESSOR`
    }]->(v:Proposal) | [v.provisionAct, [(v)-[:ADDRESSED_TO]->(a) | ${addressee.expression}]]])`;
  const unpacked = cypher`one[0] AS u, one[1] AS g, one[2] AS side, one[3] AS key, one[4] AS became`;
  const text = cypher`CALL () {
${unitsOf(filter)}
WITH u, g, side, key, became ORDER BY key
RETURN collect([u, g, side, key, became]) AS every
}
WITH every, COLLECT { UNWIND every AS one WITH one, ${unpacked} ${also} RETURN one } AS found
WITH size(found) AS total, COLLECT {
  UNWIND found AS one
  WITH ${unpacked} ${after}
  WITH u, g, side, key, became ORDER BY key LIMIT ${int(page.first + 1)}
  RETURN [key, side, ${sortOf}, ${outcomesOf}, ${own.expression},
    [f IN became | [f.id, f.successionType, f.certainty,
      head([(f)<-[:STATES]-(c:Claim) WHERE c.about = 'existence' AND c.endedAt IS NULL AND c.status = 'ACCEPTED' | c.reason]),
      [(f)-[:PREDECESSOR|SUCCESSOR]->(o) WHERE o <> u | ${other.expression}],
      ${provision('PREDECESSOR')}, ${provision('SUCCESSOR')}, ${succession.expression}]]]
} AS rows, COLLECT {
  UNWIND every AS one
  WITH ${unpacked}
  RETURN [side, ${sortOf}, ${outcomesOf}, [f IN became | [f.id, f.certainty]]]
} AS counted
MATCH (graph:Graph {id: 'graph'})
RETURN rows, total, counted, graph.version AS version,
  COLLECT { MATCH (d:Entity) WHERE d.id IN ${[filter.from, filter.to]} AND ${VISIBLE_NODE('d')} RETURN ${document.expression} } AS ends`;

  const provisionOf = (value: unknown): ProvisionRow | null => {
    if (value === null) return null;
    const [act, addressees] = value as [string | null, unknown[][]];
    const rows = addressees.map((list) => addressee.decode(list));
    return { act, addressees: rows.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  };
  const alignment = (list: unknown): AlignmentRow => {
    const [, type, certainty, reason, others, before, next, fact] = list as [
      string,
      UnitOutcome | null,
      Certainty,
      string | null,
      unknown[][],
      unknown,
      unknown,
      unknown[],
    ];
    return {
      type,
      certainty,
      reason,
      unit: others[0] ? other.decode(others[0]) : null,
      before: provisionOf(before),
      after: provisionOf(next),
      succession: succession.decode(fact),
    };
  };
  const unitOf = (list: unknown[]): UnitRow => {
    const [key, side, sort, outcomes, node, alignments] = list as [
      string,
      TextSide,
      TextUnit,
      UnitOutcome[],
      unknown[],
      unknown[],
    ];
    const rows = alignments.map(alignment).sort((a, b) => (a.succession.id < b.succession.id ? -1 : 1));
    return {
      key,
      side,
      sort,
      outcomes: [...new Set(outcomes)].sort(),
      unit: own.decode(node),
      alignments: rows,
    };
  };
  return {
    statement: statement('textComparison', text),
    decode({ rows, total, counted, ends, version }) {
      const documents = ends.map((list) => document.decode(list));
      const found = (id: string): NodeRow | null => documents.find((one) => one.id === id) ?? null;
      return {
        from: found(filter.from),
        to: found(filter.to),
        units: rows.slice(0, page.first).map(unitOf),
        hasNext: rows.length > page.first,
        total,
        counted,
        version,
      };
    },
  };
}

/** Reads two versions of a text, unit by unit. */
export async function textComparison(
  door: Door,
  asking: Asking,
  filter: ComparisonFilter,
  page: Page,
  wanted: ComparisonProjection,
): Promise<Comparison> {
  const { statement: asked, decode } = comparisonStatement(filter, page, wanted);
  const [row] = await door.read<Read>(asked, asking);
  return decode(row ?? { rows: [], total: 0, counted: [], ends: [], version: 0 });
}
