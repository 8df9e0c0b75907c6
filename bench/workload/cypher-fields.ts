import { named, shown } from './fact-row.js';

/** A fact as a map, as a `@cypher` field gives it. */
export const factMap = (
  fact: string,
): string => `{id: ${fact}.id, kind: ${fact}.kind, certainty: ${fact}.certainty, stage: ${fact}.stage,
  period: {startMin: ${fact}.startMin, startMax: ${fact}.startMax, endMin: ${fact}.endMin, endMax: ${fact}.endMax, edtf: ${fact}.edtf},
  topics: [(${fact})-[:ON]->(t:Topic) WHERE ${shown('t')} | {id: t.id, name: ${named('t')}}],
  meeting: head([(${fact})-[:AT]->(m:Meeting) WHERE ${shown('m')} | {id: m.id, name: ${named('m')}}]),
  claims: [(${fact})<-[:STATES]-(k:Claim) WHERE k.endedAt IS NULL AND k.status <> 'WITHDRAWN' |
    {id: k.id, about: k.about, certainty: k.certainty, locator: k.locator,
     source: head([(k)-[:CITES]->(d) WHERE d:Document OR d:Source | {id: d.id, name: ${named('d')}}])}]}`;

const LINKED = (edge: string): string => `MATCH (f:Fact) USING INDEX SEEK f:Fact(kindKey)
WHERE f.kindKey > 'Exchange|' + $from AND f.kindKey < 'Exchange|' + $to + '|~'
MATCH (f)-[x:FOR]->(c:Country) WHERE x.own
MATCH (f)-[:${edge}]->(n) WHERE ${shown('n')}
WITH c, n, count(DISTINCT f) AS weight
WITH collect([c, n, weight]) AS all
CALL (all) {
  UNWIND all AS edge UNWIND edge[..2] AS node
  WITH node, sum(edge[2]) AS weight ORDER BY weight DESC, node.id LIMIT toInteger($nodes)
  RETURN collect(node) AS nodes
}
CALL (all, nodes) {
  UNWIND all AS edge
  WITH edge WHERE edge[0] IN nodes AND edge[1] IN nodes
  WITH edge ORDER BY edge[2] DESC, edge[0].id + '|' + edge[1].id LIMIT toInteger($edges)
  RETURN collect({from: edge[0].id, to: edge[1].id, weight: edge[2]}) AS edges
}
RETURN {nodes: [n IN nodes | {id: n.id, name: ${named('n')}}], edges: edges} AS found`;

const WALK = `MATCH (e:Fact)-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= $topic + '|Exchange|' AND u.kindKey < $topic + '|Exchange|~' AND e.namedCountries <= 40
WITH e, u ORDER BY u.kindKey
MATCH (e)-[fa:FOR]->(a:Country)
MATCH (e)-[fb:FOR]->(b:Country)`;

const COOPERATION = `MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~'`;

const COUNTED = `coalesce(c.stage, 'UNKNOWN') IN ['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']`;

/** The place in time of the cooperation \`c\` after the exchange \`e\`, as a string that sorts. */
const ORDER = `CASE
    WHEN any(o IN [(c)-[:GREW_OUT_OF]->(x) | x.id] WHERE o IN events) OR any(o IN coalesce(c.notBefore, []) WHERE o IN events)
      OR c.id IN coalesce(e.notAfter, []) THEN 'DEFINITE'
    WHEN any(o IN coalesce(c.notAfter, []) WHERE o IN events) OR c.id IN coalesce(e.notBefore, []) THEN 'NO'
    WHEN e.endMax < c.startMin THEN 'DEFINITE'
    WHEN c.startMax < e.startMin THEN 'NO'
    ELSE 'POSSIBLE' END`;

const EVENTS = `[e.id] + [(e)-[:AT]->(:Meeting)-[:PART_OF*0..6]->(m:Meeting) | m.id]`;

const CANONICAL = `${WALK}
WHERE fa.own AND fb.own AND a.id < b.id AND EXISTS { ${COOPERATION} }
WITH u.kindKey AS place, a, b ORDER BY place, a.id, b.id
WITH DISTINCT a, b LIMIT 51
CALL (a, b) {
  MATCH (topic:Entity {id: $topic})
  WITH topic, COUNT { (topic)<-[:UNDER]-() } AS onTopic,
    CASE WHEN COUNT { (a)<-[:FOR]-() } <= COUNT { (b)<-[:FOR]-() } THEN [a, b] ELSE [b, a] END AS ends
  WITH topic, ends[0] AS one, ends[1] AS other, COUNT { (a)<-[:FOR]-() } <= onTopic OR COUNT { (b)<-[:FOR]-() } <= onTopic AS quiet
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
  WITH e ORDER BY e.kindKey LIMIT 200
  RETURN collect(e) AS exchanges
}
CALL (a, b) {
  ${COOPERATION} AND ${COUNTED}
  WITH c ORDER BY c.pairMax LIMIT 200
  RETURN collect(c) AS cooperations
}
CALL (a, b, exchanges, cooperations) {
  UNWIND exchanges AS e
  WITH a, b, cooperations, e, ${EVENTS} AS events
  WHERE NOT all(held IN [(e)-[g:FOR]->(x:Country) WHERE x.id IN [a.id, b.id] | g.roles] WHERE all(role IN held WHERE role = 'receiver'))
  UNWIND cooperations AS c
  WITH e, c, ${ORDER} AS order WHERE order <> 'NO'
  WITH e, c, order ORDER BY order, e.key + ' ' + c.key LIMIT 1
  RETURN e AS exchange, c AS cooperation, order
}
WITH a, b, exchange, cooperation, order, head(exchanges).key + '|' + a.id + '|' + b.id AS place ORDER BY place LIMIT 20
RETURN {countries: [n IN [a, b] | {id: n.id, name: ${named('n')}, alpha3: n.alpha3}], order: order,
  exchange: ${factMap('exchange')}, cooperation: ${factMap('cooperation')}} AS found ORDER BY place`;

const NEVER = `${WALK}
WHERE fa.own AND fb.own AND a.id < b.id AND NOT (fa.onlyReceives AND fb.onlyReceives)
WITH a, b, collect(e) AS exchanges
WHERE NOT EXISTS {
  UNWIND exchanges AS e
  WITH a, b, e, ${EVENTS} AS events
  ${COOPERATION} AND ${COUNTED}
  WITH ${ORDER} AS order WHERE order <> 'NO'
  RETURN 1 }
WITH a, b, head(exchanges) AS e ORDER BY e.key + '|' + a.id + '|' + b.id LIMIT 20
RETURN {countries: [n IN [a, b] | {id: n.id, name: ${named('n')}}], exchange: e.id} AS found ORDER BY e.key + '|' + a.id + '|' + b.id`;

/** One field a question; the scalar lets the statement's own maps through, as the library does with any scalar. */
export const CYPHER_FIELDS = `
scalar Found

type Query {
  linkedTopics(from: String!, to: String!, nodes: Int!, edges: Int!): Found @cypher(statement: """${LINKED('ON')}""", columnName: "found")
  linkedMeetings(from: String!, to: String!, nodes: Int!, edges: Int!): Found @cypher(statement: """${LINKED('AT')}""", columnName: "found")
  canonical(topic: String!): [Found!]! @cypher(statement: """${CANONICAL}""", columnName: "found")
  never(topic: String!): [Found!]! @cypher(statement: """${NEVER}""", columnName: "found")
}
`;
