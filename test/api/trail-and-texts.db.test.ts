import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/model/rules/standing.js';
import { stage, type Stage } from '../../src/model/values/stage.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { seeded } from '../support/seeded.js';

interface Unit {
  readonly id: string;
}
interface Compared {
  readonly side: string;
  readonly sort: string;
  readonly outcomes: readonly string[];
  readonly unit: Unit;
  readonly alignments: readonly {
    readonly certainty: string;
    readonly unit: Unit | null;
    readonly actChanged: boolean;
    readonly actBefore: string | null;
    readonly actAfter: string | null;
  }[];
}

describe('trails, texts and filters on the seed', () => {
  const graph = seeded();

  async function asked<T>(field: string, variables: object = {}, heads = ''): Promise<T> {
    const { data, errors } = await graph.ask(`query ${heads} { found: ${field} }`, variables);
    expect(errors).toBeUndefined();
    return data?.['found'] as T;
  }
  const ids = async (field: string): Promise<string[]> =>
    (await asked<{ nodes: Unit[] }>(`${field} { nodes { id } }`)).nodes.map(({ id }) => id);
  const fault = async (field: string): Promise<string> =>
    (await graph.ask(`{ ${field} { nodes { __typename } } }`)).errors?.[0]?.message ?? '';

  it('asks for parties by what they did alone, by speaker and by capacity', async () => {
    const at = 'meeting: "meeting/wipo-annual-conference-2"';
    expect(await ids(`participations(filter: { ${at}, actors: { capacities: [CHAIR] } })`)).toEqual([
      'participation/annual-conference-2-djibouti',
    ]);
    expect(await ids(`participations(filter: { ${at}, actors: { through: ["country/zaf"] } })`)).toEqual([
      'participation/annual-conference-2-african-group',
    ]);
    expect(
      await ids(
        `participations(filter: { ${at}, actors: { ids: ["group/african-group"], spokenFor: false } })`,
      ),
    ).toEqual([]);
    expect(await fault('participations(filter: { actors: { every: true } })')).toMatch(/asks nothing/);
  });

  it('finds a country through its agency, whatever the role asked for', async () => {
    const japan = (roles: string): Promise<string[]> =>
      ids(`cooperations(filter: { actors: { ids: ["country/jpn"], roles: [${roles}] } })`);
    expect(await japan('partner')).toContain('cooperation/jica-asean-meeting');
    expect(await japan('funder')).not.toContain('cooperation/jica-asean-meeting');
  });

  it('tells exactly from any of, and beneath from at', async () => {
    const proposals = (filter: string): Promise<string[]> =>
      ids(`proposals(first: 100, filter: { ${filter} })`);
    const any = await proposals('proposalForm: [PROPOSAL], addressees: ["agency/wipo"]');
    const exactly = await proposals('proposalForm: [PROPOSAL], addresseesExactly: ["agency/wipo"]');
    expect(exactly.every((id) => any.includes(id))).toBe(true);
    expect(any).toContain('proposal/cairo-networking');
    expect(exactly).not.toContain('proposal/cairo-networking');
    const here = await proposals('statedIn: ["paragraph/a-res-64-222-a20"]');
    const beneath = await proposals('statedInOrBeneath: ["paragraph/a-res-64-222-a20"]');
    expect(here).not.toContain('proposal/prov-20a-2');
    expect(beneath).toEqual(expect.arrayContaining([...here, 'proposal/prov-20a-2']));
    expect(await proposals('topicsOrBeneath: ["topic/intellectual-property"]')).not.toEqual([]);
  });

  it('asks for facts by the paragraph that supports them, in every question alike', async () => {
    const paragraph = (id: string): string =>
      `evidence: { paragraphs: ["paragraph/wipo-conference-summary-${id}"] }`;
    expect(await ids(`exchanges(filter: { ${paragraph('4')} })`)).toContain('exchange/cairo-pharma-patents');
    expect(await ids(`exchanges(filter: { ${paragraph('6')} })`)).not.toContain(
      'exchange/cairo-pharma-patents',
    );
    const pairs = async (id: string): Promise<number> =>
      (
        await asked<{ nodes: object[] }>(
          `cooperationAfterExchange(topic: "topic/patents", ${paragraph(id)}) { nodes { order } }`,
        )
      ).nodes.length;
    expect([await pairs('4'), await pairs('6')]).toEqual([1, 0]);
  });

  it('says why a page is empty, and never that there was nothing', async () => {
    const { emptyBecause } = await asked<{ emptyBecause: string }>(
      'fundings(filter: { actors: { ids: ["country/fji"] } }) { emptyBecause }',
    );
    expect(emptyBecause).toMatch(
      /^No Funding that meets all that was asked is recorded\. No source covers this whole/,
    );
    const none = await asked<{ emptyBecause: string }>(
      'countries(filter: { alpha2: ["ZZ"] }) { emptyBecause }',
    );
    expect(none.emptyBecause).toContain('source/country-codes (Country, world)');
  });

  it('pages trails without losing or repeating any', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      type Page = { nodes: { proposal: Unit }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      const page: Page = await asked<Page>(
        'proposalTrail(first: 4, after: $after, form: [PROPOSAL, OFFER]) { nodes { proposal { id } } pageInfo { hasNextPage endCursor } }',
        { after },
        '($after: String)',
      );
      seen.push(...page.nodes.map(({ proposal }) => proposal.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const { totalCount } = await asked<{ totalCount: { count: number } }>(
      'proposalTrail(form: [PROPOSAL, OFFER]) { totalCount { count } }',
    );
    expect(seen).toHaveLength(totalCount.count);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('leaves out steps without the asked evidence', async () => {
    const taken = async (evidence: string): Promise<number> =>
      (
        await asked<{ nodes: object[] }>(
          `proposalTrail(meeting: "cairo-2013", takenUp: true, takenUpAs: [CHAIR]${evidence}) { nodes { inWords } }`,
        )
      ).nodes.length;
    expect(await taken('')).toBe(6);
    expect(await taken(', evidence: { minCertainty: STATED }')).toBe(0);
  });

  it('refuses what it cannot follow', async () => {
    expect(await fault('proposalTrail(proposal: "no-such")')).toMatch(/There is no proposal\/no-such/);
    expect(await fault('proposalTrail(acts: [REPEATS])')).toMatch(/give one of them/);
    expect(await fault('proposalTrail(addressees: {})')).toMatch(/one of anyOf and exactly/);
    expect(await fault('textComparison(from: "nairobi-draft", to: "nairobi-draft")')).toMatch(/twice/);
    expect(await fault('textComparison(from: "nairobi-draft", to: "no-such")')).toMatch(
      /There is no document\/no-such/,
    );
  });

  it('shows every unit of both texts once, in order, each with an outcome that the counts hold', async () => {
    const units: Compared[] = [];
    let counts: { outcome: string; sort: string; from: number; to: number }[] = [];
    for (let after: string | null = null; ;) {
      type Page = {
        nodes: Compared[];
        counts: typeof counts;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      const page: Page = await asked<Page>(
        'textComparison(from: "nairobi-draft", to: "nairobi-outcome", first: 60, after: $after) { counts { outcome sort from to } pageInfo { hasNextPage endCursor } nodes { side sort outcomes unit { id } alignments { certainty unit { id } actChanged actBefore actAfter } } }',
        { after },
        '($after: String)',
      );
      units.push(...page.nodes);
      ({ counts } = page);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(units.map(({ unit }) => unit.id)).size).toBe(units.length);
    for (const { outcome, sort, from, to } of counts) {
      const of = (side: string): number =>
        units.filter((one) => one.side === side && one.sort === sort && one.outcomes.includes(outcome))
          .length;
      expect([of('FROM'), of('TO')], `${sort} ${outcome}`).toEqual([from, to]);
    }
    for (const { outcomes, alignments } of units) {
      expect(outcomes.includes('NOT_COMPARED')).toBe(alignments.length === 0);
      for (const one of alignments)
        expect(one.actChanged).toBe(
          one.actBefore !== null && one.actAfter !== null && one.actBefore !== one.actAfter,
        );
    }
    const places = units.map(({ unit }) => unit.id);
    expect(places.indexOf('proposal/dprov-18-1')).toBeGreaterThan(
      places.indexOf('paragraph/nairobi-draft-d18'),
    );
    expect(places.indexOf('proposal/dprov-18-1')).toBeLessThan(places.indexOf('paragraph/nairobi-draft-d19'));
  });

  // Last, since it writes what no source says.
  it('works out the standing in Neo4j as the rule does', async () => {
    const stages = Object.keys(stage.values) as Stage[];
    const deeds: Stage[][] = [
      [],
      ...stages.map((one) => [one]),
      ...stages.map((one): Stage[] => [one, 'CANCELLED']),
    ];
    const proposals = (await ids('proposals(first: 100)')).slice(0, deeds.length);
    for (const [i, some] of deeds.entries()) {
      const target = proposals[i] ?? '';
      await graph.door.write(
        (tx) =>
          tx.run(
            statement(
              'testDeeds',
              cypher`MATCH (n:Entity {id: ${target}}) UNWIND ${some} AS stage
CREATE (f:Fact:Cooperation {id: 'cooperation/test-' + randomUUID(), kind: 'Cooperation', status: 'ACCEPTED', certainty: 'STATED', stage: stage, key: '-|test'})-[:GREW_OUT_OF]->(n)`,
            ),
          ),
        graph.asking,
      );
      const wanted = standingOf(some);
      const trails = async (standing: string): Promise<{ standing: string }[]> =>
        (
          await asked<{ nodes: { standing: string }[] }>(
            `proposalTrail(proposal: "${target}", standing: [${standing}]) { nodes { standing } }`,
          )
        ).nodes;
      expect(await trails(wanted), some.join()).toEqual([{ standing: wanted }]);
      expect(await trails(wanted === 'OPEN' ? 'DELIVERED' : 'OPEN')).toEqual([]);
    }
  });
});
