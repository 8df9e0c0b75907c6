import { describe, expect, it } from 'vitest';
import { plus } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { STORY, tell } from '../support/story.js';

const said = { source: 'document/chronicle', locator: '1' };

/** The story, in which ARN has names in other languages and HOV and KEM a part in one initiative. */
const WORLD = plus(
  {
    ...STORY,
    'entities/countries.csv': (STORY['entities/countries.csv'] ?? []).map((row) =>
      row['id'] === 'country/bel' ? { ...row, nameFr: 'Belle' } : row,
    ),
  },
  {
    'entities/initiatives.csv': [{ id: 'initiative/fund', name: 'Fund', ...said }],
    'facts/involvements.csv': [
      { id: 'involvement/m60', party: 'country/m60:party', initiative: 'initiative/fund', ...said },
      { id: 'involvement/kem', party: 'country/kem:party', initiative: 'initiative/fund', ...said },
    ],
  },
);

interface Path {
  readonly length: number;
  readonly inWords: string;
  readonly entities: readonly { readonly id: string }[];
  readonly steps: readonly {
    readonly factCount: number;
    readonly facts: readonly { readonly id: string; readonly claims: readonly object[] }[];
  }[];
}
interface Page {
  readonly nodes: readonly Path[];
  readonly reading: string;
  readonly totalCount: { readonly count: number };
  readonly emptyBecause: string | null;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const FIELDS = `{ reading totalCount { count } emptyBecause leftOut { reason count } pageInfo { hasNextPage endCursor }
  nodes { length inWords entities { id } steps { factCount facts { id claims { id } } } } }`;

describe('paths in the story', () => {
  const graph = seeded((door, asking) => tell(door, asking, WORLD));

  async function paths(args: string): Promise<Page> {
    const { data, errors } = await graph.ask(`{ paths(${args}) ${FIELDS} }`);
    expect(errors).toBeUndefined();
    return data?.['paths'] as Page;
  }
  const ways = ({ nodes }: Page): string[] =>
    nodes.map(({ entities }) => entities.map(({ id }) => id.slice(id.indexOf('/') + 1)).join(' '));

  it('gives the shortest way, each step with its facts and their claims, also in words', async () => {
    const page = await paths('from: "arn", to: "bel", lang: FR');
    expect(ways(page)).toEqual(['arn bel']);
    const [path] = page.nodes;
    expect(path?.steps[0]?.facts.map(({ id }) => id)).toEqual([
      'cooperation/arn-bel',
      'exchange/again',
      'exchange/workshop',
    ]);
    expect(path?.steps.every(({ facts }) => facts.every(({ claims }) => claims.length > 0))).toBe(true);
    expect(path?.inWords).toBe('ARN – cooperation (1 June 2015 to 2016; the newest of 3 facts) – Belle');
  });

  it('gives all shortest ways in the order of the ids, page by page', async () => {
    const whole = await paths('from: "arn", to: "fal", connecting: [COUNTRY]');
    expect(ways(whole)).toEqual(['arn bel fal', 'arn lor fal']);
    expect(whole.totalCount.count).toBe(2);
    const first = await paths('from: "arn", to: "fal", connecting: [COUNTRY], first: 1');
    const next = await paths(
      `from: "arn", to: "fal", connecting: [COUNTRY], first: 1, after: "${first.pageInfo.endCursor ?? ''}"`,
    );
    expect([...ways(first), ...ways(next)]).toEqual(ways(whole));
    expect(next.pageInfo.hasNextPage).toBe(false);
  });

  it('leads only through the kinds asked for', async () => {
    expect(ways(await paths('from: "m60", to: "kem"'))).toEqual(['m60 fund kem']);
    expect((await paths('from: "m60", to: "kem", connecting: [COUNTRY]')).nodes).toEqual([]);
    expect(ways(await paths('from: "esk", to: "dun", connecting: [TOPIC]'))).toEqual(['esk patents dun']);
    expect(ways(await paths('from: "meeting/seminar", to: "jor"'))).toEqual(['seminar jor']);
    expect(ways(await paths('from: "agency/relief", to: "lor", maxSteps: 1'))).toEqual(['relief lor']);
  });

  it('goes no further than asked', async () => {
    expect(ways(await paths('from: "arn", to: "fal", maxSteps: 2')).length).toBe(2);
    const { nodes, emptyBecause } = await paths('from: "arn", to: "fal", maxSteps: 1');
    expect(nodes).toEqual([]);
    expect(emptyBecause).toMatch(
      /^No path of at most 1 facts is recorded as asked\. That the two are not linked/,
    );
  });

  it('passes no hub unless asked, and counts those cut', async () => {
    const cut = await paths('from: "arn", to: "fal", connecting: [COUNTRY], maxHubDegree: 6');
    const through = await paths(
      'from: "arn", to: "fal", connecting: [COUNTRY], maxHubDegree: 6, throughHubs: true',
    );
    expect(ways(through)).toEqual(['arn bel fal', 'arn lor fal']);
    expect(ways(cut)).toEqual(['arn bel fal']);
    expect(cut.leftOut).toEqual([{ reason: 'HUB_NOT_PASSED', count: 3 }]);
  });

  it('joins nobody by a crowd, unless asked', async () => {
    const page = await paths('from: "m03", to: "m04"');
    expect([page.nodes.length, page.leftOut]).toEqual([0, [{ reason: 'FACT_TOO_LARGE', count: 1 }]]);
    expect(ways(await paths('from: "m03", to: "m04", maxParties: 60'))).toEqual(['m03 m04']);
  });

  it('takes the filter of facts, and what was only planned joins nobody', async () => {
    const steps = async (more: string): Promise<string[]> =>
      (await paths(`from: "cor", to: "hov", maxSteps: 1${more}`)).nodes.flatMap(({ steps: all }) =>
        all.flatMap(({ facts }) => facts.map(({ id }) => id)),
      );
    expect(await steps('')).toEqual(['exchange/planned']);
    expect(await steps(', filter: { stages: [PLANNED] }')).toEqual(['cooperation/cor-hov']);
    expect(await steps(', filter: { kinds: [Cooperation] }')).toEqual([]);
    expect(await steps(', filter: { dated: { from: "2015-01-01" } }')).toEqual([]);
  });

  it('refuses what it cannot follow, by name', async () => {
    for (const [args, code, told] of [
      ['from: "arn", to: "zzz"', 'NOT_FOUND', 'There is no country/zzz'],
      ['from: "agency/none", to: "arn"', 'NOT_FOUND', 'There is no agency/none'],
      ['from: "arn", to: "arn"', 'BAD_USER_INPUT', 'is the same as'],
      ['from: "arn", to: "exchange/again"', 'BAD_USER_INPUT', 'takes ids of Country, Agency'],
      ['from: "arn", to: "bel", maxSteps: 4', 'BAD_USER_INPUT', 'maxSteps:) must be from 1 to 3'],
      ['from: "arn", to: "bel", maxHubDegree: 0', 'BAD_USER_INPUT', 'maxHubDegree:) must be from 1'],
      ['from: "arn", to: "bel", connecting: []', 'BAD_USER_INPUT', 'empty list'],
      ['from: "arn", to: "bel", maxParties: 1', 'BAD_USER_INPUT', 'maxParties:) must be from 2 to 300'],
      ['from: "arn", to: "bel", after: "eHg"', 'BAD_USER_INPUT', 'after:) must be the endCursor'],
    ] as const) {
      const { errors } = await graph.ask(`{ paths(${args}) { reading } }`);
      expect([errors?.[0]?.extensions['code'], errors?.[0]?.message]).toEqual([
        code,
        expect.stringContaining(told),
      ]);
    }
  });
});
