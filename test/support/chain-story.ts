import type { Cells, World } from '../intake/world.js';
import { STORY } from './story.js';

const said = { source: 'document/chronicle', locator: '1' };
const part = (kind: string, who: string, role: string, cells: Cells): Cells => ({
  id: `${kind}/${Object.values(cells)[0]?.split('/')[1] ?? ''}-${who}`,
  party: `country/${who}:${role}`,
  stage: 'DONE',
  ...cells,
  ...said,
});
const joined = (initiative: string, period: string, ...who: string[]): Cells[] =>
  who.map((one) => part('involvement', one, 'owner', { initiative: `initiative/${initiative}`, period }));
const met = (meeting: string, period: string, ...who: string[]): Cells[] =>
  who.map((one) => part('participation', one, 'participant', { meeting: `meeting/${meeting}`, period }));
const worked = (id: string, party: string, period: string, more: Cells = {}): Cells => ({
  id: `cooperation/${id}`,
  party,
  topics: 'topic/marks',
  period,
  stage: 'DONE',
  ...said,
  ...more,
});

/** The story with what chains need: who met where, joint initiatives, who taught after learning, and what sources cover. */
export const CHAIN_STORY: World = {
  ...STORY,
  'sources.csv': [
    ...(STORY['sources.csv'] ?? []),
    { id: 'source/yearbook', name: 'Yearbook', covers: 'Cooperation:group/south:COMPLETE' },
  ],
  'entities/initiatives.csv': ['academy', 'bank', 'fair'].map((name) => ({
    id: `initiative/${name}`,
    name,
    initiativeForm: 'PROJECT',
    ...said,
  })),
  'facts/involvements.csv': [
    // After all that the two did before; begun by one of them long before; before the cooperation.
    ...joined('academy', '2018', 'arn', 'bel'),
    ...joined('bank', '2020', 'hov'),
    ...joined('bank', '2001', 'ist'),
    ...joined('fair', '2013', 'esk', 'jor'),
  ],
  'facts/participations.csv': [
    ...met('workshop', '2014-03-10/2014-03-12', 'arn', 'cor', 'fal'),
    ...met('workshop-patents', '2014-03-11', 'bel'),
    ...met('seminar', '2016-05-02', 'gil', 'lor'),
  ],
  'facts/cooperations.csv': [
    ...(STORY['facts/cooperations.csv'] ?? []),
    // ESK and FAL learnt from GIL in June 2014; ESK taught KEM later, FAL had taught KEM before.
    worked('esk-kem', 'country/esk:provider | country/kem:learner', '2017'),
    worked('fal-kem', 'country/fal:provider | country/kem:learner', '2010/2011'),
    // FAL and ARN met, and whether they worked together after it is not known.
    worked('arn-fal', 'country/arn:partner | country/fal:partner', ''),
  ],
};
