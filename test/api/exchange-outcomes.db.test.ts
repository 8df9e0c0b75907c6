import { describe, expect, it } from 'vitest';
import { plus } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { STORY, tell } from '../support/story.js';

interface Counts {
  readonly atRisk: number;
  readonly cooperatedDefinitely: number;
  readonly cooperatedPossibly: number;
  readonly noneRecorded: number;
  readonly notCovered: number;
  readonly inWords: string;
}
interface Outcomes {
  readonly all: Counts;
  readonly groups: readonly (Counts & {
    readonly meeting: { readonly id: string } | null;
    readonly topic: { readonly id: string } | null;
    readonly year: number | null;
  })[];
  readonly nodes: readonly {
    readonly countries: readonly { readonly id: string }[];
    readonly exchange: { readonly id: string; readonly claims: readonly object[] };
    readonly otherExchange: { readonly id: string } | null;
    readonly covered: boolean;
    readonly because: string | null;
    readonly inWords: string;
  }[];
  readonly totalCount: { readonly count: number };
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly reading: string;
  readonly emptyBecause: string | null;
}

const COUNTS = 'atRisk cooperatedDefinitely cooperatedPossibly noneRecorded notCovered inWords';
const FIELDS = `{ reading emptyBecause all { ${COUNTS} } groups { meeting { id name } topic { id } year ${COUNTS} }
  nodes { countries { id } exchange { id claims { id } } otherExchange { id } covered because inWords }
  totalCount { count } pageInfo { hasNextPage endCursor } leftOut { reason count } }`;

/** The story, where one source knows all cooperations of the South: arn, bel and cor. */
const WORLD = plus(STORY, {
  'sources.csv': [
    { id: 'source/south', name: 'Register of the South', covers: 'Cooperation:group/south:COMPLETE' },
  ],
});

