import { Proposal } from '../../../model/entities/proposal.js';
import { Position } from '../../../model/facts/position.js';
import { STANDING_BY_STAGE } from '../../../model/rules/standing.js';
import type { Capacity } from '../../../model/values/capacity.js';
import type { Standing } from '../../../model/values/standing.js';
import { cypher, joined, type Fragment } from '../../cypher.js';
import { declaredConditions } from '../declared.js';
import { evidenceConditions, factConditions } from '../fact-conditions.js';
import type { DeclaredFilter, EvidenceFilter, PartyFilter } from '../filters.js';
import { VISIBLE_NODE } from '../projection.js';

/** Which proposals are followed. */
export interface TrailFilter {
  /** One proposal by id; null for all that meet the rest. */
  readonly proposal: string | null;
  /** Declared fields of the proposal. */
  readonly declared: DeclaredFilter;
  /** What must have been done about it, by whom and where; null when nothing is asked. */
  readonly position: {
    readonly acts: readonly string[];
    readonly meeting?: string;
    readonly actors?: PartyFilter;
  } | null;
  /** Whether somebody must have taken it up, or nobody; null when either. */
  readonly takenUp: boolean | null;
  /** Capacities in which it is taken up that count as such; null for any. */
  readonly takenUpAs: readonly Capacity[] | null;
  readonly standing: readonly Standing[] | null;
  /** Evidence that each step must have. */
  readonly evidence: EvidenceFilter;
}

/** Conditions on a step `f`: shown to readers, with the asked evidence. */
export const stepConditions = (evidence: EvidenceFilter): Fragment =>
  joined([cypher`f.key IS NOT NULL`, ...evidenceConditions(evidence)], ' AND ');

/** Deeds `f` that grew out of the proposal `n`, or out of a position on it. */
export const deedsOf = (evidence: EvidenceFilter): Fragment =>
  cypher`MATCH (n)<-[:ON_PROPOSAL*0..1]-()<-[:GREW_OUT_OF]-(f:Fact) WHERE ${stepConditions(evidence)}`;

function positionCondition({ position, evidence }: TrailFilter): Fragment[] {
  if (!position) return [];
  const { acts, ...rest } = position;
  const conditions = factConditions({ ...rest, evidence, values: { positionAct: acts } }, Position);
  return [
    cypher`EXISTS { MATCH (n)<-[:ON_PROPOSAL]-(f:Position) WHERE ${joined([cypher`f.key IS NOT NULL`, ...conditions], ' AND ')} }`,
  ];
}

function takenUpCondition({ takenUp, takenUpAs, evidence }: TrailFilter): Fragment[] {
  if (takenUp === null) return [];
  const as = takenUpAs
    ? cypher` AND EXISTS { MATCH (f)-[p:PARTY {role: 'holder'}]->() WHERE p.capacity IN ${takenUpAs} }`
    : cypher``;
  const some = cypher`EXISTS { MATCH (n)<-[:ON_PROPOSAL]-(f:Position)
  WHERE f.positionAct = 'TAKES_UP' AND ${stepConditions(evidence)}${as} }`;
  return [takenUp ? some : cypher`NOT ${some}`];
}

/** The same rule as `standingOf`, from the same table; a test holds them to the same answers. */
function standingCondition({ standing, evidence }: TrailFilter): Fragment[] {
  if (!standing) return [];
  const stages = cypher`COLLECT { ${deedsOf(evidence)} RETURN coalesce(f.stage, 'UNKNOWN') }`;
  const cases = STANDING_BY_STAGE.map(
    ([name, those]) => cypher`WHEN any(stage IN stages WHERE stage IN ${those}) THEN ${name}`,
  );
  return [cypher`head([stages IN [${stages}] | CASE ${joined(cases, ' ')} ELSE 'OPEN' END]) IN ${standing}`];
}

/** Conditions on the proposal `n`. */
export const trailConditions = (filter: TrailFilter): Fragment => {
  const conditions = [
    VISIBLE_NODE('n'),
    ...declaredConditions('n', Proposal, filter.declared),
    ...positionCondition(filter),
    ...takenUpCondition(filter),
    ...standingCondition(filter),
  ];
  return joined(conditions, ' AND ');
};
