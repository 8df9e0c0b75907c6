import { describe, expect, it } from 'vitest';
import { standingInWords, standingOf } from '../../src/model/rules/standing.js';
import type { Stage } from '../../src/model/values/stage.js';
import { stage } from '../../src/model/values/stage.js';

describe('how far a proposal came', () => {
  it.each<[string, (Stage | null)[]]>([
    ['OPEN', []],
    ['CANCELLED', ['CANCELLED']],
    ['UNCLEAR', [null]],
    ['UNCLEAR', ['UNKNOWN', 'CANCELLED']],
    ['PLANNED', ['PLANNED']],
    ['PLANNED', ['CANCELLED', 'PLANNED', 'UNKNOWN']],
    ['ACTED_ON', ['AGREED']],
    ['ACTED_ON', ['PLANNED', 'UNDER_WAY']],
    ['ACTED_ON', ['SUSPENDED']],
    ['DELIVERED', ['DONE']],
    ['DELIVERED', ['CANCELLED', 'AGREED', 'DONE']],
  ])('is %s after deeds of stage %j', (standing, stages) => {
    expect(standingOf(stages)).toBe(standing);
  });

  it('is something for every stage', () => {
    for (const one of Object.keys(stage.values) as Stage[]) expect(standingOf([one])).not.toBe('OPEN');
  });

  it('never words an open proposal as if nothing was done', () => {
    expect(standingInWords('OPEN', 12)).toBe('No deed recorded as of graph version 12.');
    expect(standingInWords('DELIVERED', 12)).toBe('Delivered as of graph version 12.');
  });
});
