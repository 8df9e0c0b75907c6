import type { TextSide, TextUnit, UnitOutcome } from '../../../model/values/text-comparison.js';
import { cypher, joined, nothing, type Fragment } from '../../cypher.js';
import { evidenceConditions } from '../fact-conditions.js';
import type { EvidenceFilter } from '../filters.js';
import { VISIBLE_NODE } from '../projection.js';

/** Which units of two texts are shown. */
export interface ComparisonFilter {
  /** Ids of the documents: the earlier and the later version. */
  readonly from: string;
  readonly to: string;
  readonly sides: readonly TextSide[] | null;
  readonly units: readonly TextUnit[] | null;
  readonly outcomes: readonly UnitOutcome[] | null;
  readonly strength: readonly string[] | null;
  /** What must have changed: act, addressee, condition. */
  readonly changed: readonly string[] | null;
  /** Operative verbs of which the provision, or what it became or was, must have one. */
  readonly acts: readonly string[] | null;
  /** Ids of actors to one of which the provision, or what it became or was, must be addressed. */
  readonly addressees: readonly string[] | null;
  /** Ids of units in which, or beneath which, the earlier unit must stand. */
  readonly fromUnits: readonly string[] | null;
  /** Ids of units in which, or beneath which, the later unit must stand. */
  readonly toUnits: readonly string[] | null;
  /** Named part of the earlier text in which the earlier unit must stand. */
  readonly fromPart: string | null;
  /** Named part of the later text in which the later unit must stand. */
  readonly toPart: string | null;
  /** Evidence that each alignment must have. */
  readonly evidence: EvidenceFilter;
}

/**
 * Every unit `u` of both texts with its `side`, its place `key` and its alignments `became`: those that end in the other
 * text, or nowhere (dropped, new). A document without units of its own (an annex) stands for those of the document that
 * holds it.
 */
export const unitsOf = ({
  from,
  to,
  evidence,
}: ComparisonFilter): Fragment => cypher`UNWIND [['FROM', ${from}, ${to}], ['TO', ${to}, ${from}]] AS text
WITH text[0] AS side, COLLECT { ${documentsOf(cypher`text[1]`)} } AS own, COLLECT { ${documentsOf(cypher`text[2]`)} } AS other
UNWIND own AS document
MATCH (document)<-[:IN_DOCUMENT]-(g:Paragraph) WHERE ${VISIBLE_NODE('g')}
CALL (g) {
  RETURN g AS u
  UNION
  MATCH (g)<-[:IN_PARAGRAPH]-(u:Proposal {proposalForm: 'PROVISION'}) WHERE ${VISIBLE_NODE('u')}
  RETURN u
}
WITH side, other, g, u, CASE side WHEN 'FROM' THEN '1' ELSE '2' END + '|' + right('00000' + toString(coalesce(g.order, 99999)), 5) + '|' + CASE u WHEN g THEN '0' ELSE '1' END + '|' + right('000' + toString(size(u.id)), 3) + u.id AS key,
  COLLECT { MATCH (u)<-[end:PREDECESSOR|SUCCESSOR]-(f:Succession)
    WHERE f.key IS NOT NULL AND type(end) = CASE side WHEN 'FROM' THEN 'PREDECESSOR' ELSE 'SUCCESSOR' END${also(evidenceConditions(evidence))}
    WITH f, COLLECT { MATCH (f)-[to:PREDECESSOR|SUCCESSOR]->(o) WHERE type(to) <> type(end)
      OPTIONAL MATCH (o)-[:IN_PARAGRAPH*0..1]->()-[:IN_DOCUMENT]->(x) RETURN x } AS reached
    WHERE size(reached) = 0 OR any(x IN reached WHERE x IN other)
    RETURN f } AS became`;

const also = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? nothing : cypher` AND ${joined(conditions, ' AND ')}`;

