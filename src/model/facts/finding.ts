import { decimal, factKind, text, toOne } from '../declaration.js';
import { topics } from './ends.js';

/** A reported figure or conclusion. */
export const Finding = factKind({
  kind: 'Finding',
  plural: 'findings',
  time: 'timeless',
  description: 'A figure or conclusion that a source reports of a subject.',
  roles: { reporter: 'Who reports it.' },
  parties: { least: 0, most: null },
  ends: {
    subject: toOne(
      ['Meeting', 'Initiative', 'Country', 'Agency', 'Group', 'Document', 'Proposal', 'Topic'],
      'SUBJECT',
      'What it is about.',
      { inverse: 'findings' },
    ),
    topics,
  },
  attributes: {
    measure: text('What is measured or concluded.'),
    low: decimal('Least value, in the unit; empty when there is none.'),
    high: decimal('Greatest value, in the unit; empty when there is none.'),
    unit: text('Unit of the figures, for example countries or samples a day.'),
    gist: text('What the source says, in our own words.'),
  },
  sameBy: ['measure', 'subject'],
});
