import type { Stage } from '../../../model/values/stage.js';
import type { PartnerWeights } from '../../../model/values/partners.js';
import { cypher, int, joined, nothing, type Fragment } from '../../cypher.js';
import { TIED } from '../../derived/ties.js';
import { conditionsOffKey } from '../fact-conditions.js';
import type { FactFilter } from '../filters.js';

/** Which partners are asked for, and what counts as a tie. */
export interface PartnerFilter {
  readonly topic: string;
  /** Whether facts on narrower topics are left out. */
  readonly exact: boolean;
  /** The country whose partners are asked for; null for all that had any partner. */
  readonly country: string | null;
  /** Roles, one of which the partner must have held; null for those of working together and sharing. */
  readonly roles: readonly string[] | null;
  /** Exchanges with more named countries make no tie, nor do initiatives with more. */
  readonly maxParties: number;
  /** Stages that count where the kind has one; null leaves it to `facts`. */
  readonly stages: readonly Stage[] | null;
  /** First day that is recent; null for five years before the newest fact on the topic. */
  readonly recentFrom: string | null;
  readonly weights: PartnerWeights;
  /** Whether those two steps away are named too; only with a country. */
  readonly twoSteps: boolean;
  /** What each fact that counts must meet besides. */
  readonly facts: FactFilter;
}

/** The kinds of facts that are a tie of two countries. */
export type TieKind = 'Cooperation' | 'Exchange';

const inRoles = (edge: 'y' | 'z', roles: readonly string[]): Fragment =>
  edge === 'y'
    ? cypher`any(role IN y.roles WHERE role IN ${roles})`
    : cypher`any(role IN z.roles WHERE role IN ${roles})`;

/** Conditions on the fact `f` alone, beside the key that its walk follows. */
export function onFact(filter: PartnerFilter, kind: TieKind | 'Involvement'): Fragment[] {
  const { topic, exact, stages, facts } = filter;
  return [
    ...(exact && kind !== 'Involvement'
      ? [cypher`EXISTS { MATCH (f)-[:ON]->(t) WHERE t.id = ${topic} }`]
      : []),
    ...(stages && kind !== 'Exchange' ? [cypher`coalesce(f.stage, 'UNKNOWN') IN ${stages}`] : []),
    ...conditionsOffKey(facts),
  ];
}

/** The same for facts that tie two countries: of a large exchange one cannot say who shared with whom. */
const onTie = (filter: PartnerFilter, kind: TieKind): Fragment[] => [
  ...(kind === 'Exchange' ? [cypher`f.namedCountries <= ${int(filter.maxParties)}`] : []),
  ...onFact(filter, kind),
];

const also = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? nothing : cypher` AND ${joined(conditions, ' AND ')}`;

/** Facts `f` of a kind on the topic, as far as `conditions` hold of them. */
export const onTopic = (
  { topic }: PartnerFilter,
  kind: string,
  conditions: readonly Fragment[],
): Fragment => cypher`MATCH (f:Fact)-[u:UNDER]->()
USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey > ${`${topic}|${kind}|`} AND u.kindKey < ${`${topic}|${kind}|~`}${also(conditions)}`;

/** Facts `f` of a kind of which the country is a party, at the edge `x` to `a`. */
const ofCountry = (country: string, kind: string, conditions: readonly Fragment[]): Fragment =>
  cypher`MATCH (f:Fact)-[x:FOR]->(a:Country)
USING INDEX SEEK x:FOR(kindKey)
WHERE x.kindKey > ${`${country}|${kind}|`} AND x.kindKey < ${`${country}|${kind}|~`} AND x.own${also(conditions)}`;

/** Whether two countries at the edges `x` and `y` are tied by `f`; who only pays, helps or hosts is not, unless asked for. */
export const tied = ({ roles }: Pick<PartnerFilter, 'roles'>): Fragment =>
  roles === null
    ? TIED
    : cypher`x.own AND y.own AND NOT (x.onlyReceives AND y.onlyReceives) AND ${inRoles('y', roles)}`;

const REASON = { Cooperation: 'COOPERATED', Exchange: 'EXCHANGED' } as const;

/** Partners `p` by cooperations or exchanges on the topic: of the asked country, or of any other. */
function direct(filter: PartnerFilter, kind: TieKind): Fragment {
  const { country, topic } = filter;
  const conditions = onTie(filter, kind);
  if (country === null) {
    return cypher`${onTopic(filter, kind, conditions)}
MATCH (f)-[y:FOR]->(p:Country)
WHERE EXISTS { MATCH (f)-[x:FOR]->(a:Country) WHERE a <> p AND ${tied(filter)} }
RETURN p, f, ${REASON[kind]} AS reason`;
  }
  const under = cypher`EXISTS { MATCH (f)-[:UNDER]->(t) WHERE t.id = ${topic} }`;
  return cypher`${ofCountry(country, kind, [under, ...conditions])}
MATCH (f)-[y:FOR]->(p:Country)
WHERE a <> p AND ${tied(filter)}
RETURN p, f, ${REASON[kind]} AS reason`;
}

