import type { Cells, World } from '../intake/world.js';

const said = { source: 'document/summary', locator: '1' };
const listed = { source: 'source/list', locator: 'x' };
const country = (id: string, names: Cells): Cells => ({ id: `country/${id}`, ...listed, ...names });
const topic = (id: string, name: string, more: Cells = {}): Cells => ({
  id: `topic/${id}`,
  name,
  scheme: 'ip',
  ...listed,
  ...more,
});
const unit = (document: string, locator: string, gist: string): Cells => ({
  id: `paragraph/${document}-${locator}`,
  name: `Unit ${locator}`,
  gist,
  document: `document/${document}`,
  source: `document/${document}`,
  locator,
});

/** A small world of names: in six languages, with accents, in two forms, in several fields. */
export const NAMED: World = {
  'sources.csv': [{ id: 'source/list', name: 'A list' }],
  'entities/countries.csv': [
    country('eth', {
      name: 'Ethiopia',
      nameEn: 'Ethiopia',
      nameFr: 'Éthiopie',
      nameEs: 'Etiopía',
      nameAr: 'إثيوبيا',
      nameRu: 'Эфиопия',
      nameZh: '埃塞俄比亚',
      otherNames: 'Abyssinia',
      alpha2: 'ET',
      alpha3: 'ETH',
      numeric: '231',
    }),
    country('bra', {
      name: 'Brazil',
      nameEn: 'Brazil',
      nameFr: 'Brésil',
      nameEs: 'Brasil',
      nameAr: 'البرازيل',
      nameRu: 'Бразилия',
      nameZh: '巴西',
      alpha2: 'BR',
      alpha3: 'BRA',
    }),
    country('ind', {
      name: 'India',
      nameEn: 'India',
      nameFr: 'Inde',
      nameRu: 'Индия',
      nameZh: '印度',
      alpha2: 'IN',
      alpha3: 'IND',
    }),
    country('civ', {
      name: 'Côte d’Ivoire',
      nameFr: 'Côte d’Ivoire',
      alpha2: 'CI',
      alpha3: 'CIV',
      formerCodes: 'IVC',
    }),
    country('rus', {
      name: 'Russian Federation',
      nameEn: 'Russian Federation',
      nameRu: 'Российская Федерация',
      alpha3: 'RUS',
    }),
  ],
  'entities/agencies.csv': [
    { id: 'agency/strasse', name: 'Amt in der Großen Straße', agencyType: 'OTHER', ...said },
    { id: 'agency/diyarbakir', name: 'DİYARBAKIR Yatırım', agencyType: 'OTHER', ...said },
    { id: 'agency/science', name: 'Institute for Science and Technology', agencyType: 'OTHER', ...said },
    { id: 'agency/patent-office', name: 'Office of patents', agencyType: 'IP_OFFICE', ...said },
    { id: 'agency/hidden', name: 'Zebra bureau', nameEn: 'Zebra bureau', agencyType: 'OTHER', ...said },
  ],
  'entities/topics.csv': [
    topic('ip', 'Intellectual property', { otherNames: 'IP | Industrial property' }),
    topic('patents', 'Patents', { nameFr: 'Brevets', nameZh: '专利', nameAr: 'بَرَاءات', notation: 'P-1' }),
    topic('patent-information', 'Patent information', { nameZh: '专利信息', nameFr: "L'information brevet" }),
    topic('licensing', 'Compulsory licences', {
      definition: 'Leave given by the state to make a patented medicine.',
    }),
  ],
  'entities/documents.csv': [
    { id: 'document/summary', name: 'Summary of the conference', ...said, locator: 'head' },
    { id: 'document/outcome', name: 'Outcome of Nairobi', symbol: 'A/RES/64/222', ...said },
  ],
  'entities/paragraphs.csv': [
    unit('summary', '1', 'The chair speaks on licensing of medicines.'),
    unit('summary', '2', 'Nothing but thanks.'),
    unit('outcome', '1', 'States are asked to share medicines.'),
  ],
  'entities/proposals.csv': [
    {
      id: 'proposal/pool',
      name: 'A pool',
      nature: 'ASK',
      gist: 'Set up a pool of patents on medicines.',
      statedIn: 'paragraph/outcome-1',
      ...said,
    },
  ],
};
