import { describe, expect, it } from 'vitest';
import { codeKey, folded, wordsOf } from '../../src/model/rules/folding.js';

describe('folding', () => {
  it.each([
    ['Éthiopie', 'ethiopie'],
    ['E\u0301thiopie', 'ethiopie'],
    ['L’Éthiopie', 'l ethiopie'],
    ['Straße STRASSE', 'strasse strasse'],
    ['DİYARBAKIR ılıca', 'diyarbakir ilica'],
    ['Łódź, Øresund, Æther', 'lodz oresund aether'],
    ['إثيوبيا أروبا آسيا ٱلله', 'اثيوبيا اروبا اسيا الله'],
    ['بَرَاءات', 'براءات'],
    ['مكتبـــة', 'مكتبه'],
    ['Ёлка', 'елка'],
    ['ＰＣＴ ﬁle', 'pct file'],
    ['١٢٣ ۴۵', '123 45'],
    ['A/RES/64/222', 'a res 64 222'],
    ['हिन्दी', 'हिन्दी'],
    ['"*()~', ''],
    ['\ud800', ''],
  ])('%s is compared as %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('is the same when done twice', () => {
    for (const text of ['L’Éthiopie', 'ﷺ', 'Straße', '中国', 'ﬁ½™'])
      expect(folded(folded(text))).toBe(folded(text));
  });

  it('makes one key of a code however it is parted', () => {
    expect(new Set(['A/RES/64/222', 'a res 64-222', 'ARES64222'].map(codeKey))).toEqual(
      new Set(['ares64222']),
    );
  });

  it.each([
    ["l'Éducation, l’éducation", ["l'éducation", "l'éducation"]],
    ["'quoted' a'", ['quoted', 'a']],
    ['+a -b "c" d*', ['a', 'b', 'c', 'd']],
    ['AND OR', ['and', 'or']],
    ['\u0301 - ™', ['tm']],
  ])('words of %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});
