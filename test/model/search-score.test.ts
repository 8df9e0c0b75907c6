import { describe, expect, it } from 'vitest';
import { folded } from '../../src/model/rules/folding.js';
import { closest, fitOf, nameScore, rankOf } from '../../src/model/rules/search-score.js';

describe('the score of a name', () => {
  it.each([
    ['patents', 'patents', false, 899],
    ['patents on medicines', 'patents', false, 734],
    ['law of patents', 'patents', false, 649],
    ['law of patents', 'patents law', false, 677],
    ['patents', 'pat', false, null],
    ['patents', 'pat', true, 742],
    ['law of patents', 'law pat', true, 649],
    ['law of patents', 'pat law', true, null],
    ['patents', 'patents law', false, null],
  ])('%s for %s', (name, typed, prefix, expected) => {
    expect(nameScore(name, typed, prefix)).toBe(expected);
  });

  it('ranks a whole code first, a word form in a gist last', () => {
    expect(rankOf('CODE', 'WHOLE')).toBe(9);
    expect(rankOf('GIST', 'WORD_FORMS')).toBe(1);
    expect([999, 899, 742, 649, 500, 450, 302, 299, 100].map(fitOf)).toEqual([
      'WHOLE',
      'WHOLE',
      'BEGINNING',
      'WORDS',
      'WORD_FORMS',
      'BEGINNING',
      'WORDS',
      'WORDS',
      'WORD_FORMS',
    ]);
    expect(() => rankOf('GIST', 'WHOLE')).toThrow(/not searched/);
  });

  it.each([
    [['Patent law', 'Marks'], 'patents', 'Patent law'],
    [['Law on patents in medicine', 'Patents'], 'patents', 'Patents'],
    [['Éthiopie', 'Abyssinia'], 'ethiop', 'Éthiopie'],
    [['Compulsory licences', 'Leave'], 'licensing', 'Compulsory licences'],
    [[], 'a', ''],
  ])('of %j, %s means %s', (texts, typed, expected) => {
    expect(closest(texts, typed, folded)).toBe(expected);
  });
});
