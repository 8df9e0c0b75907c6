import { MATCH_WEIGHTS } from '../../../model/values/matches.js';
import { TIED } from '../../derived/ties.js';
import { cypher, int, joined, nothing, type Fragment } from '../../cypher.js';
import { evidenceConditions } from '../fact-conditions.js';

import { around, counting, FACTS_WEIGHED, NEEDING, OFFERING, type MatchFilter } from './conditions.js';

/** Actors `c` of a fact `f` in their own capacity, with their roles: countries, and agencies that act for none. */
const ACTORS = cypher`CALL (f) {
    MATCH (f)-[z:FOR]->(c:Country) WHERE z.own RETURN c, z.roles AS roles
    UNION ALL
    MATCH (f)-[q:PARTY]->(c:Agency) WHERE q.capacity = 'OWN' AND NOT EXISTS { MATCH (f)-[w:FOR]->() WHERE c.id IN w.via }
    RETURN c, collect(q.role) AS roles
  }`;

/** What a role says of its holder; only positions have holders, and only those on offers are met. */
const SAYS = [
  ['OFFERED', ['holder']],
  ['PROVIDED', ['provider']],
  ['EXPERIENCED', ['partner', 'participant']],
] as const;

const stands = (filter: MatchFilter): Fragment =>
  joined(
    [cypher`f.key IS NOT NULL`, ...evidenceConditions(filter.facts.evidence ?? {}, filter.facts.together)],
    ' AND ',
  );

/** The makers of the need `n`: those whose position it is, as the list `makers`. */
export const makersOf = (filter: MatchFilter): Fragment => cypher`CALL (n) {
  MATCH (n)<-[:ON_PROPOSAL]-(f) WHERE f.positionAct IN ${NEEDING} AND ${stands(filter)}
  ${ACTORS}
  WITH c, 'holder' IN roles AS holds WHERE holds
  RETURN collect(DISTINCT c) AS makers
}`;

// No labels of few nodes: the planner would read all of them rather than go from the topic.
/** Branches of a UNION ALL: positions `f` by which offers around the topic `t` were made. */
function offers(filter: MatchFilter): Fragment[] {
  const made = cypher`MATCH (s)<-[:ON]-(o) WHERE o.kind = 'Proposal' AND o.nature = 'OFFER' AND o.status IN ['ACCEPTED', 'DISPUTED'] AND NOT o:Staged
  MATCH (o)<-[:ON_PROPOSAL]-(f) WHERE NOT f:Staged AND f.positionAct IN ${OFFERING} AND ${stands(filter)}`;
  const within = cypher`MATCH (t)<-[:WITHIN]-(s:Topic)
  ${made}
  RETURN f, CASE WHEN s = t THEN 0 ELSE 1 END AS far`;
  const broader = cypher`MATCH (t)-[:WITHIN]->(s:Topic) WHERE s <> t
  ${made}
  RETURN f, 2 AS far`;
  return filter.broader ? [within, broader] : [within];
}

/** Countries `p` with a past tie to a maker `a` of the need. */
function pastTies(filter: MatchFilter): Fragment {
  const of = (kind: 'Exchange' | 'Cooperation'): Fragment => cypher`UNWIND makers AS a
  MATCH (f:Fact)-[x:FOR]->()
  USING INDEX SEEK x:FOR(kindKey)
  WHERE x.kindKey > a.id + ${`|${kind}|`} AND x.kindKey < a.id + ${`|${kind}|~`}${
    kind === 'Exchange' ? cypher` AND f.namedCountries <= ${int(filter.maxParties)}` : nothing
  }${joined(
    counting(filter, kind).map((one) => cypher` AND ${one}`),
    ' ',
  )}
  MATCH (f)-[y:FOR]->(p:Country) WHERE p <> a AND ${TIED}
  RETURN p AS c, f`;
  return joined([of('Cooperation'), cypher`UNION`, of('Exchange')], '\n');
}

