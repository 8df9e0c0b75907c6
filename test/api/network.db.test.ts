import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

interface Network {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly degree: number;
    readonly weight: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly weight: number;
    readonly kinds: readonly { readonly key: string; readonly facts: number }[];
  }[];
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly other: { readonly ties: number; readonly weight: number };
  readonly facts: number;
  readonly tied: number;
  readonly weight: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  readonly reading: string;
  readonly emptyBecause: string | null;
}

const FIELDS = `nodes { id kind name degree weight } edges { from to weight kinds { key facts } } nodeCount edgeCount
  other { ties weight } facts tied weight leftOut { reason count } reading emptyBecause`;

describe('network', () => {
  const graph = seeded(tell);
  const asked = async (args: string): Promise<Network> => {
    const { data, errors } = await graph.ask(`{ network(${args}) { ${FIELDS} } }`);
    expect(errors).toBeUndefined();
    return data?.['network'] as Network;
  };
  const short = (id: string): string => id.slice(id.indexOf('/') + 1);
  const lines = ({ edges }: Network): string[] =>
    edges.map(({ from, to, weight }) => `${short(from)}-${short(to)} ${weight}`);
  const WORKSHOP = 'filter: { meeting: "meeting/workshop" }';

  it('links countries with each other', async () => {
    const found = await asked(WORKSHOP);
    expect(lines(found)).toEqual([
      'arn-bel 1',
      'arn-cor 1',
      'arn-dun 1',
      'bel-cor 1',
      'bel-dun 1',
      'cor-dun 1',
    ]);
    expect(found.nodes.map(({ id, kind, name, degree }) => [id, kind, name, degree])[0]).toEqual([
      'country/arn',
      'Country',
      'ARN',
      3,
    ]);
    expect(found).toMatchObject({ nodeCount: 4, edgeCount: 6, facts: 1, tied: 1, weight: 6, leftOut: [] });
  });

  it('agrees with the ties under the same arguments', async () => {
    const args = 'maxParties: 60, countMode: CLAIMS, tieKinds: [Exchange]';
    const { data } = await graph.ask(
      `{ ties(${args}) { facts tied weight totalCount { count } leftOut { reason count } } }`,
    );
    const { facts, tied, weight, edgeCount, leftOut } = await asked(`${args}, nodes: 500, edges: 2000`);
    expect(data?.['ties']).toEqual({ facts, tied, weight, totalCount: { count: edgeCount }, leftOut });
  });

  it.each<readonly [string, readonly string[]]>([
    ['TOPIC', ['arn-pharma 1', 'bel-pharma 1', 'cor-pharma 1', 'dun-pharma 1']],
    [
      'MEETING',
      [
        'arn-workshop-patents 1',
        'bel-workshop-patents 1',
        'cor-workshop-patents 1',
        'dun-workshop-patents 1',
      ],
    ],
    ['INITIATIVE', []],
    ['AGENCY', []],
  ])('links countries with what with: %s names', async (other, expected) => {
    const found = await asked(`mode: TWO_MODE, with: ${other}, ${WORKSHOP}`);
    expect(lines(found)).toEqual(expected);
    expect(found.leftOut).toEqual(
      expected.length > 0 ? [] : [{ reason: 'FACT_WITHOUT_OTHER_END', count: 1 }],
    );
    expect(found.emptyBecause === null).toBe(expected.length > 0);
  });

  it('links a country with its own agencies and others, and counts facts of no country', async () => {
    const found = await asked('mode: TWO_MODE, with: AGENCY, nodes: 500');
    expect(lines(found)).toEqual([
      'cor-relief 1',
      'hov-hov-ministry 1',
      'ist-hov-ministry 1',
      'lor-relief 1',
    ]);
    const kinds = await asked('mode: TWO_MODE, with: TOPIC, tieKinds: [Cooperation]');
    expect(kinds.edges.flatMap((edge) => edge.kinds.map(({ key }) => key))).not.toContain('Exchange');
    expect(kinds.leftOut.map(({ reason }) => reason)).toContain('KIND_MAKES_NO_TIE');
  });

  it('shows the heaviest, and counts what the bounds cut', async () => {
    const whole = await asked('nodes: 500, edges: 2000');
    const { nodes, edges, other, leftOut, nodeCount, edgeCount } = await asked('nodes: 3, edges: 1');
    expect(nodes).toEqual(whole.nodes.slice(0, 3));
    expect(edges).toHaveLength(1);
    expect([nodeCount, edgeCount]).toEqual([whole.nodes.length, whole.edges.length]);
    expect(other).toEqual({ ties: edgeCount - 1, weight: whole.weight - (edges[0]?.weight ?? 0) });
    expect(leftOut).toContainEqual({ reason: 'NODES_BEYOND_CAP', count: nodeCount - 3 });
    expect(leftOut.some(({ reason }) => reason === 'EDGES_BEYOND_CAP')).toBe(true);
  });

  it('goes so many steps around the focus', async () => {
    const one = await asked('focus: "country/m01"');
    expect(one.nodes.map(({ id }) => id)).toEqual(['country/m01', 'country/m02']);
    expect(one.leftOut.map(({ reason }) => reason)).toContain('NODES_BEYOND_STEPS');
    const near = await asked('focus: "country/ist", nodes: 500');
    const far = await asked('focus: "country/ist", steps: 2, nodes: 500');
    expect(near.nodes.map(({ id }) => short(id)).sort()).toEqual(['hov', 'ist', 'jor']);
    expect(far.nodes.map(({ id }) => short(id)).sort()).toEqual(['cor', 'esk', 'hov', 'ist', 'jor', 'kem']);
    expect(far.nodes[0]?.id).toBe('country/ist');
    const alone = await asked('focus: "country/m09"');
    expect([alone.nodes, alone.edges]).toEqual([[], []]);
    expect(alone.emptyBecause).toContain('country/m09');
  });

  it('gives nodes and facts as entities and facts', async () => {
    const { data, errors } = await graph.ask(
      `{ network(${WORKSHOP}) { nodes { entity { id ... on Country { alpha3 } } } edges { facts { id claims { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      network: {
        nodes: [{ entity: { id: 'country/arn', alpha3: 'ARN' } }, {}, {}, {}],
        edges: [{ facts: [{ id: 'exchange/workshop' }] }, {}, {}, {}, {}, {}],
      },
    });
  });

  it('costs by the nodes and edges that it may give, the default ones too', async () => {
    const cost = async (args: string): Promise<number | string> => {
      const { extensions, errors } = await graph.ask(
        `{ network${args} { edges { facts(first: 100) { id claims { id says } } } } }`,
      );
      return errors?.[0]
        ? String(errors[0].extensions['code'])
        : ((extensions?.cost as { asked?: number } | undefined)?.asked ?? 0);
    };
    expect(await cost('(edges: 2000)')).toBe('TOO_COSTLY');
    expect(await cost('')).toBe('TOO_COSTLY');
    expect(await cost('(edges: 10, nodes: 10)')).toBeGreaterThan(10 * 100 * 10);
  });

  it.each([
    ['mode: TWO_MODE', 'BAD_USER_INPUT', 'with'],
    ['with: TOPIC', 'BAD_USER_INPUT', 'TWO_MODE'],
    ['steps: 2', 'BAD_USER_INPUT', 'focus'],
    ['focus: "topic/patents"', 'BAD_USER_INPUT', 'focus'],
    ['focus: "country/xxx"', 'NOT_FOUND', 'country/xxx'],
    ['focus: "country/arn", steps: 7', 'BAD_USER_INPUT', 'steps'],
    ['nodes: 0', 'BAD_USER_INPUT', 'nodes'],
    ['nodes: 501', 'BAD_USER_INPUT', 'nodes'],
    ['edges: 2001', 'BAD_USER_INPUT', 'edges'],
    ['tieKinds: [Succession]', 'BAD_USER_INPUT', 'Succession'],
  ])('refuses %s with %s', async (args, code, words) => {
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await graph.ask(`{ network(${args}) { facts } }`);
      expect(errors?.[0]?.extensions['code']).toBe(code);
      expect(errors?.[0]?.message).toContain(words);
    }
  });

  it('tells of facts without a date wherever the answer has room for it', async () => {
    const empty = 'filter: { dated: { to: "2014-12-31" } }, tieKinds: [Funding]';
    const { leftOut, facts, edges } = await asked(empty);
    expect(edges).toEqual([]);
    expect(facts).toBeGreaterThan(0);
    const undated = leftOut.find(({ reason }) => reason === 'UNDATED')?.count ?? 0;
    expect(undated).toBeGreaterThan(0);
    const alone = async (question: string): Promise<string> => {
      const { data, errors } = await graph.ask(`{ ${question}(${empty}) { emptyBecause } }`);
      expect(errors).toBeUndefined();
      return (data?.[question] as Pick<Network, 'emptyBecause'>).emptyBecause ?? '';
    };
    const { emptyBecause } = await asked(empty);
    expect(emptyBecause).toContain('date');
    expect(await alone('network')).toBe(emptyBecause);
    expect(await alone('ties')).toBe(emptyBecause);
  });
});
