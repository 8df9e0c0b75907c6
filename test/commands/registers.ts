import { readFileSync } from 'node:fs';

/** A small register of a few hand-made rows, and a later edition of it: one row changed, one gone. */
export interface SmallRegister {
  readonly source: string;
  /** Text of each file, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly edition: Readonly<Record<string, string>>;
  /** Kinds and counts of what is new, as the plan says them. */
  readonly fresh: readonly string[];
  /** What the edition takes back: what claims are about, by the thing. */
  readonly withdrawn: Readonly<Record<string, readonly string[]>>;
  /** Claims that it replaces by others at the same place. */
  readonly replaced: readonly string[];
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../intake/fixtures/${name}`, import.meta.url), 'utf8');

/** The text with one part of it changed; the part must be there. */
function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Not in the fixture: ${from}`);
  return text.replace(from, to);
}

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const PARTIES = lines(
  'Contracting Party,Treaty,Signature Date,Instrument Type,Instrument Date,Entry Into Force Date',
  'Egypt,Beijing,,Accession,2017-07-25,2020-04-28',
  'Kenya,Beijing,,Accession,2020-12-17,2021-03-17',
  'Peru,Beijing,2013-06-19,,,',
  'European Union (EU),WIPO Copyright Treaty (WCT),1996-12-20,Ratification,2009-12-14,2010-03-14',
);

const EVENTS = lines(
  'event_id,long_title,city,country,year,min_volnumber,max_volnumber',
  '901,Talks by the river,Bonn,Germany,2001,1,2',
);
const TALK = 'http://bulletin.example/vol12/enb9901e.html';
const SECTIONS = lines(
  'id,title,actors,countries,topics,url,event_id,track,format,date,year,abstract',
  `9901_1,Opening,,Egypt|Kenya,Technology Transfer,${TALK},901,,,9.939096e+11,2001,x`,
  `9901_2,Seeds,Group of Seeds,Peru,Technology Transfer|Forests,${TALK},901,,,9.939096e+11,2001,y`,
  `9901_3,Closing,,Kenya|Youth NGOs,,${TALK},901,,,9.939096e+11,2001,z`,
);
const KEYWORDS = lines('keywords,title keywords,topic', 'capacity building,forests,Forests');

const PROJECTS = fixture('country-pairs.csv').replace(/^P-4.*\n/m, '');
const COURSES = fixture('training-events.csv');

const ACTIVITY = (id: string, title: string, status: string): string => `
  <iati-activity>
    <iati-identifier>XX-T-${id}</iati-identifier>
    <title><narrative>${title}</narrative></title>
    <participating-org role="1"><narrative>Brazil</narrative></participating-org>
    <activity-status code="${status}"/>
    <activity-date type="2" iso-date="2010-03-05"/>
    <recipient-country code="MZ"/>
    <collaboration-type code="1"/>
  </iati-activity>`;
