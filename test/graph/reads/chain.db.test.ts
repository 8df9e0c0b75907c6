import { describe, expect, it } from 'vitest';
import { seeded } from '../../support/seeded.js';
import { CHAIN_STORY } from '../../support/chain-story.js';
import { tell } from '../../support/story.js';

interface Found {
  readonly countries: readonly { readonly as: string; readonly country: { readonly id: string } }[];
  readonly steps: readonly {
    readonly facts: readonly { readonly id: string; readonly claims: readonly object[] }[];
    readonly order: string | null;
    readonly orderReason: string | null;
    readonly absence: string | null;
    readonly inWords: string;
  }[];
  readonly order: string;
  readonly independent: boolean;
  readonly inWords: string;
}

interface Answers {
  readonly nodes: readonly Found[];
  readonly reading: string;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly totalCount: { readonly count: number };
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly emptyBecause: string | null;
  readonly baseline: { readonly refused: string | null; readonly inWords: string } | null;
}

const EXCHANGE = '{ facts: { kinds: [Exchange], topics: { ids: ["topic/patents"] } } }';
const COOPERATION = '{ facts: { kinds: [Cooperation], modalities: [BILATERAL] } }';
const JOINT = '{ facts: { kinds: [Involvement] } }';
const MET = '{ facts: { kinds: [Participation] } }';
const LEARNT =
  '{ facts: { kinds: [Exchange] }, who: [{ as: A, roles: [receiver] }, { as: B, roles: [provider] }] }';
const TAUGHT =
  '{ facts: { kinds: [Cooperation] }, who: [{ as: A, roles: [provider] }, { as: C, roles: [learner] }] }';
const NEVER = COOPERATION.replace(/ }$/, ', absent: true }');
const more = (step: string, what: string): string => step.replace(/ }$/, `, ${what} }`);

const AFTER_EXCHANGE = [
  'arn-bel DEFINITE',
  'arn-lor DEFINITE',
  'bel-fal DEFINITE',
  'dun-gil DEFINITE',
  'esk-gil DEFINITE',
  'esk-jor DEFINITE',
  'gil-lor POSSIBLE',
  'hov-ist DEFINITE',
  'kem-lor POSSIBLE',
];
const without = (...pairs: string[]): string[] =>
  AFTER_EXCHANGE.filter((line) => !pairs.some((pair) => line.startsWith(pair)));

/** Each case: the steps, the other arguments, and the answers with their order. */
const CASES: readonly (readonly [steps: string, more: string, answers: readonly string[]])[] = [
  [`${EXCHANGE} ${COOPERATION}`, '', AFTER_EXCHANGE],
  [`${EXCHANGE} ${COOPERATION}`, 'order: [DEFINITE]', without('gil-lor', 'kem-lor')],
  [`${EXCHANGE} ${COOPERATION}`, 'order: [POSSIBLE]', ['gil-lor POSSIBLE', 'kem-lor POSSIBLE']],
  [`${EXCHANGE} ${more(COOPERATION, 'withinMonths: 60')}`, '', without('esk-gil')],
  [`${EXCHANGE} ${COOPERATION}`, 'maxParties: 60', [...AFTER_EXCHANGE, 'm01-m02 DEFINITE']],
  [`${EXCHANGE} ${COOPERATION}`, 'evidence: { independentOnly: true }', without('dun-gil')],
  [`${EXCHANGE} ${COOPERATION}`, 'evidence: { minCertainty: STATED }', without('dun-gil', 'arn-lor')],
  // The last two cooperated before they shared, or it is not known; order: ANY does not ask.
  [
    `${EXCHANGE} ${more(COOPERATION, 'order: ANY')}`,
    '',
    [
      'arn-bel DEFINITE',
      'arn-lor DEFINITE',
      'bel-fal DEFINITE',
      'cor-dun DEFINITE',
      'dun-gil DEFINITE',
      'esk-gil DEFINITE',
      'esk-jor DEFINITE',
      'gil-lor DEFINITE',
      'hov-ist DEFINITE',
      'kem-lor DEFINITE',
    ],
  ],
  // All others are definitely further apart; how long COR and DUN went on is not known.
  [
    `${EXCHANGE} ${more(COOPERATION, 'order: ANY, withinMonths: 1')}`,
    '',
    ['bel-fal DEFINITE', 'cor-dun DEFINITE', 'gil-lor DEFINITE', 'kem-lor DEFINITE'],
  ],
  [`${EXCHANGE} ${COOPERATION} ${JOINT}`, '', ['arn-bel DEFINITE', 'hov-ist DEFINITE']],
  [
    `${EXCHANGE} ${COOPERATION} ${more(JOINT, 'withinMonths: 60')}`,
    '',
    ['arn-bel DEFINITE', 'hov-ist DEFINITE'],
  ],
  [`${EXCHANGE} ${JOINT} ${COOPERATION}`, '', []],
  [`${LEARNT} ${TAUGHT}`, '', ['esk-gil-kem DEFINITE']],
  [`${LEARNT} ${more(TAUGHT, 'order: ANY')}`, '', ['esk-gil-kem DEFINITE', 'fal-gil-kem DEFINITE']],
  [`${LEARNT} ${TAUGHT.replace('as: C,', 'as: C, countries: ["lor"],')}`, '', []],
  [`${MET} ${COOPERATION}`, '', ['arn-bel DEFINITE', 'arn-fal POSSIBLE', 'bel-fal POSSIBLE']],
  // The yearbook covers ARN, BEL and COR whole.
  [
    `${MET} ${NEVER}`,
    '',
    [
      'arn-cor DEFINITE',
      'arn-fal POSSIBLE',
      'bel-cor DEFINITE',
      'bel-fal POSSIBLE',
      'cor-fal POSSIBLE',
      'gil-lor POSSIBLE',
    ],
  ],
  [`${MET} ${NEVER}`, 'order: [DEFINITE]', ['arn-cor DEFINITE', 'bel-cor DEFINITE']],
  // GIL and LOR worked together before they met; at any time they did.
  [`${MET} ${more(NEVER, 'order: ANY')}`, '', ['arn-cor DEFINITE', 'bel-cor DEFINITE', 'cor-fal POSSIBLE']],
  // What lies beyond the window does not count against absence.
  [
    `${MET} ${more(NEVER, 'withinMonths: 6')}`,
    'order: [DEFINITE]',
    ['arn-bel DEFINITE', 'arn-cor DEFINITE', 'bel-cor DEFINITE'],
  ],
  // Between sharing and the joint initiative ARN and BEL worked together, HOV and IST too.
  [`${EXCHANGE} ${NEVER} ${JOINT}`, '', []],
  [
    `${EXCHANGE} ${NEVER.replace('Cooperation]', 'Funding]').replace(', modalities: [BILATERAL]', '')} ${JOINT}`,
    '',
    ['arn-bel POSSIBLE', 'hov-ist POSSIBLE'],
  ],
  [more(MET, 'together: SAME_FACT'), '', []],
  [
    '{ facts: { kinds: [Participation] }, who: [{ as: A, countries: ["gil"] }, { as: B }] }',
    '',
    ['gil-lor DEFINITE'],
  ],
  [
    '{ facts: { kinds: [Participation], meeting: "meeting/seminar" }, who: [{ as: A }] }',
    '',
    ['gil DEFINITE', 'lor DEFINITE'],
  ],
];

