import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';

const OPERATION = readFileSync(
  resolve(import.meta.dirname, '../../schema/operations/cooperation-after-exchange.graphql'),
  'utf8',
);

const PAIRS = `query ($topic: ID!, $exchange: Certainty, $cooperation: Certainty, $origin: Certainty, $evidence: EvidenceFilter, $sharing: Sharing) {
  cooperationAfterExchange(topic: $topic, sharing: $sharing, evidence: $evidence, minCertainty: { exchange: $exchange, cooperation: $cooperation, origin: $origin }) {
    nodes { countries { name } order independent exchange { id certainty } cooperation { id certainty } }
    emptyBecause
    leftOut { reason count }
  }
}`;

interface Pairs {
  readonly nodes: readonly {
    readonly countries: readonly { readonly name: string }[];
    readonly order: string;
    readonly independent: boolean;
    readonly exchange: { readonly id: string; readonly certainty: string };
    readonly cooperation: { readonly id: string; readonly certainty: string };
  }[];
  readonly emptyBecause: string | null;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
}

interface Claimed {
  readonly about: string;
  readonly certainty: string;
  readonly reason: string | null;
  readonly locator: string;
  readonly source: { readonly id: string };
  readonly paragraph: { readonly id: string } | null;
  readonly voice: { readonly speaker: { readonly id: string } } | null;
  readonly relayedBy: readonly { readonly id: string }[];
}

describe('which countries shared experience in patents and have since cooperated bilaterally', () => {
  const graph = seeded();
  const pairs = async (variables: object): Promise<Pairs> => {
    const { data, errors } = await graph.ask(PAIRS, variables);
    expect(errors).toBeUndefined();
    return data?.['cooperationAfterExchange'] as Pairs;
  };
  const names = ({ nodes }: Pairs): string[] =>
    nodes.map(({ countries }) => countries.map(({ name }) => name).join(' and '));

  it.each(['SAME_EXCHANGE', 'SAME_MEETING', 'ANYWHERE'])(
    'is exactly Egypt and India, sharing %s',
    async (sharing) => {
      expect(names(await pairs({ topic: 'topic/patents', sharing }))).toEqual(['Egypt and India']);
    },
  );

  it('is definite in time and not independent', async () => {
    const [answer] = (await pairs({ topic: 'topic/patents' })).nodes;
    expect(answer).toMatchObject({
      order: 'DEFINITE',
      independent: false,
      exchange: { certainty: 'INFERRED' },
      cooperation: { certainty: 'STATED' },
    });
  });

  it('carries its evidence: Egypt speaks, the Secretariat reports, paragraph 4 says it', async () => {
    const { data } = await graph.ask(OPERATION, { topic: 'patents' });
    const { nodes } = data?.['cooperationAfterExchange'] as {
      nodes: {
        origin: object;
        orderReason: string;
        exchange: { meeting: { id: string }; period: { edtf: string }; claims: Claimed[] };
        cooperation: { claims: Claimed[]; topics: { id: string }[] };
      }[];
    };
    const [answer] = nodes;
    expect(nodes).toHaveLength(1);
    expect(answer?.origin).toEqual({ id: 'meeting/cairo-2013', certainty: 'STATED' });
    expect(answer?.exchange.meeting.id).toBe('meeting/cairo-2013');
    expect(answer?.exchange.period.edtf).toBe('2013-05-06/2013-05-08');
    expect(answer?.cooperation.topics.map(({ id }) => id)).toEqual(['topic/pharmaceutical-patents']);
    const existence = answer?.cooperation.claims.find(({ about }) => about === 'existence');
    expect(existence).toMatchObject({
      certainty: 'STATED',
      locator: '4',
      source: { id: 'document/wipo-conference-summary' },
      paragraph: { id: 'paragraph/wipo-conference-summary-4' },
      voice: { speaker: { id: 'country/egy' } },
      relayedBy: [{ id: 'agency/wipo-secretariat' }],
    });
    expect(answer?.cooperation.claims.find(({ about }) => about.startsWith('grewOutOf'))?.certainty).toBe(
      'STATED',
    );
    const sharing = answer?.exchange.claims.find(({ about }) => about === 'existence');
    expect(sharing?.certainty).toBe('INFERRED');
    expect(sharing?.reason).toBeTruthy();
    for (const claim of [...(answer?.exchange.claims ?? []), ...(answer?.cooperation.claims ?? [])]) {
      expect(claim.paragraph, claim.about).not.toBeNull();
    }
  });

  it('has no answer when the exchange must be stated, and says why', async () => {
    const found = await pairs({ topic: 'topic/patents', exchange: 'STATED' });
    expect(found.nodes).toEqual([]);
    expect(found.leftOut).toEqual([{ reason: 'EXCHANGE_BELOW_CERTAINTY', count: 1 }]);
    expect(found.emptyBecause).toContain('exchange is less sure than asked');
  });

  it('has the pair when only the cooperation and its origin must be stated', async () => {
    expect(names(await pairs({ topic: 'topic/patents', cooperation: 'STATED', origin: 'STATED' }))).toEqual([
      'Egypt and India',
    ]);
  });

  it('has no answer when legs must be independent', async () => {
    const found = await pairs({ topic: 'topic/patents', evidence: { independentOnly: true } });
    expect(found.leftOut).toEqual([{ reason: 'NOT_INDEPENDENT', count: 1 }]);
  });

  it('has no answer for trademarks, and says that nothing is recorded', async () => {
    const found = await pairs({ topic: 'topic/trademarks' });
    expect(found.nodes).toEqual([]);
    expect(found.emptyBecause).toMatch(/^No two countries are recorded/);
  });

  it('never has the pairs of footnote 3, which were in place before, on any topic', async () => {
    const { data } = await graph.ask('{ topics(first: 100) { nodes { id } } }');
    const topics = (data?.['topics'] as { nodes: { id: string }[] }).nodes;
    expect(topics.length).toBeGreaterThan(20);
    for (const { id } of topics) {
      for (const sharing of ['SAME_EXCHANGE', 'ANYWHERE']) {
        expect(
          names(await pairs({ topic: id, sharing })).filter((pair) => pair !== 'Egypt and India'),
        ).toEqual([]);
      }
    }
  });

  it('knows pairs of footnote 3 as bilateral cooperations, by rule', async () => {
    const { data } = await graph.ask(
      '{ cooperations(first: 100, filter: { modalities: [BILATERAL] }) { nodes { certainty initiative { name } parties { actor { name } } claims { about basis } } } }',
    );
    const nodes = (
      data?.['cooperations'] as {
        nodes: {
          certainty: string;
          initiative: { name: string } | null;
          claims: { about: string; basis: string | null }[];
        }[];
      }
    ).nodes;
    const byRule = nodes.filter(({ claims }) =>
      claims.some(({ basis }) => basis === 'RULE:joint-initiative'),
    );
    expect(byRule.length).toBeGreaterThanOrEqual(3);
    expect(byRule.every(({ certainty }) => certainty === 'INFERRED')).toBe(true);
    expect(byRule.map(({ initiative }) => initiative?.name)).toContain('Mexico-Chile Joint Cooperation Fund');
  });
});
