import { Paragraph } from '../../../model/entities/paragraph.js';
import type { CooperationLeg, Demands, ExchangeLeg, FactLeg } from '../../../model/rules/after-exchange.js';
import { dateOf } from '../../../model/rules/order.js';
import type { Certainty, Status } from '../../../model/values/certainty.js';
import type { Modality } from '../../../model/values/modality.js';
import { BOUNDS, type Period } from '../../../model/values/period.js';
import type { Stage } from '../../../model/values/stage.js';
import { cypher, joined, nameOf, type Fragment } from '../../cypher.js';
import { ITSELF_OR_TWIN } from '../identity.js';
import { isForbidden } from '../passing-on.js';
import type { Surroundings } from './surroundings.js';

/** What of legs is read beside their places in time; each costs more than those. */
export interface Depth {
  /** Their claims: on what they rest, who says so, and in what words. */
  readonly evidence: boolean;
  /** Whether cooperations are on these topics. */
  readonly topics: readonly string[];
  /** Whether these topics also stand for what is possibly the same. */
  readonly together: boolean;
}

/** As deep as these demands look. */
export const depthOf = (demands: Demands, together: boolean | undefined): Depth => ({
  evidence:
    demands.independentOnly ||
    demands.minDocuments > 0 ||
    demands.documents !== null ||
    (demands.paragraphs ?? null) !== null ||
    (demands.mayBePassedOn ?? false) ||
    (demands.uncontestedOnly ?? false),
  topics:
    demands.cooperationTopic !== 'ANY' || demands.priorTies === 'NONE_ON_TOPIC' ? topicsOf(demands) : [],
  together: together ?? false,
});

/** The asked topic and that of the cooperation. */
export const topicsOf = ({ topic, cooperationTopic }: Demands): string[] => [
  ...new Set([topic, ...(['ANY', 'SAME'].includes(cooperationTopic) ? [] : [cooperationTopic])]),
];

const PLACE = ['id', 'certainty', 'status', ...BOUNDS, 'notBefore', 'notAfter'];

/** Its place in time and, where asked for, its words and its claims with what they are inferred from and cite. */
function factColumns(variable: 'e' | 'c', { evidence }: Depth): Fragment {
  const v = nameOf(variable);
  const place = joined(
    PLACE.map((name) => cypher`${v}.${nameOf(name)}`),
    ', ',
  );
  return evidence
    ? cypher`${place}, [${v}.conflicts, ${v}.ongoing, ${v}.edtf, [(${v})<-[:STATES]-(k:Claim) WHERE k.endedAt IS NULL AND k.status = 'ACCEPTED' |
    [k.id, k.about, k.certainty, k.stance, [(k)-[:INFERRED_FROM*1..6]->(g:Claim) | g.id], [(k)-[:CITES]->(d:Entity)-[:PART_OF*0..4]->(w) | [d.id, w.id, d.redistribution, d.conflicts]]]]]`
    : place;
}

type Cited = [id: string, whole: string, redistribution: string | null, conflicts: string[] | null];
type ClaimRow = [string, string, Certainty, string, string[], Cited[]];

const isParagraph = (id: string): boolean => id.startsWith(`${Paragraph.prefix}/`);

type PlaceRow = readonly [
  id: string,
  certainty: Certainty,
  status: Status,
  startMin: string | null,
  startMax: string | null,
  endMin: string | null,
  endMax: string | null,
  notBefore: string[] | null,
  notAfter: string[] | null,
  words?: WordsRow,
];
type WordsRow = readonly [
  conflicts: string[] | null,
  ongoing: boolean | null,
  edtf: string | null,
  claims: ClaimRow[],
];
const NO_WORDS: WordsRow = [null, null, null, []];

