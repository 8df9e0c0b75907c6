import { enumeration, type ValueOf } from './enumeration.js';

/** How long each period of a timeline is. */
export const timeStep = enumeration('TimeStep', 'How long each period of a timeline is.', {
  MONTH: 'A month, for example 2013-05.',
  YEAR: 'A year, for example 2013.',
  DECADE: 'Ten years, for example 2010s.',
});
/** One length. */
export type TimeStep = ValueOf<typeof timeStep>;

/** By what facts are counted. */
export const dimension = enumeration('Dimension', 'By what facts are counted.', {
  KIND: 'The kind of fact.',
  TOPIC: 'Each topic that the fact names itself.',
  BROADER_TOPIC: 'Each topic that it names, and each broader one.',
  COUNTRY: 'Each country that is a party, itself or through its national agencies.',
  ACTOR: 'Each party as it is named: country, agency or group.',
  ROLE: 'Each role that a party holds.',
  GROUP: 'Each group of the scheme to which one of its countries belongs; give `scheme`.',
  MEETING: 'The meeting at which it was.',
  INITIATIVE: 'The initiative within which it was.',
  SOURCE: 'Each document or source of which a claim supports it.',
  CERTAINTY: 'Stated or inferred.',
  STATUS: 'Accepted or disputed.',
  STAGE: 'How far it has come.',
  MODALITY: 'The form of a cooperation.',
});
/** One of them. */
export type Dimension = ValueOf<typeof dimension>;
