import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

interface Reason {
  readonly reason: string;
  readonly weight: number;
  readonly factCount: number;
  readonly facts: readonly { readonly id: string; readonly claims: readonly object[] }[];
}
interface Partner {
  readonly country: { readonly id: string };
  readonly steps: number;
  readonly score: number;
  readonly inWords: string;
  readonly reasons: readonly Reason[];
  readonly through: readonly { readonly country: { readonly id: string } }[];
  readonly contacts: readonly { readonly id: string; readonly contactOffice: string | null }[];
}
interface Page {
  readonly nodes: readonly Partner[];
  readonly reading: string;
  readonly directCount: number;
  readonly totalCount: { readonly count: number };
  readonly emptyBecause: string | null;
  readonly recentFrom: string | null;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const FIELDS = `{ reading directCount totalCount { count } emptyBecause recentFrom leftOut { reason count }
  pageInfo { hasNextPage endCursor }
  nodes { country { id } steps score inWords through { country { id } } contacts { id contactOffice }
    reasons { reason weight factCount facts { id claims { id } } } } }`;

describe('prior partners in the story', () => {
  const graph = seeded((door, asking) => tell(door, asking));

  async function partners(args: string): Promise<Page> {
    const { data, errors } = await graph.ask(`{ priorPartners(${args}) ${FIELDS} }`);
    expect(errors).toBeUndefined();
    return data?.['priorPartners'] as Page;
  }
  const short = ({ nodes }: Page): string[] =>
    nodes.map(({ country, steps, score }) => `${country.id.slice(8)} ${steps} ${score}`);
  const refusal = async (args: string): Promise<unknown> => {
    const { errors } = await graph.ask(`{ priorPartners(${args}) { reading } }`);
    return [errors?.[0]?.extensions['code'], errors?.[0]?.message];
  };

  it('gives each reason with its facts and their claims, and the score is their sum', async () => {
    const page = await partners('topic: "patents", country: "arn", twoSteps: false');
    const bel = page.nodes.find(({ country }) => country.id === 'country/bel');
    expect(bel?.reasons.map(({ reason, facts }) => [reason, ...facts.map(({ id }) => id)])).toEqual([
      ['COOPERATED', 'cooperation/arn-bel'],
      ['EXCHANGED', 'exchange/again', 'exchange/workshop'],
      ['RECENT', 'cooperation/arn-bel', 'exchange/again', 'exchange/workshop'],
      ['STATED', 'cooperation/arn-bel', 'exchange/again', 'exchange/workshop'],
    ]);
    for (const { score, reasons } of page.nodes) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
      for (const { facts, factCount } of reasons) {
        expect(facts).toHaveLength(factCount);
        expect(facts.every(({ claims }) => claims.length > 0)).toBe(true);
      }
    }
    expect(page.recentFrom).toBe('2012-01-01');
  });

  it('names who is two steps away after all others, through whom, and only when asked', async () => {
    const page = await partners('topic: "patents", country: "arn"');
    const alone = await partners('topic: "patents", country: "arn", twoSteps: false');
    expect(short(page).slice(0, page.directCount)).toEqual(short(alone));
    expect(alone.nodes.every(({ steps, through }) => steps === 1 && through.length === 0)).toBe(true);
    const far = page.nodes.slice(page.directCount);
    expect(far.length).toBeGreaterThan(0);
    for (const { steps, through, inWords } of far) {
      expect([steps, through.length > 0]).toEqual([2, true]);
      expect(inWords).toContain('No tie with ARN is recorded; two steps away through');
    }
    expect(far.find(({ country }) => country.id === 'country/fal')?.through).toEqual([
      { country: { id: 'country/bel' } },
      { country: { id: 'country/lor' } },
    ]);
  });

  it('pages through all, each once, in the order of one page', async () => {
    const whole = await partners('topic: "law", country: "arn", first: 100');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await partners(`topic: "law", country: "arn", first: 3${after}`);
      seen.push(...short(page));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor ?? ''}"`;
    }
    expect(seen).toEqual(short(whole));
    expect(seen).toHaveLength(whole.totalCount.count);
  });

  it('weighs as the caller says', async () => {
    const first = async (weights: string): Promise<string | undefined> =>
      (await partners(`topic: "patents", country: "esk", twoSteps: false, weights: { ${weights} }`)).nodes[0]
        ?.country.id;
    expect(await first('')).toBe('country/jor');
    expect(await first('provided: 50')).toBe('country/gil');
  });

  it('leaves narrower topics out when asked for exactly one', async () => {
    expect(
      short(await partners('topic: "pharma", country: "arn", exact: true, twoSteps: false')),
    ).toHaveLength(3);
    expect((await partners('topic: "law", country: "arn", exact: true')).nodes).toEqual([]);
  });

  it('counts what makes no tie', async () => {
    const { leftOut } = await partners('topic: "patents", maxParties: 40');
    expect(leftOut).toEqual([
      { reason: 'EXCHANGE_TOO_LARGE', count: 1 },
      { reason: 'ONLY_RECEIVED', count: 1 },
      { reason: 'STAGE_NOT_COUNTED', count: 1 },
      { reason: 'NOT_A_COUNTRY', count: 1 },
    ]);
    const larger = await partners('topic: "patents", maxParties: 100, first: 100');
    expect(larger.totalCount.count).toBe(72);
  });

  it('counts planned cooperation only where its stage is asked for', async () => {
    const of = async (more: string): Promise<string[]> =>
      (await partners(`topic: "patents", country: "cor", twoSteps: false${more}`)).nodes
        .filter(({ reasons }) => reasons.some(({ reason }) => reason === 'COOPERATED'))
        .map(({ country }) => country.id);
    expect(await of('')).toEqual(['country/dun', 'country/lor']);
    expect(await of(', filter: { stages: [PLANNED] }')).toEqual(['country/hov']);
  });

  it('takes roles, and then who paid is a partner too', async () => {
    const of = async (more: string): Promise<string[]> =>
      (await partners(`topic: "patents", country: "jor", twoSteps: false${more}`)).nodes.map(
        ({ country }) => country.id,
      );
    expect(await of('')).not.toContain('country/lor');
    expect(await of(', roles: [funder]')).toEqual(['country/lor']);
  });

  it('takes the day from which on a tie is recent, and the filter of facts', async () => {
    const recent = async (more: string): Promise<string[]> =>
      (await partners(`topic: "patents", country: "arn", twoSteps: false${more}`)).nodes
        .filter(({ reasons }) => reasons.some(({ reason }) => reason === 'RECENT'))
        .map(({ country }) => country.id);
    expect(await recent(', recentFrom: "2016-01-01"')).toEqual(['country/lor']);
    expect(await recent(', recentFrom: "2020-01-01"')).toEqual([]);
    const stated = await partners(
      'topic: "patents", country: "arn", twoSteps: false, filter: { kinds: [Cooperation], evidence: { minCertainty: STATED } }',
    );
    expect(short(stated)).toEqual(['bel 1 7']);
    const later = await partners(
      'topic: "patents", country: "arn", twoSteps: false, filter: { dated: { from: "2015-06-01", to: "2015-12-31" } }',
    );
    expect(later.nodes.flatMap(({ reasons }) => reasons[0]?.facts.map(({ id }) => id))).toEqual([
      'cooperation/arn-bel',
    ]);
  });

  it('gives the office to write to, and no person', async () => {
    const { nodes } = await partners('topic: "patents", country: "ist", twoSteps: false');
    expect(nodes.find(({ country }) => country.id === 'country/hov')?.contacts).toEqual([
      { id: 'agency/hov-ministry', contactOffice: 'Front desk' },
    ]);
  });

  it('says why it is empty, and never that there was nothing', async () => {
    const { emptyBecause } = await partners('topic: "marks", country: "ist"');
    expect(emptyBecause).toBe(
      'No tie of IST on Marks is recorded that meets all that was asked. That there was none does not follow.',
    );
  });

  it('refuses what it cannot follow, by name', async () => {
    expect(await refusal('topic: "nothing"')).toEqual([
      'NOT_FOUND',
      'There is no topic/nothing; list them with the root field topics.',
    ]);
    expect(await refusal('topic: "law", country: "zzz"')).toEqual([
      'NOT_FOUND',
      'There is no country/zzz; list them with the root field countries.',
    ]);
    for (const [args, told] of [
      ['topic: "country/arn"', 'takes ids of Topic'],
      ['topic: "law", country: "agency/relief"', 'takes ids of Country'],
      ['topic: "law", weights: { cooperated: -1 }', 'weights.cooperated:) must be from 0 to 1000'],
      ['topic: "law", weights: { recent: 1001 }', 'weights.recent:) must be from 0 to 1000'],
      ['topic: "law", maxParties: 1', 'maxParties:) must be from 2 to 300'],
      ['topic: "law", roles: []', 'empty list'],
      ['topic: "law", first: 0', 'first:) must be from 1 to 100'],
      ['topic: "law", after: "eHg"', 'after:) must be the endCursor'],
      ['topic: "law", filter: { evidence: { statuses: [WITHDRAWN] } }', 'statuses takes'],
    ] as const) {
      expect(await refusal(args)).toEqual(['BAD_USER_INPUT', expect.stringContaining(told)]);
    }
  });
});