/** The document itself with its parts; where those have no units, the document that holds it. */
const documentsOf = (
  id: Fragment,
): Fragment => cypher`MATCH (d:Entity {id: ${id}})<-[:PART_OF*0..3]-(e:Document)
  WHERE EXISTS { (e)<-[:IN_DOCUMENT]-(:Paragraph) } RETURN e
  UNION MATCH (d:Entity {id: ${id}})-[:PART_OF]->(e:Document)
  WHERE NOT EXISTS { (d)<-[:PART_OF*0..3]-(:Document)<-[:IN_DOCUMENT]-(:Paragraph) } RETURN e`;

/** What became of the unit, as outcomes. */
export const outcomesOf = cypher`CASE WHEN size(became) = 0 THEN ['NOT_COMPARED'] ELSE [f IN became | f.successionType] END`;

/** What sort of unit it is. */
export const sortOf = cypher`CASE u WHEN g THEN 'PARAGRAPH' ELSE 'PROVISION' END`;

/** Conditions on the unit `u` in paragraph `g`, with its alignments `became`. */
export function unitConditions(filter: ComparisonFilter): Fragment[] {
  const { sides, units, outcomes, strength, changed, acts, addressees } = filter;
  const aligned = (condition: Fragment): Fragment => cypher`any(f IN became WHERE ${condition})`;
  const ownOrOther = (of: (unit: Fragment) => Fragment): Fragment =>
    cypher`(${of(cypher`u`)} OR ${aligned(cypher`EXISTS { MATCH (f)-[:PREDECESSOR|SUCCESSOR]->(y) WHERE ${of(cypher`y`)} }`)})`;
  return [
    ...(sides ? [cypher`side IN ${sides}`] : []),
    ...(units ? [cypher`${sortOf} IN ${units}`] : []),
    ...(outcomes ? [cypher`any(one IN ${outcomesOf} WHERE one IN ${outcomes})`] : []),
    ...(strength ? [aligned(cypher`f.strength IN ${strength}`)] : []),
    ...(changed ? [aligned(cypher`any(one IN f.changed WHERE one IN ${changed})`)] : []),
    ...(acts ? [ownOrOther((unit) => cypher`${unit}.provisionAct IN ${acts}`)] : []),
    ...(addressees
      ? [
          ownOrOther(
            (unit) => cypher`EXISTS { MATCH (${unit})-[:ADDRESSED_TO]->(z) WHERE z.id IN ${addressees} }`,
          ),
        ]
      : []),
    ...placed(filter),
  ];
}

/** Where the earlier and the later unit must stand: the unit itself on its own side, what it is aligned with on the other. */
function placed({ fromUnits, toUnits, fromPart, toPart }: ComparisonFilter): Fragment[] {
  const beneath = (unit: Fragment, ids: readonly string[]): Fragment =>
    cypher`EXISTS { MATCH (${unit})-[:IN_PARAGRAPH|PART_OF*0..6]->(z) WHERE z.id IN ${ids} }`;
  const inPart = (unit: Fragment, part: string): Fragment =>
    cypher`EXISTS { MATCH (${unit})-[:IN_PARAGRAPH*0..1]->(z:Paragraph) WHERE toLower(z.part) CONTAINS ${part.toLowerCase()} }`;
  const at = (side: Fragment, end: Fragment, of: (unit: Fragment) => Fragment): Fragment =>
    cypher`CASE side WHEN ${side} THEN ${of(cypher`u`)}
  ELSE any(f IN became WHERE EXISTS { MATCH (f)-[:${end}]->(y) WHERE ${of(cypher`y`)} }) END`;
  const from = (of: (unit: Fragment) => Fragment): Fragment => at(cypher`'FROM'`, cypher`PREDECESSOR`, of);
  const to = (of: (unit: Fragment) => Fragment): Fragment => at(cypher`'TO'`, cypher`SUCCESSOR`, of);
  return [
    ...(fromUnits ? [from((unit) => beneath(unit, fromUnits))] : []),
    ...(toUnits ? [to((unit) => beneath(unit, toUnits))] : []),
    ...(fromPart === null ? [] : [from((unit) => inPart(unit, fromPart))]),
    ...(toPart === null ? [] : [to((unit) => inPart(unit, toPart))]),
  ];
}
