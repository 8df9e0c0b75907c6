import { describe, expect, it } from 'vitest';
import { cypher, statement, type Fragment } from '../../src/graph/cypher.js';
import { FACT_KINDS } from '../../src/model/kinds.js';
import { seeded } from '../support/seeded.js';

const QUESTION = `query ($document: ID, $country: ID, $first: Int, $after: String) {
  coverage(document: $document, country: $country, first: $first, after: $after) {
    reading graphVersion
    kinds { kind facts state completeSources inWords }
    nodes {
      source { id name ... on Document { symbol } }
      units { inText entered cited without { id locator } inWords }
      kinds { kind things claims state }
      countries earliest latest undated cannotBeKnown
      covers { kind extent completeness }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface SourceCoverage {
  readonly source: { readonly id: string };
  readonly units: {
    readonly inText: number | null;
    readonly entered: number;
    readonly cited: number;
    readonly without: readonly { readonly id: string }[];
    readonly inWords: string;
  } | null;
  readonly kinds: readonly {
    readonly kind: string;
    readonly things: number;
    readonly claims: number;
    readonly state: string | null;
  }[];
  readonly countries: number;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly undated: number;
  readonly covers: readonly object[];
  readonly cannotBeKnown: readonly string[];
}

interface Coverage {
  readonly reading: string;
  readonly graphVersion: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly facts: number;
    readonly state: string;
    readonly completeSources: readonly string[];
    readonly inWords: string;
  }[];
  readonly nodes: readonly SourceCoverage[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('coverage', () => {
  const graph = seeded();
  const asked = async (variables: object): Promise<Coverage> => {
    const { data, errors, extensions } = await graph.ask(QUESTION, variables);
    expect(errors).toBeUndefined();
    expect(extensions?.cost.statements).toBe(1);
    return data?.['coverage'] as Coverage;
  };
  const one = async (document: string): Promise<SourceCoverage> => {
    const { nodes } = await asked({ document });
    expect(nodes).toHaveLength(1);
    return nodes[0] as SourceCoverage;
  };
  const run = (fragment: Fragment): Promise<unknown> =>
    graph.door.write((tx) => tx.run(statement('byHand', fragment)), graph.asking);
  const count = async (fragment: Fragment): Promise<number> => {
    const [row] = await graph.door.read<{ count: number }>(statement('counted', fragment), graph.asking);
    return row?.count ?? 0;
  };

  it.each([
    ['document/wipo-conference-summary', 9],
    ['document/nairobi-draft', 38],
    ['document/a-res-64-222', 51],
  ])('says of %s how many of its %d units are entered', async (id, units) => {
    const { units: told } = await one(id);
    const entered = await count(
      cypher`MATCH (:Document {id: ${id}})<-[:IN_DOCUMENT]-(p) RETURN count(p) AS count`,
    );
    expect(told).toMatchObject({ inText: units, entered });
    expect(entered).toBeLessThanOrEqual(units);
    expect(told?.without).toHaveLength(entered - (told?.cited ?? 0));
    expect(told?.inWords).toContain(`${entered} of ${units} units are entered`);
  });

  it('counts facts and claims of each kind, and tells what cannot be known', async () => {
    const { kinds, countries, earliest, cannotBeKnown } = await one('document/wipo-conference-summary');
    const exchanges = await count(
      cypher`MATCH (:Document {id: 'document/wipo-conference-summary'})<-[:CITES]-(:Claim {about: 'existence'})-[:STATES]->(f:Exchange)