/** Countries with a part in the initiative `i`. */
const INVOLVED = cypher`COUNT { MATCH (i)<-[:IN]-(v:Involvement)-[w:FOR]->() WHERE w.own AND v.key IS NOT NULL }`;

const tying = ({ topic, exact }: PartnerFilter): Fragment =>
  cypher`(i)<-[:IN|SERVED_BY]-(d:Fact)-[:${exact ? cypher`ON` : cypher`UNDER`}]->(:Entity {id: ${topic}})`;

/** Initiatives `i` that a fact ties to the topic: those of the asked country, with its part in `mine`, or all. */
export function initiatives(filter: PartnerFilter): Fragment {
  const { country } = filter;
  return country === null
    ? cypher`MATCH (d:Fact)-[u:UNDER]->()
USING INDEX SEEK u:UNDER(key)
WHERE u.key > ${`${filter.topic}|`} AND u.key < ${`${filter.topic}|~`}
MATCH (d)-[:IN|SERVED_BY]->(i:Initiative)
WITH DISTINCT i, null AS mine WHERE EXISTS { MATCH ${tying(filter)} WHERE d.key IS NOT NULL }`
    : cypher`${ofCountry(country, 'Involvement', onFact(filter, 'Involvement'))}
MATCH (f)-[:IN]->(i:Initiative)
WHERE EXISTS { MATCH ${tying(filter)} WHERE d.key IS NOT NULL }
WITH i, f AS mine`;
}

/** Whether the initiative `i` is small enough that a part in it says something of two countries. */
export const smallEnough = ({ maxParties }: PartnerFilter): Fragment =>
  cypher`${INVOLVED} <= ${int(maxParties)}`;

/** Partners `p` by parts in one initiative; its facts are both parts and the one that ties it to the topic. */
function inInitiatives(filter: PartnerFilter): Fragment {
  const { country, roles } = filter;
  const other =
    country === null
      ? cypher`EXISTS { MATCH (i)<-[:IN]-(v:Involvement)-[x:FOR]->(a:Country) WHERE a <> p AND x.own AND v.key IS NOT NULL }`
      : cypher`p.id <> ${country}`;
  return cypher`${initiatives(filter)}
WITH i, mine WHERE ${smallEnough(filter)}
MATCH (i)<-[:IN]-(f:Involvement)-[y:FOR]->(p:Country)
WHERE ${joined(
    [
      cypher`y.own AND f.key IS NOT NULL`,
      other,
      ...(roles === null ? [] : [inRoles('y', roles)]),
      ...onFact(filter, 'Involvement'),
    ],
    ' AND ',
  )}
WITH p, [f, mine, head(COLLECT { MATCH ${tying(filter)} WHERE d.key IS NOT NULL RETURN d ORDER BY d.key LIMIT 1 })] AS facts
UNWIND facts AS f
WITH p, f WHERE f IS NOT NULL
RETURN p, f, 'SAME_INITIATIVE' AS reason`;
}

/** Every tie of a partner `p` with the asked country, or with any: the fact `f` and the reason. */
export const directTies = (filter: PartnerFilter): Fragment =>
  joined(
    [
      direct(filter, 'Cooperation'),
      cypher`UNION ALL`,
      direct(filter, 'Exchange'),
      cypher`UNION ALL`,
      inInitiatives(filter),
    ],
    '\n',
  );

/** Ties of countries `p` that are not in `known` with countries `a` of `hubs`, all by id. */
export const furtherTies = (filter: PartnerFilter): Fragment => {
  const of = (kind: TieKind): Fragment => cypher`${onTopic(filter, kind, onTie(filter, kind))}
MATCH (f)-[x:FOR]->(a:Country) WHERE a.id IN hubs
MATCH (f)-[y:FOR]->(p:Country) WHERE NOT p.id IN known AND ${tied(filter)}
RETURN p, a, f`;
  return joined([of('Cooperation'), cypher`UNION ALL`, of('Exchange')], '\n');
};

/** Countries `p` that provided experience or means in `f`, to whomever. */
export const providing = (filter: PartnerFilter): Fragment => {
  const of = (kind: TieKind): Fragment =>
    cypher`${onTopic(filter, kind, onFact(filter, kind))}
MATCH (f)-[z:FOR]->(p:Country) WHERE z.own AND ${inRoles('z', ['provider'])}
RETURN p, f`;
  return joined([of('Cooperation'), cypher`UNION ALL`, of('Exchange')], '\n');
};
