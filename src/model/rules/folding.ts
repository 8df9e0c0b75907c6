// Letters that no decomposition takes apart, and Arabic letters that are written one for the other.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ـ: '',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
// Accents, Hebrew points, Arabic vowel signs. Marks of other scripts are letters of their own there.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A text as it is compared: lower case, without accents and vowel signs, letters that are written one for the other made
 * one, words apart by single spaces. `L’Éthiopie` and `l'ethiopie` give `l ethiopie`.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .normalize('NFC')
    .replace(BETWEEN_WORDS, ' ')
    .trim();

/** A code as it is compared: `A/RES/64/222` and `a res 64-222` give `ares64222`. */
export const codeKey = (text: string): string => folded(text).replaceAll(' ', '');

/** Words of a text as they stand, for an analyzer of a language: accents and the apostrophes inside words are kept. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
