import { cypher, int, joined, nothing, type Fragment } from '../../cypher.js';
import { exchangeConditions, keyRange, type CandidateFilter } from './candidates.js';

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
  const { low, high } = keyRange(filter, null);
  const together = filter.sharing === 'SAME_EXCHANGE';
  const conditions = [
    cypher`fa.own`,
    cypher`u.kindKey >= ${low}`,
    cypher`u.kindKey < ${high}`,
    ...exchangeConditions(filter),
  ];
  const walk = (country: 'a' | 'b', also: Fragment): Fragment => cypher`
  MATCH (${country === 'a' ? cypher`a` : cypher`b`})<-[fa:FOR]-(e:Exchange)-[u:UNDER]->(:Entity {id: ${filter.topic}})
  WHERE ${joined(conditions, ' AND ')}${also}
  RETURN e, u`;
  return cypher`CALL (a, b) {
  CALL (a, b) {${
    together
      ? walk('a', cypher` AND EXISTS { MATCH (e)-[fb:FOR]->(b) WHERE fb.own }`)
      : cypher`${walk('a', nothing)}
    UNION${walk('b', nothing)}`
  }
  }
  WITH a, b, e, u ORDER BY u.kindKey LIMIT ${int(LEGS_MOST)}
  RETURN collect(${expression}) AS exchanges
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
    ? cypher`MATCH (c:Cooperation) USING INDEX c:Cooperation(pairMax)
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
