import { BOUNDS } from '../model/values/period.js';

/** Properties of facts that derivation writes, beside what roll-up writes. */
export const DERIVED_PROPERTIES = [
  'key',
  'kindKey',
  'namedCountries',
  'modality',
  'pairMin',
  'pairMax',
] as const;

/** Properties that together hold a period: its bounds, wording and events. */
export const PERIOD_PROPERTIES = [
  ...BOUNDS,
  'ongoing',
  'edtf',
  'notBefore',
  'notAfter',
  'periodConflict',
] as const;
