import { factKind, text } from '../declaration.js';
import { initiative, meeting, topics } from './ends.js';

/** Actors shared experience. */
export const Exchange = factKind({
  kind: 'Exchange',
  plural: 'exchanges',
  time: 'event',
  description:
    'Actors shared experience on topics, at a meeting or in an initiative. Being at the meeting is not sharing.',
  roles: {
    provider: 'Shared its experience.',
    receiver: 'Learned from the experience of others only.',
    participant: 'Shared and learned, or the source does not say which.',
  },
  ends: { topics, meeting, initiative },
  attributes: {
    gist: text('What was shared, in our own words.'),
    category: text('What sort of exchange, where the source says, for example training.'),
  },
  sameBy: ['meeting', 'initiative', 'topics', 'category'],
});
