import { describe, expect, it } from 'vitest';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { statisticsStatement } from '../../../src/graph/reads/statistics.js';
import { timelineStatement } from '../../../src/graph/reads/timeline.js';
import { dimension, type Dimension } from '../../../src/model/values/counting.js';
import { onGenerated } from '../../support/generated.js';
import { found, inWords, profiled, SCANS } from '../../support/profile.js';

const ON_TOPIC: FactFilter = { topics: { ids: ['topic/g0050'], exact: false } };

describe('on some thousands of facts, counting', { timeout: 120_000 }, () => {
  onGenerated();

  it('over time reads the facts of the filter and no others', async () => {
    const plan = await profiled(timelineStatement(ON_TOPIC, 'YEAR'));
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(2_000);
  });

  it.each(Object.keys(dimension.values) as Dimension[])('by %s scans nothing', async (by) => {
    const counted = { dimension: by, scheme: by === 'GROUP' ? 'UN M49' : null, on: null };
    const plan = await profiled(statisticsStatement(ON_TOPIC, counted, 20, CARD).statement);
    expect(found(plan, SCANS)).toEqual([]);
    expect(plan.hits, inWords(plan)).toBeLessThan(6_000);
  });
});
