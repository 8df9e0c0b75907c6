import { describe, expect, it } from 'vitest';
import type { MatchFilter } from '../../../src/graph/reads/matches/conditions.js';
import { matchesStatement } from '../../../src/graph/reads/matches/matches.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { MATCH_WEIGHTS } from '../../../src/model/values/matches.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { onGenerated } from '../../support/generated.js';
import { profiled } from '../../support/profile.js';

const SCANS = /Scan$|^CartesianProduct$/;

const FILTER: MatchFilter = {
  topic: null,
  country: null,
  candidate: null,
  forms: ['NEED', 'CALL'],
  standing: ['OPEN'],
  broader: true,
  most: 5,
  maxParties: 40,
  weights: MATCH_WEIGHTS,
  stages: COUNTED,
  facts: {},
};

describe('on some thousands of facts, matches', { timeout: 120_000 }, () => {
  onGenerated();

  it.each<readonly [string, Partial<MatchFilter>, RegExp]>([
    ['of all needs walk the ids', {}, /Entity\(id\)|n:Entity/],
    ['of a topic begin at the topic', { topic: 'topic/g0001' }, /Entity\(id\)/],
    ['of a country begin at its positions', { country: 'country/g0003' }, /FOR\(kindKey\)/],
  ])('%s, without a scan', async (_name, more, start) => {
    const wanted = { need: CARD, actor: CARD, fact: CARD };
    const { statement } = matchesStatement({ ...FILTER, ...more }, { first: 20, after: null }, true, wanted);
    const { steps } = await profiled(statement);
    const scans = steps.filter(
      ({ operator, rows }) => SCANS.test(operator) && !(operator === 'CartesianProduct' && rows <= 1),
    );
    expect(scans).toEqual([]);
    expect(steps.some(({ operator, details }) => /Seek/.test(operator) && start.test(details))).toBe(true);
  });
});
