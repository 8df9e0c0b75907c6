import { BOUNDS } from '../model/values/period.js';
import { EVIDENCE_PROPERTIES } from './derived/evidence.js';
import { SEARCH_FIELDS } from './derived/search-fields.js';

/** Properties of facts that derivation writes, beside what roll-up writes. */
export const DERIVED_PROPERTIES = [
  'key',
  'kindKey',
  'namedCountries',
  'modality',
  'pairMin',
  'pairMax',
] as const;

/** Properties that roll-up writes so that reads are quick; what they say is said by others, or by claims. */
export const READ_PROPERTIES = [...SEARCH_FIELDS, ...EVIDENCE_PROPERTIES, 'allNames', 'citedAs'] as const;

/** Properties that together hold a period: its bounds, wording and events. */
export const PERIOD_PROPERTIES = [
  ...BOUNDS,
  'ongoing',
  'edtf',
  'notBefore',
  'notAfter',
  'periodConflict',
] as const;
