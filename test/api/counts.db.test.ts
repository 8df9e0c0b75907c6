import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

interface Counted {
  readonly ties: { facts: number; tied: number };
  readonly network: { facts: number; tied: number };
  readonly facts: { totalCount: { count: number } };
  readonly timeline: {
    periods: {
      period: string;
      from: string;
      to: string;
      started: number;
      active: number;
      possible: number;
      state: string;
    }[];
    before: number;
    after: number;
    undated: number;
    total: number;
  };
  readonly statistics: {
    groups: { value: string; facts: number; node: { id: string } | null }[];
    other: { groups: number; facts: number };
    without: number;
    total: number;
  };
}

const FILTERS = [
  '{}',
  '{ kinds: [Exchange] }',
  '{ kinds: [Cooperation], stages: [DONE] }',
  '{ topics: { ids: ["topic/patents"] } }',
  '{ topics: { ids: ["topic/patents"], exact: true } }',
  '{ actors: { ids: ["country/arn"] } }',
  '{ actors: { ids: ["country/arn", "country/bel"], every: true } }',
  '{ dated: { from: "2015-01-01", to: "2016-12-31" } }',
  '{ holds: { from: "2015-01-01", to: "2016-12-31" } }',
  '{ evidence: { minCertainty: STATED } }',
  '{ evidence: { statuses: [DISPUTED] } }',
  '{ modalities: [BILATERAL] }',
  '{ kinds: [Funding] }',
];
const DIMENSIONS = [
  'KIND',
  'TOPIC',
  'BROADER_TOPIC',
  'COUNTRY',
  'ACTOR',
  'ROLE',
  'MEETING',
  'INITIATIVE',
  'SOURCE',
  'CERTAINTY',
  'STATUS',
  'STAGE',
  'MODALITY',
];
/** In these a fact has one value or none, so that groups add up to the total. */
const SINGLE = ['KIND', 'CERTAINTY', 'STATUS', 'STAGE', 'MODALITY', 'MEETING', 'INITIATIVE'];

