import { kindNamed } from '../../model/kinds.js';
import type { Written } from '../spooled.js';
import type { Origin, Row } from './row.js';

type Json = readonly [
  file: number,
  line: number,
  kind: string,
  columns: number,
  cells: readonly string[],
  origin: Given | null,
];
/** Of a row that a mapping made: where its columns come from, the columns of the file and its cells. */
type Given = readonly [from: number, columns: number, cells: readonly string[]];

/** Rows as JSON: files, and lists and sources of columns, of which there are few, as their numbers. */
export function rowsWritten(): Written<Row> {
  const files = numbered<string, string>();
  const headers = numbered<string, readonly string[]>();
  const origins = numbered<Origin['columns'], Origin['columns']>();
  const given = ({ columns, header, cells }: Origin): Given => [
    origins.numberOf(columns, columns),
    headers.numberOf(header.join('\0'), header),
    cells,
  ];
  return {
    toJson: ({ file, line, kind, cells, origin }): Json => {
      const columns = [...cells.keys()];
      return [
        files.numberOf(file, file),
        line,
        kind === 'claim' ? kind : kind.kind,
        headers.numberOf(columns.join('\0'), columns),
        [...cells.values()],
        origin ? given(origin) : null,
      ];
    },
    fromJson: (json) => {
      const [file, line, kindName, header, texts, origin] = json as Json;
      const kind = kindName === 'claim' ? ('claim' as const) : kindNamed(kindName);
      if (!kind) throw new Error(`There is no kind ${kindName}.`);
      const cells = new Map(headers.at(header).map((name, i) => [name, texts[i] ?? '']));
      const row = { file: files.at(file), line, kind, cells };
      if (!origin) return row;
      const [from, columns, own] = origin;
      return { ...row, origin: { columns: origins.at(from), header: headers.at(columns), cells: own } };
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
