import { factKind, text } from '../declaration.js';
import { meeting, topics } from './ends.js';

/** A meeting dealt with a topic. */
export const Discussion = factKind({
  kind: 'Discussion',
  plural: 'discussions',
  time: 'event',
  description: 'A meeting, or a part of it, dealt with a topic. Parties are optional and make no tie.',
  roles: { speaker: 'Spoke to it.', subject: 'Its case was discussed.' },
  parties: { least: 0, most: null },
  ends: {
    meeting: { ...meeting, least: 1, inverse: 'discussions' },
    topics: { ...topics, least: 1 },
  },
  attributes: { gist: text('What was said, in our own words.') },
  sameBy: ['meeting', 'topics'],
});