const activities = (...all: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">${all.join('')}\n</iati-activities>\n`;

/** The IATI reader and every mapping that is shipped. */
export const REGISTERS: readonly SmallRegister[] = [
  {
    source: 'iati',
    files: { 'aid.xml': activities(ACTIVITY('1', 'Seed banks', '2'), ACTIVITY('2', 'Wells', '2')) },
    edition: { 'aid.xml': activities(ACTIVITY('1', 'Seed banks', '4')) },
    fresh: ['Initiative 2, Source 1', 'Involvement 4, Cooperation 2'],
    withdrawn: {
      'cooperation/iati-xx-t-2-16c93caf1b': [
        'existence',
        'initiative:initiative/iati-xx-t-2',
        'party:country/bra:provider',
        'party:country/moz:learner',
        'period',
        'stage',
      ],
      'initiative/iati-xx-t-2': ['collaborationType', 'existence', 'name', 'period', 'references', 'stage'],
      'involvement/iati-xx-t-2-country-bra': [
        'existence',
        'initiative:initiative/iati-xx-t-2',
        'party:country/bra:funder',
      ],
      'involvement/iati-xx-t-2-country-moz': [
        'existence',
        'initiative:initiative/iati-xx-t-2',
        'party:country/moz:beneficiary',
      ],
    },
    replaced: [
      'cooperation/iati-xx-t-1-16c93caf1b, stage',
      'initiative/iati-xx-t-1, stage',
      'source/iati-aid, hash',
    ],
  },
  {
    source: 'wipo-treaties',
    files: { 'membership-to-copyright-treaties.csv': PARTIES },
    edition: {
      'membership-to-copyright-treaties.csv': swap(
        swap(PARTIES, '2021-03-17', '2021-03-18'),
        'Peru,Beijing,2013-06-19,,,\n',
        '',
      ),
    },
    fresh: ['Initiative 2, Agency 1, Source 1', 'Involvement 4'],
    withdrawn: {
      'involvement/wipo-treaties-beijing-treaty-per': [
        'existence',
        'initiative:initiative/beijing-treaty',
        'party:country/per:signatory',
        'period',
      ],
    },
    replaced: [
      'involvement/wipo-treaties-beijing-treaty-ken, party:country/ken:party',
      'involvement/wipo-treaties-beijing-treaty-ken, period',
      'source/wipo-treaties-parties, hash',
    ],
  },
  {
    source: 'earth-negotiations',
    files: {
      'events_metadata.csv': EVENTS,
      'sections_metadata.csv': SECTIONS,
      'topics-keywords.csv': KEYWORDS,
    },
    edition: {
      'events_metadata.csv': EVENTS,
      'sections_metadata.csv': swap(
        swap(SECTIONS, 'Egypt|Kenya', 'Egypt|India'),
        SECTIONS.split('\n')[3] ?? '',
        '',
      ).replace('\n\n', '\n'),
    },
    fresh: ['Paragraph 3, Group 2, Source 2, Topic 2, Document 1, Meeting 1', 'Mention 4'],
    withdrawn: {
      'group/enb-youth-ngos': ['existence', 'name'],
      'mention/enb-9901-1': ['names:country/ken'],
      'mention/enb-9901-3': [
        'existence',
        'names:country/ken',
        'names:group/enb-youth-ngos',
        'paragraph:paragraph/enb-9901-3',
      ],
      'paragraph/enb-9901-3': ['document:document/enb-enb9901e', 'existence', 'locator', 'name', 'order'],
    },
    replaced: ['source/earth-negotiations-sections, hash'],
  },
  {
    source: 'country-pairs',
    files: { 'country-pairs.csv': PROJECTS },
    edition: {
      'country-pairs.csv': swap(PROJECTS.replace(/^P-3.*\n/m, ''), 'Ongoing', 'Completed'),
    },
    fresh: ['Initiative 3, Source 1', 'Cooperation 3'],
    withdrawn: {
      'cooperation/country-pairs-p-3': [
        'existence',
        'gist',
        'initiative:initiative/country-pairs-p-3',
        'party:country/ken:partner',
        'party:country/per:partner',
        'period',
        'stage',
        'topics:topic/patents',
      ],
      'initiative/country-pairs-p-3': ['existence', 'initiativeForm', 'name', 'period', 'stage'],
    },
    replaced: [
      'cooperation/country-pairs-p-2, stage',
      'initiative/country-pairs-p-2, stage',
      'source/country-pairs-projects, hash',
    ],
  },
  {
    source: 'training-events',
    files: { 'training-events.csv': COURSES },
    edition: {
      'training-events.csv': swap(COURSES.replace(/^C\/2020.*\n/m, ''), 'Egypt;India;Peru', 'Egypt;India'),
    },
    fresh: ['Source 1', 'Exchange 3'],
    withdrawn: {
      'exchange/training-events-c-2013': ['party:country/per:participant'],
      'exchange/training-events-c-2020': [
        'category',
        'existence',
        'gist',
        'party:country/bra:provider',
        'party:country/ken:participant',
        'party:country/per:participant',
        'period',
        'topics:topic/intellectual-property',
        'topics:topic/patents',
      ],
    },
    replaced: ['source/training-events-courses, hash'],
  },
];
