import { Int } from 'type-graphql';
import { NEIGHBOUR_FACTS_MOST, NEIGHBOURS_OF_MOST } from '../../graph/reads/neighbours/neighbours.js';
import { neighboursOf } from '../loaders/neighbours-of.js';
import { classNamed, objectType, type FieldPlan, type Fields } from './declare.js';
import { entityKinds, enumOf, factKinds } from './enums.js';
import { leftOut } from './left-out.js';
import { pageArgs } from './page-args.js';
import { Day } from './scalars.js';
import { many, may } from './plans.js';

const tie: Fields = {
  facts: { type: () => Int, description: 'How many facts tie the two, each counted once.' },
  first: {
    type: () => Day,
    nullable: true,
    description: 'Date of the first of them, by which facts are listed; null when none has a date.',
  },
  last: { type: () => Day, nullable: true, description: 'Date of the last of them, likewise.' },
};

objectType('NeighbourTie', 'The facts of one kind that tie two entities.', {
  kind: { type: enumOf(factKinds), description: 'The kind of fact.' },
  ...tie,
});

objectType('Neighbour', 'An entity that facts tie to the one asked about.', {
  entity: { type: () => classNamed('Entity'), description: 'The neighbour.' },
  ...tie,
  kinds: many('NeighbourTie', 'The same by kind of fact, most facts first.'),
});

objectType('NeighbourEdge', 'One neighbour in a list, with its cursor.', {
  cursor: { type: () => String, description: 'Where the list goes on after it; opaque.' },
  node: { type: () => classNamed('Neighbour'), description: 'The neighbour.' },
});

objectType('NeighbourConnection', 'One page of neighbours, those tied by most facts first, then by id.', {
  edges: many('NeighbourEdge', 'The neighbours with their cursors.'),
  nodes: many('Neighbour', 'The neighbours, without cursors.'),
  pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  totalCount: {
    type: () => classNamed('Total'),
    description: 'How many neighbours there are over all pages, by the facts that are looked at.',
  },
  graphVersion: {
    type: () => Int,
    description: 'Version of the graph that answered; it rises with each change.',
  },
  leftOut,
  emptyBecause: {
    type: () => String,
    nullable: true,
    description: 'Why there is none, in words; null when there is one.',
  },
});

/** The field of every entity. */
export const neighboursField: FieldPlan = {
  type: () => classNamed('NeighbourConnection'),
  description: `The entities to which facts tie it, with how many facts of which kinds, first and last; for example neighbours(neighbourKinds: [Country]). A country also counts through its national agencies, a topic through narrower topics. Only who took part on its own behalf is tied, or was spoken for; groups that are only words are nobody; what was only planned, agreed or given up does not count. Looks at the newest ${NEIGHBOUR_FACTS_MOST.toLocaleString('en')} facts, the others are in \`leftOut\`; of at most ${NEIGHBOURS_OF_MOST} entities at once.`,
  args: {
    kinds: {
      type: enumOf(factKinds),
      list: true,
      nullable: true,
      description:
        'Kinds of facts that tie; all but Mention, which makes no tie unless asked for, when left out.',
    },
    neighbourKinds: {
      type: enumOf(entityKinds),
      list: true,
      nullable: true,
      description: 'Kinds of neighbours, for example [Country, Agency]; all when left out.',
    },
    evidence: may(() => classNamed('EvidenceFilter'), 'Evidence that a fact must have to tie.'),
    ...pageArgs,
  },
  resolve: neighboursOf,
};
