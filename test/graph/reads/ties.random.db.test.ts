import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIES_BY_DEFAULT, type TieDemands } from '../../../src/model/rules/ties.js';
import { COUNTED, type Stage } from '../../../src/model/values/stage.js';
import {
  MEETINGS,
  partyInRules,
  randomWorld,
  TOPICS,
  worldOf,
  type RandomFact,
  type RandomWorld,
} from '../../support/random-world.js';
import { dateOfFact } from '../../support/reference.js';
import { seeded } from '../../support/seeded.js';
import { tell } from '../../support/story.js';
import { factsOf, kindOf, reasonOf, tiesOf } from '../../support/tie-reference.js';

const above = (topic: string): string[] => [topic, ...(TOPICS[topic] ?? []).flatMap(above)];
const chain = (meeting: string | null): string[] =>
  meeting === null ? [] : [meeting, ...chain(MEETINGS[meeting]?.[0] ?? null)];
const isParty = (fact: RandomFact, country: string): boolean =>
  fact.parties.map(partyInRules).some((party) => party.country === country);

type Member = RandomWorld['members'][number];

/** Filters with what they mean, fact by fact; memberships are facts too, of a kind that makes no tie. */
const FILTERS: readonly {
  readonly filter: Record<string, unknown>;
  holds(this: void, fact: RandomFact): boolean;
  members?(this: void, member: Member): boolean;
}[] = [
  { filter: {}, holds: () => true, members: () => true },
  {
    filter: { topics: { ids: ['topic/patents'] } },
    holds: ({ topics }) => topics.flatMap(above).includes('topic/patents'),
  },
  {
    filter: { topics: { ids: ['topic/law'], exact: true } },
    holds: ({ topics }) => topics.includes('topic/law'),
  },
  { filter: { kinds: ['Cooperation'] }, holds: (fact) => kindOf(fact) === 'Cooperation' },
  {
    filter: { actors: { ids: ['country/r01'] } },
    holds: (fact) => isParty(fact, 'country/r01'),
    members: ([country]) => country === 'country/r01',
  },
  { filter: { meeting: 'meeting/first' }, holds: ({ meeting }) => chain(meeting).includes('meeting/first') },
  {
    filter: { dated: { from: '2014-01-01', to: '2014-12-31' } },
    holds: (fact) => dateOfFact(fact).startsWith('2014'),
  },
  {
    filter: { dated: { to: '2014-02-15' } },
    holds: (fact) => dateOfFact(fact) <= '2014-02-15' && dateOfFact(fact) !== '-',
    members: ([, period]) => period.startsWith('2000'),
  },
  {
    filter: { stages: ['PLANNED', 'UNDER_WAY'], kinds: ['Cooperation'] },
    holds: ({ stage }) => stage === 'PLANNED' || stage === 'UNDER_WAY',
  },
  { filter: { evidence: { minDocuments: 2 } }, holds: ({ second }) => second },
];

const CASES = FILTERS.flatMap((one, i) => [
  { ...one, tieKinds: null, maxParties: 12 },
  { ...one, tieKinds: [i % 2 === 0 ? 'Exchange' : 'Cooperation'], maxParties: 2 + (i % 3) },
]);

const WORLDS = fc.sample(randomWorld(20, 20), { numRuns: 4, seed: 1955 });

const QUESTION = `query ($filter: FactFilter, $tieKinds: [FactKind!], $maxParties: Int!, $after: String) {
  ties(filter: $filter, tieKinds: $tieKinds, maxParties: $maxParties, by: YEAR, first: 40, after: $after) {
    nodes { countries { id } weight first last undated certainty kinds { key facts } topics(first: 50) { key facts } }
    groups { key facts ties weight }
    pageInfo { hasNextPage endCursor } totalCount { count } other { ties weight } facts tied weight leftOut { reason count }
  }
  network(filter: $filter, tieKinds: $tieKinds, maxParties: $maxParties, nodes: 500, edges: 2000) {
    facts tied weight edgeCount edges { from to weight } leftOut { reason count }
  }
  byTopic: network(filter: $filter, mode: TWO_MODE, with: TOPIC, nodes: 500, edges: 2000) {
    facts tied edges { from to weight } leftOut { reason count }
  }
  facts(filter: $filter, first: 1) { totalCount(exact: true) { count } leftOut { reason count } }
}`;

interface Sums {
  readonly facts: number;
  readonly tied: number;
  readonly weight: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
}
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}
interface Answer {
  readonly ties: Sums & {
    readonly nodes: readonly {
      readonly countries: readonly { readonly id: string }[];
      readonly weight: number;
      readonly first: string | null;
      readonly last: string | null;
      readonly undated: number;
      readonly certainty: string;
      readonly kinds: readonly { readonly key: string; readonly facts: number }[];
      readonly topics: readonly { readonly key: string | null; readonly facts: number }[];
    }[];
    readonly groups: readonly {
      readonly key: string | null;
      readonly facts: number;
      readonly weight: number;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount: { readonly count: number };
  };
  readonly network: Sums & { readonly edgeCount: number; readonly edges: readonly Edge[] };
  readonly byTopic: Sums & { readonly edges: readonly Edge[] };
  readonly facts: Pick<Sums, 'leftOut'> & { readonly totalCount: { readonly count: number } };
}

const listed = (keys: readonly (string | null)[]): string => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key ?? '-', (counts.get(key ?? '-') ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => `${key} ${count}`)
    .sort()
    .join(', ');
};
const counted = (counts: readonly { readonly key: string | null; readonly facts: number }[]): string =>
  counts
    .map(({ key, facts }) => `${key ?? '-'} ${facts}`)
    .sort()
    .join(', ');

