import { certainty } from '../../../model/values/certainty.js';
import { standing } from '../../../model/values/standing.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { aboutAnswer, many, text } from '../../types/plans.js';

objectType('ProposalAddressee', 'An actor to whom a proposal is addressed, and how that is known.', {
  actor: { type: () => classNamed('Actor'), description: 'To whom.' },
  certainty: {
    type: enumOf(certainty),
    description: 'Whether a source says so, or it was concluded from where the proposal stands.',
  },
  reason: text('Why it follows; null when stated.', true),
});

/** The field of a trail for each act that a position may be, in the order of a proposal's life. */
export const STEPS = {
  made: ['MAKES', 'Who put it forward, and where.'],
  repeated: ['REPEATS', 'Who said it again.'],
  supported: ['SUPPORTS', 'Who spoke for it.'],
  requested: ['REQUESTS', 'Who asked for it.'],
  recalled: ['RECALLS', 'Who recalled it.'],
  opposed: ['OPPOSES', 'Who spoke against it.'],
  takenUp: ['TAKES_UP', 'Who took it up in conclusions or decisions.'],
} as const;

const HOW =
  'Each is a fact: its parties say who, in what capacity (own, chair ...) and, with `throughActor`, who spoke; its claims say where that stands.';

objectType(
  'ProposalTrail',
  'What became of one proposal, all worked out from facts; nothing of it is entered by hand.',
  {
    proposal: { type: () => classNamed('Proposal'), description: 'The proposal.' },
    addressees: many('ProposalAddressee', 'For whom it is; empty when the text does not say.'),
    ...Object.fromEntries(
      Object.entries(STEPS).map(([field, [, told]]) => [field, many('Position', `${told} ${HOW}`)]),
    ),
    endorsed: many(
      'DocumentAct',
      'Acts by which the text that states it, or one that contains that text, was adopted or endorsed.',
    ),
    deeds: many(
      'Fact',
      'Deeds of which a source says that they grew out of it or of a position on it, whatever their stage.',
    ),
    actedOn: many('Fact', 'Those of the deeds that are agreed, under way, interrupted or done.'),
    delivered: many('Fact', 'Those of the deeds that are done.'),
    standing: { type: enumOf(standing), description: 'How far it came, by its deeds.' },
    standingInWords: text('The same in words, for example "No deed recorded as of graph version 12."'),
    predecessors: many('Succession', 'For a provision: what it was in the earlier version of the text.'),
    successors: many('Succession', 'For a provision: what became of it in the next version of the text.'),
    inWords: text('The trail as one English sentence.'),
  },
);

objectType('ProposalTrailEdge', 'One trail in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('ProposalTrail'), description: 'The trail.' },
});

objectType('ProposalTrailConnection', 'One page of trails, in the order of the ids of their proposals.', {
  edges: many('ProposalTrailEdge', 'The trails with their cursors.'),
  nodes: many('ProposalTrail', 'The trails, without cursors.'),
  pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  ...aboutAnswer('Why there is no answer, in words; null when there is one.'),
  totalCount: {
    type: () => classNamed('Total'),
    nullable: true,
    args: {
      exact: {
        type: () => Boolean,
        defaultValue: false,
        description: 'Whether to count to the end; otherwise counting stops at 10,000.',
      },
    },
    description: 'How many proposals there are over all pages; counted only when asked for.',
  },
});
