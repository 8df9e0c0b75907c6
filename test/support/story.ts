import type { Asking, Door } from '../../src/graph/door.js';
import { applySchema } from '../../src/graph/apply-schema.js';
import { applyPlanned } from '../../src/graph/writes/apply.js';
import { heldOf, planOf } from '../../src/intake/3-plan/plan.js';
import { modelHash } from '../../src/model/shape.js';
import { checked, type Cells, type World } from '../intake/world.js';
import { wipe } from './wipe.js';

const said = { source: 'document/chronicle', locator: '1' };
const inferred = (from: string): Cells => ({
  certainty: 'INFERRED',
  reason: 'It follows.',
  basis: 'READER',
  inferredFrom: from,
});

const NAMES = ['arn', 'bel', 'cor', 'dun', 'esk', 'fal', 'gil', 'hov', 'ist', 'jor', 'kem', 'lor'] as const;
const CROWD = Array.from({ length: 60 }, (_, i) => `m${String(i + 1).padStart(2, '0')}`);

const country = (code: string): Cells => ({
  id: `country/${code}`,
  name: code.toUpperCase(),
  alpha3: code.toUpperCase(),
  ...said,
});
const as = (role: string, ...who: string[]): string =>
  who.map((one) => `${one.includes('/') ? one : `country/${one}`}:${role}`).join(' | ');

let line = 0;
/** An exchange: who shared, on what, when, and what else is said of it. */
const shared = (id: string, party: string, topics: string, period: string, more: Cells = {}): Cells => ({
  id: `exchange/${id}`,
  occasion: `x${++line}`,
  party,
  topics,
  period,
  ...said,
  ...more,
});
/** A cooperation: who worked together, on what, from when. */
const worked = (id: string, party: string, topics: string, period: string, more: Cells = {}): Cells => ({
  id: `cooperation/${id}`,
  party,
  topics,
  period,
  stage: 'DONE',
  ...said,
  ...more,
});

const PHARMA = 'topic/pharma';
const PATENTS = 'topic/patents';
const MARKS = 'topic/marks';

/**
 * Twelve countries and sixty small ones meet in 2014 and later. Each pair lives one case, in which one argument of the
 * question alone changes whether it is an answer.
 */
