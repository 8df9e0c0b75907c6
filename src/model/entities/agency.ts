import { codes, entityKind, oneOf, text, toOne } from '../declaration.js';
import { REFERENCES } from '../names.js';
import { enumeration, type ValueOf } from '../values/enumeration.js';

/** What sort of body an agency is. */
export const agencyType = enumeration('AgencyType', 'What sort of body an agency is.', {
  MINISTRY: 'A ministry or the government itself.',
  IP_OFFICE: 'A national office for intellectual property.',
  MISSION: 'A permanent mission or embassy.',
  COOPERATION_AGENCY: 'A national agency for development cooperation.',
  PUBLIC_BODY: 'Another public body of one country.',
  UN_BODY: 'A body, organ, fund, programme or specialized agency of the United Nations.',
  INTERGOVERNMENTAL: 'Another intergovernmental organization.',
  BANK: 'A development bank or financial institution.',
  NGO: 'A non-governmental organization.',
  UNIVERSITY: 'A university or research institute.',
  COMPANY: 'A private company.',
  OTHER: 'None of these, or not known.',
});
/** One agency type. */
export type AgencyType = ValueOf<typeof agencyType>;

/** Types that make an agency with a country a national one, which counts as its country in ties. */
export const NATIONAL_TYPES: readonly AgencyType[] = [
  'MINISTRY',
  'IP_OFFICE',
  'MISSION',
  'COOPERATION_AGENCY',
  'PUBLIC_BODY',
];

/** What can employ or sign: a ministry, an office, a United Nations body, a bank, an organization. */
export const Agency = entityKind({
  kind: 'Agency',
  plural: 'agencies',
  actor: true,
  description:
    'What can employ or sign: ministry, IP office, United Nations body, bank, organization, mission. A national one counts as its country in ties.',
  attributes: {
    agencyType: oneOf(agencyType, 'What sort of body it is.'),
    contactOffice: text('The office to write to; never a person.'),
    contactAddress: text('Public address of that office; never a private one.'),
    references: codes(REFERENCES),
  },
  links: {
    country: toOne(
      ['Country'],
      'OF_COUNTRY',
      'The country that it belongs to; empty for international bodies.',
      {
        inverse: 'agencies',
      },
    ),
    partOf: toOne(['Agency'], 'PART_OF', 'The body that it is part of.', { inverse: 'parts' }),
  },
});
