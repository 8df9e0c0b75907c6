import { named } from '../fact-row.js';
import type { Answered, Item, Json } from '../item.js';
import { one, times } from '../random.js';

const COUNTED = `['UNDER_WAY', 'DONE', 'SUSPENDED', 'UNKNOWN']`;

/** Facts on the topic in which the country and a partner worked together or shared. */
const tied = (
  kind: 'Cooperation' | 'Exchange',
  reason: string,
  also: string,
): string => `MATCH (f:Fact)-[x:FOR]->(a)
  USING INDEX SEEK x:FOR(kindKey)
  WHERE x.kindKey > $country + '|${kind}|' AND x.kindKey < $country + '|${kind}|~' AND x.own AND ${also}
    AND EXISTS { MATCH (f)-[:UNDER]->(t) WHERE t.id = $topic }
  MATCH (f)-[y:FOR]->(p:Country) WHERE p <> a AND x.ties AND y.ties AND NOT (x.onlyReceives AND y.onlyReceives)
  RETURN p, f, '${reason}' AS reason`;

const TYING = `(i)<-[:IN|SERVED_BY]-(d:Fact)-[:UNDER]->(:Entity {id: $topic})`;

const provided = (kind: string, also: string): string => `MATCH (f:Fact)-[u:UNDER]->()
  USING INDEX SEEK u:UNDER(kindKey)
  WHERE u.kindKey > $topic + '|${kind}|' AND u.kindKey < $topic + '|${kind}|~' AND ${also}
  MATCH (f)-[z:FOR]->(p:Country) WHERE z.own AND 'provider' IN z.roles
  RETURN p, f`;

const PARTNERS = `CALL () {
  OPTIONAL MATCH ()-[u:UNDER]->() USING INDEX SEEK u:UNDER(key)
  WHERE u.key > $topic + '|0' AND u.key < $topic + '|~'
  WITH u.key AS newest ORDER BY newest DESC LIMIT 1
  RETURN toString(date(split(newest, '|')[1]) - duration('P5Y')) AS recent
}
CALL () {
  CALL () {
  ${tied('Cooperation', 'COOPERATED', `coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`)}
  UNION ALL
  ${tied('Exchange', 'EXCHANGED', 'f.namedCountries <= 40')}
  UNION ALL
  MATCH (mine:Fact)-[x:FOR]->() USING INDEX SEEK x:FOR(kindKey)
  WHERE x.kindKey > $country + '|Involvement|' AND x.kindKey < $country + '|Involvement|~' AND x.own
    AND coalesce(mine.stage, 'UNKNOWN') IN ${COUNTED}
  MATCH (mine)-[:IN]->(i:Initiative)
  WHERE EXISTS { MATCH ${TYING} WHERE d.key IS NOT NULL }
    AND COUNT { MATCH (i)<-[:IN]-(v:Involvement)-[w:FOR]->() WHERE w.own AND v.key IS NOT NULL } <= 40
  MATCH (i)<-[:IN]-(own:Involvement)-[y:FOR]->(p:Country)
  WHERE y.own AND own.key IS NOT NULL AND p.id <> $country AND coalesce(own.stage, 'UNKNOWN') IN ${COUNTED}
  UNWIND [own, mine, head(COLLECT { MATCH ${TYING} WHERE d.key IS NOT NULL RETURN d ORDER BY d.key LIMIT 1 })] AS f
  RETURN p, f, 'SAME_INITIATIVE' AS reason
  }
  WITH DISTINCT p, f, reason
  RETURN collect([p.id, ${named('p')}, f.id, f.key, f.certainty, reason]) AS ties
}
CALL () {
  CALL () {
  ${provided('Cooperation', `coalesce(f.stage, 'UNKNOWN') IN ${COUNTED}`)}
  UNION ALL
  ${provided('Exchange', 'true')}
  }
  RETURN collect([p.id, f.id, f.key, f.certainty]) AS providers
}
RETURN recent, ties, providers`;

const WEIGHTS: Readonly<Record<string, number>> = {
  COOPERATED: 5,
  EXCHANGED: 3,
  SAME_INITIATIVE: 2,
  PROVIDED: 2,
  RECENT: 1,
  STATED: 1,
};

type Fact = [id: string, key: string, certainty: string];

function partnersIn(ties: string[][], providers: string[][], recent: string | null): Json[] {
  const partners = new Map<string, { name: string; reasons: Map<string, Fact[]> }>();
  for (const [id = '', name = '', ...rest] of ties) {
    const [fact = '', key = '', certainty = '', reason = ''] = rest;
    const partner = partners.get(id) ?? { name, reasons: new Map<string, Fact[]>() };
    partners.set(id, partner);
    const add = (why: string): void =>
      void partner.reasons.set(why, [...(partner.reasons.get(why) ?? []), [fact, key, certainty]]);
    add(reason);
    if (reason === 'SAME_INITIATIVE') continue;
    if (recent !== null && key >= recent) add('RECENT');
    if (certainty === 'STATED') add('STATED');
  }
  for (const [id = '', ...fact] of providers) {
    const reasons = partners.get(id)?.reasons;
    reasons?.set('PROVIDED', [...(reasons.get('PROVIDED') ?? []), fact as Fact]);
  }
  return [...partners]
    .map(([id, { name, reasons }]) => ({
      id,
      name,
      score: [...reasons.keys()].reduce((sum, reason) => sum + (WEIGHTS[reason] ?? 0), 0),
      reasons: [...reasons].map(([reason, facts]) => ({
        reason,
        factCount: facts.length,
        facts: facts
          .sort(([, x], [, y]) => (x > y ? -1 : 1))
          .slice(0, 20)
          .map(([fact, , certainty]) => ({ id: fact, certainty })),
      })),
    }))
    .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
    .slice(0, 20);
}

const shapeOf = ({ id, name, score, reasons }: Answered): Json => ({
  id,
  name,
  score,
  reasons: reasons
    .map(({ reason, factCount, facts }: Answered) => [
      reason,
      factCount,
      // Facts of one day may stand in either order.
      factCount > 20 ? [] : facts.map((fact: Answered) => fact.id).sort(),
    ])
    .sort((x: string[], y: string[]) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1)),
});

/** Whom a country has worked with on a topic, with reasons. */
export const partners: Item = {
  id: '16',
  title: 'prior partners of a country on a topic, ranked, with reasons',
  sort: 'question',
  draw: ({ met }, random) =>
    times(20, () => {
      const { country, topic } = one(met, random);
      return { topic, country };
    }),
  raw: {
    async answer(read, drawn) {
      const [row] = await read(PARTNERS, drawn);
      return partnersIn(
        (row?.['ties'] ?? []) as string[][],
        (row?.['providers'] ?? []) as string[][],
        (row?.['recent'] ?? null) as string | null,
      );
    },
    shape: (answer) => answer.map(shapeOf),
  },
  notInLibrary: 'it ranks by no sum of what it finds',
  product: {
    document: `query Partners($topic: ID!, $country: ID!) {
  priorPartners(topic: $topic, country: $country, twoSteps: false, first: 20) {
    nodes {
      country { id name }
      score
      reasons { reason factCount facts { id certainty } }
    }
  }
}`,
    shape: (data) => data.priorPartners.nodes.map((node: Answered) => shapeOf({ ...node, ...node.country })),
  },
};