RETURN count(DISTINCT f) AS count`,
    );
    expect(kinds.find(({ kind }) => kind === 'Exchange')).toMatchObject({
      things: exchanges,
      state: 'RECORDED',
    });
    expect(kinds.slice(0, FACT_KINDS.length).map(({ kind }) => kind)).toEqual(
      FACT_KINDS.map(({ kind }) => kind),
    );
    expect(countries).toBeGreaterThan(5);
    expect(earliest).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(cannotBeKnown.join(' ')).toContain('does not mean that there was none');
    expect(cannotBeKnown.at(-1)).toMatch(/^Not covered, and no fact: /);
  });

  it('says of a text that is only named that it was not taken in', async () => {
    const { units, cannotBeKnown } = await one('document/tcdc-13-3');
    expect(units).toMatchObject({ inText: null, entered: 0 });
    expect(cannotBeKnown[0]).toContain('not taken in');
  });

  it('says what a register covers', async () => {
    const { units, covers, kinds } = await one('source/country-codes');
    expect(units).toBeNull();
    expect(covers).toEqual([
      { kind: 'Country', extent: 'world', completeness: 'COMPLETE' },
      { kind: 'Membership', extent: 'UN M49', completeness: 'COMPLETE' },
    ]);
    expect(kinds.find(({ kind }) => kind === 'Membership')?.things).toBe(731);
    expect(kinds.find(({ kind }) => kind === 'Country')?.things).toBeGreaterThan(240);
  });

  it('tells "no fact" from "not covered"', async () => {
    const state = async (country: string): Promise<string | undefined> =>
      (await asked({ country })).kinds.find(({ kind }) => kind === 'Funding')?.state;
    expect(await state('country/brn')).toBe('NOT_COVERED');
    await run(
      cypher`MATCH (s:Source {id: 'source/ip-topics'}) SET s.covers = s.covers + 'Funding:country/brn:COMPLETE'`,
    );
    try {
      expect(await state('country/brn')).toBe('NO_FACT');
      expect(await state('country/vut')).toBe('NOT_COVERED');
      const { kinds } = await asked({ country: 'brn' });
      expect(kinds.find(({ kind }) => kind === 'Funding')).toMatchObject({
        facts: 0,
        completeSources: ['source/ip-topics'],
        inWords:
          'Funding: no fact, and a complete source covers it: there was none, as far as that source knows.',
      });
    } finally {
      await run(
        cypher`MATCH (s:Source {id: 'source/ip-topics'}) SET s.covers = [one IN s.covers WHERE NOT one STARTS WITH 'Funding']`,
      );
    }
  });

  it('counts over all sources what the lists of facts count', async () => {
    for (const country of [undefined, 'country/egy']) {
      const { kinds } = await asked(country ? { country } : {});
      for (const { kind, facts } of kinds.slice(0, 4)) {
        const { data } = await graph.ask(
          `query ($filter: FactFilter) { facts(filter: $filter, first: 1) { totalCount(exact: true) { count } } }`,
          { filter: { kinds: [kind], ...(country ? { actors: { ids: [country] } } : {}) } },
        );
        expect([kind, data]).toEqual([kind, { facts: { totalCount: { count: facts } } }]);
      }
    }
  });

  it('goes through all sources page by page', async () => {
    const whole = (await asked({ first: 100 })).nodes.map(({ source }) => source.id);
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo }: Coverage = await asked({ first: 2, after });
      found.push(...nodes.map(({ source }) => source.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(whole);
    expect(whole).toContain('document/nairobi-draft');
    expect(whole).toContain('source/country-codes');
    expect(whole).not.toContain('document/tcdc-13-3');
  });

  it.each([
    [{ document: 'country/egy' }, 'BAD_USER_INPUT', 'document'],
    [{ document: 'document/none' }, 'NOT_FOUND', 'document/none'],
    [{ country: 'country/xxx' }, 'NOT_FOUND', 'country/xxx'],
    [{ first: 0 }, 'BAD_USER_INPUT', 'first'],
    [{ after: 'x' }, 'BAD_USER_INPUT', 'after'],
  ])('refuses %j with %s', async (variables, code, words) => {
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await graph.ask(QUESTION, variables);
      expect(errors?.[0]?.extensions['code']).toBe(code);
      expect(errors?.[0]?.message).toContain(words);
    }
  });
});
