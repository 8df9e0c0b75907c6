import type { Sharing } from '../../../model/values/after-exchange.js';
import type { Modality } from '../../../model/values/modality.js';
import { cypher, int, joined, nameOf, nothing, type Fragment } from '../../cypher.js';
import type { DayRange } from '../filters.js';
import { pairOf, type Grouping } from '../grouping.js';
import { isNamed, ITSELF_OR_TWIN } from '../identity.js';
import { BIGGEST, WORKED_TOGETHER, type Gathering } from './gather.js';

/** What decides which pairs are looked at. */
export interface CandidateFilter {
  readonly topic: string;
  readonly exact: boolean;
  readonly meeting: string | null;
  readonly sharing: Sharing;
  readonly maxParties: number;
  readonly grouping: Grouping | null;
  readonly exchanged: DayRange;
  readonly modalities: readonly Modality[];
  /** Whether the topic, the meeting and the group also stand for what is possibly the same. */
  readonly together?: boolean;
}

/** Conditions that place an exchange where it was asked for: on the very topic, at the meeting. */
export function placeConditions(
  { topic, exact, meeting, together = false }: CandidateFilter,
  variable: 'e' | 'e2',
): Fragment[] {
  const e = nameOf(variable);
  return [
    ...(exact
      ? [cypher`EXISTS { MATCH (${e})-[:ON]->(onTopic) WHERE ${isNamed('onTopic', [topic], together)} }`]
      : []),
    ...(meeting
      ? [
          cypher`EXISTS { MATCH (${e})-[:AT]->(:Meeting)-[:PART_OF*0..6]->(atMeeting) WHERE ${isNamed('atMeeting', [meeting], together)} }`,
        ]
      : []),
  ];
}

/** Conditions that make an exchange count, beside the key range of its UNDER edge. */
export function exchangeConditions(filter: CandidateFilter, variable: 'e' | 'e2' = 'e'): Fragment[] {
  return [
    cypher`${nameOf(variable)}.namedCountries <= ${int(filter.maxParties)}`,
    ...placeConditions(filter, variable),
  ];
}

/** Key range of the exchanges on the topic or beneath it, between the asked days. */
export function keyRange(
  { topic, exchanged }: CandidateFilter,
  from: string | null,
): { low: string; high: string } {
  const prefix = `${topic}|Exchange|`;
  const low = `${prefix}${exchanged.from ?? ''}`;
  return {
    low: from === null || `${topic}|${from}` < low ? low : `${topic}|${from}`,
    high: `${prefix}${exchanged.to === undefined ? BIGGEST : `${exchanged.to}|${BIGGEST}`}`,
  };
}

/** The same range without the topic, as the keys of exchanges themselves have it. */
export function ownKeyRange(filter: CandidateFilter, from: string | null): { low: string; high: string } {
  const { low, high } = keyRange(filter, from);
  const front = filter.topic.length + 1;
  return { low: low.slice(front), high: high.slice(front) };
}

/** Whether an exchange is on the topic or beneath it, between the asked days. */
export function underTopic(filter: CandidateFilter, variable: 'e' | 'e2'): Fragment {
  const e = nameOf(variable);
  const { low, high } = ownKeyRange(filter, null);
  const named = isNamed('underTopic', [filter.topic], filter.together ?? false);
  return cypher`${e}.kindKey >= ${low} AND ${e}.kindKey < ${high} AND EXISTS { MATCH (${e})-[:UNDER]->(underTopic) WHERE ${named} }`;
}

/** Whether the pair cooperated at all, in a form that is asked for; for two countries alone this is one seek. */
function cooperated({ modalities }: CandidateFilter, counted: Gathering): Fragment {
  if (counted === 'ASKED_FORMS' && modalities.length === 1 && modalities[0] === 'BILATERAL') {
    return cypher`EXISTS {
  MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
  WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~' }`;
  }
  const asked = counted === 'ASKED_FORMS' ? cypher` AND c.modality IN ${modalities}` : nothing;
  return cypher`EXISTS { MATCH (a)<-[x:FOR]-(c:Cooperation)-[y:FOR]->(b) WHERE ${WORKED_TOGETHER} AND c.kindKey IS NOT NULL${asked} }`;
}

/** Two countries that are taken together are one, and make no pair. */
const apart = ({ together }: CandidateFilter): Fragment[] =>
  together ? [cypher`NOT EXISTS { MATCH (a)-[:POSSIBLY_SAME]-(b) }`] : [];

