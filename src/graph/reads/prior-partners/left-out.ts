import type { LeftOutReason } from '../../../model/values/left-out.js';
import { cypher, int, joined, nothing, type Fragment } from '../../cypher.js';
import { conditionsOffKey } from '../fact-conditions.js';
import { initiatives, onFact, onTopic, smallEnough, type PartnerFilter } from './ties.js';

const withCountry = ({ country }: PartnerFilter): Fragment =>
  country === null
    ? cypher`true`
    : cypher`EXISTS { MATCH (f)-[x:FOR]->(a) WHERE x.own AND a.id = ${country} }`;

/** What made no tie, by reason, each as a count that stands alone. */
function counts(filter: PartnerFilter): [LeftOutReason, Fragment][] {
  const { topic, exact, country, stages, maxParties, facts } = filter;
  const shared = [
    ...(exact ? [cypher`EXISTS { MATCH (f)-[:ON]->(t) WHERE t.id = ${topic} }`] : []),
    ...conditionsOffKey(facts),
    withCountry(filter),
  ];
  const mine = country === null ? nothing : cypher` AND a.id = ${country}`;
  return [
    [
      'EXCHANGE_TOO_LARGE',
      cypher`${onTopic(filter, 'Exchange', [cypher`f.namedCountries > ${int(maxParties)}`, ...shared])}
RETURN count(f)`,
    ],
    [
      'INITIATIVE_TOO_LARGE',
      cypher`${initiatives(filter)}
WITH i WHERE NOT ${smallEnough(filter)}
RETURN count(DISTINCT i)`,
    ],
    [
      'ONLY_RECEIVED',
      cypher`${onTopic(filter, 'Exchange', [cypher`f.namedCountries <= ${int(maxParties)}`, ...shared])}
MATCH (f)-[x:FOR]->(a:Country) WHERE x.own AND x.onlyReceives${mine}
MATCH (f)-[y:FOR]->(p:Country) WHERE y.own AND y.onlyReceives AND ${country === null ? cypher`a.id < p.id` : cypher`a <> p`}
RETURN count(DISTINCT [a.id, p.id])`,
    ],
    [
      'STAGE_NOT_COUNTED',
      stages === null
        ? cypher`RETURN 0`
        : cypher`${onTopic(filter, 'Cooperation', [cypher`NOT coalesce(f.stage, 'UNKNOWN') IN ${stages}`, ...shared])}
RETURN count(f)`,
    ],
    [
      'NOT_A_COUNTRY',
      cypher`${onTopic(filter, 'Cooperation', [...onFact(filter, 'Cooperation'), withCountry(filter)])}
MATCH (f)-[:PARTY]->(b:Actor)
WHERE NOT b:Country AND NOT EXISTS { MATCH (f)-[w:FOR]->() WHERE b.id IN w.via }
RETURN count(DISTINCT b)`,
    ],
  ];
}

/** One list of [reason, count], for all that made no tie. */
export const partnersLeftOut = (filter: PartnerFilter): Fragment =>
  cypher`[${joined(
    counts(filter).map(([reason, counted]) => cypher`[${reason}, head(COLLECT { ${counted} })]`),
    ', ',
  )}]`;
