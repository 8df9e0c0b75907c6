import { describe, expect, it } from 'vitest';
import { seeded } from '../../support/seeded.js';
import { tell } from '../../support/story.js';

interface Answers {
  readonly nodes: readonly {
    readonly countries: readonly { readonly id: string }[];
    readonly order: string;
    readonly priorTies: readonly { readonly id: string }[];
    readonly alternatives: readonly object[];
  }[];
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly totalCount: { readonly count: number };
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ASKED = [
  'kem-lor',
  'arn-bel',
  'esk-gil',
  'hov-ist',
  'dun-gil',
  'gil-lor',
  'esk-jor',
  'bel-fal',
  'arn-lor',
];
const without = (...pairs: string[]): string[] => ASKED.filter((pair) => !pairs.includes(pair));
/** The default answer with one pair more, before another. */
const withBefore = (pair: string, next: string): string[] =>
  ASKED.flatMap((one) => (one === next ? [pair, one] : [one]));

/** Each case: what is asked beside the topic, and the pairs that come back in order. */
const CASES: readonly (readonly [asked: string, pairs: readonly string[]])[] = [
  ['', ASKED],
  ['exact: true', without('arn-bel')],
  ['meeting: "meeting/workshop"', ['arn-bel']],
  ['meeting: "workshop-patents"', ['arn-bel']],
  ['meeting: "seminar"', []],
  ['meeting: "seminar", sharing: SAME_MEETING', ['ist-jor']],
  ['sharing: SAME_MEETING', [...ASKED, 'ist-jor']],
  ['receivers: COUNT', withBefore('esk-fal', 'esk-gil')],
  ['maxParties: 60', withBefore('m01-m02', 'dun-gil')],
  ['cooperationTopic: "SAME"', without('esk-gil')],
  ['cooperationTopic: "marks"', ['esk-gil']],
  ['modality: [TRIANGULAR]', ['jor-kem']],
  ['modality: [BILATERAL, TRIANGULAR]', withBefore('jor-kem', 'dun-gil')],
  ['modality: [MULTILATERAL]', ['cor-lor']],
  ['grouping: { group: "group/south" }', ['arn-bel']],
  ['grouping: { group: "group/south", ends: ONE }', ['arn-bel', 'bel-fal', 'arn-lor']],
  ['grouping: { group: "group/south", date: "2018-06-01" }', []],
  ['grouping: { group: "group/south", date: "2018-06-01", ends: ONE }', ['arn-bel', 'bel-fal']],
  ['exchanged: { from: "2014-12-01" }', ['gil-lor', 'esk-jor', 'bel-fal', 'arn-lor', 'arn-bel']],
  ['exchanged: { to: "2014-03-31" }', ['kem-lor', 'arn-bel']],
  ['cooperated: { from: "2024-01-01" }', ['esk-gil']],
  ['withinMonths: 60', without('esk-gil')],
  ['since: ACTIVE_AFTER', withBefore('cor-dun', 'esk-gil')],
  ['priorTies: NONE', without('arn-lor')],
  ['priorTies: NONE_ON_TOPIC', ASKED],
  ['order: [DEFINITE]', without('kem-lor', 'gil-lor')],
  ['order: [POSSIBLE]', ['kem-lor', 'gil-lor']],
  ['origin: RECORDED', ['bel-fal']],
  ['stages: [PLANNED]', ['cor-hov']],
  ['evidence: { statuses: [ACCEPTED] }', without('hov-ist')],
  ['evidence: { documents: ["document/register"] }', ['esk-jor']],
  ['evidence: { minDocuments: 2 }', ['esk-jor']],
  ['evidence: { independentOnly: true }', without('dun-gil')],
  ['evidence: { minCertainty: STATED }', without('dun-gil', 'arn-lor')],
  ['minCertainty: { exchange: STATED }', without('dun-gil')],
  ['minCertainty: { cooperation: STATED }', without('arn-lor')],
  ['minCertainty: { origin: STATED }', ['bel-fal']],
];

describe('cooperationAfterExchange in the story', () => {
  const story = seeded(tell);
  const ask = async (asked: string, topic = 'patents'): Promise<Answers> => {
    const args = [`topic: "${topic}"`, ...(asked === '' ? [] : [asked])].join(', ');
    const { data, errors } = await story.ask(`{ cooperationAfterExchange(${args}) {
      nodes { countries { id } order priorTies { id } alternatives { order exchange { id } } }
      leftOut { reason count } totalCount { count } pageInfo { hasNextPage endCursor }
    } }`);
    expect(errors).toBeUndefined();
    return data?.['cooperationAfterExchange'] as Answers;
  };
  const pairsOf = ({ nodes }: Answers): string[] =>
    nodes.map(({ countries }) => countries.map(({ id }) => id.replace('country/', '')).join('-'));

  it.each(CASES)('asked { %s } gives %j', async (asked, pairs) => {
    const found = await ask(asked);
    expect(pairsOf(found)).toEqual(pairs);
    expect(found.totalCount.count).toBe(pairs.length);
  });

  it('finds more where each may have shared anywhere', async () => {
    const found = pairsOf(await ask('sharing: ANYWHERE'));
    expect([...found].sort()).toEqual([...ASKED, 'esk-fal', 'esk-hov', 'ist-jor'].sort());
  });

  it('takes narrower topics in, and neither broader ones nor siblings', async () => {
    expect(pairsOf(await ask('', 'pharma'))).toEqual(['arn-bel']);
    expect(pairsOf(await ask('', 'marks'))).toEqual(['esk-hov']);
    expect(pairsOf(await ask('', 'law'))).toEqual(withBefore('esk-hov', 'arn-bel'));
  });

  it('drops pairs that cooperated before on the topic, where narrower topics count', async () => {
    expect(pairsOf(await ask('priorTies: NONE_ON_TOPIC', 'law'))).not.toContain('arn-lor');
    const shown = (await ask('')).nodes.find(({ priorTies }) => priorTies.length > 0);
    expect(shown?.priorTies).toEqual([{ id: 'cooperation/arn-lor-old' }]);
  });

  it('says what it left out, and why', async () => {
    expect((await ask('')).leftOut).toEqual([
      { reason: 'COOPERATED_BEFORE', count: 1 },
      { reason: 'EXCHANGE_TOO_LARGE', count: 1 },
      { reason: 'ONLY_RECEIVED', count: 1 },
      { reason: 'OTHER_MODALITY', count: 2 },
      { reason: 'OTHER_STAGE', count: 1 },
    ]);
  });

  it('gives a pair that shared twice once over all pages, with the other exchange as alternative', async () => {
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Answers = await ask(`first: 1${after === null ? '' : `, after: "${after}"`}`);
      walked.push(...pairsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && walked.length < 50);
    expect(walked).toEqual(ASKED);
    const twice = (await ask('first: 2')).nodes[1];
    expect(twice?.alternatives).toEqual([{ order: 'DEFINITE', exchange: { id: 'exchange/again' } }]);
  });

  it.each([
    ['first: 0', 'first'],
    ['maxParties: 1', 'maxParties'],
    ['withinMonths: -1', 'withinMonths'],
    ['order: [NO]', 'order'],
    ['after: "nonsense"', 'after'],
    ['meeting: "topic/patents"', 'meeting'],
    ['exchanged: { from: "2015-01-01", to: "2014-01-01" }', 'exchanged'],
  ])('refuses { %s } and names the argument', async (asked, argument) => {
    for (const _time of [1, 2, 3]) {
      const { errors } = await story.ask(
        `{ cooperationAfterExchange(topic: "patents", ${asked}) { nodes { order } } }`,
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain(argument);
    }
  });
});
