import { describe, expect, it } from 'vitest';
import { coverageStateOf, coverOf, type Cover } from '../../src/model/rules/coverage.js';

const world = { country: null, groups: [] };
const egypt = { country: 'country/egy', groups: ['group/g15'] };

describe('what a source covers', () => {
  it.each([
    ['Country:world:COMPLETE', { kind: 'Country', extent: 'world', completeness: 'COMPLETE' }],
    [
      'Topic:cooperation-graph-ip:SELECTIVE',
      { kind: 'Topic', extent: 'cooperation-graph-ip', completeness: 'SELECTIVE' },
    ],
    ['Membership:group/g15:COMPLETE', { kind: 'Membership', extent: 'group/g15', completeness: 'COMPLETE' }],
    ['Country:world', null],
    ['Country::COMPLETE', null],
    ['everything', null],
  ])('%s', (text, cover) => expect(coverOf(text)).toEqual(cover));
});

describe('what no fact means', () => {
  const cover = (text: string): Cover => coverOf(text) as Cover;
  it.each([
    [3, [], world, 'RECORDED'],
    [0, [], world, 'NOT_COVERED'],
    [0, ['Exchange:world:COMPLETE'], world, 'NO_FACT'],
    [0, ['Exchange:world:SELECTIVE'], world, 'NOT_COVERED'],
    [0, ['Funding:world:COMPLETE'], world, 'NOT_COVERED'],
    [0, ['Exchange:country/egy:COMPLETE'], world, 'NOT_COVERED'],
    [0, ['Exchange:country/egy:COMPLETE'], egypt, 'NO_FACT'],
    [0, ['Exchange:country/ind:COMPLETE'], egypt, 'NOT_COVERED'],
    [0, ['Exchange:group/g15:COMPLETE'], egypt, 'NO_FACT'],
    [0, ['Exchange:world:COMPLETE'], egypt, 'NO_FACT'],
  ] as const)('%d facts, %j, %j: %s', (facts, covers, scope, state) =>
    expect(coverageStateOf(facts, covers.map(cover), 'Exchange', scope)).toBe(state),
  );
});
