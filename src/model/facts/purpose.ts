import { factKind, text, toMany } from '../declaration.js';
import { topics } from './ends.js';

/** An aim. */
export const Purpose = factKind({
  kind: 'Purpose',
  plural: 'purposes',
  time: 'timeless',
  description:
    'The aim that initiatives or meetings serve, and for whom; jointly where it is stated jointly.',
  roles: { beneficiary: 'For whom.' },
  parties: { least: 0, most: null },
  ends: {
    serves: toMany(['Initiative', 'Meeting'], 'SERVED_BY', 'The initiatives or meetings that serve it.', {
      least: 1,
      inverse: 'purposes',
    }),
    topics,
  },
  attributes: { aim: text('The aim, in our own words.') },
  sameBy: ['aim', 'serves'],
});