describe('counts', { timeout: 240_000 }, () => {
  const api = seeded((door, asking) => tell(door, asking));
  const counted = async (filter: string, by: string, more = ''): Promise<Counted> => {
    const { data, errors } = await api.ask(`{
      facts(filter: ${filter}) { totalCount(exact: true) { count } }
      timeline(filter: ${filter}) { periods { period from to started active possible state } before after undated total }
      statistics(filter: ${filter}, by: ${by} ${more}) { groups { value facts node { id } } other { groups facts } without total }
      ties(filter: ${filter}, first: 1) { facts tied }
      network(filter: ${filter}) { facts tied }
    }`);
    expect(errors).toBeUndefined();
    return data as unknown as Counted;
  };
  const total = async (filter: string): Promise<number> => {
    const { data } = await api.ask(`{ facts(filter: ${filter}) { totalCount(exact: true) { count } } }`);
    return (data as unknown as Counted).facts.totalCount.count;
  };

  it.each(FILTERS)('of %s agree with the list of facts, and add up', async (filter) => {
    const { facts, timeline, statistics, ties, network } = await counted(filter, 'KIND');
    expect([ties.facts, network.facts]).toEqual([facts.totalCount.count, facts.totalCount.count]);
    expect(ties).toEqual(network);
    const { periods, before, after, undated } = timeline;
    expect(timeline.total).toBe(facts.totalCount.count);
    expect(statistics.total).toBe(facts.totalCount.count);
    const started = periods.reduce((sum, one) => sum + one.started, 0);
    expect(started + before + after + undated).toBe(timeline.total);
    expect(statistics.groups.reduce((sum, one) => sum + one.facts, 0)).toBe(statistics.total);
    for (const { period, from, to } of periods)
      expect([from, to]).toEqual([`${period}-01-01`, `${period}-12-31`]);
  });

  it.each(DIMENSIONS)('by %s are those that one finds by asking for each value', async (by) => {
    const { statistics } = await counted('{ kinds: [Exchange, Cooperation] }', by, ', first: 100');
    const { groups, other, without } = statistics;
    expect(other).toEqual({ groups: 0, facts: 0 });
    expect(groups).toEqual([...groups].sort((a, b) => b.facts - a.facts || (a.value < b.value ? -1 : 1)));
    for (const { value, node } of groups) expect(node?.id ?? value).toBe(value);
    const sum = groups.reduce((all, one) => all + one.facts, without);
    if (SINGLE.includes(by)) expect(sum).toBe(statistics.total);
    else expect(sum).toBeGreaterThanOrEqual(statistics.total);
    const asked: Record<string, (value: string) => string> = {
      TOPIC: (id) => `topics: { ids: ["${id}"], exact: true }`,
      BROADER_TOPIC: (id) => `topics: { ids: ["${id}"] }`,
      COUNTRY: (id) => `actors: { ids: ["${id}"] }`,
      ROLE: (role) => `actors: { roles: [${role}] }`,
      SOURCE: (id) => `evidence: { documents: ["${id}"] }`,
      STATUS: (status) => `evidence: { statuses: [${status}] }`,
      STAGE: (stage) => `stages: [${stage}]`,
      MODALITY: (modality) => `modalities: [${modality}]`,
      MEETING: (id) => `meeting: "${id}"`,
    };
    const condition = asked[by];
    if (!condition || by === 'MEETING') return;
    for (const { value, facts } of groups.slice(0, 4)) {
      expect(await total(`{ kinds: [Exchange, Cooperation], ${condition(value)} }`), value).toBe(facts);
    }
  });

  it('beyond `first` are counted as other', async () => {
    const { statistics: all } = await counted('{ kinds: [Exchange] }', 'COUNTRY', ', first: 100');
    const { statistics: two } = await counted('{ kinds: [Exchange] }', 'COUNTRY', ', first: 2');
    expect(two.groups).toEqual(all.groups.slice(0, 2));
    expect(two.other.groups).toBe(all.groups.length + all.other.groups - 2);
    expect(two.other.facts).toBe(
      all.groups.slice(2).reduce((sum, one) => sum + one.facts, 0) + all.other.facts,
    );
  });

  it('over asked periods count what lies before and after, and nothing twice', async () => {
    const { data } = await api.ask(`{
      all: timeline(filter: { kinds: [Cooperation] }) { periods { period started active } undated total }
      some: timeline(filter: { kinds: [Cooperation] }, from: "2016-05-05", to: "2017-01-01") { periods { period started active state } before after undated total }
      months: timeline(filter: { kinds: [Cooperation] }, by: MONTH, from: "2016-11-30", to: "2017-02-01") { periods { period from to } }
      decades: timeline(filter: { kinds: [Cooperation] }, by: DECADE) { periods { period from to started } undated total }
    }`);
    const { all, some, months, decades } = data as Record<string, Counted['timeline']>;
    const from = (first: string, last: string): number =>
      (all?.periods ?? [])
        .filter(({ period }) => period >= first && period <= last)
        .reduce((sum, one) => sum + one.started, 0);
    expect(some?.periods.map(({ period }) => period)).toEqual(['2016', '2017']);
    expect(some).toMatchObject({ before: from('0000', '2015'), after: from('2018', '9999') });
    expect(some?.before).toBeGreaterThan(0);
    expect(months?.periods.map(({ period, to }) => `${period} ${to}`)).toEqual([
      '2016-11 2016-11-30',
      '2016-12 2016-12-31',
      '2017-01 2017-01-31',
      '2017-02 2017-02-28',
    ]);
    expect(decades?.periods[0]).toMatchObject({ period: '2010s', from: '2010-01-01', to: '2019-12-31' });
    expect((decades?.periods ?? []).reduce((sum, one) => sum + one.started, decades?.undated ?? 0)).toBe(
      decades?.total,
    );
  });

  it('say that no source covers what they do not find', async () => {
    const { data } = await api.ask(`{
      timeline(filter: { kinds: [Funding] }, from: "2015-01-01", to: "2015-12-31") { periods { started state } emptyBecause }
      statistics(filter: { kinds: [Funding] }, by: TOPIC) { groups { value } emptyBecause }
    }`);
    expect(data).toEqual({
      timeline: {
        periods: [{ started: 0, state: 'NOT_COVERED' }],
        emptyBecause: expect.stringContaining('No source covers this whole') as string,
      },
      statistics: {
        groups: [],
        emptyBecause: expect.stringContaining('No source covers this whole') as string,
      },
    });
  });

  it.each([
    ['timeline(from: "2016-01-01", to: "2015-01-01") { total }', 'from'],
    ['timeline(by: MONTH, from: "1000-01-01", to: "2015-01-01") { total }', 'by'],
    ['statistics(by: GROUP) { total }', 'scheme'],
    ['statistics(by: TOPIC, scheme: "UN M49") { total }', 'scheme'],
    ['statistics(by: TOPIC, on: "2015-01-01") { total }', 'on'],
    ['statistics(by: TOPIC, first: 0) { total }', 'first'],
  ])('refuse %s', async (field, argument) => {
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await api.ask(`{ ${field} }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    }
  });
});
