import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { cypher, int, statement } from '../../../src/graph/cypher.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import {
  exchangeOutcomes,
  type ExchangeOutcomes,
  type OutcomeProjection,
} from '../../../src/graph/reads/exchange-outcomes/answer.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';
import { testEngine } from '../../support/engine.js';
import { STORY, tell } from '../../support/story.js';

const asking = commandAsking('test');
const COUNTED: OutcomeProjection = {
  exchange: CARD,
  country: CARD,
  group: null,
  counts: true,
  groups: true,
  rows: true,
  cover: false,
  leftOut: true,
  because: true,
};
const LISTED = { ...COUNTED, counts: false, groups: false };

/** So many bilateral cooperations of two countries, long before all others, as the stored graph has them. */
const manyBetween = (a: string, b: string, count: number) =>
  statement(
    'manyCooperations',
    cypher`MATCH (a:Entity {id: ${a}}), (b:Entity {id: ${b}})
UNWIND range(1, ${int(count)}) AS n
WITH a, b, 'cooperation/many-' + a.name + b.name + n AS id
CREATE (c:Fact:Cooperation {id: id, kindKey: 'Cooperation|1990|' + id, pairMax: a.id + '|' + b.id + '|1990|' + id,
  startMin: '1990-01-01', startMax: '1990-12-31', endMin: '1990-01-01', endMax: '1990-12-31',
  modality: 'BILATERAL', stage: 'DONE', status: 'ACCEPTED', certainty: 'STATED'})
WITH a, b, c
UNWIND [a, b] AS country
CREATE (c)-[:FOR {kindKey: country.id + '|' + c.kindKey, own: true, ties: true, roles: ['partner']}]->(country)`,
  );

describe('more cooperations than one question could hold', { timeout: 120_000 }, () => {
  let door: Door;
  let before: ExchangeOutcomes;
  const ask = (
    wanted: OutcomeProjection,
    first = 100,
    after: string | null = null,
  ): Promise<ExchangeOutcomes> =>
    exchangeOutcomes(door, asking, PATENTS_FILTER, PATENTS_ASKED, 'YEAR', { first, after }, wanted);
  const pairs = ({ none }: ExchangeOutcomes): string[] =>
    none.map(({ countries }) => countries.map(({ id }) => id.slice(8)).join('-'));
  const more = (a: string, b: string, count: number): Promise<unknown> =>
    door.write((tx) => tx.run(manyBetween(`country/${a}`, `country/${b}`, count)), asking);
  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
    await tell(door, asking, STORY);
    before = await ask(COUNTED);
    // These two never shared on patents; each shared with others.
    await more('arn', 'hov', 10_500);
  });
  afterAll(() => door.close());

  it.each([
    ['counted', COUNTED],
    ['listed', LISTED],
  ])('changes nothing of other pairs, %s', async (_name, wanted) => {
    const found = await ask(wanted);
    expect(before.none.length).toBeGreaterThan(5);
    expect(found.none.map(({ key, because }) => [key, because])).toEqual(
      before.none.map(({ key, because }) => [key, because]),
    );
    expect(found.leftOut).toEqual(before.leftOut);
    if (wanted.counts) expect([found.all, found.groups]).toEqual([before.all, before.groups]);
  });

  it('lists page by page what it lists at once', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await ask(LISTED, 3, after);
      found.push(...pairs(page));
      if (!page.hasNext) break;
      after = page.end ?? page.none.at(-1)?.key ?? null;
    }
    expect(found).toEqual(pairs(before));
  });

  it('looks at all of a pair while it can; beyond that the pair is left out, not listed', async () => {
    expect(pairs(before)).toEqual(expect.arrayContaining(['arn-cor', 'bel-cor']));
    // More than are read at first, and more than are read at all.
    await more('arn', 'cor', 250);
    await more('bel', 'cor', 2_000);
    for (const wanted of [COUNTED, LISTED]) {
      const found = await ask(wanted);
      expect(pairs(found)).toEqual(pairs(before).filter((pair) => pair !== 'bel-cor'));
      expect(found.leftOut).toContainEqual({ reason: 'COOPERATION_NOT_REACHED', count: 1 });
      expect(found.none.find(({ key }) => key.endsWith('country/arn|country/cor'))?.because).toBe(
        'COOPERATED_BEFORE',
      );
      if (found.all) expect(found.all.noneRecorded).toBe((before.all?.noneRecorded ?? 0) - 1);
    }
    // Somebody else's pair, which cooperated after many earlier ones, is none of these.
    await more('arn', 'bel', 300);
    expect(pairs(await ask(LISTED))).not.toContain('arn-bel');
  });
});

describe('more steps than are taken', () => {
  it('says how many pairs are counted, and where a short page goes on', async () => {
    vi.resetModules();
    vi.doMock('../../../src/model/rules/after-exchange.js', async (original) => ({
      ...(await original<object>()),
      // Two pairs are as many as the steps allow.
      stepsToWeigh: () => 99_999,
    }));
    const fresh = await import('../../../src/graph/reads/exchange-outcomes/answer.js');
    const { openDoor: open } = await import('../../../src/graph/door.js');
    const door = open({ ...testEngine(), timeouts: PATIENT });
    const ask = (after: string | null, wanted: OutcomeProjection): Promise<ExchangeOutcomes> =>
      fresh.exchangeOutcomes(
        door,
        asking,
        PATENTS_FILTER,
        PATENTS_ASKED,
        'YEAR',
        { first: 50, after },
        wanted,
      );
    try {
      const counted = await ask(null, COUNTED);
      expect(counted.all?.atRisk).toBe(2);
      expect(counted).toMatchObject({ stopped: true, hasNext: true });
      expect(counted.leftOut).toContainEqual({ reason: 'COUNT_STOPPED', count: 2 });
      const keys: string[] = [];
      let pages = 0;
      for (let after: string | null = null; ; pages += 1) {
        const page = await ask(after, LISTED);
        keys.push(...page.none.map(({ key }) => key));
        expect(page.none.length).toBeLessThanOrEqual(2);
        if (!page.hasNext) break;
        after = page.end;
        expect(after).not.toBeNull();
      }
      expect(pages).toBeGreaterThan(5);
      expect(keys.length).toBeGreaterThan(5);
      expect(keys).toEqual([...new Set(keys)].sort());
    } finally {
      vi.doUnmock('../../../src/model/rules/after-exchange.js');
      await door.close();
    }
  });
});
