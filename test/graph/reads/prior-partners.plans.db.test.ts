import { describe, expect, it } from 'vitest';
import { partnersStatement } from '../../../src/graph/reads/prior-partners/partners.js';
import type { PartnerFilter } from '../../../src/graph/reads/prior-partners/ties.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { PARTNER_WEIGHTS } from '../../../src/model/values/partners.js';
import { COUNTED } from '../../../src/model/values/stage.js';
import { onGenerated } from '../../support/generated.js';
import { profiled, type Profiled } from '../../support/profile.js';

const SCANS = /Scan$|^CartesianProduct$/;

const FILTER: PartnerFilter = {
  topic: 'topic/g0050',
  exact: false,
  country: 'country/g0003',
  roles: null,
  maxParties: 40,
  stages: COUNTED,
  recentFrom: null,
  weights: PARTNER_WEIGHTS,
  twoSteps: true,
  facts: {},
};

describe('on some thousands of facts, prior partners', { timeout: 120_000 }, () => {
  onGenerated();

  const asked = (more: Partial<PartnerFilter>, survey = true): Promise<Profiled> =>
    profiled(
      partnersStatement({ ...FILTER, ...more }, { first: 20, after: null }, survey, {
        country: CARD,
        fact: CARD,
        agency: CARD,
      }).statement,
    );

  it.each<readonly [string, Partial<PartnerFilter>]>([
    ['of a busy country on a narrow topic', {}],
    ['of anyone', { country: null }],
    ['in roles, on exactly the topic', { roles: ['provider'], exact: true }],
    ['of a filter', { facts: { dated: { from: '2015-01-01' }, evidence: { minCertainty: 'STATED' } } }],
  ])('%s are found without a scan, from the keys of topic and country', async (_name, more) => {
    const { steps } = await asked(more);
    const scans = steps.filter(
      ({ operator, rows }) => SCANS.test(operator) && !(operator === 'CartesianProduct' && rows <= 1),
    );
    expect(scans).toEqual([]);
    const seeks = steps.filter(({ operator }) => operator === 'DirectedRelationshipIndexSeekByRange');
    expect(seeks.length).toBeGreaterThan(3);
  });

  it('read what stands on the topic and at the country, not the graph', async () => {
    expect((await asked({}, false)).hits).toBeLessThan(100_000);
  });
});
