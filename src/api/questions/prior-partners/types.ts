import { CONTACTS_SHOWN, FACTS_SHOWN, THROUGH_SHOWN } from '../../../graph/reads/prior-partners/rows.js';
import { certainty } from '../../../model/values/certainty.js';
import { partnerReason } from '../../../model/values/partners.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { Day } from '../../types/scalars.js';
import { aboutAnswer, many, text, whole } from '../../types/plans.js';

objectType('PriorPartnerReason', 'One reason why a country is named, with the facts that say so.', {
  reason: { type: enumOf(partnerReason), description: 'The reason.' },
  weight: whole('What it adds to the score.'),
  certainty: {
    type: enumOf(certainty),
    description: 'STATED when a source states one of its facts; INFERRED when all are concluded.',
  },
  factCount: whole('How many facts say so.'),
  facts: many(
    'Fact',
    `The facts, newest first, at most ${FACTS_SHOWN}; \`factCount\` tells whether there are more. For SAME_INITIATIVE the parts of both, and a fact that ties the initiative to the topic.`,
  ),
});

objectType('PartnerThrough', 'A third country with which both worked on the topic.', {
  country: { type: () => classNamed('Country'), description: 'The third country.' },
  factsWithAsked: many('Fact', `Its facts with the asked country, newest first, at most ${FACTS_SHOWN}.`),
  factsWithPartner: many(
    'Fact',
    `Its facts with the country named here, newest first, at most ${FACTS_SHOWN}.`,
  ),
});

objectType(
  'PriorPartner',
  'A country that worked on the topic with the asked one, or is two steps away from it.',
  {
    country: { type: () => classNamed('Country'), description: 'The partner.' },
    steps: whole('1 for a tie of its own; 2 for none recorded, but a third country that both worked with.'),
    score: whole('The sum of the weights of its reasons.'),
    reasons: many('PriorPartnerReason', 'Why it is named, each reason once.'),
    through: many(
      'PartnerThrough',
      `For \`steps\` 2: the third countries by id, at most ${THROUGH_SHOWN}; empty otherwise.`,
    ),
    throughCount: whole('How many third countries there are.'),
    contacts: many(
      'Agency',
      `Agencies of the country that were parties to these facts, or of which an office to write to or a public address is recorded; by id, at most ${CONTACTS_SHOWN}. Never a person.`,
    ),
    inWords: text('The partner and the reasons as one English sentence.'),
  },
);

objectType('PriorPartnerEdge', 'One partner in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque, and of use only with the same arguments.'),
  node: { type: () => classNamed('PriorPartner'), description: 'The partner.' },
});

objectType(
  'PriorPartnerConnection',
  'One page of partners: those with a tie of their own first, then the higher score, then by id.',
  {
    edges: many('PriorPartnerEdge', 'The partners with their cursors.'),
    nodes: many('PriorPartner', 'The partners, without cursors.'),
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
    ...aboutAnswer('Why there is no answer, in words; null when there is one.'),
    totalCount: {
      type: () => classNamed('Total'),
      description: 'How many partners there are over all pages.',
    },
    directCount: whole('How many of them have a tie of their own; the others are two steps away.'),
    recentFrom: {
      type: () => Day,
      nullable: true,
      description: 'First day that counted as recent; null when no fact on the topic is dated.',
    },
    leftOut,
  },
);
