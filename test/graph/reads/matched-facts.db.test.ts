import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import { factPages } from '../../../src/graph/reads/facts.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { matchedFacts } from '../../../src/graph/reads/matched-facts.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { testEngine } from '../../support/engine.js';
import { retell, STORY, tell } from '../../support/story.js';

const asking = commandAsking('test');

/** A filter for each way in, and for each condition beside it. */
const FILTERS: readonly (readonly [name: string, filter: FactFilter])[] = [
  ['nothing', {}],
  ['a kind', { kinds: ['Exchange'] }],
  ['two kinds', { kinds: ['Cooperation', 'Membership'] }],
  ['days', { dated: { from: '2014-06-01', to: '2014-12-31' } }],
  ['days until', { dated: { to: '2014-06-30' } }],
  ['days of a kind', { kinds: ['Cooperation'], dated: { from: '2016-01-01' } }],
  ['a topic', { topics: { ids: ['topic/patents'], exact: false } }],
  ['exactly a topic', { topics: { ids: ['topic/patents'], exact: true } }],
  ['two topics, one within the other', { topics: { ids: ['topic/law', 'topic/pharma'], exact: false } }],
  [
    'a topic, a kind, days',
    { kinds: ['Exchange'], topics: { ids: ['topic/law'], exact: false }, dated: { to: '2014-03-31' } },
  ],
  ['a country', { actors: { ids: ['country/hov'], every: false } }],
  ['a country in a role', { actors: { ids: ['country/esk'], every: false, roles: ['receiver'] } }],
  ['two countries', { actors: { ids: ['country/arn', 'country/bel'], every: false } }],
  ['two countries together', { actors: { ids: ['country/arn', 'country/bel'], every: true } }],
  ['a country, each of one', { actors: { ids: ['country/hov'], every: true } }],
  [
    'three countries together',
    { actors: { ids: ['country/arn', 'country/bel', 'country/cor'], every: true } },
  ],
  ['an agency', { actors: { ids: ['agency/hov-ministry'], every: false } }],
  ['an agency, of a kind', { kinds: ['Cooperation'], actors: { ids: ['agency/relief'], every: false } }],
  [
    'an agency and a country',
    { actors: { ids: ['agency/hov-ministry', 'country/ist', 'country/arn'], every: false } },
  ],
  [
    'an agency and a country together',
    { actors: { ids: ['agency/hov-ministry', 'country/ist'], every: true } },
  ],
  ['a role', { actors: { every: false, roles: ['funder'] } }],
  [
    'a country, a kind, a topic',
    {
      kinds: ['Exchange'],
      topics: { ids: ['topic/patents'], exact: false },
      actors: { ids: ['country/lor'], every: false },
    },
  ],
  ['a meeting', { meeting: 'meeting/workshop' }],
  ['a meeting, a kind', { meeting: 'meeting/workshop', kinds: ['Exchange'] }],
  ['a meeting, another kind', { meeting: 'meeting/workshop', kinds: ['Participation'] }],
  ['a meeting and a country', { meeting: 'meeting/seminar', actors: { ids: ['country/ist'], every: false } }],
  ['an initiative', { initiative: 'initiative/none' }],
  ['a stage', { stages: ['PLANNED', 'UNDER_WAY'] }],
  ['a form', { modalities: ['TRIANGULAR', 'MULTILATERAL'] }],
  ['evidence', { evidence: { minCertainty: 'STATED', minDocuments: 2 } }],
  ['disputed', { evidence: { statuses: ['DISPUTED'] } }],
  ['held surely', { holds: { from: '2016-01-01', to: '2016-12-31', surely: true }, kinds: ['Cooperation'] }],
];

const FINDS_NONE = ['a meeting, another kind', 'an initiative'];

describe('the facts under a filter', () => {
  let door: Door;
  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
    await tell(door, asking);
    // What its register no longer says is withdrawn: readers do not see it.
    const exchanges = STORY['facts/exchanges.csv'] ?? [];
    await retell(door, asking, {
      ...STORY,
      'facts/exchanges.csv': exchanges.filter(({ id }) => id !== 'exchange/alone'),
    });
  });
  afterAll(() => door.close());

  it.each(FILTERS)('%s: are those that the list of facts gives, each once', async (name, filter) => {
    const rows = await door.read<{ id: string }>(
      statement('matched', cypher`${matchedFacts(filter)}\nRETURN f.id AS id`),
      asking,
    );
    const found = rows.map(({ id }) => id).sort();
    expect(found).not.toContain('exchange/alone');
    const pages = await factPages(
      door,
      asking,
      { at: 'all' },
      filter,
      { first: 500, after: null },
      { counting: 'NO' },
      CARD,
    );
    const listed = (pages.get('')?.rows ?? []).map(({ row }) => row.id).sort();
    expect(found).toEqual(listed);
    expect(found.length > 0).toBe(!FINDS_NONE.includes(name));
  });

  it('an undated fact lies in no range of days', async () => {
    const dated = async (range: object): Promise<boolean> => {
      const rows = await door.read<{ id: string }>(
        statement('matched', cypher`${matchedFacts({ dated: range })}\nRETURN f.id AS id`),
        asking,
      );
      return rows.some(({ id }) => id === 'exchange/undated');
    };
    expect(await dated({})).toBe(true);
    expect(await dated({ to: '2030-01-01' })).toBe(false);
    expect(await dated({ from: '1900-01-01' })).toBe(false);
    const undated = await door.read<{ id: string }>(
      statement(
        'matched',
        cypher`${matchedFacts({ kinds: ['Exchange'], dated: { to: '2030-01-01' } }, 'UNKNOWN')}\nRETURN f.id AS id`,
      ),
      asking,
    );
    expect(undated).toEqual([{ id: 'exchange/undated' }]);
  });
});
