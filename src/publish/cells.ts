/** Stands between the entries of a cell that holds several. */
export const SEPARATOR = '|';

/** A spreadsheet would run what begins so, half or full width; quotes before it count, so that taking one off gives the value. */
const RUNS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEGATIVE = /^-\d+(\.\d+)?$/;

/** Text that no spreadsheet runs as a formula: a quote is put before it. Negative numbers stay numbers. */
export const inert = (text: string): string => (RUNS.test(text) && !NEGATIVE.test(text) ? `'${text}` : text);

/** A value as text; nothing for null. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Several values in one cell: a backslash stands before a separator or a backslash that belongs to an entry. */
export const joined = (values: readonly unknown[]): string =>
  values.map((value) => textOf(value).replace(/[\\|]/g, '\\$&')).join(SEPARATOR);
