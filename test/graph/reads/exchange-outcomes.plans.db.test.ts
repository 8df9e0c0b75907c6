import { describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import { depthOf } from '../../../src/graph/reads/after-exchange/legs.js';
import { exchangeOutcomes } from '../../../src/graph/reads/exchange-outcomes/answer.js';
import { outcomesStatement } from '../../../src/graph/reads/exchange-outcomes/reading.js';
import { factSensitivityStatement } from '../../../src/graph/reads/fact-sensitivity.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { OutcomesBy } from '../../../src/model/values/exchange-outcomes.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, seek } from '../../support/profile.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';

const asking = commandAsking('test');
const FILTER: CandidateFilter = { ...PATENTS_FILTER, topic: 'topic/g0001' };
const CARDS = { exchange: CARD, country: CARD, group: CARD };

describe('on some thousands of facts, outcomes of exchanges', { timeout: 120_000 }, () => {
  const world = onGenerated();

  it.each<readonly [string, Partial<CandidateFilter>, OutcomesBy]>([
    ['by meeting', {}, 'MEETING'],
    [
      'by topic, of a group',
      { grouping: { group: 'group/none', on: '2015-01-01', surely: false, ends: 'BOTH' } },
      'TOPIC',
    ],
    ['at a meeting, exactly on the topic', { meeting: 'meeting/none', exact: true }, 'YEAR'],
  ])('%s are read along the keys of topic and countries, without a scan', async (_name, more, by) => {
    const plan = await profiled(
      outcomesStatement({ ...FILTER, ...more }, by, CARDS, depthOf(PATENTS_ASKED, false)).statement,
    );
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    expect(seek(plan, 'UNDER(kindKey)')).toBeDefined();
    expect(seek(plan, 'FOR(kindKey)')).toBeDefined();
  });

  it('are counted whole: no exchange and no cooperation is beyond the bounds', async () => {
    const { topic, sharing, modalities } = FILTER;
    const demands = { ...PATENTS_ASKED, topic, sharing, modalities };
    const page = { first: 5, after: null };
    const { all, leftOut } = await exchangeOutcomes(world.door, asking, FILTER, demands, 'YEAR', page, CARDS);
    expect(all.atRisk).toBeGreaterThan(500);
    expect(leftOut).toEqual([]);
  });

  it('facts are counted at each strictness along their keys', async () => {
    const filter = { kinds: ['Cooperation'], dated: { from: '2015-01-01' } };
    const plan = await profiled(factSensitivityStatement(filter));
    expect(found(plan, SCANS), inWords(plan)).toEqual([]);
    expect(seek(plan, 'Fact(kindKey)')).toBeDefined();
  });
});
