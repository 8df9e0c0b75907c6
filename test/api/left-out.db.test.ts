import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

interface Told {
  readonly totalCount: { readonly count: number };
  readonly leftOut: { readonly reason: string; readonly count: number; readonly inWords: string }[];
  readonly graphVersion: number;
}

describe('a list of facts says what it passes over', { timeout: 120_000 }, () => {
  const api = seeded((door, asking) => tell(door, asking));
  const FIELDS = '{ totalCount(exact: true) { count } leftOut { reason count inWords } graphVersion }';

  const told = async (filter: string, under = ''): Promise<Told> => {
    const query = under
      ? `{ ${under} { facts(filter: ${filter}) ${FIELDS} } }`
      : `{ facts(filter: ${filter}) ${FIELDS} }`;
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    const found = data as Record<string, unknown>;
    return (under ? (Object.values(found)[0] as { facts: Told }).facts : found['facts']) as Told;
  };
  const count = async (filter: string, under = ''): Promise<number> =>
    (await told(filter, under)).totalCount.count;

  it.each([
    ['everywhere', ''],
    ['of a country', 'country(id: "country/arn")'],
    ['on a topic', 'topic(id: "topic/patents")'],
  ])('%s: facts without a date, where days are asked for', async (_name, under) => {
    const all = await count('{}', under);
    const dated = await told('{ dated: { from: "0001-01-01" } }', under);
    const undated = all - dated.totalCount.count;
    expect(dated.leftOut).toEqual(
      undated === 0
        ? []
        : [
            {
              reason: 'UNDATED',
              count: undated,
              inWords: `${undated}: Facts without any known date, which lie in no range of days.`,
            },
          ],
    );
    if (under === '') expect(undated).toBeGreaterThan(0);
  });

  it('facts that held possibly, where surely is asked for', async () => {
    const during = 'from: "2016-01-01", to: "2016-12-31"';
    const possibly = await count(`{ kinds: [Cooperation], holds: { ${during}, overlap: POSSIBLY } }`);
    const surely = await told(`{ kinds: [Cooperation], holds: { ${during}, overlap: DEFINITELY } }`);
    expect(surely.leftOut).toEqual([
      expect.objectContaining({ reason: 'HELD_POSSIBLY', count: possibly - surely.totalCount.count }),
    ]);
    expect(possibly).toBeGreaterThan(surely.totalCount.count);
  });

  it('nothing where nothing is passed over, and the version that answered', async () => {
    const all = await told('{}');
    expect(all.leftOut).toEqual([]);
    const { data } = await api.ask('{ graph { version } countries(first: 1) { graphVersion } }');
    expect(data).toEqual({
      graph: { version: all.graphVersion },
      countries: { graphVersion: all.graphVersion },
    });
  });
});
