import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells, World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

const said = { source: 'document/report', locator: '1' };
const COUNTRIES = ['arn', 'bel', 'cor', 'dun', 'esk'] as const;
const TREATIES = ['one', 'two', 'three'] as const;
const STAGES = ['', 'UNDER_WAY', 'AGREED'] as const;

interface Part {
  readonly country: string;
  readonly treaty: string;
  readonly role: string;
  readonly stage: string;
}
interface Told {
  /** Countries that each section names, and whether it is on the topic. */
  readonly sections: readonly { readonly names: readonly string[]; readonly onTopic: boolean }[];
  readonly parts: readonly Part[];
}

const worldOf = ({ sections, parts }: Told): World => ({
  'sources.csv': [{ id: 'source/list', name: 'List' }],
  'entities/countries.csv': COUNTRIES.map((code) => ({
    id: `country/${code}`,
    name: code.toUpperCase(),
    alpha3: code.toUpperCase(),
    ...said,
  })),
  'entities/agencies.csv': [
    { id: 'agency/office', name: 'Office', agencyType: 'MINISTRY', country: 'country/dun', ...said },
  ],
  'entities/documents.csv': [{ id: 'document/report', name: 'Report', ...said }],
  'entities/topics.csv': [{ id: 'topic/transfer', name: 'Transfer', scheme: 's', source: 'source/list' }],
  'entities/initiatives.csv': TREATIES.map((id) => ({ id: `initiative/${id}`, name: id, ...said })),
  'entities/paragraphs.csv': sections.map((_, i) => ({
    id: `paragraph/s${i}`,
    name: `${i}`,
    document: 'document/report',
    order: `${i + 1}`,
    ...said,
    locator: `s${i}`,
  })),
  'facts/mentions.csv': sections.map(({ names, onTopic }, i): Cells => ({
    id: `mention/s${i}`,
    paragraph: `paragraph/s${i}`,
    names: [...names.map((code) => `country/${code}`), 'agency/office'].join(' | '),
    topics: onTopic ? 'topic/transfer' : '',
    ...said,
    locator: `s${i}`,
  })),
  'facts/involvements.csv': parts.map(({ country, treaty, role, stage }): Cells => ({
    id: `involvement/${treaty}-${country}`,
    party: `country/${country}:${role}`,
    initiative: `initiative/${treaty}`,
    stage,
    ...said,
    locator: `${treaty} ${country}`,
  })),
});

