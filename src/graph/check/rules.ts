/** Every rule that `check` counts on the live graph, with what it asks for. */
export const RULES = {
  ours: 'Every node is an entity, fact, claim, batch or the graph itself, and has an id',
  labels: 'Labels fit the kind',
  ids: 'Ids fit their kind',
  presence: 'Required properties are there',
  types: 'Properties have their declared types',
  values: 'Values of closed lists are on the list',
  undeclared: 'No property is there that the kind does not declare',
  endKinds: 'Ends and links point to allowed kinds',
  endCounts: 'Ends and links hold at least and at most what they may',
  parties: 'Facts have as many parties as their kind asks for, all of them actors',
  roles: 'Parties have roles of their kind and capacities on the list',
  partyDetails: 'Numbers, days and speakers of parties are sound',
  periods: 'Bounds of periods stand in order',
  evidence: 'Every fact and entity that is shown rests on a claim or a row of a code list',
  claimShape: 'Claims have their properties, of the declared types and values',
  states: 'Every claim states exactly one thing, of which its kind can say it',
  cites:
    'Every claim cites one document or source with a locator, and its paragraph where the document has paragraphs',
  voices: 'Voices are actors or meetings, and actors relay them',
  inference: 'What is inferred has reason and basis, what is stated has neither',
  inferenceCircles: 'No inference leads back to itself',
  claimIds: 'The id of every claim fits what it says',
  circles: 'Parts, versions, outcomes and bounds of starts do not go in a circle',
  topicTree: 'Broader topics do not go in a circle and stay within one scheme',
  rollUp: 'Values and ties are what the claims roll up to',
  within: 'WITHIN edges agree with the topic tree',
  derived: 'Keys, modality and the edges FOR and UNDER agree with the facts',
  ties: 'TIE edges between countries agree with the facts',
  schema: 'Constraints and indexes are there and online',
  graphNode: 'The graph says truly what it was made with',
} as const;

/** One rule. */
export type Rule = keyof typeof RULES;
