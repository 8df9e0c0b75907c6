import { factKind, text, toMany, toOne } from '../declaration.js';
import { topics } from './ends.js';

/** A paragraph or report names entities. */
export const Mention = factKind({
  kind: 'Mention',
  plural: 'mentions',
  time: 'timeless',
  description:
    'A paragraph or report names one or more entities, perhaps as examples. It makes no tie and no participation.',
  parties: { least: 0, most: 0 },
  ends: {
    paragraph: toOne(
      ['Paragraph', 'Document'],
      'MENTIONED_IN',
      'The paragraph or document that names them.',
      {
        least: 1,
        inverse: 'mentions',
      },
    ),
    names: toMany(
      ['Country', 'Agency', 'Group', 'Initiative', 'Meeting', 'Topic', 'Document', 'Proposal'],
      'NAMES',
      'What it names.',
      { least: 1 },
    ),
    topics,
  },
  attributes: { gist: text('As what it names them, in our own words.') },
  sameBy: ['paragraph', 'names'],
});
