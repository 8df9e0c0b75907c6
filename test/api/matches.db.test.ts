import { describe, expect, it } from 'vitest';
import { plus } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { STORY, tell } from '../support/story.js';

const said = { source: 'document/chronicle', locator: '1' };
const proposal = (
  id: string,
  nature: string,
  proposalForm: string,
  topics: string,
): Record<string, string> => ({
  id: `proposal/${id}`,
  name: id,
  nature,
  proposalForm,
  topics,
  ...said,
});
const position = (id: string, actor: string, act: string, about: string): Record<string, string> => ({
  id: `position/${id}`,
  party: `${actor}:holder`,
  positionAct: act,
  proposal: `proposal/${about}`,
  ...said,
});

/** ARN needs help on patents; others offered it, did it, or are only near. */
const WORLD = plus(STORY, {
  'entities/proposals.csv': [
    proposal('need-patents', 'ASK', 'NEED', 'topic/patents'),
    proposal('call-marks', 'ASK', 'CALL', 'topic/marks'),
    proposal('no-topic', 'ASK', 'CALL', ''),
    proposal('provision', 'ASK', 'PROVISION', 'topic/patents'),
    proposal('answered', 'ASK', 'CALL', 'topic/patents'),
    proposal('offer-pharma', 'OFFER', 'OFFER', 'topic/pharma'),
    proposal('offer-law', 'OFFER', 'OFFER', 'topic/law'),
  ],
  'facts/positions.csv': [
    position('a', 'country/arn', 'MAKES', 'need-patents'),
    position('b', 'agency/hov-ministry', 'REQUESTS', 'call-marks'),
    position('c', 'country/kem', 'MAKES', 'offer-pharma'),
    position('d', 'agency/relief', 'MAKES', 'offer-law'),
    position('e', 'country/bel', 'SUPPORTS', 'need-patents'),
  ],
  'facts/fundings.csv': [
    { id: 'funding/a', party: 'country/gil:funder', grewOutOf: 'proposal/answered', stage: 'DONE', ...said },
  ],
});

