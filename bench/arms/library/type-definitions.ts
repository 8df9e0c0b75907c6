/**
 * The graph as a user of the library would declare it: each fact and each entity is one type, since the questions are
 * asked of facts of all kinds; the library would make one sub-query for each kind of an interface.
 */
export const TYPES = `
type Country @node(labels: ["Country"]) {
  id: ID!
  name: String
  nameEn: String
  alpha2: String
  alpha3: String
  m49: String
  independent: Boolean
  certainty: String
  status: String
  facts: [Fact!]! @relationship(type: "FOR", direction: IN, properties: "Keyed")
  ties: [Country!]! @relationship(type: "TIE", direction: OUT, properties: "Tied")
}

type Topic @node(labels: ["Topic"]) {
  id: ID!
  name: String
  nameEn: String
  status: String
  facts: [Fact!]! @relationship(type: "UNDER", direction: IN, properties: "Keyed")
}

type Entity @node(labels: ["Entity"]) {
  id: ID!
  kind: String
  name: String
  nameEn: String
  locator: String
  status: String
  document: [Entity!]! @relationship(type: "IN_DOCUMENT", direction: OUT)
}

type Fact @node(labels: ["Fact"]) {
  id: ID!
  kind: String
  key: String
  kindKey: String
  certainty: String
  status: String
  stage: String
  startMin: String
  startMax: String
  endMin: String
  endMax: String
  edtf: String
  topics: [Entity!]! @relationship(type: "ON", direction: OUT)
  meeting: [Entity!]! @relationship(type: "AT", direction: OUT)
  claims: [Claim!]! @relationship(type: "STATES", direction: IN)
  parties: [Entity!]! @relationship(type: "PARTY", direction: OUT, properties: "Party")
  countries: [Country!]! @relationship(type: "FOR", direction: OUT, properties: "Keyed")
  under: [Topic!]! @relationship(type: "UNDER", direction: OUT, properties: "Keyed")
}

type Claim @node(labels: ["Claim"]) {
  id: ID!
  about: String
  certainty: String
  stance: String
  locator: String
  reason: String
  status: String
  endedAt: String
  cites: [Entity!]! @relationship(type: "CITES", direction: OUT)
  voice: [Entity!]! @relationship(type: "BY", direction: OUT, properties: "Voice")
  relayedBy: [Entity!]! @relationship(type: "RELAYED_BY", direction: OUT, properties: "Relay")
  inferredFrom: [Claim!]! @relationship(type: "INFERRED_FROM", direction: OUT)
  states: [Stated!]! @relationship(type: "STATES", direction: OUT)
}

union Stated = Fact | Entity

type Keyed @relationshipProperties { key: String kindKey: String }
type Tied @relationshipProperties { cooperations: Int exchanges: Int first: String last: String }
type Party @relationshipProperties { role: String capacity: String }
type Voice @relationshipProperties { capacity: String }
type Relay @relationshipProperties { order: Int }
`;
