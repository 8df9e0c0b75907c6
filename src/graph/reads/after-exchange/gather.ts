import type { Demands, ExchangeLeg } from '../../../model/rules/after-exchange.js';
import { cypher, int, joined, nameOf, nothing, type Fragment } from '../../cypher.js';
import { exchangeConditions, ownKeyRange, underTopic, type CandidateFilter } from './candidates.js';

/** Whether only cooperations of the asked forms are gathered, or all, so that the others can be counted. */
export type Gathering = 'ASKED_FORMS' | 'ALL_FORMS';

/** How far the exchanges of a pair are read: the undated and the first dated ones, or all that are weighed. */
export type Reach = 'FIRST' | 'ALL';

/** Whether the countries at the edges `x` and `y` worked together in `c`; who only pays, helps or hosts did not. */
export const WORKED_TOGETHER = cypher`x.own AND y.own AND (c.pairMax STARTS WITH a.id + '|' + b.id + '|'
  OR all(edge IN [x, y] WHERE any(role IN edge.roles WHERE role IN ['partner', 'provider', 'learner'])))`;

/** Sorts after every date. */
export const BIGGEST = '~';

/** How many exchanges and cooperations of one pair are weighed, earliest first. */
export const LEGS_MOST = 200;

// Where nothing definite came after a pair's first dated exchange, something often did after the next.
const FIRST_DATED = 3;
// Undated exchanges stand before it, dated ones behind it.
const FIRST_DATE = 'Exchange|0';

/** Whether the exchanges of a pair that were read by the first reach are all that it has. */
export const areAll = (exchanges: readonly ExchangeLeg[]): boolean =>
  exchanges.length < LEGS_MOST && exchanges.filter(({ key }) => !key.startsWith('-')).length < FIRST_DATED;

/** Exchanges on the topic in which the pair `a` and `b` shared, or either of them when they may have shared apart, with their roles. */
export function gatherExchanges(filter: CandidateFilter, reach: Reach): Fragment {
  return cypher`CALL (a, b) {
${filter.sharing === 'SAME_EXCHANGE' ? sharedInOne(filter, reach) : sharedApart(filter)}
  WITH a, b, e, key ORDER BY key LIMIT ${int(LEGS_MOST)}
  RETURN collect([e, COLLECT {
    UNWIND [a.id, b.id] AS country
    MATCH ()-[r:FOR]->() USING INDEX SEEK r:FOR(kindKey) WHERE r.kindKey = country + '|' + key AND r.own
    RETURN [country, r.roles]
  }]) AS shared
}`;
}

const sharedInOne = (filter: CandidateFilter, reach: Reach): Fragment =>
  filter.together ? sharedOnAny(filter) : sharedTogether(filter, reach);

/** Where several topics are taken together, no one key has them in order. */
const sharedOnAny = (filter: CandidateFilter): Fragment =>
  cypher`  MATCH (a)<-[fa:FOR]-(e:Exchange)-[fb:FOR]->(b)
  WHERE fa.own AND fb.own AND ${underTopic(filter, 'e')} AND ${joined(exchangeConditions(filter), ' AND ')}
  WITH a, b, e, e.kindKey AS key`;

/** Whether the exchange with this `key` is one of the country's own. */
const sharedBy = (country: 'one' | 'other'): Fragment =>
  cypher`EXISTS { MATCH ()-[fx:FOR]->() USING INDEX SEEK fx:FOR(kindKey) WHERE fx.kindKey = ${nameOf(country)} + '|' + key AND fx.own }`;

/**
 * Walks the shortest of three lists that have exchanges in the same order: those of either country, and those on the topic.
 * Whether one stands in the others too, its key there tells: a seek of one entry, where a step from the exchange would go
 * through all its relationships.
 */
function sharedTogether(filter: CandidateFilter, reach: Reach): Fragment {
  const { topic } = filter;
  const { low, high } = ownKeyRange(filter, null);
  const conditions = joined(exchangeConditions(filter), ' AND ');
  // The side that is not taken seeks in an empty range: a plain condition would be asked after the seek.
  const ofOne = (from: string, to: string, most: number): Fragment => cypher`
    MATCH (e)-[f:FOR]->() USING INDEX SEEK f:FOR(kindKey)
    WHERE f.kindKey >= one + '|' + ${from} AND f.kindKey < CASE WHEN quiet THEN one + '|' + ${to} ELSE '' END
    WITH e, f, other, substring(f.kindKey, size(one) + 1) AS key
    WHERE ${sharedBy('other')}
      AND EXISTS { MATCH ()-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey) WHERE u.kindKey = ${`${topic}|`} + key }
      AND f.own AND ${conditions}
    RETURN e, key ORDER BY f.kindKey LIMIT ${int(most)}`;
  const onTopic = (from: string, to: string, most: number): Fragment => cypher`
    MATCH (e)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
    WHERE u.kindKey >= ${`${topic}|${from}`} AND u.kindKey < CASE WHEN quiet THEN '' ELSE ${`${topic}|${to}`} END
    WITH e, u, one, other, substring(u.kindKey, ${int(topic.length + 1)}) AS key
    WHERE ${sharedBy('one')} AND ${sharedBy('other')} AND ${conditions}
    RETURN e, key ORDER BY u.kindKey LIMIT ${int(most)}`;
  const undated = [low, FIRST_DATE, LEGS_MOST] as const;
  const dated = [
    low > FIRST_DATE ? low : FIRST_DATE,
    high,
    reach === 'ALL' ? LEGS_MOST : FIRST_DATED,
  ] as const;
  const busy = (country: 'a' | 'b'): Fragment => cypher`COUNT { (${nameOf(country)})<-[:FOR]-() }`;
  return cypher`  MATCH (topic:Entity {id: ${topic}})
  WITH a, b, topic, ${busy('a')} <= ${busy('b')} AS less
  WITH a, b, topic, CASE WHEN less THEN a ELSE b END AS fewer, CASE WHEN less THEN b.id ELSE a.id END AS other
  WITH a, b, fewer.id AS one, other, COUNT { (fewer)<-[:FOR]-() } <= COUNT { (topic)<-[:UNDER]-() } AS quiet
  CALL (one, other, quiet) {${ofOne(...undated)}
    UNION${ofOne(...dated)}
    UNION${onTopic(...undated)}
    UNION${onTopic(...dated)}
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

/** Which cooperations are gathered; null gathers those of all forms and stages, so that the others can be counted. */
export type Asked = Pick<Demands, 'modalities' | 'stages'> | null;

/** Cooperations of the pair, earliest possible start first; what is not asked for does not use up the limit. */
export function gatherCooperations(asked: Asked, expression: Fragment, most = LEGS_MOST): Fragment {
  const counted = asked ? cypher` AND coalesce(c.stage, 'UNKNOWN') IN ${asked.stages}` : nothing;
  const bilateral = asked?.modalities.length === 1 && asked.modalities[0] === 'BILATERAL';
  const found = bilateral
    ? cypher`MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'${counted}
  WITH c ORDER BY c.pairMax LIMIT ${int(most)}`
    : cypher`MATCH (a)<-[x:FOR]-(c:Cooperation)-[y:FOR]->(b)
  WHERE ${WORKED_TOGETHER} AND c.kindKey IS NOT NULL${asked ? cypher` AND c.modality IN ${asked.modalities}` : nothing}${counted}
  WITH c ORDER BY c.kindKey LIMIT ${int(most)}`;
  return cypher`CALL (a, b) {
  ${found}
  RETURN collect(${expression}) AS cooperations
}`;
}
