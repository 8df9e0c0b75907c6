import type { Answered, Json } from './item.js';

/** A node that readers see. */
export const shown = (variable: string): string => `${variable}.status IN ['ACCEPTED', 'DISPUTED']`;

/** The name in English, else the one that it is shown under. */
export const named = (variable: string): string => `coalesce(${variable}.nameEn, ${variable}.name)`;

/** Claims that stand, each with what it cites. */
const CLAIMS = (
  fact: string,
): string => `[(${fact})<-[:STATES]-(k:Claim) WHERE k.endedAt IS NULL AND k.status <> 'WITHDRAWN' |
    [k.id, k.about, k.certainty, k.locator, head([(k)-[:CITES]->(d) WHERE d:Document OR d:Source | [d.id, ${named('d')}]])]]`;

const PARTIES = (fact: string): string =>
  `[(${fact})-[p:PARTY]->(a) | [a.id, ${named('a')}, p.role, p.capacity]]`;

/** A fact by hand: itself, its topics, its meeting and its evidence, as one positional list. */
export const factList = (
  fact: string,
  parties = false,
): string => `[${fact}.id, ${fact}.kind, ${fact}.certainty,
  ${fact}.startMin, ${fact}.startMax, ${fact}.endMin, ${fact}.endMax, ${fact}.edtf,
  [(${fact})-[:ON]->(t:Topic) WHERE ${shown('t')} | [t.id, ${named('t')}]],
  head([(${fact})-[:AT]->(m:Meeting) WHERE ${shown('m')} | [m.id, ${named('m')}]]),
  ${CLAIMS(fact)}${parties ? `,\n  ${PARTIES(fact)}` : ''}]`;

type Pair = readonly [id: string, name: string];
const card = ([id, name]: Pair): Json => ({ id, name });

/** The list read back, as the bare server sends it. */
export function factOf(list: readonly Answered[]): { readonly [key: string]: Json } {
  const [id, kind, certainty, startMin, startMax, endMin, endMax, edtf, topics, meeting, claims, parties] =
    list;
  return {
    id,
    kind,
    certainty,
    period: { startMin, startMax, endMin, endMax, edtf },
    topics: (topics as Pair[]).map(card),
    meeting: meeting === null ? null : card(meeting as Pair),
    claims: (claims as [string, string, string, string | null, Pair | null][]).map(
      ([claim, about, sure, locator, source]) => ({
        id: claim,
        about,
        certainty: sure,
        locator,
        source: source === null ? null : card(source),
      }),
    ),
    ...(parties
      ? {
          parties: (parties as [string, string, string, string][]).map(([actor, name, role, capacity]) => ({
            role,
            capacity,
            actor: { id: actor, name },
          })),
        }
      : {}),
  };
}

/** A page of facts read with one more than it shows, each behind its key. */
export function pageOf(
  found: readonly (readonly [key: string, list: readonly Answered[]])[],
  most = 20,
): {
  facts: Json[];
  next: string | null;
} {
  return {
    facts: found.slice(0, most).map(([, list]) => factOf(list)),
    next: found.length > most ? (found[most - 1]?.[0] ?? null) : null,
  };
}

/** The same in GraphQL; only some kinds have a meeting. */
export const FACT_FIELDS = `
fragment FactRow on Fact {
  __typename
  id
  certainty
  period { startMin startMax endMin endMax edtf }
  topics { id name }
  claims { id about certainty locator source { id name } }
  ... on Exchange { meeting { id name } }
  ... on Discussion { meeting { id name } }
  ... on DocumentAct { meeting { id name } }
  ... on Participation { meeting { id name } }
  ... on Position { meeting { id name } }
}`;

export const PARTY_FIELDS = `
fragment Parties on Fact {
  parties { role capacity actor { id name } }
}`;

const by = (key: (one: Answered) => string) => (a: Answered, b: Answered) => (key(a) < key(b) ? -1 : 1);
const orNull = (value: Answered): Json => (value ?? null) as Json;

/** A fact of any arm in the form in which facts are compared: what an arm leaves unordered stands in one order. */
export function comparable(fact: Answered): Json {
  const { startMin, startMax, endMin, endMax, edtf } = fact.period ?? {};
  return {
    id: fact.id,
    kind: fact.kind ?? fact.__typename,
    certainty: fact.certainty,
    period: [startMin, startMax, endMin, endMax, edtf].map(orNull),
    topics: [...fact.topics].sort(by((one) => one.id)).map(({ id, name }: Answered) => [id, name]),
    meeting: fact.meeting ? [fact.meeting.id, fact.meeting.name] : null,
    claims: [...fact.claims]
      .sort(by((one) => one.id))
      .map(({ id, about, certainty, locator, source }: Answered) => [
        id,
        about,
        certainty,
        orNull(locator),
        source ? [source.id, source.name] : null,
      ]),
    ...(fact.parties
      ? {
          parties: [...fact.parties]
            .map(({ role, capacity, actor }: Answered) => [actor.id, actor.name, role, capacity])
            .sort(by((one: string[]) => one.join())),
        }
      : {}),
  };
}
