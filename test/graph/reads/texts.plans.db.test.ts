import { describe, expect, it } from 'vitest';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { TrailFilter } from '../../../src/graph/reads/proposal-trail/conditions.js';
import { trailStatement } from '../../../src/graph/reads/proposal-trail/trails.js';
import { comparisonStatement } from '../../../src/graph/reads/text-comparison/comparison.js';
import type { ComparisonFilter } from '../../../src/graph/reads/text-comparison/units.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS, type Profiled } from '../../support/profile.js';

const PAGE = { first: 20, after: null };

describe('on some thousands of facts and two versions of a text, the plan of', { timeout: 120_000 }, () => {
  onGenerated();

  const trail = (more: Partial<TrailFilter> = {}): Promise<Profiled> =>
    profiled(
      trailStatement(
        {
          proposal: null,
          declared: {},
          position: null,
          takenUp: null,
          takenUpAs: null,
          standing: null,
          evidence: {},
          ...more,
        },
        PAGE,
        'NO',
        {
          proposal: CARD,
          addressee: CARD,
          position: CARD,
          deed: CARD,
          endorsement: CARD,
          succession: CARD,
        },
      ).statement,
    );

  it.each<readonly [string, Partial<TrailFilter>, number]>([
    ['twenty proposals', {}, 6_000],
    ['one proposal', { proposal: 'proposal/earlier-0003' }, 250],
    ['proposals by verb', { declared: { values: { provisionAct: ['URGE'] } } }, 6_500],
    [
      'proposals made by a country',
      { position: { acts: ['MAKES'], actors: { ids: ['country/g0001'], every: false } } },
      12_000,
    ],
    ['proposals that nobody took up', { takenUp: false }, 6_500],
    ['open proposals', { standing: ['OPEN'] }, 7_000],
  ])('the trails of %s walks proposals by id and no others', async (_name, filter, most) => {
    const plan = await trail(filter);
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(most);
  });

  const compared = (more: Partial<ComparisonFilter> = {}): Promise<Profiled> =>
    profiled(
      comparisonStatement(
        {
          from: 'document/earlier',
          to: 'document/later',
          sides: null,
          units: null,
          outcomes: null,
          strength: null,
          changed: null,
          acts: null,
          addressees: null,
          fromUnits: null,
          toUnits: null,
          fromPart: null,
          toPart: null,
          evidence: {},
          ...more,
        },
        PAGE,
        { document: CARD, unit: CARD, succession: CARD, addressee: CARD },
      ).statement,
    );

  it.each<readonly [string, Partial<ComparisonFilter>]>([
    ['all units', {}],
    ['units dropped', { outcomes: ['DROPPED'] }],
    ['provisions by verb and addressee', { acts: ['URGE'], addressees: ['country/g0001'] }],
    ['units beneath one', { fromUnits: ['paragraph/earlier-0003'] }],
  ])('two texts by %s costs what their 480 units cost, whatever else stands there', async (_name, filter) => {
    const plan = await compared(filter);
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(100_000);
  });
});
