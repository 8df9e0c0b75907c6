import { Proposal } from '../../../model/entities/proposal.js';
import { Cooperation } from '../../../model/facts/cooperation.js';
import { Exchange } from '../../../model/facts/exchange.js';
import { Position } from '../../../model/facts/position.js';
import { RELATIONS } from '../../../model/rules/matches.js';
import type { MatchReason, TopicRelation } from '../../../model/values/matches.js';
import { cypher, int, type Fragment } from '../../cypher.js';
import { kindsAt, project, type NodeRow, type Projection } from '../projection.js';
import { candidates, cappedOf, makersOf } from './candidates.js';
import { NEEDING, type MatchFilter } from './conditions.js';

/** Facts shown for one reason, newest first; all are counted. */
export const FACTS_SHOWN = 10;

/** Kinds of facts that a match may show. */
export const MATCH_FACTS = [Position, Exchange, Cooperation];

/** What the client selected of each match. */
export interface MatchProjection {
  readonly need: Projection;
  readonly actor: Projection;
  readonly fact: Projection;
}

/** One reason as it was found. */
export interface MatchReasonRow {
  readonly reason: MatchReason;
  readonly relation: TopicRelation | null;
  readonly factCount: number;
  readonly facts: readonly NodeRow[];
}

/** Somebody who may answer a need. */
export interface CandidateRow {
  readonly actor: NodeRow;
  readonly score: number;
  readonly reasons: readonly MatchReasonRow[];
  /** Groups to which it belongs, for what sources cover. */
  readonly groups: readonly string[];
}

/** One need with who may answer it. */
export interface MatchRow {
  readonly need: NodeRow;
  readonly hasTopics: boolean;
  readonly makers: readonly NodeRow[];
  readonly madeBy: readonly NodeRow[];
  readonly candidates: readonly CandidateRow[];
  readonly candidateCount: number;
  /** Whether more facts stand on its topics than were weighed. */
  readonly capped: boolean;
}

/** How the needs of a page are read. */
export interface MatchPart {
  readonly text: Fragment;
  decode(rows: readonly unknown[][], facts: readonly unknown[][]): MatchRow[];
}

type Columns = readonly [
  need: unknown[],
  hasTopics: boolean,
  makers: unknown[][],
  madeBy: string[],
  candidates: readonly [
    unknown[],
    number,
    readonly [MatchReason, number | null, number, string[]][],
    string[],
  ][],
  candidateCount: number,
  capped: boolean,
];

/** What is read of each need, by what the client selected. */
export function partOf(filter: MatchFilter, wanted: MatchProjection): MatchPart {
  const need = project('n', [Proposal], wanted.need);
  const actor = project('c', kindsAt(['Country', 'Agency']), wanted.actor);
  const fact = project('f', MATCH_FACTS, wanted.fact);
  const most = int(FACTS_SHOWN);
  return {
    text: cypher`${makersOf(filter)}
${candidates(filter)}
CALL (candidates) {
  UNWIND candidates AS one
  WITH one, one.c AS c
  CALL (one) {
    UNWIND one.found AS found
    WITH found
    CALL (found) { UNWIND found.facts AS f WITH f ORDER BY f.key DESC LIMIT ${most} RETURN collect(f) AS newest }
    RETURN collect([found.reason, found.far, size(found.facts), [f IN newest | f.id]]) AS reasons, collect(newest) AS newest
  }
  RETURN collect([${actor.expression}, one.score, reasons,
    COLLECT { MATCH (c)<-[:PARTY]-(m:Membership)-[:MEMBER_OF]->(g) WHERE m.key IS NOT NULL RETURN DISTINCT g.id }]) AS shown,
    collect(newest) AS newest
}
${cappedOf()}
WITH n, makers, candidateCount, shown, newest, capped,
  COLLECT { MATCH (n)<-[:ON_PROPOSAL]-(f) WHERE f.positionAct IN ${NEEDING} AND f.key IS NOT NULL RETURN f ORDER BY f.id } AS positions
ORDER BY n.id
WITH collect([${need.expression}, EXISTS { MATCH (n)-[:ON]->(:Topic) },
  COLLECT { UNWIND makers AS c RETURN ${actor.expression} ORDER BY c.id }, [f IN positions | f.id],
  shown, candidateCount, capped]) AS rows, collect(newest + [[positions]]) AS newest
CALL (newest) {
  UNWIND newest AS one UNWIND one AS some UNWIND some AS facts UNWIND facts AS f
  WITH DISTINCT f
  RETURN collect(${fact.expression}) AS facts
}`,
    decode(rows, facts) {
      const known = new Map(facts.map((list) => fact.decode(list)).map((row) => [row.id, row]));
      const named = (ids: readonly string[]): NodeRow[] => ids.flatMap((id) => known.get(id) ?? []);
      return (rows as unknown as Columns[]).map(
        ([own, hasTopics, makers, madeBy, found, candidateCount, capped]) => ({
          need: need.decode(own),
          hasTopics,
          makers: makers.map((row) => actor.decode(row)),
          madeBy: named(madeBy),
          candidateCount,
          capped,
          candidates: found.map(([who, score, reasons, groups]) => ({
            actor: actor.decode(who),
            score,
            groups,
            reasons: reasons.map(([reason, far, factCount, ids]) => ({
              reason,
              relation: far === null ? null : (RELATIONS[far] ?? null),
              factCount,
              facts: named(ids),
            })),
          })),
        }),
      );
    },
  };
}
