import { Proposal } from '../../../model/entities/proposal.js';
import type { MatchWeights } from '../../../model/values/matches.js';
import { COUNTED, type Stage } from '../../../model/values/stage.js';
import type { Standing } from '../../../model/values/standing.js';
import { cypher, int, joined, nothing, type Fragment } from '../../cypher.js';
import { conditionsOffKey } from '../fact-conditions.js';
import type { FactFilter } from '../filters.js';
import { trailConditions } from '../proposal-trail/conditions.js';

/** Which needs are matched, and with what. */
export interface MatchFilter {
  /** Topic, on which or beneath which the need must be; null for any. */
  readonly topic: string | null;
  /** Country that must have the need, itself or through an agency; null for anyone. */
  readonly country: string | null;
  /** Country that must be able to answer; null for anyone. */
  readonly candidate: string | null;
  /** What the texts call the needs. */
  readonly forms: readonly string[];
  readonly standing: readonly Standing[];
  /** Whether what was done on broader topics counts. */
  readonly broader: boolean;
  /** Candidates shown of each need. */
  readonly most: number;
  /** Exchanges with more named countries make no past tie. */
  readonly maxParties: number;
  readonly weights: MatchWeights;
  /** Stages of cooperations that count; null leaves it to `facts`. */
  readonly stages: readonly Stage[] | null;
  /** What each fact that counts must meet besides. */
  readonly facts: FactFilter;
}

/** Acts by which an actor has a need, and by which it makes an offer. */
export const NEEDING: readonly string[] = ['MAKES', 'REPEATS', 'REQUESTS'];
export const OFFERING: readonly string[] = ['MAKES', 'REPEATS'];

/** Facts of a topic and kind that are weighed, the newest. */
export const FACTS_WEIGHED = 500;

/** Conditions on a fact `f` of experience. */
export const counting = ({ stages, facts }: MatchFilter, kind: 'Exchange' | 'Cooperation'): Fragment[] => [
  ...(stages && kind === 'Cooperation' ? [cypher`coalesce(f.stage, 'UNKNOWN') IN ${stages}`] : []),
  ...conditionsOffKey(facts),
];

export const STAGES_BY_DEFAULT: readonly Stage[] = COUNTED;

/** Conditions on the proposal `n` that make it a need, of the asked standing or of any. */
export const needConditions = (filter: MatchFilter, standing: boolean): Fragment => {
  const { topic, country, forms } = filter;
  const evidence = filter.facts.evidence ?? {};
  return joined(
    [
      trailConditions({
        proposal: null,
        declared: {
          values: { proposalForm: forms },
          ...(topic === null ? {} : { beneath: { topics: [topic] } }),
        },
        position:
          country === null
            ? null
            : { acts: NEEDING, actors: { ids: [country], roles: ['holder'], every: false } },
        takenUp: null,
        takenUpAs: null,
        standing: standing ? filter.standing : null,
        evidence,
      }),
      cypher`(n.nature = 'ASK' OR n.proposalForm = 'NEED')`,
    ],
    ' AND ',
  );
};

/** Needs `n` after an id, from the fewest places: those of a country, those on a topic, or all by id. */
export function needs(filter: MatchFilter, after: string | null, standing: boolean): Fragment {
  const { topic, country } = filter;
  const conditions = needConditions(filter, standing);
  const from = after ?? `${Proposal.prefix}/`;
  if (country !== null) {
    return cypher`MATCH (f:Fact)-[x:FOR]->()
USING INDEX SEEK x:FOR(kindKey)
WHERE x.kindKey > ${`${country}|Position|`} AND x.kindKey < ${`${country}|Position|~`}
MATCH (f)-[:ON_PROPOSAL]->(n) WHERE n.id > ${from}
WITH DISTINCT n WHERE ${conditions}`;
  }
  if (topic !== null) {
    return cypher`MATCH (:Entity {id: ${topic}})<-[:WITHIN]-()<-[:ON]-(n)
WHERE n.kind = 'Proposal' AND n.id > ${from} AND NOT n:Staged
WITH DISTINCT n WHERE ${conditions}`;
  }
  return cypher`MATCH (n:Entity:Proposal)
USING INDEX SEEK n:Entity(id)
WHERE n.id > ${from} AND n.id < ${`${Proposal.prefix}0`} AND ${conditions}`;
}

const also = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? nothing : cypher` AND ${joined(conditions, ' AND ')}`;

/** Branches of a UNION ALL: facts `f` of a kind around the topic `t`, each with how far its topic lies from it: 0 the same, 1 narrower, 2 broader. */
export function around(filter: MatchFilter, kind: 'Exchange' | 'Cooperation'): Fragment[] {
  const conditions = also(counting(filter, kind));
  const newest = cypher`LIMIT ${int(FACTS_WEIGHED)}`;
  const within = cypher`MATCH (f:Fact)-[u:UNDER]->()
  USING INDEX SEEK u:UNDER(kindKey)
  WHERE u.kindKey > t.id + ${`|${kind}|`} AND u.kindKey < t.id + ${`|${kind}|~`}${conditions}
  WITH t, f, u ORDER BY u.kindKey DESC ${newest}
  RETURN f, CASE WHEN EXISTS { MATCH (f)-[:ON]->(s) WHERE s = t } THEN 0 ELSE 1 END AS far`;
  if (!filter.broader) return [within];
  const broader = cypher`MATCH (t)-[:WITHIN]->(s:Topic) WHERE s <> t
  MATCH (s)<-[:ON]-(f)
  WHERE f.kind = ${kind} AND f.key IS NOT NULL AND NOT f:Staged${conditions}
  WITH DISTINCT f ORDER BY f.kindKey DESC ${newest}
  RETURN f, 2 AS far`;
  return [within, broader];
}