/** Where the second country is looked for, once `a` is a country that shared in `e`. */
function partner(filter: CandidateFilter): Fragment {
  const { sharing } = filter;
  // The other exchange must count too: else a pair met here would have its place further on, and a page would end too far.
  const onTopic = cypher`${underTopic(filter, 'e2')}
  AND ${joined(exchangeConditions(filter, 'e2'), ' AND ')}`;
  switch (sharing) {
    case 'SAME_EXCHANGE':
      return cypher`MATCH (e)-[fb:FOR]->(b:Country)
WHERE fb.own AND fa.own AND a.id < b.id`;
    case 'SAME_MEETING':
      return cypher`WHERE fa.own
CALL (e) {
  MATCH (e)-[fb:FOR]->(b:Country) WHERE fb.own RETURN b
  UNION
  MATCH (e)-[:AT]->(:Meeting)-[:PART_OF*0..6]->(m:Meeting) WHERE coalesce(m.meetingForm, '') <> 'SERIES'
  MATCH (m)<-[:PART_OF*0..6]-(:Meeting)<-[:AT]-(e2:Exchange)-[fb:FOR]->(b:Country)
  WHERE fb.own AND ${onTopic}
  RETURN b
}
WITH a, b WHERE a <> b`;
    case 'ANYWHERE':
      // Names of its own: a WHERE behind WITH still sees these, and `cooperated` would take an x for its own.
      return cypher`MATCH (a)<-[ca:FOR]-(c0:Cooperation)-[cb:FOR]->(b:Country)
WHERE fa.own AND ca.own AND cb.own AND a <> b
  AND EXISTS { MATCH (b)<-[z:FOR]-(e2:Exchange) WHERE z.own AND ${onTopic} }`;
  }
}

/**
 * The exchanges that count, as `e`, along the ordered keys of the topic's edges `u`. Where the topic is taken together
 * with others, those of each are walked, and an exchange on several is met once.
 */
export function exchangesOnTopic(
  filter: CandidateFilter,
  from: string | null,
  conditions: readonly Fragment[] = exchangeConditions(filter),
): Fragment {
  const also = joined(conditions, ' AND ');
  if (!filter.together) {
    const { low, high } = keyRange(filter, from);
    return cypher`MATCH (e:Fact)-[u:UNDER]->()
USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= ${low} AND u.kindKey < ${high} AND ${also}`;
  }
  const { low, high } = ownKeyRange(filter, from);
  return cypher`MATCH (:Entity {id: ${filter.topic}})${ITSELF_OR_TWIN}(walked:Entity)
MATCH (e:Fact)-[u:UNDER]->()
USING INDEX SEEK u:UNDER(kindKey)
WHERE u.kindKey >= walked.id + '|' + ${low} AND u.kindKey < walked.id + '|' + ${high} AND ${also}
WITH DISTINCT e`;
}

/** The order of that walk, which the index has unless several topics are walked. */
export const inOrder = ({ together }: CandidateFilter): Fragment =>
  together ? cypher`WITH e ORDER BY e.kindKey` : cypher`WITH e, u ORDER BY u.kindKey`;

/** The pairs of one exchange by their ids, so that a limit cuts where an answer may end. */
const inOrderOfPairs = ({ together }: CandidateFilter): Fragment =>
  together
    ? cypher`WITH a, b, e ORDER BY e.kindKey, a.id, b.id\n`
    : cypher`WITH a, b, u ORDER BY u.kindKey, a.id, b.id\n`;

/**
 * Pairs in the order of their first exchange on the topic. The walk follows the ordered keys and each step is lazy, so
 * that a limit stops it early.
 */
export function candidatePairs(
  filter: CandidateFilter,
  from: string | null,
  most: number | null,
  counted: Gathering,
): Fragment {
  return cypher`${exchangesOnTopic(filter, from)}
${inOrder(filter)}
MATCH (e)-[fa:FOR]->(a:Country)
${partner(filter)}
WITH ${filter.sharing === 'SAME_EXCHANGE' ? cypher`${nameOf(filter.together ? 'e' : 'u')}, a, b` : cypher`CASE WHEN a.id < b.id THEN a ELSE b END AS a, CASE WHEN a.id < b.id THEN b ELSE a END AS b`}
WHERE ${joined([...apart(filter), cooperated(filter, counted), ...(filter.grouping ? [pairOf(filter.grouping, filter.together ?? false)] : [])], ' AND ')}
${filter.sharing === 'SAME_EXCHANGE' ? inOrderOfPairs(filter) : nothing}WITH DISTINCT a, b${most === null ? nothing : cypher` LIMIT ${int(most)}`}`;
}
