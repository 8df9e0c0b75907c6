import { cypher, int, joined, nameOf, nothing, type Fragment } from '../../cypher.js';
import { exchangeConditions, keyRange, underTopic, type CandidateFilter } from './candidates.js';

/** Whether only cooperations of the asked forms are gathered, or all, so that the others can be counted. */
export type Gathering = 'ASKED_FORMS' | 'ALL_FORMS';

/** Whether the countries at the edges `x` and `y` worked together in `c`; who only pays, helps or hosts did not. */
export const WORKED_TOGETHER = cypher`x.own AND y.own AND (c.pairMax STARTS WITH a.id + '|' + b.id + '|'
  OR all(edge IN [x, y] WHERE any(role IN edge.roles WHERE role IN ['partner', 'provider', 'learner'])))`;

/** Sorts after every date. */
export const BIGGEST = '~';

/** How many exchanges and cooperations of one pair are weighed, earliest first. */
export const LEGS_MOST = 200;

/** Exchanges on the topic in which the pair `a` and `b` shared, or either of them when they may have shared apart. */
export function gatherExchanges(filter: CandidateFilter, expression: Fragment): Fragment {
  return cypher`CALL (a, b) {
${filter.sharing === 'SAME_EXCHANGE' ? sharedInOne(filter) : sharedApart(filter)}
  WITH a, b, e, key ORDER BY key LIMIT ${int(LEGS_MOST)}
  RETURN collect(${expression}) AS exchanges
}`;
}

const sharedInOne = (filter: CandidateFilter): Fragment =>
  filter.together ? sharedOnAny(filter) : sharedTogether(filter);

/** Where several topics are taken together, no one key has them in order. */
const sharedOnAny = (filter: CandidateFilter): Fragment =>
  cypher`  MATCH (a)<-[fa:FOR]-(e:Exchange)-[fb:FOR]->(b)
  WHERE fa.own AND fb.own AND ${underTopic(filter, 'e')} AND ${joined(exchangeConditions(filter), ' AND ')}
  WITH a, b, e, e.kindKey AS key`;

/**
 * Goes through the fewest exchanges: those of the less busy country, or, on a narrower topic, those on the topic. Going
 * through one country's for every pair cost a hundred times the walk that found the pairs.
 */
function sharedTogether(filter: CandidateFilter): Fragment {
  const { low, high } = keyRange(filter, null);
  const days = { low: low.slice(filter.topic.length), high: high.slice(filter.topic.length) };
  const busy = (country: 'a' | 'b'): Fragment => cypher`COUNT { (${nameOf(country)})<-[:FOR]-() }`;
  // By id, since a step into a known node costs more here than all edges of a fact.
  const shared = (country: 'one' | 'other'): Fragment =>
    cypher`EXISTS { MATCH (e)-[fx:FOR]->(x:Country) WHERE x.id = ${nameOf(country)}.id AND fx.own }`;
  // The side that is not taken seeks in an empty range: a plain condition would be asked after the seek.
  return cypher`  MATCH (topic:Entity {id: ${filter.topic}})
  WITH a, b, topic, CASE WHEN ${busy('a')} <= ${busy('b')} THEN a ELSE b END AS one,
    CASE WHEN ${busy('a')} <= ${busy('b')} THEN b ELSE a END AS other
  WITH a, b, topic, one, other, COUNT { (one)<-[:FOR]-() } <= COUNT { (topic)<-[:UNDER]-() } AS quiet
  CALL (topic, one, other, quiet) {
    MATCH (e:Fact)-[f:FOR]->() USING INDEX SEEK f:FOR(kindKey)
    WHERE f.kindKey >= one.id + ${days.low} AND f.kindKey < CASE WHEN quiet THEN one.id + ${days.high} ELSE '' END AND f.own
      AND ${joined([...exchangeConditions(filter), shared('other')], ' AND ')}
      AND EXISTS { MATCH (e)-[:UNDER]->(t) WHERE t.id = topic.id }
    RETURN e, e.kindKey AS key
    UNION
    MATCH (e:Fact)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
    WHERE u.kindKey >= ${low} AND u.kindKey < CASE WHEN quiet THEN '' ELSE ${high} END
      AND ${joined([...exchangeConditions(filter), shared('one'), shared('other')], ' AND ')}
    RETURN e, e.kindKey AS key
  }`;
}

function sharedApart(filter: CandidateFilter): Fragment {
  const walk = (country: 'a' | 'b'): Fragment => cypher`
    MATCH (${nameOf(country)})<-[fa:FOR]-(e:Exchange)
    WHERE fa.own AND ${underTopic(filter, 'e')} AND ${joined(exchangeConditions(filter), ' AND ')}
    RETURN e, e.kindKey AS key`;
  return cypher`  CALL (a, b) {${walk('a')}
    UNION${walk('b')}
  }`;
}

/** Cooperations of the pair, earliest possible start first. */
export function gatherCooperations(
  { modalities }: CandidateFilter,
  gathering: Gathering,
  expression: Fragment,
): Fragment {
  const bilateral = gathering === 'ASKED_FORMS' && modalities.length === 1 && modalities[0] === 'BILATERAL';
  const found = bilateral
    ? cypher`MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'
  WITH c ORDER BY c.pairMax LIMIT ${int(LEGS_MOST)}`
    : cypher`MATCH (a)<-[x:FOR]-(c:Cooperation)-[y:FOR]->(b)
  WHERE ${WORKED_TOGETHER} AND c.kindKey IS NOT NULL${gathering === 'ASKED_FORMS' ? cypher` AND c.modality IN ${modalities}` : nothing}
  WITH c ORDER BY c.kindKey LIMIT ${int(LEGS_MOST)}`;
  return cypher`CALL (a, b) {
  ${found}
  RETURN collect(${expression}) AS cooperations
}`;
}
