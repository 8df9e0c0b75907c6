import { describe, expect, it } from 'vitest';
import { sharedInitiatives, type InitiativeFact } from '../../src/model/rules/shared-initiatives.js';

/** A fact as `id:countries:initiatives`, for example `f:ab:t` where a and b stand in t. */
const fact = (text: string): InitiativeFact => {
  const [id = '', countries = '', initiatives = ''] = text.split(':');
  return { id, countries: [...countries], initiatives: [...initiatives] };
};

describe('the initiatives in which two countries stand', () => {
  it.each<readonly [facts: string, shared: string]>([
    ['f:a:t g:b:t', 't by f g'],
    ['f:ab:t', 't by f'],
    ['f:a:t g:b:u', ''],
    ['f:a:t g:c:t', ''],
    ['g:a:u f:b:u h:a:t i:b:t', 't by h i; u by f g'],
    ['f:a:tu g:b:t', 't by f g'],
    ['f:a:t f2:a:t g:b:t', 't by f f2 g'],
    ['f:a: g:b:', ''],
    ['', ''],
  ])('%s: %s', (facts, shared) => {
    const by = sharedInitiatives(facts.split(' ').map(fact));
    const told = (a: string, b: string): string =>
      by(a, b)
        .map(({ initiative, facts: ids }) => `${initiative} by ${ids.join(' ')}`)
        .join('; ');
    expect(told('a', 'b')).toBe(shared);
    expect(told('b', 'a')).toBe(shared);
  });
});