function line(pair: string, facts: readonly RandomFact[]): string {
  const dates = facts
    .map(dateOfFact)
    .filter((date) => date !== '-')
    .sort();
  const stated = facts.some(({ from, second }) => from === null || second);
  return [
    pair,
    facts.length,
    dates[0] ?? '-',
    dates.at(-1) ?? '-',
    facts.length - dates.length,
    stated ? 'STATED' : 'INFERRED',
    listed(facts.map(kindOf)),
    listed(facts.flatMap(({ topics }) => (topics.length > 0 ? topics : ['-']))),
  ].join(' / ');
}

const byWeight = (x: readonly [string, number], y: readonly [string, number]): number =>
  y[1] - x[1] || (x[0] < y[0] ? -1 : 1);

describe('ties and networks of random worlds', { timeout: 240_000 }, () => {
  const graph = seeded(tell);
  let found = 0;

  it.each(WORLDS.map((world, i) => [i + 1, world] as const))(
    'are those of somebody who reads every fact of world %d',
    async (_number, world) => {
      await tell(graph.door, graph.asking, worldOf(world));
      for (const { filter, holds, members, tieKinds, maxParties } of CASES) {
        const facts = factsOf(world).filter(holds);
        const stages = (filter['stages'] ?? COUNTED) as readonly Stage[];
        const demands: TieDemands = { kinds: tieKinds ?? TIES_BY_DEFAULT.kinds, maxParties, stages };
        const expected = [...tiesOf(facts, demands)];
        const lines: string[] = [];
        let answer: Answer | undefined;
        for (let after: string | null = null; ;) {
          const { data, errors } = await graph.ask(QUESTION, { filter, tieKinds, maxParties, after });
          expect(errors).toBeUndefined();
          const page = data as unknown as Answer;
          answer ??= page;
          for (const tie of page.ties.nodes)
            lines.push(
              [
                tie.countries.map(({ id }) => id).join('|'),
                tie.weight,
                tie.first ?? '-',
                tie.last ?? '-',
                tie.undated,
                tie.certainty,
                counted(tie.kinds),
                counted(tie.topics),
              ].join(' / '),
            );
          if (!page.ties.pageInfo.hasNextPage) break;
          after = page.ties.pageInfo.endCursor;
        }
        const told = JSON.stringify({ filter, tieKinds, maxParties });
        const ordered = expected
          .map(([pair, of]) => [line(pair, of), of.length] as const)
          .sort(byWeight)
          .map(([text]) => text);
        expect(lines, told).toEqual(ordered);
        found += lines.length;
        const others = members ? world.members.filter(members).length : 0;
        if (answer) agree(answer, facts, demands, others, told);
      }
    },
  );

  /** The totals of all questions under one filter, and what became of each fact. */
  function agree(
    { ties, network, byTopic, facts: list }: Answer,
    facts: readonly RandomFact[],
    demands: TieDemands,
    members: number,
    told: string,
  ): void {
    const all = list.totalCount.count;
    const undated = list.leftOut.find(({ reason }) => reason === 'UNDATED')?.count ?? 0;
    expect([ties.facts, network.facts, byTopic.facts], told).toEqual([all, all, all]);
    expect(all, told).toBe(facts.length + members);
    for (const { tied, leftOut } of [ties, network, byTopic]) {
      const under = leftOut.filter(({ reason }) => reason !== 'UNDATED');
      expect(tied + under.reduce((sum, { count }) => sum + count, 0), told).toBe(all);
      expect(leftOut.find(({ reason }) => reason === 'UNDATED')?.count ?? 0, told).toBe(undated);
    }
    const reasons = facts.map((fact) => reasonOf(fact, demands)).filter((reason) => reason !== null);
    const left = new Map(ties.leftOut.map(({ reason, count }) => [reason, count]));
    left.delete('UNDATED');
    const kindOnly = (left.get('KIND_MAKES_NO_TIE') ?? 0) - (all - facts.length);
    left.set('KIND_MAKES_NO_TIE', kindOnly);
    for (const reason of new Set([...reasons, ...left.keys()]))
      expect([reason, left.get(reason) ?? 0], told).toEqual([
        reason,
        reasons.filter((one) => one === reason).length,
      ]);
    expect(network.edges.map(({ from, to, weight }) => `${from}|${to} ${weight}`).slice(0, 40)).toEqual(
      ties.nodes.map(({ countries, weight }) => `${countries.map(({ id }) => id).join('|')} ${weight}`),
    );
    expect([network.tied, network.weight, network.edgeCount]).toEqual([
      ties.tied,
      ties.weight,
      ties.totalCount.count,
    ]);
    // Each fact has one year.
    expect(ties.groups.reduce((sum, { facts: some }) => sum + some, 0)).toBe(ties.tied);
    expect(ties.groups.reduce((sum, { weight }) => sum + weight, 0)).toBe(ties.weight);
    expect(linesOfTopics(facts, demands.stages), told).toEqual(
      byTopic.edges.map(({ from, to, weight }) => `${from}|${to} ${weight}`).sort(),
    );
  }

  const linesOfTopics = (facts: readonly RandomFact[], stages: readonly string[]): string[] => {
    const weights = new Map<string, number>();
    for (const fact of facts.filter(({ stage }) => stages.includes(stage ?? 'UNKNOWN'))) {
      const own = fact.parties
        .map(partyInRules)
        .flatMap(({ country, capacity }) => (country !== null && capacity === 'OWN' ? [country] : []));
      for (const country of new Set(own))
        for (const topic of fact.topics)
          weights.set(`${country}|${topic}`, (weights.get(`${country}|${topic}`) ?? 0) + 1);
    }
    return [...weights].map(([pair, weight]) => `${pair} ${weight}`).sort();
  };

  it('has had ties to compare', () => expect(found).toBeGreaterThan(400));
});
