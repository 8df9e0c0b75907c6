import { successionType } from '../facts/succession.js';
import { enumeration, type ValueOf } from './enumeration.js';

/** Which of two compared texts a unit belongs to. */
export const textSide = enumeration('TextSide', 'Which of two compared texts a unit belongs to.', {
  FROM: 'The earlier version.',
  TO: 'The later version.',
});
/** One side. */
export type TextSide = ValueOf<typeof textSide>;

/** What sort of unit of a text is compared. */
export const textUnit = enumeration('TextUnit', 'What sort of unit of a text is compared.', {
  PARAGRAPH: 'A paragraph, sub-paragraph, footnote, letter or note.',
  PROVISION: 'One operative statement in a paragraph: a proposal of form PROVISION.',
});
/** One sort of unit. */
export type TextUnit = ValueOf<typeof textUnit>;

/** What became of a unit between two versions; that nobody compared it is apart from that it was dropped. */
export const unitOutcome = enumeration(
  'UnitOutcome',
  'What became of a unit of a text between two versions.',
  {
    ...successionType.values,
    NOT_COMPARED: 'No Succession is recorded for it between the two texts; nothing follows from that.',
  },
);
/** One outcome. */
export type UnitOutcome = ValueOf<typeof unitOutcome>;
