import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A row of the public table datasets/country-codes, or of a file of the seed. */
export type Row = Readonly<Record<string, string>>;

/** Rows of a text as CSV with a header; one that a shorter row leaves out is a fault. */
export const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });

/** The name without the stars by which the UN marks observers and non-member states. */
const withoutFootnote = (name: string): string => name.replace(/ \*+$/, '');

/** The table mixes both apostrophes within one name; people type the straight one. */
const apostrophes = (name: string): string => name.replaceAll('’', "'");

/** A cell of the table, its spaces, apostrophes and footnotes made even; throws where the column is missing. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The table has no column "${column}"; is it country-codes.csv?`);
  return apostrophes(withoutFootnote(value.normalize('NFC').replace(/\s+/g, ' ').trim()));
}

/** A cell that holds a code; throws where it is not of the form. */
export function code(row: Row, column: string, pattern: RegExp): string {
  const value = cell(row, column);
  if (pattern.test(value)) return value;
  throw new Error(
    `Row ${row['ISO3166-1-Alpha-3']}: "${column}" is "${value}", which is not a code of its form.`,
  );
}

/** Id of the country of a row, for example `country/egy`. */
export const countryId = (row: Row): string =>
  `country/${code(row, 'ISO3166-1-Alpha-3', /^[A-Z]{3}$/).toLowerCase()}`;

/** Text of a seed file; throws where a cell would run as a formula in a spreadsheet. */
export function seedCsv(rows: readonly Row[], columns?: readonly string[]): string {
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      if (/^[=+\-@]/.test(value))
        throw new Error(`${row['id']}: ${column} "${value}" would run as a formula in a spreadsheet.`);
  return stringify([...rows], {
    header: true,
    record_delimiter: '\n',
    ...(columns && { columns: [...columns] }),
  });
}

/** Text of the table whose path the command line names; ends the process where it names none. */
export function tableNamed(script: string): string {
  const from = process.argv[2];
  if (from !== undefined) return readFileSync(from, 'utf8');
  console.error(`Say where the table is: npx tsx seed/scripts/${script}.ts <path to country-codes.csv>`);
  process.exit(1);
}
