import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closure, isOnOrNarrower } from '../../src/model/rules/topics.js';

const tree = (links: Record<string, string[]>): Map<string, string[]> => new Map(Object.entries(links));

const ip = tree({
  patents: ['ip'],
  'pharmaceutical-patents': ['patents', 'health'],
  'patent-linkage': ['ip', 'pharmaceutical-patents'],
  trademarks: ['ip'],
  health: [],
});

describe('topics within topics', () => {
  it('gives each topic itself and all broader ones by the shortest way', () => {
    const known = closure(ip);
    expect(Object.fromEntries(known.get('patent-linkage') ?? [])).toEqual({
      'patent-linkage': 0,
      'pharmaceutical-patents': 1,
      ip: 1,
      patents: 2,
      health: 2,
    });
    expect(Object.fromEntries(known.get('ip') ?? [])).toEqual({ ip: 0 });
    expect(closure(new Map()).size).toBe(0);
  });

  it.each([
    ['patents', 'patents', true],
    ['pharmaceutical-patents', 'patents', true],
    ['patent-linkage', 'ip', true],
    ['patents', 'pharmaceutical-patents', false],
    ['trademarks', 'patents', false],
    ['ip', 'patents', false],
    ['unheard-of', 'unheard-of', true],
    ['unheard-of', 'patents', false],
  ])('%s on %s or narrower: %s', (topic, asked, expected) => {
    expect(isOnOrNarrower(topic, asked, closure(ip))).toBe(expected);
  });

  it.each<[string, Record<string, string[]>, string[]]>([
    ['a topic in itself', { a: ['a'] }, ['a -> a']],
    ['a circle of two', { a: ['b'], b: ['a'] }, ['a -> b -> a']],
    ['a circle below others', { x: ['a'], a: ['b'], b: ['c', 'ip'], c: ['a'] }, ['a -> b -> c -> a']],
    ['two circles', { a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, ['a -> b -> a', 'c -> d -> c']],
  ])('refuses %s', (_case, links, circles) => {
    for (const circle of circles) expect(() => closure(tree(links))).toThrow(circle);
    expect(() => closure(tree(links))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('holds the least distance on any hierarchy without circles', () => {
    const links = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 20, maxLength: 40 });
    fc.assert(
      fc.property(links, (pairs) => {
        const broader = new Map<string, string[]>();
        for (const [a, b] of pairs.filter(([from, to]) => from < to)) {
          broader.set(`${a}`, [...(broader.get(`${a}`) ?? []), `${b}`]);
        }
        const known = closure(broader);
        for (const [topic, distances] of known) {
          expect(distances.get(topic)).toBe(0);
          for (const [target, distance] of distances) {
            if (target === topic) continue;
            const steps = (broader.get(topic) ?? []).map((next) => known.get(next)?.get(target) ?? Infinity);
            expect(distance).toBe(1 + Math.min(...steps));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is quick and safe on a long chain', () => {
    const chain = new Map(Array.from({ length: 500 }, (_, i) => [`${i}`, i < 499 ? [`${i + 1}`] : []]));
    expect(closure(chain).get('0')?.get('499')).toBe(499);
  });
});