export const STORY: World = {
  'sources.csv': [{ id: 'source/scheme', name: 'Topics of the story' }],
  'entities/countries.csv': [...NAMES, ...CROWD].map(country),
  'entities/documents.csv': [
    { id: 'document/chronicle', name: 'The chronicle', ...said },
    { id: 'document/register', name: 'The register', source: 'document/register', locator: '1' },
  ],
  'entities/topics.csv': [
    { id: 'topic/law', name: 'Law', scheme: 'story', source: 'source/scheme' },
    { id: PATENTS, name: 'Patents', scheme: 'story', broader: 'topic/law', source: 'source/scheme' },
    { id: PHARMA, name: 'Patents on medicines', scheme: 'story', broader: PATENTS, source: 'source/scheme' },
    { id: MARKS, name: 'Marks', scheme: 'story', broader: 'topic/law', source: 'source/scheme' },
  ],
  'entities/meetings.csv': [
    {
      id: 'meeting/workshop',
      name: 'Workshop',
      meetingForm: 'MEETING',
      period: '2014-03-10/2014-03-12',
      ...said,
    },
    {
      id: 'meeting/workshop-patents',
      name: 'Patents at the workshop',
      meetingForm: 'SESSION',
      partOf: 'meeting/workshop',
      period: '2014-03-11',
      ...said,
    },
    { id: 'meeting/seminar', name: 'Seminar', meetingForm: 'MEETING', period: '2016-05-02', ...said },
  ],
  'entities/agencies.csv': [
    {
      id: 'agency/hov-ministry',
      name: 'Ministry of HOV',
      agencyType: 'MINISTRY',
      country: 'country/hov',
      contactOffice: 'Front desk',
      contactAddress: '1 Main Street, Hov',
      ...said,
    },
    { id: 'agency/relief', name: 'Relief', agencyType: 'NGO', ...said },
  ],
  'entities/groups.csv': [{ id: 'group/south', name: 'South', definedBy: 'LIST', ...said }],
  'facts/memberships.csv': [
    { id: 'membership/arn', party: 'country/arn:member', group: 'group/south', period: '2000/2015', ...said },
    { id: 'membership/bel', party: 'country/bel:member', group: 'group/south', period: '2000/..', ...said },
    { id: 'membership/cor', party: 'country/cor:member', group: 'group/south', period: '2000/..', ...said },
  ],
  'facts/exchanges.csv': [
    shared('workshop', as('participant', 'arn', 'bel', 'cor', 'dun'), PHARMA, '2014-03-11', {
      meeting: 'meeting/workshop-patents',
    }),
    shared('again', as('participant', 'arn', 'bel'), PHARMA, '2015-02-01'),
    shared('training', `${as('provider', 'gil')} | ${as('receiver', 'esk', 'fal')}`, PATENTS, '2014-06-01'),
    shared(
      'ministry',
      `${as('participant', 'agency/hov-ministry')} | ${as('participant', 'ist')}`,
      PATENTS,
      '2014-07-01',
    ),
    shared('third', as('participant', 'jor', 'kem'), PATENTS, '2014-08-01'),
    shared('undated', as('participant', 'kem', 'lor'), PATENTS, ''),
    shared('seminar-ist', as('participant', 'ist'), PATENTS, '2016-05-02', { meeting: 'meeting/seminar' }),
    shared('seminar-jor', as('participant', 'jor'), PHARMA, '2016-05-02', { meeting: 'meeting/seminar' }),
    shared('crowd', as('participant', ...CROWD), PATENTS, '2014-09-01'),
    shared('guess', as('participant', 'dun', 'gil'), PATENTS, '2014-10-01', {
      ...inferred('cooperation/dun-gil#existence'),
    }),
    shared('marks', as('participant', 'esk', 'hov'), MARKS, '2014-03-01'),
    shared('alone', as('participant', 'fal', 'lor'), PATENTS, '2014-11-01'),
    shared('equal', as('participant', 'gil', 'lor'), PATENTS, '2014-12-01'),
    shared('two-papers', as('participant', 'esk', 'jor'), PATENTS, '2014-12-05'),
    shared('rooted', as('participant', 'bel', 'fal'), PATENTS, '2014-12-06'),
    shared('planned', as('participant', 'cor', 'hov'), PATENTS, '2014-12-07'),
    shared('ngo', as('participant', 'cor', 'lor'), PATENTS, '2014-12-08'),
    shared('before', as('participant', 'arn', 'lor'), PATENTS, '2014-12-09'),
  ],
  'facts/cooperations.csv': [
    worked('arn-bel', as('partner', 'arn', 'bel'), PATENTS, '2015-06-01/2016'),
    worked('cor-dun', as('partner', 'cor', 'dun'), PATENTS, '2012/..', { stage: 'UNDER_WAY' }),
    worked('cor-dun-end', as('partner', 'cor', 'dun'), 'topic/law', '2012/2018'),
    worked('esk-fal', as('partner', 'esk', 'fal'), PATENTS, '2016'),
    worked('esk-gil', as('partner', 'esk', 'gil'), MARKS, '2024'),
    worked('hov-ist', as('partner', 'hov', 'ist'), PATENTS, '2015'),
    worked('jor-kem', `${as('partner', 'jor', 'kem')} | ${as('funder', 'lor')}`, PATENTS, '2016'),
    worked('kem-lor', as('partner', 'kem', 'lor'), PATENTS, '2016'),
    worked('ist-jor', as('partner', 'ist', 'jor'), PATENTS, '2017'),
    worked('crowd', as('partner', 'm01', 'm02'), PATENTS, '2016'),
    worked('dun-gil', as('partner', 'dun', 'gil'), PATENTS, '2016'),
    worked('esk-hov', as('partner', 'esk', 'hov'), PATENTS, '2016'),
    worked('gil-lor', as('partner', 'gil', 'lor'), PATENTS, '2014-12-01'),
    worked('esk-jor', as('partner', 'esk', 'jor'), PATENTS, '2016'),
    worked('bel-fal', as('partner', 'bel', 'fal'), PATENTS, '', { grewOutOf: 'exchange/rooted' }),
    worked('cor-hov', as('partner', 'cor', 'hov'), PATENTS, '2016', { stage: 'PLANNED' }),
    worked('cor-lor', `${as('partner', 'cor', 'lor')} | ${as('partner', 'agency/relief')}`, PATENTS, '2016'),
    worked('arn-lor-old', as('partner', 'arn', 'lor'), MARKS, '2010/2011'),
    worked('arn-lor', as('partner', 'arn', 'lor'), PATENTS, '2016', {
      ...inferred('exchange/marks#existence'),
    }),
  ],
  'claims.csv': [
    { target: 'exchange/two-papers', about: 'existence', source: 'document/register', locator: '1' },
    { target: 'cooperation/esk-jor', about: 'existence', source: 'document/register', locator: '1' },
    {
      target: 'cooperation/hov-ist',
      about: 'existence',
      stance: 'CONTRADICTS',
      source: 'document/register',
      locator: '1',
    },
  ],
};

/** Empties the database and tells a world in it, by the way of every import. */
export async function tell(door: Door, asking: Asking, world: World = STORY): Promise<void> {
  await wipe(door, asking);
  await applySchema(door, asking);
  await retell(door, asking, world);
}

/** Tells a world as a new edition of the same register; returns what changed. */
export async function retell(door: Door, asking: Asking, world: World): Promise<ReturnType<typeof planOf>> {
  const said = checked(world);
  const { batch } = await applyPlanned(
    door,
    async (tx) => ({
      register: 'story',
      ...planOf(said, await heldOf(tx, 'story', said)),
    }),
    { model: modelHash() },
    asking,
  );
  return batch;
}