describe('exchangeOutcomes in the story', { timeout: 60_000 }, () => {
  const story = seeded((door, asking) => tell(door, asking, WORLD));

  async function asked<T>(text: string, tries = 3): Promise<T> {
    const { data, errors } = await story.ask(`{ answer: ${text} }`);
    // On a busy machine the database may plan a text, the first time, for longer than a request may take.
    if (errors?.[0]?.extensions['code'] === 'TIMEOUT' && tries > 1) return asked(text, tries - 1);
    expect(errors).toBeUndefined();
    return data?.['answer'] as T;
  }
  const outcomes = (more = ''): Promise<Outcomes> =>
    asked(`exchangeOutcomes(topic: "patents"${more && `, ${more}`}) ${FIELDS}`);
  const line = (counts: Counts): string =>
    [
      counts.atRisk,
      counts.cooperatedDefinitely,
      counts.cooperatedPossibly,
      counts.noneRecorded,
      counts.notCovered,
    ].join(' ');
  const groups = (found: Outcomes): object =>
    Object.fromEntries(
      found.groups.map((group) => [group.meeting?.id ?? group.topic?.id ?? String(group.year), line(group)]),
    );
  const pairOf = ({ countries }: Outcomes['nodes'][number]): string =>
    countries.map(({ id }) => id.slice(8)).join('-');

  it('counts each pair once in all, and in each meeting by what came after its exchanges there', async () => {
    const found = await outcomes();
    expect(line(found.all)).toBe('19 7 2 10 8');
    // arn and bel shared at the workshop, and again outside meetings.
    expect(groups(found)).toEqual({ null: '14 7 2 5 5', 'meeting/workshop-patents': '6 1 0 5 3' });
    expect(found.all.inWords).toBe(
      '19 pairs shared experience: 7 definitely and 2 possibly cooperated after it; of 10 nothing as asked is recorded (of 8 of them no complete source would know).',
    );
    expect(found.leftOut).toEqual([
      { reason: 'EXCHANGE_TOO_LARGE', count: 1 },
      { reason: 'ONLY_RECEIVED', count: 1 },
    ]);
    expect(found.reading).toContain('are at risk');
  });

  it('lists those with none recorded, with their exchange, its claims, and why a cooperation does not count', async () => {
    const { nodes, totalCount } = await outcomes();
    expect(Object.fromEntries(nodes.map((node) => [pairOf(node), node.because]))).toEqual({
      'arn-cor': null,
      'arn-dun': null,
      'bel-cor': null,
      'bel-dun': null,
      'cor-dun': 'COOPERATED_BEFORE',
      'fal-gil': null,
      'jor-kem': 'OTHER_MODALITY',
      'fal-lor': null,
      'cor-hov': 'OTHER_STAGE',
      'cor-lor': 'OTHER_MODALITY',
    });
    expect(totalCount.count).toBe(nodes.length);
    expect(nodes.every(({ exchange }) => exchange.claims.length > 0)).toBe(true);
    const known = nodes.filter(({ covered }) => covered);
    expect(known.map(pairOf)).toEqual(['arn-cor', 'bel-cor']);
    expect(known[0]?.exchange.id).toBe('exchange/workshop');
    expect(known[0]?.inWords).toBe(
      'ARN and COR shared experience; no cooperation as asked is recorded after it. Complete sources cover both and have none.',
    );
    expect(nodes.find(({ covered }) => !covered)?.inWords).toContain('does not follow');
  });

  it('goes through them page by page, each once', async () => {
    const whole = (await outcomes()).nodes.map(pairOf);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await outcomes(`first: 4${after}`);
      seen.push(...page.nodes.map(pairOf));
      expect(line(page.all)).toBe('19 7 2 10 8');
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor ?? ''}"`;
    }
    expect(seen).toEqual(whole);
  });

  it.each([
    ['by: YEAR', { 2014: '18 7 1 10 8', 2015: '1 1 0 0 0', null: '1 0 1 0 0' }],
    ['by: TOPIC', { 'topic/patents': '13 6 2 5 5', 'topic/pharma': '6 1 0 5 3' }],
    ['by: TOPIC, exact: true', { 'topic/patents': '13 6 2 5 5' }],
    [
      'by: TOPIC, sharing: SAME_MEETING, meeting: "seminar"',
      { 'topic/patents': '1 1 0 0 0', 'topic/pharma': '1 1 0 0 0' },
    ],
  ])('groups { %s }', async (more, expected) => {
    expect(groups(await outcomes(more))).toEqual(expected);
  });

  it.each([
    ['', '19 7 2 10 8'],
    ['receivers: COUNT', '20 8 2 10 8'],
    ['maxParties: 3', '14 7 2 5 5'],
    ['stages: [PLANNED]', '19 1 0 18 15'],
    ['grouping: { group: "group/south" }', '3 1 0 2 0'],
    ['minCertainty: { exchange: STATED }', '18 6 2 10 8'],
    ['evidence: { minDocuments: 2 }', '1 1 0 0 0'],
    ['priorTies: NONE', '17 6 2 9 7'],
  ])('agrees with cooperationAfterExchange asked { %s }', async (more, expected) => {
    const { all } = await outcomes(more);
    expect(line(all)).toBe(expected);
    const { nodes } = await asked<{ nodes: { order: string }[] }>(
      `cooperationAfterExchange(topic: "patents"${more && `, ${more}`}, first: 100) { nodes { order } }`,
    );
    const count = (order: string): number => nodes.filter((node) => node.order === order).length;
    expect([all.cooperatedDefinitely, all.cooperatedPossibly]).toEqual([
      count('DEFINITE'),
      count('POSSIBLE'),
    ]);
  });

  it('says why no pair is at risk', async () => {
    const { all, emptyBecause, groups: none } = await outcomes('meeting: "seminar"');
    expect([all.atRisk, none]).toEqual([0, []]);
    expect(emptyBecause).toMatch(/^No two countries are recorded that shared experience/);
  });

  it.each([
    ['topic: "nowhere"', 'NOT_FOUND', 'topic/nowhere'],
    ['topic: "patents", maxParties: 1', 'BAD_USER_INPUT', 'exchangeOutcomes(maxParties:)'],
    ['topic: "patents", first: 101', 'BAD_USER_INPUT', 'exchangeOutcomes(first:)'],
    ['topic: "patents", after: "nonsense"', 'BAD_USER_INPUT', 'exchangeOutcomes(after:)'],
  ])('refuses { %s } and says what is wrong', async (args, code, told) => {
    for (const _time of [1, 2, 3]) {
      const { errors } = await story.ask(`{ exchangeOutcomes(${args}) { reading } }`);
      expect(errors?.[0]?.extensions['code']).toBe(code);
      expect(errors?.[0]?.message).toContain(told);
    }
  });
});
