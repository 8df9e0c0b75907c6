import { describe, expect, it } from 'vitest';
import { dependsOn, independent, type GroundedClaim } from '../../src/model/rules/independence.js';

const stated = (id: string): GroundedClaim => ({ id, certainty: 'STATED', inferredFrom: [] });
const inferred = (id: string, ...inferredFrom: string[]): GroundedClaim => ({
  id,
  certainty: 'INFERRED',
  inferredFrom,
});
const groundsOf = (...claims: GroundedClaim[]): Map<string, readonly string[]> =>
  new Map(claims.map((claim) => [claim.id, claim.inferredFrom]));

const other = new Set(['c1', 'c2']);

describe('a leg that rests on another', () => {
  it.each<[string, GroundedClaim[], GroundedClaim[], boolean]>([
    ['inferred from a claim of the other', [inferred('e1', 'c1')], [], true],
    ['inferred from several, one of them', [inferred('e1', 'x1', 'c2')], [], true],
    ['over steps', [inferred('e1', 'x1')], [inferred('x1', 'x2'), inferred('x2', 'c1')], true],
    ['each in its own way', [inferred('e1', 'c1'), inferred('e2', 'c2')], [], true],
    ['inferred from something else', [inferred('e1', 'x1')], [stated('x1')], false],
    ['inferred from what is not known', [inferred('e1')], [], false],
    ['stated', [stated('e1')], [], false],
    ['stated somewhere beside', [inferred('e1', 'c1'), stated('e2')], [], false],
    ['inferred otherwise beside', [inferred('e1', 'c1'), inferred('e2', 'x1')], [], false],
    ['in a circle', [inferred('e1', 'x1')], [inferred('x1', 'x2'), inferred('x2', 'x1')], false],
    ['nothing at all', [], [], false],
  ])('%s', (_case, leg, between, expected) => {
    expect(dependsOn(leg, other, groundsOf(...leg, ...between))).toBe(expected);
  });
});

describe('independent legs', () => {
  const cooperation = { existence: [stated('c1')], claims: new Set(['c1', 'origin']) };

  it('are not, when the exchange is inferred from the origin of the cooperation', () => {
    const exchange = { existence: [inferred('e1', 'origin')], claims: new Set(['e1', 'e-period']) };
    const grounds = groundsOf(...exchange.existence);
    expect(independent([exchange, cooperation], grounds)).toBe(false);
    expect(independent([cooperation, exchange], grounds)).toBe(false);
  });

  it('are, when the exchange is stated elsewhere too', () => {
    const exchange = { existence: [inferred('e1', 'c1'), stated('e2')], claims: new Set(['e1', 'e2']) };
    expect(independent([exchange, cooperation], groundsOf(...exchange.existence))).toBe(true);
  });

  it('are, for a leg alone, even inferred from its own claims', () => {
    const exchange = { existence: [inferred('e1', 'e2')], claims: new Set(['e1', 'e2']) };
    expect(independent([exchange], groundsOf(...exchange.existence))).toBe(true);
  });
});
