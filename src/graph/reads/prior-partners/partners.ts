import { DATED_TIES, SCORE_MOST } from '../../../model/rules/partners.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import { cypher, int, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { VISIBLE_NODE } from '../projection.js';
import { partnersLeftOut } from './left-out.js';
import { partOf, type PartnerPart, type PartnerProjection, type PartnerRow } from './rows.js';
import { directTies, furtherTies, providing, type PartnerFilter } from './ties.js';

/** One page of partners. */
export interface Partners {
  readonly partners: readonly PartnerRow[];
  readonly hasNext: boolean;
  readonly total: number;
  /** How many of them have a tie of their own. */
  readonly direct: number;
  /** First day that counted as recent; null when no fact on the topic is dated. */
  readonly recentFrom: string | null;
  /** Null when not asked for. */
  readonly leftOut: readonly LeftOut[] | null;
  /** Names of the topic and the country; null when there is none such. */
  readonly topicName: string | null;
  readonly countryName: string | null;
  readonly version: number;
}

const recentFrom = ({ topic, recentFrom: asked }: PartnerFilter): Fragment =>
  asked === null
    ? // The unknown date, "-", stands before all others.
      cypher`OPTIONAL MATCH ()-[u:UNDER]->()
USING INDEX SEEK u:UNDER(key)
WHERE u.key > ${`${topic}|0`} AND u.key < ${`${topic}|~`}
WITH u.key AS newest ORDER BY newest DESC LIMIT 1
RETURN toString(date(split(newest, '|')[1]) - duration('P5Y')) AS recent`
    : cypher`RETURN ${asked} AS recent`;

const further = (filter: PartnerFilter): Fragment =>
  cypher`UNION ALL
  UNWIND [[[one IN direct WHERE any(tie IN one.ties WHERE tie.reason IN ['COOPERATED', 'EXCHANGED']) | one.p.id],
    [one IN direct | one.p.id] + ${filter.country}]] AS lists
  WITH lists[0] AS hubs, lists[1] AS known
  CALL (hubs, known) {
${furtherTies(filter)}
  }
  WITH p, collect(DISTINCT {reason: 'PARTNER_OF_PARTNER', f: f}) AS ties, collect({q: a, f: f}) AS through
  RETURN p, 2 AS steps, ties, through`;

/** Every partner with its ties, score and place, as the list `every`; the same rule as `partnerReasons`, held to it by a test. */
function everyPartner(filter: PartnerFilter): Fragment {
  const weights = Object.entries(filter.weights).map(([reason, weight]) => [reason, int(weight)] as const);
  return cypher`CALL () {
${recentFrom(filter)}
}
CALL () {
CALL () {
${directTies(filter)}
}
WITH DISTINCT p, f, reason
WITH p, collect({reason: reason, f: f}) AS ties
RETURN collect({p: p, ties: ties}) AS direct
}
CALL () {
CALL () {
${providing(filter)}
}
WITH p, collect({reason: 'PROVIDED', f: f}) AS facts
RETURN collect({p: p, facts: facts}) AS providers
}
CALL (recent, direct, providers) {
CALL (direct) {
  UNWIND direct AS one
  RETURN one.p AS p, 1 AS steps, one.ties AS ties, [] AS through
${filter.twoSteps && filter.country !== null ? further(filter) : cypher``}
}
WITH p, steps, through, recent, ties, coalesce(head([one IN providers WHERE one.p = p | one.facts]), []) AS provided,
  [tie IN ties WHERE tie.reason IN ${[...DATED_TIES]}] AS dated
WITH p, steps, through, ties + provided + [tie IN dated WHERE tie.f.key >= recent | {reason: 'RECENT', f: tie.f}]
  + [tie IN dated WHERE tie.f.certainty = 'STATED' | {reason: 'STATED', f: tie.f}] AS ties
WITH p, steps, through, ties,
  reduce(sum = 0, weight IN ${weights} | sum + CASE WHEN any(tie IN ties WHERE tie.reason = weight[0]) THEN weight[1] ELSE 0 END) AS score
WITH p, steps, through, ties, score,
  toString(steps) + '|' + right('0000' + toString(${int(SCORE_MOST)} - score), 4) + '|' + p.id AS key
ORDER BY key
RETURN collect({key: key, p: p, steps: steps, score: score, ties: ties, through: through}) AS every
}`;
}

const nameOfEntity = (id: string | null): Fragment =>
  id === null
    ? cypher`null`
    : cypher`head(COLLECT { MATCH (n:Entity {id: ${id}}) WHERE ${VISIBLE_NODE('n')} RETURN coalesce(n.nameEn, n.name, n.id) })`;

/** The statement of the question; all partners are worked out for each page, since the score orders them. */
export function partnersStatement(
  filter: PartnerFilter,
  page: Page,
  survey: boolean,
  wanted: PartnerProjection,
): { statement: Statement; part: PartnerPart } {
  const part = partOf(wanted);
  const text = cypher`${everyPartner(filter)}
WITH recent, direct, size(every) AS total, size([one IN every WHERE one.steps = 1]) AS own,
  [one IN every WHERE one.key > ${page.after ?? ''}][..${int(page.first + 1)}] AS page
${part.text}
MATCH (g:Graph {id: 'graph'})
RETURN rows, facts, total, own, recent, g.version AS version,
  ${nameOfEntity(filter.topic)} AS topicName, ${nameOfEntity(filter.country)} AS countryName,
  ${survey ? partnersLeftOut(filter) : cypher`null`} AS leftOut`;
  return { statement: statement('priorPartners', text), part };
}

interface Row {
  readonly rows: readonly unknown[][];
  readonly facts: readonly unknown[][];
  readonly total: number;
  readonly own: number;
  readonly recent: string | null;
  readonly version: number;
  readonly topicName: string | null;
  readonly countryName: string | null;
  readonly leftOut: readonly [LeftOutReason, number][] | null;
}

/** Reads one page of partners, and with `survey` what made no tie. */
export async function priorPartners(
  door: Door,
  asking: Asking,
  filter: PartnerFilter,
  page: Page,
  survey: boolean,
  wanted: PartnerProjection,
): Promise<Partners> {
  const { statement: asked, part } = partnersStatement(filter, page, survey, wanted);
  const [row] = await door.read<Row>(asked, asking);
  const partners = part.decode(row?.rows ?? [], row?.facts ?? []);
  return {
    partners: partners.slice(0, page.first),
    hasNext: partners.length > page.first,
    total: row?.total ?? 0,
    direct: row?.own ?? 0,
    recentFrom: row?.recent ?? null,
    leftOut:
      row?.leftOut?.filter(([, count]) => count > 0).map(([reason, count]) => ({ reason, count })) ?? null,
    topicName: row?.topicName ?? null,
    countryName: row?.countryName ?? null,
    version: row?.version ?? 0,
  };
}
