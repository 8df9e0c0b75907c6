import type { Answered } from './item.js';

/** What readers see, as a filter of the library. */
export const SHOWN = '{ status: { in: ["ACCEPTED", "DISPUTED"] } }';

/** A fact in the library's own schema, with what `factList` reads. */
export const LIBRARY_FACT = `
fragment LibraryFact on Fact {
  id
  kind
  certainty
  startMin
  startMax
  endMin
  endMax
  edtf
  topics(where: ${SHOWN}) { id name nameEn }
  meeting(where: ${SHOWN}) { id name nameEn }
  claims(where: { endedAt: { eq: null }, NOT: { status: { eq: "WITHDRAWN" } } }) {
    id
    about
    certainty
    locator
    cites(where: { kind: { in: ["Document", "Source"] } }) { id name nameEn }
  }
}`;

/** With its parties and their roles. */
export const LIBRARY_PARTIES = `
fragment LibraryParties on Fact {
  partiesConnection { edges { properties { role capacity } node { id name nameEn } } }
}`;

const card = (node: Answered): Answered => (node ? { id: node.id, name: node.nameEn ?? node.name } : null);

/** The library's fact in the form of the other arms' facts; the client chooses the name, since the library cannot. */
export function libraryFact(fact: Answered): Answered {
  const { startMin, startMax, endMin, endMax, edtf } = fact;
  return {
    ...fact,
    period: { startMin, startMax, endMin, endMax, edtf },
    topics: fact.topics.map(card),
    meeting: card(fact.meeting[0]),
    claims: fact.claims.map((claim: Answered) => ({ ...claim, source: card(claim.cites[0]) })),
    ...(fact.partiesConnection
      ? {
          parties: fact.partiesConnection.edges.map(({ properties, node }: Answered) => ({
            ...properties,
            actor: card(node),
          })),
        }
      : {}),
  };
}

/** A node with the name that is shown. */
export const libraryCard = card;

/** The library's cursors are offsets. */
export const offsetCursor = (offset: number): string | null =>
  offset === 0 ? null : Buffer.from(`arrayconnection:${offset - 1}`, 'utf8').toString('base64');
