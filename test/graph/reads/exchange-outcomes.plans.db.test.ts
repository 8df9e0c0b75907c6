import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Statement } from '../../../src/graph/cypher.js';
import type { Door } from '../../../src/graph/door.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import { depthOf } from '../../../src/graph/reads/after-exchange/legs.js';
import {
  exchangeOutcomes,
  type ExchangeOutcomes,
  type OutcomeProjection,
} from '../../../src/graph/reads/exchange-outcomes/answer.js';
import { looksStatement } from '../../../src/graph/reads/exchange-outcomes/looks.js';
import { sharingStatement } from '../../../src/graph/reads/exchange-outcomes/reading.js';
import { factSensitivityStatement } from '../../../src/graph/reads/fact-sensitivity.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { Demands } from '../../../src/model/rules/after-exchange.js';
import type { OutcomesBy } from '../../../src/model/values/exchange-outcomes.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek } from '../../support/profile.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';

const asking = commandAsking('test');
const FILTER: CandidateFilter = { ...PATENTS_FILTER, topic: 'topic/g0001' };
const WANTED = {
  exchange: CARD,
  country: CARD,
  group: CARD,
  counts: true,
  groups: true,
  rows: true,
  cover: true,
  leftOut: true,
  because: true,
};
const LISTED = {
  ...WANTED,
  counts: false,
  groups: false,
  group: null,
  cover: false,
  leftOut: false,
  because: false,
};
const DEMANDS = { ...PATENTS_ASKED, topic: FILTER.topic };
const DEPTH = depthOf(DEMANDS, false);

describe('on some thousands of facts, outcomes of exchanges', { timeout: 120_000 }, () => {
  const world = onGenerated();
  const ask = (wanted: OutcomeProjection, first = 20): Promise<ExchangeOutcomes> =>
    exchangeOutcomes(world.door, asking, FILTER, DEMANDS, 'YEAR', { first, after: null }, wanted);
  /** Hits of all statements that an answer takes, by their names. */
  async function hitsOf(wanted: OutcomeProjection, first = 20): Promise<Readonly<Record<string, number>>> {
    const sent: Statement[] = [];
    const door: Door = {
      ...world.door,
      read: (asked, as) => {
        sent.push(asked);
        return world.door.read(asked, as);
      },
    };
    await exchangeOutcomes(door, asking, FILTER, DEMANDS, 'YEAR', { first, after: null }, wanted);
    const hits: Record<string, number> = {};
    for (const one of sent) {
      const plan = await profiled(one);
      expect(found(plan, SCANS), inWords(plan)).toEqual([]);
      hits[one.name] = (hits[one.name] ?? 0) + plan.hits;
    }
    return hits;
  }

  it.each<readonly [string, Partial<CandidateFilter>, OutcomesBy, readonly string[]]>([
    ['by meeting', {}, 'MEETING', ['UNDER(kindKey)', 'FOR(kindKey)']],
    [
      'by topic, of a group',
      { grouping: { group: 'group/none', on: '2015-01-01', surely: false, ends: 'BOTH' } },
      'TOPIC',
      ['UNDER(kindKey)', 'FOR(kindKey)'],
    ],
    [
      'at a meeting, exactly on the topic',
      { meeting: 'meeting/none', exact: true },
      'YEAR',
      ['UNDER(kindKey)'],
    ],
    ['where alike topics are one', { together: true }, 'YEAR', ['UNDER(kindKey)', 'FOR(kindKey)']],
  ])('%s are read along the keys of topic and countries, without a scan', async (_name, more, by, keys) => {
    const plan = await profiled(sharingStatement({ ...FILTER, ...more }, by, WANTED, DEPTH).statement);
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    for (const key of keys) expect(seek(plan, key), inWords(plan)).toBeDefined();
  });

  it.each<readonly [string, Demands['modalities'], string]>([
    ['of two countries alone, by one seek of each pair', ['BILATERAL'], 'pairMax'],
    ['of any form, from both countries', ['BILATERAL', 'TRIANGULAR'], 'UNIQUE b:Entity(id)'],
  ])('cooperations are looked up: %s', async (_name, modalities, sought) => {
    const plan = await profiled(
      looksStatement([['country/g0000', 'country/g0001']], { ...DEMANDS, modalities }, DEPTH),
    );
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    expect(inWords(plan)).toContain(sought);
  });

  it('a page looks up its own pairs, and no more; what is not selected is not read', async () => {
    const listed = await hitsOf(LISTED);
    const whole = await hitsOf(WANTED);
    expect(Object.keys(listed)).toEqual(['exchangeOutcomes', 'cooperationsOfPairs', 'pairsWithNone']);
    expect(Object.keys(whole)).toEqual(Object.keys(listed));
    for (const name of Object.keys(listed)) expect(listed[name], name).toBeLessThan(whole[name] ?? 0);
    expect(listed['cooperationsOfPairs']).toBeLessThan(0.1 * (whole['cooperationsOfPairs'] ?? 0));
    expect(Object.keys(await hitsOf({ ...WANTED, rows: false }))).toEqual([
      'exchangeOutcomes',
      'cooperationsOfPairs',
    ]);
  });

  it('are counted whole: no exchange and no pair is beyond the bounds', async () => {
    const { all, stopped, leftOut } = await ask(WANTED, 5);
    expect(all?.atRisk).toBeGreaterThan(500);
    expect(stopped).toBe(false);
    expect(leftOut).toEqual([]);
  });

  it('facts are counted at each strictness along their keys', async () => {
    const filter = { kinds: ['Cooperation'], dated: { from: '2015-01-01' } };
    const plan = await profiled(factSensitivityStatement(filter));
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    expect(seek(plan, 'Fact(kindKey)')).toBeDefined();
  });
});
