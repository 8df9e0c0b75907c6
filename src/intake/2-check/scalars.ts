import type { Attribute } from '../../model/declaration.js';
import type { Enumeration } from '../../model/values/enumeration.js';

/** A value, or the sentence that says what is wrong with its text. */
export type Parsed<V> = { readonly value: V } | { readonly wrong: string };

const DIGITS = 15;

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day of the calendar. */
export const dayOf = (text: string): Parsed<string> =>
  isDay(text)
    ? { value: text }
    : { wrong: `"${text}" is not a day of the calendar; write it as YYYY-MM-DD, for example 2013-05-06.` };

/** A whole number that is held exactly. */
export function wholeOf(text: string): Parsed<number> {
  if (!/^-?\d+$/.test(text))
    return { wrong: `"${text}" is not a whole number; write digits only, for example 3000000000.` };
  return Number.isSafeInteger(Number(text))
    ? { value: Number(text) + 0 }
    : {
        wrong: `"${text}" is too large to be held exactly; whole numbers go up to ${Number.MAX_SAFE_INTEGER}.`,
      };
}

/** A number with or without a fraction that is held exactly as written. */
export function decimalOf(text: string): Parsed<number> {
  if (/^-?\d+$/.test(text)) return wholeOf(text);
  if (!/^-?\d+\.\d+$/.test(text))
    return {
      wrong: `"${text}" is not a number; write digits with a point for the fraction, for example 1250000.50.`,
    };
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= DIGITS
    ? { value: Number(text) + 0 }
    : { wrong: `"${text}" has more than ${DIGITS} digits and cannot be held exactly; round it.` };
}

/** One value of a closed list. */
export function valueIn<E extends Enumeration>(
  enumeration: E,
  text: string,
): Parsed<Extract<keyof E['values'], string>> {
  return Object.hasOwn(enumeration.values, text)
    ? { value: text as Extract<keyof E['values'], string> }
    : {
        wrong: `"${text}" is no ${enumeration.name}; use one of ${Object.keys(enumeration.values).join(', ')}.`,
      };
}

/** One value of an attribute. */
export function scalarOf(attribute: Attribute, text: string): Parsed<string | number | boolean> {
  switch (attribute.type) {
    case 'text':
      return { value: text };
    case 'integer':
      return wholeOf(text);
    case 'decimal':
      return decimalOf(text);
    case 'boolean':
      return text === 'yes' || text === 'no'
        ? { value: text === 'yes' }
        : { wrong: `"${text}" is neither yes nor no; write one of the two.` };
    case 'day':
      return dayOf(text);
    case 'enum':
      return attribute.enumeration ? valueIn(attribute.enumeration, text) : { value: text };
  }
}
