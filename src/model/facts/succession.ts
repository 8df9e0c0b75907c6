import { factKind, oneOf, text, texts, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';

/** What became of a unit of a text. */
export const successionType = enumeration(
  'SuccessionType',
  'What became of a unit of a text in the next version.',
  {
    KEPT: 'Stands as it was.',
    REWORDED: 'Stands in other words.',
    MERGED: 'Went into a unit with others.',
    SPLIT: 'Was divided.',
    DROPPED: 'Has no successor.',
    NEW: 'Has no predecessor.',
  },
);

/** Whether a provision became weaker or stronger. */
export const strength = enumeration('Strength', 'Whether what a unit demands became weaker or stronger.', {
  WEAKER: 'Demands less than before.',
  SAME: 'Demands as much as before.',
  STRONGER: 'Demands more than before.',
});

/** One unit of a text became another. */
export const Succession = factKind({
  kind: 'Succession',
  plural: 'successions',
  time: 'timeless',
  description:
    'A paragraph, or a proposal of form provision, became another in the next version of the text.',
  parties: { least: 0, most: 0 },
  ends: {
    predecessor: toOne(
      ['Paragraph', 'Proposal'],
      'PREDECESSOR',
      'The unit of the earlier version; empty when new.',
      {
        inverse: 'successors',
      },
    ),
    successor: toOne(
      ['Paragraph', 'Proposal'],
      'SUCCESSOR',
      'The unit of the later version; empty when dropped.',
      {
        inverse: 'predecessors',
      },
    ),
  },
  attributes: {
    successionType: oneOf(successionType, 'What became of it.'),
    changed: texts('What changed: act, addressee, condition.'),
    strength: oneOf(strength, 'Whether it became weaker or stronger.'),
    gist: text('What changed, in our own words.'),
  },
  sameBy: ['predecessor', 'successor'],
});
