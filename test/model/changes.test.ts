import { describe, expect, it } from 'vitest';
import { thingChangeOf } from '../../src/model/rules/changes.js';

describe('what readers see to have happened', () => {
  it.each([
    [null, 'ACCEPTED', true, 'ADDED'],
    [null, 'SUBMITTED', true, null],
    ['SUBMITTED', 'ACCEPTED', true, 'ADDED'],
    ['SUBMITTED', 'WITHDRAWN', true, null],
    ['WITHDRAWN', 'ACCEPTED', true, 'RETURNED'],
    ['WITHDRAWN', 'DISPUTED', true, 'RETURNED'],
    ['WITHDRAWN', 'WITHDRAWN', true, null],
    ['ACCEPTED', 'WITHDRAWN', true, 'WITHDRAWN'],
    ['DISPUTED', 'SUBMITTED', true, 'WITHDRAWN'],
    ['ACCEPTED', 'DISPUTED', true, 'CHANGED'],
    ['ACCEPTED', 'ACCEPTED', true, 'CHANGED'],
    ['ACCEPTED', 'ACCEPTED', false, null],
  ] as const)('from %s to %s, other: %s, is %s', (before, after, differs, what) => {
    expect(thingChangeOf({ before, after, differs })).toBe(what);
  });
});
