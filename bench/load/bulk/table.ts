import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isInt } from 'neo4j-driver';

/** How the importer is to read a column. */
export type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'string[]';

/** Columns by their names. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** What separates the entries of a list; no text of ours holds it. */
export const BETWEEN = '\u001f';

// So much is gathered before it is written.
const GATHERED = 1 << 20;

// The importer would have to be told of line ends inside texts, and then reads at half the speed.
const UNREADABLE = /[\n\r\u001f]/;

function quoted(text: string): string {
  if (UNREADABLE.test(text)) throw new Error(`A text has a line end or U+001F: ${JSON.stringify(text)}`);
  return `"${text.replaceAll('"', '""')}"`;
}

const quotedList = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `"${texts.map((text) => quoted(text).slice(1, -1)).join(BETWEEN)}"`;

/** A value as the importer reads it; null, and an empty list, which it does not know, as nothing. */
function cell(name: string, type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'string' && typeof value === 'string') return quoted(value);
  if (type === 'long' && isInt(value)) return value.toString();
  if (type === 'double' && typeof value === 'number') return String(value);
  if (type === 'boolean' && typeof value === 'boolean') return String(value);
  if (type === 'string[]' && Array.isArray(value)) return quotedList(value as string[]);
  throw new Error(`${name} is to be a ${type}, and is ${JSON.stringify(value)}.`);
}

/** Nodes of one sort, or relationships of one type, as a file for the importer; rows go to disk as they come. */
export class Table {
  readonly path: string;
  readonly #file: number;
  readonly #columns: readonly (readonly [string, ColumnType])[];
  readonly #names: ReadonlySet<string>;
  #text: string;
  rows = 0;

  /** `ends` are the columns with the ids that stand before the properties. */
  constructor(
    folder: string,
    readonly name: string,
    ends: readonly string[],
    columns: Columns,
  ) {
    this.path = join(folder, `${name}.csv`);
    this.#file = openSync(this.path, 'w', 0o600);
    this.#columns = Object.entries(columns);
    this.#names = new Set(Object.keys(columns));
    this.#text = `${[...ends, ...this.#columns.map(([column, type]) => `${column}:${type}`)].join(',')}\n`;
  }

  /** Adds a row; a property that has no column is refused, so that none is lost. */
  add(ids: readonly string[], properties: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(properties))
      if (value !== null && !this.#names.has(name)) throw new Error(`${this.name} has no column ${name}.`);
    const cells = this.#columns.map(([name, type]) => cell(name, type, properties[name]));
    this.#text += `${[...ids.map(quoted), ...cells].join(',')}\n`;
    this.rows += 1;
    if (this.#text.length >= GATHERED) this.#write();
  }

  #write(): void {
    writeSync(this.#file, this.#text);
    this.#text = '';
  }

  close(): void {
    this.#write();
    closeSync(this.#file);
  }
}
