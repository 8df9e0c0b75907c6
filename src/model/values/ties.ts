import { enumeration, type ValueOf } from './enumeration.js';

/** What the weight of a tie counts. */
export const countMode = enumeration('CountMode', 'What the weight of a tie counts.', {
  FACTS: 'Facts that tie the two.',
  CLAIMS: 'Accepted claims that such facts are so; what more sources say weighs more.',
  INITIATIVES: 'Distinct initiatives in which such facts stand; facts that name none are left out.',
});
/** One way to weigh a tie. */
export type CountMode = ValueOf<typeof countMode>;

/** Under which headings the facts of ties are counted. */
export const tieGrouping = enumeration('TieGrouping', 'Under which headings the facts of ties are counted.', {
  TOPIC: 'Topics of the facts; a fact on two topics counts under each.',
  YEAR: 'Years of the dates of the facts; the key is null where the date is unknown.',
  MODALITY: 'Forms of cooperation; the key is null for facts of other kinds.',
  REGION:
    'Pairs of the groups given as `regions`, to which the two countries belong; the key is null where one belongs to none.',
});
/** One sort of headings. */
export type TieGrouping = ValueOf<typeof tieGrouping>;

/** What stands at the two ends of an edge of a network. */
export const networkMode = enumeration(
  'NetworkMode',
  'What stands at the two ends of an edge of a network.',
  {
    ONE_MODE: 'Two countries, tied by facts.',
    TWO_MODE: 'A country that took part for itself in facts, and what `with` names of those facts.',
  },
);
/** One mode. */
export type NetworkMode = ValueOf<typeof networkMode>;

/** What countries are linked with in a network of two modes. */
export const networkWith = enumeration(
  'NetworkWith',
  'What countries are linked with in a network of two modes.',
  {
    TOPIC: 'Topics of the facts.',
    MEETING: 'Meetings at which the facts were.',
    INITIATIVE: 'Initiatives within which the facts were.',
    AGENCY: 'Agencies that are parties of the facts.',
  },
);
/** One sort of other ends. */
export type NetworkWith = ValueOf<typeof networkWith>;