describe('chains in the story', () => {
  const graph = seeded((door, asking) => tell(door, asking, CHAIN_STORY));

  async function chain(steps: string, rest = ''): Promise<Answers> {
    const { data, errors } = await graph.ask(
      `{ chain(steps: [${steps}] ${rest}) {
        nodes {
          countries { as country { id name } }
          steps { facts { id claims { id } } order orderReason absence inWords }
          order independent inWords
        }
        reading leftOut { reason count } totalCount { count } pageInfo { hasNextPage endCursor } emptyBecause
        baseline { refused inWords observed expected }
      } }`,
    );
    expect(errors).toBeUndefined();
    return data?.['chain'] as Answers;
  }
  const codes = ({ countries }: Found): string =>
    countries.map(({ country }) => country.id.slice(8)).join('-');
  const lines = ({ nodes }: Answers): string[] => nodes.map((one) => `${codes(one)} ${one.order}`);

  it.each(CASES)('%s %s', async (steps, rest, expected) => {
    const found = await chain(steps, rest);
    expect(lines(found)).toEqual(expected);
    expect(found.totalCount.count).toBe(expected.length);
    expect(found.emptyBecause === null).toBe(expected.length > 0);
  });

  it('goes on where a page ended, with the evidence of each step', async () => {
    const codesOfPages: string[] = [];
    let after = '';
    do {
      const page = await chain(`${EXCHANGE} ${COOPERATION}`, `first: 4 ${after}`);
      codesOfPages.push(...lines(page));
      for (const { steps } of page.nodes)
        for (const { facts } of steps)
          for (const { claims } of facts) expect(claims.length).toBeGreaterThan(0);
      after = page.pageInfo.hasNextPage ? `after: "${page.pageInfo.endCursor ?? ''}"` : '';
    } while (after !== '');
    expect(codesOfPages).toEqual(AFTER_EXCHANGE);
  });

  it('tells in words how it was read, what was found and why that is the order', async () => {
    const found = await chain(`${MET} ${NEVER}`);
    expect(found.reading).toContain('2. then no bilateral cooperation of A and B');
    expect(found.nodes[0]?.inWords).toBe(
      'Participation of ARN and COR (10 to 12 March 2014); then no cooperation of ARN and COR: sources that cover this whole have none.',
    );
    expect(found.leftOut).toEqual([{ reason: 'STEP_NOT_ABSENT', count: 1 }]);
    const joint = await chain(`${EXCHANGE} ${COOPERATION} ${JOINT}`);
    expect(joint.nodes[1]?.steps.map(({ orderReason }) => orderReason)).toEqual([
      null,
      'The step before ended by 2014-07-01; this one started from 2015-01-01 on, after that.',
      'The step before ended by 2015-12-31; this one started from 2020-01-01 on, after that.',
    ]);
  });

  it('says why it is not held against chance', async () => {
    const { baseline } = await chain(`${EXCHANGE} ${COOPERATION}`, 'baseline: true');
    expect(baseline).toMatchObject({ refused: 'TOO_FEW_OBSERVED', observed: 8, expected: null });
    expect((await chain(`${EXCHANGE} ${COOPERATION}`)).baseline).toBeNull();
  });
});
