import { enumeration, type ValueOf } from './enumeration.js';

/** A letter that stands for one country through all steps of a chain. */
export const chainLetter = enumeration(
  'ChainLetter',
  'A letter that stands for one country through all steps of a chain; two letters are never one country.',
  { A: 'The first country.', B: 'Another.', C: 'Another.', D: 'Another.' },
);
/** One letter. */
export type ChainLetter = ValueOf<typeof chainLetter>;

/** How a step of a chain stands in time to the step before it. */
export const stepOrder = enumeration('StepOrder', 'How a step of a chain stands to the step before it.', {
  THEN: 'It came after it: definitely, or possibly where the dates do not settle it.',
  ANY: 'It came at any time.',
});
/** One order of steps. */
export type StepOrder = ValueOf<typeof stepOrder>;

/** What ties the two countries of one step. */
export const together = enumeration('Together', 'What ties the two countries of one step of a chain.', {
  SAME_FACT: 'Both are parties of one fact.',
  SAME_MEETING: 'One fact, or a fact each at one meeting or at parts of one meeting: both took part.',
  SAME_INITIATIVE: 'One fact, or a fact each within one initiative: a joint initiative.',
});
/** One way in which a step ties two countries. */
export type Together = ValueOf<typeof together>;

/** What it means that an absent step of a chain was not found. */
export const absence = enumeration('Absence', 'How sure it is that a step is absent.', {
  NONE: 'Complete sources cover all its countries and have nothing there: there was none, as far as they know.',
  NOT_COVERED: 'Nothing is recorded there, but no complete source covers it: there may have been some.',
  UNSETTLED: 'Something is recorded, and the dates leave open whether it lies there.',
});
/** One kind of absence. */
export type Absence = ValueOf<typeof absence>;

/** Why a chain is not held against chance. */
export const baselineRefusal = enumeration('BaselineRefusal', 'Why a chain is not held against chance.', {
  NOT_TWO_STEPS: 'Only chains of two steps, both present, the second THEN, are held against chance.',
  TOO_FEW_OBSERVED: 'Fewer than 30 are observed: chance alone could make any difference.',
  TOO_MANY_FACTS: 'More than 20,000 facts, or more combinations of them than are counted.',
});
/** One reason. */
export type BaselineRefusal = ValueOf<typeof baselineRefusal>;
