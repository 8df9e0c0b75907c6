import { FACTS_SHOWN } from '../../../graph/reads/matches/rows.js';
import { matchMissing, matchReason, topicRelation } from '../../../model/values/matches.js';
import { classNamed, objectType, type FieldPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer, many, text, whole } from '../../types/plans.js';

const missing = (description: string): FieldPlan => ({ type: enumOf(matchMissing), list: true, description });

objectType('MatchReasonFound', 'One reason why somebody may answer a need, with the facts that say so.', {
  reason: { type: enumOf(matchReason), description: 'The reason.' },
  relation: {
    type: enumOf(topicRelation),
    nullable: true,
    description: 'How its topic lies to that of the need; null for PAST_TIE, which is on any topic.',
  },
  weight: whole('What it adds to the score; 0 where the same reason holds on a closer topic.'),
  factCount: whole('How many facts say so.'),
  facts: many(
    'Fact',
    `The facts, newest first, at most ${FACTS_SHOWN}; \`factCount\` tells whether there are more.`,
  ),
});

objectType('MatchCandidate', 'Somebody who may answer a need.', {
  actor: { type: () => classNamed('Actor'), description: 'A country, or an agency that acts for none.' },
  score: whole('The sum of the weights of its reasons.'),
  reasons: many('MatchReasonFound', 'Why it may answer.'),
  missing: missing('What is not recorded of it.'),
});

objectType('Match', 'A need and who may answer it.', {
  need: { type: () => classNamed('Proposal'), description: 'What is needed or asked for.' },
  madeBy: many('Position', 'Who has the need: the positions that make, repeat or request it.'),
  candidates: many(
    'MatchCandidate',
    'Who may answer it, the higher score first, then by id; never who has the need.',
  ),
  candidateCount: whole('How many candidates there are; `candidates` shows the first of them.'),
  missing: missing('What is not recorded of the need.'),
  inWords: text('The need and its first candidates as English sentences.'),
});

objectType('MatchEdge', 'One need in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('Match'), description: 'The need with its candidates.' },
});

objectType(
  'MatchConnection',
  'One page of needs with who may answer them, in the order of the ids of the needs.',
  {
    edges: many('MatchEdge', 'The needs with their cursors.'),
    nodes: many('Match', 'The needs, without cursors.'),
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
    ...aboutAnswer('Why there is no answer, in words; null when there is one.'),
    totalCount: {
      type: () => classNamed('Total'),
      nullable: true,
      description: 'How many needs there are over all pages; counted only when asked for.',
    },
    leftOut,
  },
);
