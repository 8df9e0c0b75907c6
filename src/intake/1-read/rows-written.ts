import { kindNamed } from '../../model/kinds.js';
import type { Written } from '../spooled.js';
import type { Origin, Row } from './row.js';

type Json = readonly [
  file: number,
  line: number,
  kind: string,
  columns: number,
  cells: readonly string[],
  origin?: number,
  given?: readonly string[],
];

/** Rows as JSON: files, and lists and sources of columns, of which there are few, as their numbers. */
export function rowsWritten(): Written<Row> {
  const files = numbered<string, string>();
  const headers = numbered<string, readonly string[]>();
  const origins = numbered<Origin['columns'], Omit<Origin, 'cells'>>();
  return {
    toJson: ({ file, line, kind, cells, origin }): Json => {
      const columns = [...cells.keys()];
      return [
        files.numberOf(file, file),
        line,
        kind === 'claim' ? kind : kind.kind,
        headers.numberOf(columns.join('\0'), columns),
        [...cells.values()],
        ...(origin ? ([origins.numberOf(origin.columns, origin), origin.cells] as const) : []),
      ];
    },
    fromJson: (json) => {
      const [file, line, kindName, header, texts, origin, given = []] = json as Json;
      const kind = kindName === 'claim' ? kindName : kindNamed(kindName);
      if (!kind) throw new Error(`There is no kind ${kindName}.`);
      const cells = new Map(headers.at(header).map((name, i) => [name, texts[i] ?? '']));
      const row = { file: files.at(file), line, kind, cells };
      return origin === undefined ? row : { ...row, origin: { ...origins.at(origin), cells: given } };
    },
  };
}

/** Gives each thing a number under which it is found again. */
function numbered<K, T>(): { numberOf(key: K, one: T): number; at(number: number): T } {
  const numbers = new Map<K, number>();
  const all: T[] = [];
  return {
    numberOf(key, one) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(one) - 1;
    },
    at: (number) => all[number] as T,
  };
}