interface Match {
  readonly need: { readonly id: string };
  readonly madeBy: readonly { readonly id: string }[];
  readonly missing: readonly string[];
  readonly candidateCount: number;
  readonly inWords: string;
  readonly candidates: readonly {
    readonly actor: { readonly id: string };
    readonly score: number;
    readonly missing: readonly string[];
    readonly reasons: readonly {
      readonly reason: string;
      readonly relation: string | null;
      readonly weight: number;
      readonly facts: readonly { readonly id: string; readonly claims: readonly object[] }[];
    }[];
  }[];
}
interface Page {
  readonly nodes: readonly Match[];
  readonly totalCount: { readonly count: number };
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly emptyBecause: string | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const FIELDS = `{ totalCount { count } leftOut { reason count } emptyBecause pageInfo { hasNextPage endCursor }
  nodes { need { id } madeBy { id } missing candidateCount inWords
    candidates { actor { id } score missing reasons { reason relation weight facts { id claims { id } } } } } }`;

describe('matches in the story', () => {
  const graph = seeded((door, asking) => tell(door, asking, WORLD));

  async function matches(args: string): Promise<Page> {
    const { data, errors } = await graph.ask(`{ matches(first: 10, ${args}) ${FIELDS} }`);
    expect(errors).toBeUndefined();
    return data?.['matches'] as Page;
  }
  const ids = ({ nodes }: Page): string[] => nodes.map(({ need }) => need.id.slice(9));
  const actors = ({ nodes }: Page): string[] =>
    (nodes[0]?.candidates ?? []).map(({ actor }) => actor.id.slice(actor.id.indexOf('/') + 1));

  it('gives who offered, who did and who is tied, each reason with its facts, and what is missing', async () => {
    const { nodes } = await matches('country: "arn", candidates: 20');
    const [need] = nodes;
    expect(need?.madeBy).toEqual([{ id: 'position/a' }]);
    const told = Object.fromEntries(
      (need?.candidates ?? []).map(({ actor, score, missing, reasons }) => [
        actor.id,
        `${score} ${reasons.map(({ reason, relation, weight }) => `${reason}/${relation ?? '-'}:${weight}`).join(' ')} | ${missing.join(' ')}`,
      ]),
    );
    expect(told['country/kem']).toBe('14 OFFERED/NARROWER:8 EXPERIENCED/SAME:6 | NO_PAST_TIE NOT_COVERED');
    expect(told['country/gil']).toBe(
      '15 PROVIDED/SAME:9 EXPERIENCED/SAME:6 | NO_OFFER NO_PAST_TIE NOT_COVERED',
    );
    expect(told['country/bel']).toBe(
      '9 EXPERIENCED/SAME:6 EXPERIENCED/NARROWER:0 PAST_TIE/-:3 | NO_OFFER NOT_COVERED',
    );
    expect(told['agency/relief']).toBe('10 OFFERED/BROADER:4 EXPERIENCED/SAME:6 | ');
    expect(told).not.toHaveProperty('country/arn');
    for (const { reasons } of need?.candidates ?? [])
      for (const { facts } of reasons) expect(facts.every(({ claims }) => claims.length > 0)).toBe(true);
    expect(need?.inWords).toMatch(
      /^need-patents \(ARN\): GIL provided experience or means on the same topic/,
    );
  });

  it('lists open needs by id; provisions and needs of another standing only when asked', async () => {
    const page = await matches('candidates: 1');
    expect(ids(page)).toEqual(['call-marks', 'need-patents', 'no-topic']);
    expect(page.totalCount.count).toBe(3);
    expect(page.leftOut).toEqual([{ reason: 'OTHER_STANDING', count: 1 }]);
    expect(ids(await matches('standing: [DELIVERED]'))).toEqual(['answered']);
    expect(ids(await matches('forms: [PROVISION]'))).toEqual(['provision']);
  });

  it('pages, each need once', async () => {
    const first = await matches('candidates: 1').then(({ nodes }) => nodes.length);
    const { data } = await graph.ask(
      '{ matches(first: 2) { nodes { need { id } } pageInfo { hasNextPage endCursor } } }',
    );
    const page = data?.['matches'] as Page;
    expect([page.nodes.length, page.pageInfo.hasNextPage, first]).toEqual([2, true, 3]);
    const next = await graph.ask(
      `{ matches(first: 2, after: "${page.pageInfo.endCursor ?? ''}") { nodes { need { id } } pageInfo { hasNextPage } } }`,
    );
    expect(next.data?.['matches']).toEqual({
      nodes: [{ need: { id: 'proposal/no-topic' } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('says what is not recorded of a need', async () => {
    const { nodes } = await matches('forms: [CALL]');
    expect(nodes.map(({ missing }) => missing)).toEqual([[], ['NO_TOPIC', 'NO_MAKER', 'NO_CANDIDATE']]);
  });

  it('takes topic, candidate, broader topics, weights, stages and evidence', async () => {
    expect(ids(await matches('topic: "marks"'))).toEqual(['call-marks']);
    expect(ids(await matches('topic: "law"'))).toEqual(['call-marks', 'need-patents']);
    expect(actors(await matches('topic: "patents", candidate: "kem"'))).toEqual(['kem']);
    expect(actors(await matches('topic: "marks", candidates: 20'))).toContain('relief');
    expect(actors(await matches('topic: "marks", candidates: 20, broader: false'))).not.toContain('relief');
    expect(actors(await matches('topic: "patents", candidates: 1, weights: { offered: 100 }'))).toEqual([
      'kem',
    ]);
    expect(
      actors(await matches('topic: "patents", candidates: 1, weights: { narrower: 0, pastTie: 100 }')),
    ).toEqual(['bel']);
    const planned = await matches('topic: "patents", candidates: 20, filter: { stages: [PLANNED] }');
    expect(actors(planned)).toEqual(['kem', 'cor', 'hov', 'relief']);
    const experienced = async (filter: string): Promise<string[]> =>
      (await matches(`topic: "patents", candidate: "jor", filter: { ${filter} }`)).nodes.flatMap(
        ({ candidates }) =>
          candidates.flatMap(({ reasons }) => reasons.flatMap(({ facts }) => facts.map(({ id }) => id))),
      );
    // The deed that answered the other call has one document, so as far as is asked that call is open.
    expect(await experienced('kinds: [Cooperation], evidence: { minDocuments: 2 }')).toEqual([
      'cooperation/esk-jor',
      'cooperation/esk-jor',
    ]);
    expect(await experienced('dated: { from: "2016-06-01" }')).toEqual(['cooperation/ist-jor']);
  });

  it('makes no past tie of too large exchanges', async () => {
    const tied = async (most: number): Promise<boolean> =>
      (
        await matches(`country: "arn", candidate: "cor", maxParties: ${most}`)
      ).nodes[0]?.candidates[0]?.reasons.some(({ reason }) => reason === 'PAST_TIE') ?? false;
    expect([await tied(4), await tied(3)]).toEqual([true, false]);
  });

  it('says why it is empty', async () => {
    const { emptyBecause } = await matches('country: "lor"');
    expect(emptyBecause).toBe(
      'No recorded need meets all that was asked. That there was none does not follow.',
    );
  });

  it('refuses what it cannot follow, by name', async () => {
    for (const [args, code, told] of [
      ['topic: "nothing"', 'NOT_FOUND', 'There is no topic/nothing'],
      ['country: "zzz"', 'NOT_FOUND', 'There is no country/zzz'],
      ['candidate: "zzz"', 'NOT_FOUND', 'There is no country/zzz'],
      ['topic: "country/arn"', 'BAD_USER_INPUT', 'takes ids of Topic'],
      ['candidates: 21', 'BAD_USER_INPUT', 'candidates:) must be from 1 to 20'],
      ['weights: { same: 11 }', 'BAD_USER_INPUT', 'weights.same:) must be from 0 to 10'],
      ['weights: { offered: -1 }', 'BAD_USER_INPUT', 'weights.offered:) must be from 0 to 100'],
      ['standing: []', 'BAD_USER_INPUT', 'empty list'],
      ['maxParties: 301', 'BAD_USER_INPUT', 'maxParties:) must be from 2 to 300'],
      ['after: "eHg"', 'BAD_USER_INPUT', 'after:) must be the endCursor'],
    ] as const) {
      const { errors } = await graph.ask(`{ matches(${args}) { reading } }`);
      expect([errors?.[0]?.extensions['code'], errors?.[0]?.message]).toEqual([
        code,
        expect.stringContaining(told),
      ]);
    }
  });
});
