import { describe, expect, it } from 'vitest';
import { changed, type World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { STORY, tell } from '../support/story.js';

const said = { source: 'document/chronicle', locator: '1' };
const rowOf = (file: string, id: string): number => (STORY[file] ?? []).findIndex((row) => row['id'] === id);

/** The story, in which two cooperations stand in one initiative, and two countries have regions. */
const WORLD: World = ['cooperation/arn-bel', 'cooperation/esk-jor'].reduce<World>(
  (world, id) =>
    changed(world, 'facts/cooperations.csv', rowOf('facts/cooperations.csv', id), {
      initiative: 'initiative/fund',
    }),
  {
    ...STORY,
    'entities/initiatives.csv': [{ id: 'initiative/fund', name: 'Fund', ...said }],
    'entities/groups.csv': [
      ...(STORY['entities/groups.csv'] ?? []),
      { id: 'group/north', name: 'North', definedBy: 'LIST', ...said },
    ],
    'facts/memberships.csv': [
      ...(STORY['facts/memberships.csv'] ?? []),
      { id: 'membership/dun', party: 'country/dun:member', group: 'group/north', period: '', ...said },
    ],
  },
);

interface Count {
  readonly key: string | null;
  readonly name: string;
  readonly ties: number;
  readonly facts: number;
  readonly weight: number;
}
interface Tie {
  readonly countries: readonly { readonly id: string }[];
  readonly weight: number;
  readonly factCount: number;
  readonly kinds: readonly Count[];
  readonly topics: readonly Count[];
  readonly topicCount: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly undated: number;
  readonly certainty: string;
  readonly groups: readonly Count[];
  readonly facts: readonly { readonly id: string; readonly claims: readonly object[] }[];
  readonly inWords: string;
}
interface Ties {
  readonly nodes: readonly Tie[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: { readonly count: number };
  readonly other: Count;
  readonly groups: readonly Count[];
  readonly facts: number;
  readonly tied: number;
  readonly weight: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly reading: string;
  readonly emptyBecause: string | null;
}

const FIELDS = `
  nodes { countries { id } weight factCount kinds { key facts } topics { key facts } topicCount first last undated certainty
    groups { key name facts } facts { id claims { id } } inWords }
  pageInfo { hasNextPage endCursor } totalCount { count } other { ties facts weight }
  groups { key name ties facts weight } facts tied weight leftOut { reason count } reading emptyBecause`;

describe('ties', () => {
  const graph = seeded((door, asking) => tell(door, asking, WORLD));
  const asked = async (args: string): Promise<Ties> => {
    const { data, errors } = await graph.ask(`{ ties(${args}) { ${FIELDS} } }`);
    expect(errors).toBeUndefined();
    return data?.['ties'] as Ties;
  };
  const pairOf = ({ countries }: Tie): string => countries.map(({ id }) => id.slice(8)).join('-');
  const tie = async (pair: string, args: string): Promise<Tie> => {
    const found = (await asked(`first: 100, ${args}`)).nodes.find((one) => pairOf(one) === pair);
    if (!found) throw new Error(`There is no tie ${pair}.`);
    return found;
  };
  const PATENTS = 'filter: { topics: { ids: ["topic/patents"] } }';

  it('counts what ties a pair, with first, last, kinds, topics and facts', async () => {
    expect(await tie('arn-bel', 'countMode: FACTS')).toMatchObject({
      weight: 3,
      factCount: 3,
      kinds: [
        { key: 'Exchange', facts: 2 },
        { key: 'Cooperation', facts: 1 },
      ],
      topics: [
        { key: 'topic/pharma', facts: 2 },
        { key: 'topic/patents', facts: 1 },
      ],
      topicCount: 2,
      first: '2014-03-11',
      last: '2015-06-01',
      undated: 0,
      certainty: 'STATED',
      inWords: 'ARN and BEL: 1 cooperation, 2 exchanges; dated 2014-03-11 to 2015-06-01.',
    });
  });

  it('gives the facts of a tie with their evidence, newest first', async () => {
    const { facts } = await tie('arn-bel', 'countMode: FACTS');
    expect(facts.map(({ id }) => id)).toEqual(['cooperation/arn-bel', 'exchange/again', 'exchange/workshop']);
    expect(facts.every(({ claims }) => claims.length > 0)).toBe(true);
    const { data } = await graph.ask(
      '{ ties(first: 1) { nodes { facts(first: 1) { id } topics(first: 1) { key } } } }',
    );
    expect(data).toMatchObject({ ties: { nodes: [{ facts: [{}], topics: [{}] }] } });
  });

  it('says what became of every fact', async () => {
    const { facts, tied, leftOut } = await asked(PATENTS);
    expect(leftOut).toEqual([
      { reason: 'FACT_NOT_CARRIED_OUT', count: 1 },
      { reason: 'FACT_OF_ONE_COUNTRY', count: 2 },
      { reason: 'FACT_TOO_LARGE', count: 1 },
    ]);
    expect(tied + 4).toBe(facts);
    expect((await asked('countMode: FACTS')).leftOut).toContainEqual({
      reason: 'KIND_MAKES_NO_TIE',
      count: 4,
    });
  });

  it.each<readonly [args: string, pair: string, weight: number | null]>([
    ['countMode: FACTS', 'esk-jor', 2],
    ['countMode: CLAIMS', 'esk-jor', 4],
    ['countMode: INITIATIVES', 'esk-jor', 1],
    ['countMode: INITIATIVES', 'esk-hov', null],
    ['tieKinds: [Cooperation]', 'arn-bel', 1],
    ['tieKinds: [Exchange]', 'arn-bel', 2],
    ['tieKinds: [Exchange]', 'esk-fal', null],
    ['maxParties: 3', 'arn-bel', 2],
    ['maxParties: 60', 'm01-m02', 2],
    ['maxParties: 59', 'm01-m02', 1],
    ['filter: { stages: [PLANNED] }', 'cor-hov', 1],
    ['filter: { dated: { from: "2016-01-01" } }', 'esk-jor', 1],
    ['filter: { actors: { ids: ["country/arn"] } }', 'arn-bel', 3],
    ['filter: { actors: { ids: ["country/arn"] } }', 'esk-jor', null],
    ['filter: { meeting: "meeting/workshop" }', 'arn-bel', 1],
    ['filter: { evidence: { minDocuments: 2 } }', 'esk-jor', 2],
  ])('%s: %s weighs %s', async (args, pair, weight) => {
    const { nodes } = await asked(`first: 100, ${args}`);
    expect(nodes.find((one) => pairOf(one) === pair)?.weight ?? null).toBe(weight);
  });

  it('ties two through a national agency, and not two that only received', async () => {
    const pairs = (await asked('first: 100')).nodes.map(pairOf);
    expect(pairs).toContain('hov-ist');
    const training = (await asked('first: 100, filter: { dated: { from: "2014-06-01", to: "2014-06-01" } }'))
      .nodes;
    expect(training.map(pairOf)).toEqual(['esk-gil', 'fal-gil']);
  });

  it('counts by topic, year, form of cooperation and region', async () => {
    const years = (await asked('by: YEAR, filter: { actors: { ids: ["country/lor"] } }')).groups;
    expect(years.map(({ key, facts }) => [key, facts])).toEqual([
      ['2010', 1],
      ['2014', 5],
      ['2016', 4],
      [null, 1],
    ]);
    const topics = (await asked(`by: TOPIC, ${PATENTS}`)).groups;
    expect(topics.map(({ key, name, facts }) => [key, name, facts])).toEqual([
      ['topic/patents', 'Patents', 27],
      ['topic/pharma', 'Patents on medicines', 2],
    ]);
    const forms = (await asked('by: MODALITY, filter: { actors: { ids: ["country/cor"] } }')).groups;
    expect(Object.fromEntries(forms.map(({ key, facts }) => [key, facts]))).toEqual({
      null: 3,
      BILATERAL: 2,
      MULTILATERAL: 1,
    });
    const regions = await asked(
      'by: REGION, regions: ["group/south", "group/north"], filter: { meeting: "meeting/workshop" }',
    );
    expect(regions.groups.map(({ key, name, ties }) => [key, name, ties])).toEqual([
      ['group/north|group/south', 'North – South', 3],
      ['group/south|group/south', 'South – South', 3],
    ]);
    expect(regions.nodes[0]?.groups.map(({ key }) => key)).toEqual(['group/south|group/south']);
  });

  it('goes through all pages, each tie once, and says what is not on the page', async () => {
    const whole = await asked('first: 100');
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Ties = await asked(`first: 7, after: ${JSON.stringify(after)}`);
      found.push(...page.nodes.map(pairOf));
      const shown = page.nodes.reduce((sum, { weight }) => sum + weight, 0);
      expect(page.other.ties).toBe(page.totalCount.count - page.nodes.length);
      expect(page.other.weight).toBe(page.weight - shown);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(whole.nodes.map(pairOf));
    expect(found).toHaveLength(whole.totalCount.count);
    expect(whole.nodes.map(({ weight }) => weight)).toEqual(
      whole.nodes.map(({ weight }) => weight).sort((x, y) => y - x),
    );
  });

  it('says why there is none', async () => {
    expect((await asked('filter: { kinds: [Funding] }')).emptyBecause).toContain('No fact that meets');
    expect((await asked('filter: { kinds: [Membership] }')).emptyBecause).toContain(
      '4: Facts of a kind that makes no tie here',
    );
    expect((await asked(PATENTS)).emptyBecause).toBeNull();
    expect((await asked('maxParties: 5')).reading).toContain('at most 5 named countries');
  });

  it.each([
    ['maxParties: 1', 'BAD_USER_INPUT', 'maxParties'],
    ['maxParties: 301', 'BAD_USER_INPUT', 'maxParties'],
    ['first: 0', 'BAD_USER_INPUT', 'first'],
    ['after: "x"', 'BAD_USER_INPUT', 'after'],
    ['tieKinds: []', 'BAD_USER_INPUT', 'tieKinds'],
    ['tieKinds: [Succession]', 'BAD_USER_INPUT', 'Succession'],
    ['by: REGION', 'BAD_USER_INPUT', 'regions'],
    ['regions: ["group/south"]', 'BAD_USER_INPUT', 'REGION'],
    ['by: REGION, regions: ["country/arn"]', 'BAD_USER_INPUT', 'regions'],
    ['by: REGION, regions: ["group/none"]', 'NOT_FOUND', 'group/none'],
    ['filter: { topics: { ids: ["country/arn"] } }', 'BAD_USER_INPUT', 'topics'],
  ])('refuses %s with %s', async (args, code, words) => {
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await graph.ask(`{ ties(${args}) { facts } }`);
      expect(errors?.[0]?.extensions['code']).toBe(code);
      expect(errors?.[0]?.message).toContain(words);
    }
  });

  it('refuses too many facts or topics of a tie', async () => {
    for (const field of ['facts(first: 101) { id }', 'topics(first: 51) { key }', 'facts(first: 0) { id }']) {
      const { errors } = await graph.ask(`{ ties(first: 1) { nodes { ${field} } } }`);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });
});
