import { FACTS_SHOWN } from '../../../graph/reads/paths/rows.js';
import { objectType } from '../../types/declare.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer, many, one, text, whole } from '../../types/plans.js';

objectType('PathStep', 'Two neighbours on a path, and the facts that name both.', {
  from: one('Entity', 'The nearer to the start.'),
  to: one('Entity', 'The nearer to the end.'),
  factCount: whole('How many facts join the two.'),
  facts: many(
    'Fact',
    `The facts, newest first, at most ${FACTS_SHOWN}; \`factCount\` tells whether there are more.`,
  ),
});

objectType('Path', 'One way from one end to the other, each step by facts.', {
  length: whole('How many steps it has.'),
  entities: many('Entity', 'What it leads through, both ends included, in order.'),
  steps: many('PathStep', 'Its steps, in order.'),
  inWords: text('The path in words, with names in the asked language.'),
});

objectType('PathEdge', 'One path in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: one('Path', 'The path.'),
});

objectType(
  'PathConnection',
  'One page of the shortest paths between two entities, all of one length, in the order of the ids that they lead through.',
  {
    edges: many('PathEdge', 'The paths with their cursors.'),
    nodes: many('Path', 'The paths, without cursors.'),
    pageInfo: one('PageInfo', 'Where the page stands in the list.'),
    ...aboutAnswer('Why there is no path, in words; null when there is one.'),
    totalCount: one('Total', 'How many shortest paths there are over all pages.'),
    leftOut,
  },
);
