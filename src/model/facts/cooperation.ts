import { factKind, oneOf, text } from '../declaration.js';
import { stage } from '../values/stage.js';
import { grewOutOf, initiative, topics } from './ends.js';

/** Actors worked together. */
export const Cooperation = factKind({
  kind: 'Cooperation',
  plural: 'cooperations',
  time: 'state',
  description: 'Actors worked together, because a source says so or by a named rule that can be left out.',
  roles: {
    partner: 'Worked together on equal terms, or the source does not say how.',
    provider: 'Gave its experience or means.',
    learner: 'Learned or received.',
    facilitator: 'Made it possible, as a third party.',
    funder: 'Paid for it.',
    host: 'Gave the place.',
  },
  ends: { topics, initiative, grewOutOf },
  attributes: {
    gist: text('What they did, in our own words.'),
    stage: oneOf(stage, 'How far it has come.'),
  },
  sameBy: ['initiative', 'topics'],
});