/** Reads back the columns of a fact. A question weighs thousands of them, so each is one literal. */
export function factLeg(list: readonly unknown[], { evidence }: Depth): FactLeg {
  const [id, certainty, status, startMin, startMax, endMin, endMax, notBefore, notAfter, words] =
    list as PlaceRow;
  const [conflicts, ongoing, edtf, claims] = words ?? NO_WORDS;
  const period: Period = {
    startMin,
    startMax,
    endMin,
    endMax,
    ongoing: ongoing === true,
    edtf,
    notBefore: notBefore ?? NONE,
    notAfter: notAfter ?? NONE,
  };
  return {
    id,
    certainty,
    status,
    conflicts,
    period,
    key: `${dateOf(period)}|${id}`,
    events: NONE,
    ...(evidence ? evidenceOf(claims) : NO_EVIDENCE),
  };
}

const NONE: readonly string[] = [];
const NO_EVIDENCE = {
  documents: [],
  paragraphs: [],
  evidence: { existence: [], claims: new Set<string>() },
  grounds: new Map(),
};

function evidenceOf(
  claims: readonly ClaimRow[],
): Pick<FactLeg, 'documents' | 'paragraphs' | 'withheld' | 'evidence' | 'grounds'> {
  const supporting = claims.filter(([, about, , stance]) => about === 'existence' && stance === 'SUPPORTS');
  const cited = supporting.flatMap((claim) => claim[5]);
  return {
    // A cited paragraph stands for those that hold it too; a cited document only for itself.
    documents: [...new Set(cited.map(([id]) => id).filter((id) => !isParagraph(id)))].sort(),
    paragraphs: [...new Set(cited.map(([, id]) => id).filter(isParagraph))].sort(),
    withheld: cited.every(([id, , ...licence]) => isParagraph(id) || isForbidden(...licence)),
    evidence: {
      existence: supporting.map(([id, , certainty, , inferredFrom]) => ({ id, certainty, inferredFrom })),
      claims: new Set(claims.map(([id]) => id)),
    },
    grounds: new Map(claims.map(([id, , , , inferredFrom]) => [id, inferredFrom])),
  };
}

/** What of an exchange `e` is the same for every pair. */
export const exchangeExpression = (depth: Depth): Fragment => cypher`[${factColumns('e', depth)}]`;

/** An exchange with the roles of some countries in it. */
export function exchangeLeg(
  list: readonly unknown[],
  depth: Depth,
  { at, parts }: Surroundings,
): (roles: readonly (readonly [string, readonly string[]])[]) => ExchangeLeg {
  const fact = factLeg(list, depth);
  const chain = (at.get(fact.id) ?? []).flatMap((id) => parts.get(id) ?? []);
  const events = [fact.id, ...chain.map(([id]) => id)];
  const meetings = chain.filter(([, series]) => series !== true).map(([id]) => id);
  return (roles) => ({ ...fact, events, meetings, roles: Object.fromEntries(roles) });
}

/** The cooperation `c`, with those of the topics that it is on or beneath. */
export function cooperationExpression(depth: Depth): Fragment {
  const { topics, together } = depth;
  const under = together
    ? cypher`[(c)-[:UNDER]->(:Topic)${ITSELF_OR_TWIN}(t:Topic) WHERE t.id IN ${topics} | t.id]`
    : cypher`COLLECT { UNWIND ${topics} AS t MATCH ()-[u:UNDER]->() USING INDEX SEEK u:UNDER(kindKey) WHERE u.kindKey = t + '|' + c.kindKey RETURN t }`;
  return cypher`[[${factColumns('c', depth)}], c.stage, c.modality, ${topics.length === 0 ? cypher`[]` : under}]`;
}

/** Reads back the columns of a cooperation. */
export function cooperationFact(list: readonly unknown[], depth: Depth): Omit<CooperationLeg, 'origins'> {
  const [columns, stage, modality, under] = list as [unknown[], Stage | null, Modality, string[]];
  const fact = factLeg(columns, depth);
  return Object.assign(fact, { stage, modality, events: [fact.id], under });
}

/** The same as a leg, with what it grew out of. */
export function cooperationLeg(
  list: readonly unknown[],
  depth: Depth,
  { origins }: Surroundings,
): CooperationLeg {
  const fact = cooperationFact(list, depth);
  const own = origins.get(fact.id) ?? [];
  return Object.assign(fact, { origins: [...own].sort((x, y) => (x.id < y.id ? -1 : 1)) });
}