const random: fc.Arbitrary<Told> = fc.record({
  sections: fc.array(
    fc.record({
      names: fc.subarray([...COUNTRIES], { minLength: 1 }),
      onTopic: fc.oneof(
        { weight: 3, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    }),
    { minLength: 3, maxLength: 9 },
  ),
  parts: fc.uniqueArray(
    fc.record({
      country: fc.constantFrom(...COUNTRIES),
      treaty: fc.constantFrom(...TREATIES),
      role: fc.constantFrom('party', 'party', 'signatory'),
      stage: fc.constantFrom(...STAGES),
    }),
    { minLength: 6, maxLength: 14, selector: ({ country, treaty }) => `${country} ${treaty}` },
  ),
});

/** Somebody who reads every section and every row: the pairs, heaviest first, with their sections and the rows of each treaty. */
function slowly({ sections, parts }: Told, maxParties: number): { lines: string[]; unshared: number } {
  const lines: [weight: number, line: string][] = [];
  let unshared = 0;
  for (const a of COUNTRIES)
    for (const b of COUNTRIES) {
      if (a >= b) continue;
      const together = sections.flatMap(({ names, onTopic }, i) =>
        onTopic && names.length <= maxParties && names.includes(a) && names.includes(b)
          ? [`mention/s${i}`]
          : [],
      );
      if (together.length === 0) continue;
      const isParty = (country: string, treaty: string): boolean =>
        parts.some(
          (part) =>
            part.country === country &&
            part.treaty === treaty &&
            part.role === 'party' &&
            part.stage !== 'AGREED',
        );
      const both = TREATIES.filter((treaty) => isParty(a, treaty) && isParty(b, treaty)).sort();
      if (both.length === 0) unshared += 1;
      else
        lines.push([
          together.length,
          [
            `${a}-${b}`,
            together.sort().join(' '),
            ...both.map((treaty) => `${treaty}: ${[a, b].map((code) => `${treaty} ${code}`).join(', ')}`),
          ].join(' / '),
        ]);
    }
  return {
    lines: lines.sort(([x, one], [y, other]) => y - x || (one < other ? -1 : 1)).map(([, line]) => line),
    unshared,
  };
}

const QUESTION = `query ($maxParties: Int!) {
  ties(filter: { topics: { ids: ["topic/transfer"] } }, tieKinds: [Mention], maxParties: $maxParties, first: 20,
    sharedInitiatives: { kinds: [Involvement], actors: { roles: [party] } }) {
    nodes { countries { id } weight facts(first: 10) { id } sharedInitiativeCount
      sharedInitiatives(first: 3) { initiative { id } factCount facts(first: 4) { id claims { locator } } } }
    facts tied leftOut { reason count } reading emptyBecause
  }
}`;
interface Tie {
  readonly countries: readonly { readonly id: string }[];
  readonly weight: number;
  readonly facts: readonly { readonly id: string }[];
  readonly sharedInitiativeCount: number;
  readonly sharedInitiatives: readonly {
    readonly initiative: { readonly id: string };
    readonly factCount: number;
    readonly facts: readonly {
      readonly id: string;
      readonly claims: readonly { readonly locator: string }[];
    }[];
  }[];
}
interface Ties {
  readonly nodes: readonly Tie[];
  readonly facts: number;
  readonly tied: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly reading: string;
  readonly emptyBecause: string | null;
}

const lineOf = ({ countries, facts, sharedInitiatives }: Tie): string =>
  [
    countries.map(({ id }) => id.slice(8)).join('-'),
    facts
      .map(({ id }) => id)
      .sort()
      .join(' '),
    ...sharedInitiatives.map(
      ({ initiative, facts: by }) =>
        `${initiative.id.slice(11)}: ${by
          .flatMap(({ claims }) => claims[0]?.locator ?? [])
          .sort()
          .join(', ')}`,
    ),
  ].join(' / ');

const STORY: Told = {
  sections: [
    { names: ['arn', 'bel', 'cor'], onTopic: true },
    { names: ['arn', 'bel'], onTopic: true },
    { names: ['arn', 'cor'], onTopic: false },
    { names: ['dun'], onTopic: true },
  ],
  parts: [
    { country: 'arn', treaty: 'one', role: 'party', stage: 'UNDER_WAY' },
    { country: 'bel', treaty: 'one', role: 'party', stage: '' },
    { country: 'cor', treaty: 'one', role: 'signatory', stage: '' },
    { country: 'cor', treaty: 'two', role: 'party', stage: 'AGREED' },
    { country: 'arn', treaty: 'two', role: 'party', stage: 'UNDER_WAY' },
  ],
};

describe('pairs named together', { timeout: 120_000 }, () => {
  const graph = seeded((door, asking) => tell(door, asking, worldOf(STORY)));
  const asked = async (query: string, variables: object = {}): Promise<Ties> => {
    const { data, errors } = await graph.ask(query, variables);
    expect(errors).toBeUndefined();
    return data?.['ties'] as Ties;
  };
  const weights = async (args: string): Promise<string[]> =>
    (await asked(`{ ties(${args}) { nodes { countries { id } weight sharedInitiativeCount } } }`)).nodes.map(
      ({ countries, weight, sharedInitiativeCount }) =>
        `${countries.map(({ id }) => id.slice(8)).join('-')} ${weight} ${sharedInitiativeCount}`,
    );

  it.each<readonly [args: string, ties: readonly string[]]>([
    // A mention makes no tie unless it is named.
    ['countMode: FACTS', []],
    ['tieKinds: [Mention]', ['arn-bel 2 0', 'arn-cor 2 0', 'bel-cor 1 0']],
    ['tieKinds: [Mention], maxParties: 2', ['arn-bel 1 0', 'arn-cor 1 0']],
    [
      'tieKinds: [Mention], filter: { topics: { ids: ["topic/transfer"] } }',
      ['arn-bel 2 0', 'arn-cor 1 0', 'bel-cor 1 0'],
    ],
    ['tieKinds: [Mention], sharedInitiatives: {}', ['arn-bel 2 1', 'arn-cor 2 1', 'bel-cor 1 1']],
    ['tieKinds: [Mention], sharedInitiatives: { actors: { roles: [party] } }', ['arn-bel 2 1']],
    [
      'tieKinds: [Mention], sharedInitiatives: { actors: { roles: [party] }, stages: [AGREED, UNDER_WAY] }',
      ['arn-cor 2 1'],
    ],
    ['tieKinds: [Mention], sharedInitiatives: { initiative: "initiative/two" }', []],
    ['tieKinds: [Mention], sharedInitiatives: { kinds: [Cooperation] }', []],
  ])('%s', async (args, ties) => expect(await weights(args)).toEqual(ties));

  it('is the same in a network', async () => {
    const { data } = await graph.ask('{ network(tieKinds: [Mention]) { edges { from to weight } } }');
    expect((data as { network: { edges: object[] } }).network.edges).toEqual([
      { from: 'country/arn', to: 'country/bel', weight: 2 },
      { from: 'country/arn', to: 'country/cor', weight: 2 },
      { from: 'country/bel', to: 'country/cor', weight: 1 },
    ]);
  });

  it('says how it was read, and what was left out', async () => {
    const { facts, tied, leftOut, reading, emptyBecause } = await asked(QUESTION, { maxParties: 12 });
    expect([facts, tied, emptyBecause]).toEqual([3, 2, null]);
    expect(leftOut).toEqual([
      { reason: 'FACT_OF_ONE_COUNTRY', count: 1 },
      { reason: 'NO_SHARED_INITIATIVE', count: 2 },
    ]);
    expect(reading).toContain('stand in one initiative by facts of kind Involvement under sharedInitiatives');
    const { nodes } = await asked(QUESTION, { maxParties: 2 });
    expect(nodes.map(lineOf)).toEqual(['arn-bel / mention/s1 / one: one arn, one bel']);
  });

  it('refuses what cannot be', async () => {
    const { errors } = await graph.ask(
      '{ ties(sharedInitiatives: { initiative: "country/arn" }) { facts } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain('sharedInitiatives.initiative');
    const { errors: many } = await graph.ask(
      '{ ties(tieKinds: [Mention]) { nodes { sharedInitiatives(first: 101) { factCount } } } }',
    );
    expect(many?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it.each(fc.sample(random, { numRuns: 4, seed: 1883 }).map((told, i) => [i + 1, told] as const))(
    'are those of somebody who reads every section and row of world %d',
    async (_number, told) => {
      await tell(graph.door, graph.asking, worldOf(told));
      for (const maxParties of [2, 12]) {
        const { nodes, leftOut } = await asked(QUESTION, { maxParties });
        const { lines, unshared } = slowly(told, maxParties);
        expect(nodes.map(lineOf)).toEqual(lines);
        expect(leftOut.find(({ reason }) => reason === 'NO_SHARED_INITIATIVE')?.count ?? 0).toBe(unshared);
        for (const { weight, facts, sharedInitiativeCount, sharedInitiatives } of nodes)
          expect([weight, sharedInitiativeCount]).toEqual([facts.length, sharedInitiatives.length]);
      }
    },
  );
});
