import { factList, named } from '../fact-row.js';
import { leg, meetingsOf, originsOf } from './after.js';

const COOPERATIONS = `COLLECT {
  MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'
    AND coalesce(c.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']
  WITH c ORDER BY c.pairMax LIMIT 200
  RETURN [${leg('c')}, ${originsOf('c')}] }`;

/** Meetings of two countries that also cooperated, along the topic's exchanges in order. */
export const walk = (most: number): string => `MATCH (e:Fact)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= $topic + '|Exchange|' AND u.kindKey < $topic + '|Exchange|~' AND e.namedCountries <= 40
WITH e, u ORDER BY u.kindKey
MATCH (e)-[fa:FOR]->(a:Country)
MATCH (e)-[fb:FOR]->(b:Country)
WHERE fa.own AND fb.own AND a.id < b.id AND EXISTS {
  MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~' }
WITH e, fa, fb, a, b LIMIT ${most}
RETURN a.id AS a, ${named('a')} AS nameA, a.alpha3 AS codeA, b.id AS b, ${named('b')} AS nameB, b.alpha3 AS codeB,
  [${leg('e')}, [fa.roles, fb.roles], ${meetingsOf('e')}] AS exchange, ${COOPERATIONS} AS cooperations`;

/** All exchanges of some pairs on the topic, through the fewest: those of the less busy country, or those on the topic. */
export const GATHER = `UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]}), (b:Entity {id: pair[1]}), (topic:Entity {id: $topic})
WITH a, b, topic, CASE WHEN COUNT { (a)<-[:FOR]-() } <= COUNT { (b)<-[:FOR]-() } THEN [a, b] ELSE [b, a] END AS ends
WITH a, b, topic, ends[0] AS one, ends[1] AS other, COUNT { (topic)<-[:UNDER]-() } AS onTopic
WITH a, b, topic, one, other, COUNT { (one)<-[:FOR]-() } <= onTopic AS quiet
CALL (topic, one, other, quiet) {
  MATCH (e:Fact)-[f:FOR]->() USING INDEX SEEK f:FOR(kindKey)
  WHERE f.kindKey >= one.id + '|Exchange|' AND f.kindKey < CASE WHEN quiet THEN one.id + '|Exchange|~' ELSE '' END
    AND f.own AND e.namedCountries <= 40
    AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = other.id AND g.own }
    AND EXISTS { MATCH (e)-[:UNDER]->(t) WHERE t.id = topic.id }
  RETURN e
  UNION
  MATCH (e:Fact)-[v:UNDER]->() USING INDEX SEEK v:UNDER(kindKey)
  WHERE v.kindKey >= topic.id + '|Exchange|' AND v.kindKey < CASE WHEN quiet THEN '' ELSE topic.id + '|Exchange|~' END
    AND e.namedCountries <= 40
    AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = one.id AND g.own }
    AND EXISTS { MATCH (e)-[g:FOR]->(x:Country) WHERE x.id = other.id AND g.own }
  RETURN e
}
WITH a, b, e ORDER BY e.kindKey
WITH a, b, collect(e)[..200] AS exchanges
RETURN a.id AS a, b.id AS b,
  [e IN exchanges | [${leg('e')}, [(e)-[g:FOR]->(x:Country) WHERE x.id IN [a.id, b.id] | g.roles], ${meetingsOf('e')}]] AS exchanges`;

/** Of the combinations that are shown, the facts with their evidence. */
export const SHOWN = `UNWIND $ids AS id
MATCH (f:Fact {id: id})
RETURN id, ${factList('f')} AS fact, f.stage AS stage`;
