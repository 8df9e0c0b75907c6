import { describe, expect, it } from 'vitest';
import { plus } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { retell, STORY, tell } from '../support/story.js';

interface Told {
  readonly nodes: {
    readonly entity: { readonly id: string };
    readonly facts: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly kinds: { readonly kind: string; readonly facts: number }[];
  }[];
  readonly totalCount: { readonly count: number };
  readonly leftOut: { readonly reason: string; readonly count: number }[];
  readonly graphVersion: number;
  readonly emptyBecause: string | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const said = { source: 'document/chronicle', locator: '1' };
// A country that another speaks for, a chair, a group that is only words, and a mention: what ties and what does not.
const WORLD = plus(STORY, {
  'entities/groups.csv': [{ id: 'group/many', name: 'Developing countries', definedBy: 'WORDS', ...said }],
  'facts/exchanges.csv': [
    {
      id: 'exchange/voices',
      party: 'country/m50:participant',
      occasion: 'v',
      through: 'country/m52',
      ...said,
    },
    { id: 'exchange/voices', party: 'country/m51:participant', occasion: 'v', ...said },
    {
      id: 'exchange/voices',
      party: 'country/m52:participant',
      capacity: 'FOR_ANOTHER',
      occasion: 'v',
      ...said,
    },
    { id: 'exchange/voices', party: 'country/m53:participant', capacity: 'CHAIR', occasion: 'v', ...said },
    { id: 'exchange/voices', party: 'group/many:participant', occasion: 'v', ...said },
  ].map((row, i) => (i === 0 ? { topics: 'topic/marks', period: '2018', ...row } : row)),
  'facts/mentions.csv': [
    { id: 'mention/m50', names: 'country/m50 | country/m60', paragraph: 'document/chronicle', ...said },
  ],
});
const FIELDS = `{ nodes { entity { id } facts first last kinds { kind facts } } totalCount { count }
  leftOut { reason count } graphVersion emptyBecause pageInfo { hasNextPage endCursor } }`;

describe('neighbours', { timeout: 240_000 }, () => {
  const api = seeded((door, asking) => tell(door, asking, WORLD));
  const of = async (field: string, args = ''): Promise<Told> => {
    const { data, errors } = await api.ask(`{ ${field} { neighbours${args && `(${args})`} ${FIELDS} } }`);
    expect(errors).toBeUndefined();
    return (Object.values(data ?? {})[0] as { neighbours: Told }).neighbours;
  };
  const short = ({ nodes }: Told): string[] => nodes.map(({ entity, facts }) => `${entity.id} ${facts}`);
  const country = (code: string): string => `country(id: "country/${code}")`;
  const SMALL = 'neighbourKinds: [Country, Group, Topic], kinds: [Exchange]';

  it('are tied by facts, with kinds, first and last', async () => {
    const arn = await of(country('arn'), 'neighbourKinds: [Country], first: 2');
    expect(arn.nodes[0]).toEqual({
      entity: { id: 'country/bel' },
      facts: 3,
      first: '2014-03-11',
      last: '2015-06-01',
      kinds: [
        { kind: 'Exchange', facts: 2 },
        { kind: 'Cooperation', facts: 1 },
      ],
    });
    expect(arn.totalCount.count).toBe(4);
  });

  it('are those who took part for themselves, or for whom another spoke; never the speaker, the chair, or words', async () => {
    expect(short(await of(country('m50'), `${SMALL}, first: 100`))).toContain('country/m51 2');
    const speaker = (await of(country('m51'), `${SMALL}, first: 100`)).nodes.map(
      ({ entity, facts }) => `${entity.id} ${facts}`,
    );
    // With m52 and m53 it shared only what the whole crowd shared.
    expect(speaker).toEqual(expect.arrayContaining(['country/m50 2', 'country/m52 1', 'country/m53 1']));
    expect(speaker.filter((line) => line.startsWith('group/'))).toEqual([]);
    expect(short(await of('group(id: "group/many")'))).toEqual([]);
  });

  it('an agency and the country for which it acts are one side', async () => {
    expect(short(await of(country('hov'), 'kinds: [Exchange]'))).not.toContain('agency/hov-ministry 1');
    const ministry = short(await of('agency(id: "agency/hov-ministry")'));
    expect(ministry).toEqual(['country/ist 1', 'topic/patents 1']);
    expect(short(await of(country('ist'), 'kinds: [Exchange]'))).toEqual(
      expect.arrayContaining(['agency/hov-ministry 1', 'country/hov 1']),
    );
  });

  it('a mention ties only where it is asked for', async () => {
    expect(short(await of(country('m50'), 'kinds: [Mention]'))).toEqual([
      'country/m60 1',
      'document/chronicle 1',
    ]);
    const all = await of(country('m50'), 'first: 100');
    expect(short(all)).toContain('country/m60 1');
    expect(all.nodes.flatMap(({ kinds }) => kinds.map(({ kind }) => kind))).not.toContain('Mention');
  });

  it('what was only planned does not tie, and is counted', async () => {
    const hov = await of(country('hov'), 'kinds: [Cooperation], neighbourKinds: [Country]');
    expect(short(hov)).toEqual(['country/esk 1', 'country/ist 1']);
    expect(hov.leftOut).toEqual([{ reason: 'FACT_NOT_CARRIED_OUT', count: 1 }]);
  });

  it.each([1, 3])('in pages of %s are the same', async (first) => {
    for (const field of [country('arn'), 'topic(id: "topic/law")', 'meeting(id: "meeting/seminar")']) {
      const lines: string[] = [];
      for (let after = ''; ;) {
        const page: Told = await of(field, `first: ${first}${after}, neighbourKinds: [Country, Topic]`);
        lines.push(...short(page));
        if (!page.pageInfo.hasNextPage || lines.length > 30) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      const whole = short(await of(field, 'first: 100, neighbourKinds: [Country, Topic]'));
      expect(lines).toEqual(whole.slice(0, lines.length));
    }
  });

  it('of many entities take one statement a kind', async () => {
    const { errors, extensions } = await api.ask(
      '{ countries(first: 20) { nodes { neighbours(first: 3) { nodes { facts } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(extensions?.cost.statements).toBe(2);
  });

  it('are read inside neighbours', async () => {
    const { data, errors } = await api.ask(
      '{ countries(first: 2) { nodes { neighbours(first: 20, neighbourKinds: [Country]) { nodes { entity { id neighbours(first: 1) { nodes { facts } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"neighbours":{"nodes":[{"facts":');
  });

  it('say why there are none', async () => {
    const none = await of(country('m50'), 'neighbourKinds: [Initiative]');
    expect(none.emptyBecause).toBe(
      'No fact that is recorded ties country/m50 to any Initiative; that there is no tie does not follow.',
    );
    expect(none.totalCount.count).toBe(0);
  });

  it.each([
    ['kinds: []', 'neighbours(kinds:) is an empty list'],
    ['neighbourKinds: []', 'neighbours(neighbourKinds:) is an empty list'],
    ['first: 101', 'neighbours(first:)'],
    ['after: "Zm9v"', 'neighbours(after:)'],
  ])('refuse %s', async (args, words) => {
    const { errors } = await api.ask(`{ ${country('arn')} { neighbours(${args}) { graphVersion } } }`);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(words);
  });

  it('a withdrawn fact makes none', async () => {
    await retell(api.door, api.asking, {
      ...WORLD,
      'facts/cooperations.csv': (WORLD['facts/cooperations.csv'] ?? []).filter(
        ({ id }) => id !== 'cooperation/esk-hov',
      ),
    });
    expect(short(await of(country('hov'), 'kinds: [Cooperation], neighbourKinds: [Country]'))).toEqual([
      'country/ist 1',
    ]);
  });
});
