import { beforeAll, describe, expect, it } from 'vitest';
import { markUnrecorded } from '../../src/graph/writes/change-record.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { changed, type World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { retell, STORY, tell } from '../support/story.js';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly batch: { readonly id: string; readonly register: string; readonly appliedAt: string };
  readonly what: string;
  readonly values: string[];
  readonly node: { readonly id: string } | null;
  readonly changedClaims: {
    readonly what: string;
    readonly claim: { readonly id: string; readonly about: string };
  }[];
  readonly inWords: string;
}
interface Page {
  readonly nodes: Told[];
  readonly graphVersion: number;
  readonly reading: string;
  readonly emptyBecause: string | null;
  readonly leftOut: { readonly reason: string; readonly count: number }[];
  readonly totalCount: { readonly count: number };
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const FIELDS = `{ nodes { id kind version batch { id register appliedAt } what values node { id }
  changedClaims { what claim { id about value status endedAt source { id } } } inWords }
  graphVersion reading emptyBecause leftOut { reason count } totalCount(exact: true) { count }
  pageInfo { hasNextPage endCursor } }`;

const KEM = 'cooperation/kem-lor';
const at = (world: World, file: string, id: string): number =>
  (world[file] ?? []).findIndex((row) => row['id'] === id);
const cell = (world: World, file: string, id: string, cells: Record<string, string>): World =>
  changed(world, file, at(world, file, id), cells);
const without = (world: World, file: string, id: string): World => ({
  ...world,
  [file]: (world[file] ?? []).filter((row) => row['id'] !== id),
});

// A meeting bounds when a cooperation started: its date is told by no claim about the cooperation.
const BOUND = cell(STORY, 'facts/cooperations.csv', 'cooperation/bel-fal', { notBefore: 'meeting/seminar' });
const DATED = cell(BOUND, 'facts/cooperations.csv', KEM, { period: '2019' });
const MOVED = cell(BOUND, 'entities/meetings.csv', 'meeting/seminar', { period: '2017-01-09' });
const GONE = without(BOUND, 'facts/cooperations.csv', KEM);

/** Versions of the graph by what is told in each. */
const EDITIONS = [
  [1, BOUND],
  [2, DATED],
  [3, BOUND],
  [4, MOVED],
  [5, BOUND],
  [6, GONE],
  [7, BOUND],
  [8, BOUND],
] as const;

describe('changes', { timeout: 240_000 }, () => {
  const api = seeded(async (door, asking) => {
    await tell(door, asking, BOUND);
    for (const [version, world] of EDITIONS) if (version > 1) await retell(door, asking, world);
  });
  const ask = async (args = ''): Promise<Page> => {
    const { data, errors } = await api.ask(`{ changes${args ? `(${args})` : ''} ${FIELDS} }`);
    expect(errors).toBeUndefined();
    return data?.['changes'] as Page;
  };
  const short = ({ nodes }: Page): string[] =>
    nodes.map(({ version, what, id, values }) => [version, what, id, ...values].join(' '));
  let all: Page;
  beforeAll(async () => (all = await ask('since: "1", first: 100')));

  it('are told in the order of versions, each thing once in each', () => {
    expect(short(all)).toEqual([
      `2 CHANGED ${KEM} period`,
      `3 CHANGED ${KEM} period`,
      '4 CHANGED cooperation/bel-fal period',
      '4 CHANGED meeting/seminar period',
      '5 CHANGED cooperation/bel-fal period',
      '5 CHANGED meeting/seminar period',
      `6 WITHDRAWN ${KEM}`,
      `7 RETURNED ${KEM}`,
    ]);
    expect(all.totalCount.count).toBe(8);
    expect(all.graphVersion).toBe(8);
    expect(all.nodes[0]?.batch).toMatchObject({ id: 'batch/story-2', register: 'story' });
    expect(Date.parse(all.nodes[0]?.batch.appliedAt ?? '')).toBeGreaterThan(Date.now() - 600_000);
  });

  it('give the claims that did it: one made, ended and revived stands under each batch', () => {
    const claimsOf = (version: number): string[] =>
      (all.nodes.find((one) => one.version === version && one.id === KEM)?.changedClaims ?? []).map(
        ({ what, claim }) => `${what} ${claim.about} ${claim.id}`,
      );
    const [ended = '', created = ''] = claimsOf(2);
    expect([ended.split(' ')[0], created.split(' ')[0]]).toEqual(['ENDED', 'CREATED']);
    const [first, second] = [ended, created].map((line) => line.split(' ')[2]);
    expect(first).not.toBe(second);
    expect(claimsOf(3)).toEqual([`ENDED period ${second}`, `REVIVED period ${first}`]);
    expect(claimsOf(6).every((line) => line.startsWith('WITHDRAWN '))).toBe(true);
    expect(claimsOf(6)).toContain(`WITHDRAWN period ${first}`);
    expect(claimsOf(7)).toEqual(claimsOf(6).map((line) => line.replace('WITHDRAWN', 'REVIVED')));
  });

  it('tell a value that came out otherwise by another thing, without a claim of its own', () => {
    const moved = all.nodes.find(({ id, version }) => id === 'cooperation/bel-fal' && version === 4);
    expect(moved?.changedClaims).toEqual([]);
    expect(moved?.inWords).toBe('cooperation/bel-fal changed in version 4 (batch/story-4): period.');
    expect(all.nodes[0]?.inWords).toBe(`${KEM} changed in version 2 (batch/story-2): period, by 2 claims.`);
  });

  it('of the first batch are all that was added', async () => {
    const first = await ask('first: 100');
    const told = await api.ask(
      '{ facts { totalCount(exact: true) { count } } countries { totalCount { count } } }',
    );
    const count = (field: string): number =>
      (told.data?.[field] as { totalCount: { count: number } }).totalCount.count;
    expect(first.nodes.every(({ what, version }) => what === 'ADDED' && version === 1)).toBe(true);
    expect(first.nodes.map(({ id }) => id)).toEqual(first.nodes.map(({ id }) => id).sort());
    expect((await ask('kinds: [Country], first: 1')).totalCount.count).toBe(count('countries'));
    const facts = await ask('kinds: [Exchange, Cooperation, Membership], first: 1');
    // Two facts changed twice, one was withdrawn and returned.
    expect(facts.totalCount.count).toBe(count('facts') + 6);
  });

  it.each([
    ['"6"', [`7 RETURNED ${KEM}`]],
    ['"batch/story-6"', [`7 RETURNED ${KEM}`]],
    ['"8"', []],
    ['"0001-01-01"', null],
    ['"2999-01-01"', []],
  ] as const)('since %s', async (since, expected) => {
    const page = await ask(`since: ${since}, first: 100`);
    if (expected) expect(short(page)).toEqual(expected);
    else expect(page.totalCount.count).toBe((await ask('first: 1')).totalCount.count);
  });

  it('since a day are those of batches applied on that day or later', async () => {
    const applied = (change: typeof older): Promise<unknown> =>
      api.door.write((tx) => tx.run(statement('applied', change)), api.asking);
    const older = cypher`MATCH (b:Batch) SET b.kept = b.appliedAt,
  b.appliedAt = CASE WHEN b.version < 4 THEN '2020-05-01T10:00:00.000Z' WHEN b.version < 7 THEN '2020-05-02T00:00:00.000Z' ELSE b.appliedAt END`;
    await applied(older);
    const on = async (day: string): Promise<string[]> => short(await ask(`since: "${day}", first: 100`));
    expect((await on('2020-05-01')).length).toBe(100);
    expect(await on('2020-05-02')).toEqual(short(all).slice(2));
    expect(await on('2020-05-03')).toEqual(short(all).slice(7));
    await applied(cypher`MATCH (b:Batch) SET b.appliedAt = b.kept REMOVE b.kept`);
  });

  it.each(['[Cooperation]', '[Meeting]', '[Cooperation, Meeting]', '[Country]'])(
    'of kinds %s',
    async (kinds) => {
      const page = await ask(`since: "1", kinds: ${kinds}, first: 100`);
      expect(short(page)).toEqual(
        short(all).filter((_line, i) =>
          kinds
            .slice(1, -1)
            .split(', ')
            .includes(all.nodes[i]?.kind ?? ''),
        ),
      );
    },
  );

  it.each([1, 3])('in pages of %s are the same', async (first) => {
    for (const kinds of ['', ', kinds: [Cooperation]', ', kinds: [Cooperation, Meeting]']) {
      const lines: string[] = [];
      let after = '';
      for (;;) {
        const page: Page = await ask(`since: "1"${kinds}, first: ${first}${after}`);
        lines.push(...short(page));
        if (!page.pageInfo.hasNextPage) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      expect(lines).toEqual(short(await ask(`since: "1"${kinds}, first: 100`)));
    }
  });

  it('with a cursor from before `since` begin at `since`', async () => {
    const start = await ask('first: 1');
    const page = await ask(`since: "6", after: "${start.pageInfo.endCursor}"`);
    expect(short(page)).toEqual([`7 RETURNED ${KEM}`]);
  });

  it('say how they were read, and why there are none', async () => {
    expect((await ask('since: "8", kinds: [Cooperation]')).emptyBecause).toBe(
      'No change of Cooperation is recorded after version 8 of the graph; the graph is at version 8.',
    );
    expect((await ask('since: "99"')).emptyBecause).toContain('The graph is at version 8, below 99');
    expect(all.reading).toBe(
      'What was added, changed, withdrawn or returned after version 1 of the graph; oldest version first, within a version by id.',
    );
    expect(all.emptyBecause).toBeNull();
  });

  it.each([
    ['since: "yesterday"', 'BAD_USER_INPUT', 'changes(since:) takes a version'],
    ['since: "2026-02-30"', 'BAD_USER_INPUT', 'a day that exists'],
    ['since: "-1"', 'BAD_USER_INPUT', 'changes(since:)'],
    ['since: ""', 'BAD_USER_INPUT', 'changes(since:)'],
    ['since: "9999999999999"', 'BAD_USER_INPUT', 'changes(since:)'],
    ['since: "batch/story-99"', 'NOT_FOUND', 'There is no batch/story-99'],
    ['kinds: []', 'BAD_USER_INPUT', 'changes(kinds:) is an empty list'],
    ['first: 0', 'BAD_USER_INPUT', 'changes(first:)'],
    ['after: "Zm9v"', 'BAD_USER_INPUT', 'changes(after:)'],
  ])('refuse %s', async (args, code, words) => {
    const { errors } = await api.ask(`{ changes(${args}) { graphVersion } }`);
    expect(errors?.[0]?.extensions['code']).toBe(code);
    expect(errors?.[0]?.message).toContain(words);
  });

  it('count batches of which nothing was recorded', async () => {
    expect(all.leftOut).toEqual([]);
    await api.door.write(
      (tx) => tx.run(statement('older', cypher`CREATE (:Batch {id: 'batch/older', register: 'story'})`)),
      api.asking,
    );
    await markUnrecorded(api.door, api.asking);
    expect((await ask('since: "8"')).leftOut).toEqual([{ reason: 'BATCHES_NOT_RECORDED', count: 1 }]);
    await api.door.write(
      (tx) => tx.run(statement('older', cypher`MATCH (b:Batch {id: 'batch/older'}) DELETE b`)),
      api.asking,
    );
  });
});
