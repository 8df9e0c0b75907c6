import { parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { COSTS_OF_AN_OPERATION } from '../../src/api/limits/figures.js';
import { knownCost } from '../../src/api/limits/known-costs.js';

const operation = (): OperationDefinitionNode =>
  parse('query($first: Int) { a }').definitions[0] as OperationDefinitionNode;

/** Costs one more each time that it is really worked out. */
const counter = (): (() => number) => {
  let count = 0;
  return () => ++count;
};

describe('the known cost of an operation', () => {
  it('is worked out once for variables that differ in their texts only', () => {
    const [asked, work] = [operation(), counter()];
    expect(knownCost(asked, { country: 'country/egy', first: 20 }, work)).toBe(1);
    expect(knownCost(asked, { country: 'country/bra', first: 20 }, work)).toBe(1);
    expect(knownCost(operation(), { country: 'country/egy', first: 20 }, work)).toBe(2);
  });

  it.each([
    [{ first: 20 }, { first: 21 }],
    [{ names: true }, { names: false }],
    [{ ids: ['a'] }, { ids: ['a', 'b'] }],
    [{ ids: [] }, {}],
    [{ filter: { first: 1 } }, { filter: { first: 2 } }],
    [{ filter: { last: 1 } }, { filter: { first: 1 } }],
    [{ first: null }, { first: 0 }],
  ])('is worked out anew where %o becomes %o', (one, other) => {
    const [asked, work] = [operation(), counter()];
    expect(knownCost(asked, one, work)).toBe(1);
    expect(knownCost(asked, other, work)).toBe(2);
  });

  it('is forgotten for further variables once many are known', () => {
    const [asked, work] = [operation(), counter()];
    for (let first = 0; first < COSTS_OF_AN_OPERATION + 5; first += 1) knownCost(asked, { first }, work);
    const before = work();
    expect(knownCost(asked, { first: 0 }, work)).toBe(1);
    expect(knownCost(asked, { first: 1_000 }, work)).toBe(before + 1);
    expect(knownCost(asked, { first: 1_000 }, work)).toBe(before + 2);
  });
});
