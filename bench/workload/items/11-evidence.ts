import { named, shown } from '../fact-row.js';
import { libraryCard, SHOWN } from '../in-library.js';
import type { Answered, Item, Json } from '../item.js';
import { one, times } from '../random.js';

const EVIDENCE = `MATCH (f:Fact {id: $id})
RETURN f.id AS id, f.certainty AS certainty, f.status AS status,
  [(f)<-[:STATES]-(k:Claim) WHERE k.endedAt IS NULL AND k.status <> 'WITHDRAWN' | [k.id, k.about, k.certainty, k.stance, k.locator, k.reason,
    head([(k)-[:CITES]->(d) WHERE d:Document OR d:Source | [d.id, ${named('d')}]]),
    head([(k)-[:CITES]->(p:Paragraph) | [p.id, p.locator, head([(p)-[:IN_DOCUMENT]->(d:Document) WHERE ${shown('d')} | [d.id, ${named('d')}]])]]),
    head([(k)-[v:BY]->(s) | [v.capacity, s.id, ${named('s')}]]),
    [(k)-[r:RELAYED_BY]->(s) | [r.order, s.id, ${named('s')}]],
    [(k)-[:INFERRED_FROM]->(g:Claim)-[:STATES]->(t) | [g.id, g.about, t.id]]]] AS claims`;

const byId = (x: { id: string }, y: { id: string }): number => (x.id < y.id ? -1 : 1);

const shapeOf = ({ id, certainty, status, claims }: Answered): Json => ({
  id,
  certainty,
  status,
  claims: [...claims].sort(byId).map((claim: Answered) => ({
    ...claim,
    inferredFrom: [...claim.inferredFrom].sort(byId),
  })),
});

/** What a fact stands on: its claims, what they cite and who says so, and what they are inferred from. */
export const evidence: Item = {
  id: '11',
  title: 'evidence of a fact, three levels',
  sort: 'lookup',
  ordered: true,
  draw: ({ facts }, random) => times(40, () => ({ id: one(facts, random) })),
  raw: {
    async answer(read, drawn) {
      const [row] = await read(EVIDENCE, drawn);
      const card = (pair: [string, string] | null): Json => (pair ? { id: pair[0], name: pair[1] } : null);
      return {
        id: row?.['id'] as string,
        certainty: row?.['certainty'] as string,
        status: row?.['status'] as string,
        claims: ((row?.['claims'] ?? []) as Answered[][]).map(
          ([id, about, certainty, stance, locator, reason, source, paragraph, voice, relayed, grounds]) => ({
            ...{ id, about, certainty, stance, locator, reason, source: card(source) },
            paragraph: paragraph && { id: paragraph[0], locator: paragraph[1], document: card(paragraph[2]) },
            voice: voice && { capacity: voice[0], speaker: { id: voice[1], name: voice[2] } },
            relayedBy: (relayed as [number, string, string][])
              .sort(([x], [y]) => x - y)
              .map(([, speaker, name]) => ({ id: speaker, name })),
            inferredFrom: (grounds as string[][]).map(([ground = '', what = '', target = '']) => ({
              id: ground,
              about: what,
              target,
            })),
          }),
        ),
      };
    },
    shape: shapeOf,
  },
  product: {
    document: `query Evidence($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Fact {
      id
      certainty
      status
      claims {
        id
        about
        certainty
        stance
        locator
        reason
        source { id name }
        paragraph { id locator document { id name } }
        voice { capacity speaker { id name } }
        relayedBy { id name }
        inferredFrom { id about target }
      }
    }
  }
}`,
    variables: ({ id = '' }) => ({ ids: [id] }),
    shape: (data) => shapeOf(data.nodes[0]),
  },
  library: {
    document: `query Evidence($id: ID!) {
  facts(where: { id: { eq: $id } }) {
    id
    certainty
    status
    claims(where: { endedAt: { eq: null }, NOT: { status: { eq: "WITHDRAWN" } } }) {
      id
      about
      certainty
      stance
      locator
      reason
      cites { id kind locator name nameEn document(where: ${SHOWN}) { id name nameEn } }
      voiceConnection { edges { properties { capacity } node { id name nameEn } } }
      relayedByConnection(sort: [{ edge: { order: ASC } }]) { edges { node { id name nameEn } } }
      inferredFrom { id about states { ... on Fact { id } ... on Entity { id } } }
    }
  }
}`,
    shape: ({ facts: [fact] }) =>
      shapeOf({
        ...fact,
        claims: fact.claims.map(
          ({ cites, voiceConnection, relayedByConnection, inferredFrom, ...claim }: Answered) => {
            const paragraph = cites.find(({ kind }: Answered) => kind === 'Paragraph');
            const voice = voiceConnection.edges[0];
            return {
              ...claim,
              source: libraryCard(
                cites.find(({ kind }: Answered) => kind === 'Document' || kind === 'Source'),
              ),
              paragraph: paragraph
                ? {
                    id: paragraph.id,
                    locator: paragraph.locator,
                    document: libraryCard(paragraph.document[0]),
                  }
                : null,
              voice: voice ? { capacity: voice.properties.capacity, speaker: libraryCard(voice.node) } : null,
              relayedBy: relayedByConnection.edges.map(({ node }: Answered) => libraryCard(node)),
              inferredFrom: inferredFrom.map(({ id, about, states }: Answered) => ({
                id,
                about,
                target: states[0]?.id,
              })),
            };
          },
        ),
      }),
  },
};