const factor = (filter: MatchFilter, far: 0 | 1 | 2): Fragment =>
  cypher`${int(filter.weights.relations[(['SAME', 'NARROWER', 'BROADER'] as const)[far]])}`;

/**
 * Candidates for the need `n` with the list `makers`, by score and id, as the list `candidates`; the same rule as
 * `weighedMatches`, held to it by a test.
 */
export function candidates(filter: MatchFilter): Fragment {
  const weights = Object.keys(MATCH_WEIGHTS.reasons)
    .filter((reason) => reason !== 'PAST_TIE')
    .map((reason) => [reason, int(filter.weights.reasons[reason as 'OFFERED'])] as const);
  const branches = [...offers(filter), ...around(filter, 'Exchange'), ...around(filter, 'Cooperation')];
  const asked = filter.candidate === null ? nothing : cypher` AND c.id = ${filter.candidate}`;
  return cypher`CALL (n, makers) {
CALL (n) {
  MATCH (n)-[:ON]->(t:Topic)
  CALL (t) {
  ${joined(
    branches.flatMap((one, i) => (i === 0 ? [one] : [cypher`UNION ALL`, one])),
    '\n',
  )}
  }
  WITH f, min(far) AS far
  ${ACTORS}
  UNWIND [says IN ${SAYS} WHERE any(role IN roles WHERE role IN says[1]) | says[0]] AS reason
  WITH c, reason, far, collect(f) AS facts
  RETURN c, collect({reason: reason, far: far, facts: facts}) AS found
}
WITH c, found WHERE NOT c IN makers${asked}
RETURN collect({c: c, found: found}) AS every
}
CALL (makers, every) {
CALL (makers) {
  ${pastTies(filter)}
}
WITH c, collect(f) AS facts WHERE any(one IN every WHERE one.c = c)
RETURN collect({c: c, facts: facts}) AS ties
}
CALL (every, ties) {
UNWIND every AS one
WITH one.c AS c, one.found AS found, coalesce(head([tie IN ties WHERE tie.c = one.c | tie.facts]), []) AS tied
WITH c, found, tied, reduce(sum = CASE WHEN size(tied) > 0 THEN ${int(filter.weights.reasons.PAST_TIE)} ELSE 0 END, weight IN ${weights} | sum + weight[1] * CASE
    WHEN any(one IN found WHERE one.reason = weight[0] AND one.far = 0) THEN ${factor(filter, 0)}
    WHEN any(one IN found WHERE one.reason = weight[0] AND one.far = 1) THEN ${factor(filter, 1)}
    WHEN any(one IN found WHERE one.reason = weight[0] AND one.far = 2) THEN ${factor(filter, 2)}
    ELSE 0 END) AS score
ORDER BY score DESC, c.id
WITH collect({c: c, score: score, found: found + CASE WHEN size(tied) > 0 THEN [{reason: 'PAST_TIE', far: null, facts: tied}] ELSE [] END}) AS sorted
RETURN size(sorted) AS candidateCount, sorted[..${int(filter.most)}] AS candidates
}`;
}

/** Whether more facts stand around a topic of the need `n` than are weighed, as `capped`. */
export const cappedOf = (): Fragment => {
  const some = (kind: string): Fragment => cypher`MATCH ()-[u:UNDER]->()
    USING INDEX SEEK u:UNDER(kindKey)
    WHERE u.kindKey > t.id + ${`|${kind}|`} AND u.kindKey < t.id + ${`|${kind}|~`}
    WITH u LIMIT ${int(FACTS_WEIGHED + 1)} RETURN count(u) AS some`;
  return cypher`CALL (n) {
  MATCH (n)-[:ON]->(t:Topic)
  CALL (t) {
    ${some('Exchange')}
    UNION ALL
    ${some('Cooperation')}
  }
  RETURN coalesce(max(some), 0) > ${int(FACTS_WEIGHED)} AS capped
}`;
};
