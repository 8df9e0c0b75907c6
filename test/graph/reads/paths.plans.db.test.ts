import { describe, expect, it } from 'vitest';
import { pathsStatement } from '../../../src/graph/reads/paths/paths.js';
import type { PathFilter } from '../../../src/graph/reads/paths/steps.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { onGenerated } from '../../support/generated.js';
import { profiled, type Profiled } from '../../support/profile.js';

const SCANS = /Scan$|^CartesianProduct$/;

const FILTER: PathFilter = {
  from: 'country/g0140',
  to: 'country/g0149',
  maxSteps: 3,
  connecting: ['COUNTRY', 'AGENCY', 'MEETING', 'INITIATIVE'],
  maxHubDegree: 200,
  maxParties: 12,
  stages: COUNTED,
  facts: {},
};

describe('on some thousands of facts, paths', { timeout: 120_000 }, () => {
  onGenerated();

  const asked = (more: Partial<PathFilter>): Promise<Profiled> =>
    profiled(
      pathsStatement({ ...FILTER, ...more }, { first: 20, after: null }, true, { entity: CARD, fact: CARD })
        .statement,
    );

  it.each<readonly [string, Partial<PathFilter>]>([
    ['of two quiet countries', {}],
    ['through topics', { connecting: ['TOPIC'] }],
    [
      'of a filter',
      { facts: { evidence: { minCertainty: 'STATED' }, topics: { ids: ['topic/g0001'], exact: false } } },
    ],
    ['of a busy and a quiet country', { from: 'country/g0000', maxHubDegree: null }],
  ])('%s begin at the two ends, without a scan', async (_name, more) => {
    const { steps } = await asked(more);
    const scans = steps.filter(
      ({ operator, rows }) => SCANS.test(operator) && !(operator === 'CartesianProduct' && rows <= 1),
    );
    expect(scans).toEqual([]);
    expect(
      steps.filter(({ operator, details }) => /Seek/.test(operator) && /Entity\(id\)/.test(details)).length,
    ).toBeGreaterThan(1);
  });

  it('look at no more than the ends and what is open next to them', async () => {
    expect((await asked({ from: 'country/g0000' })).hits).toBeLessThan(2_000_000);
  });
});
