import { LIST_SEPARATOR } from '../../../model/columns.js';
import { kindNamed } from '../../../model/kinds.js';
import type { Row } from '../row.js';
import { slugOf } from '../slug.js';
import type { Input } from './inputs.js';

/** Id of the source that a file is: its table's, so that the next edition replaces it, or the file's own. */
export const sourceId = (register: string, { table, file }: Input): string =>
  `source/${register}-${table.sourcePerFile === true ? slugOf(file.replace(/\.[^.]+$/, '')) : table.table}`;

/** The row that states the source. */
export function sourceRow(register: string, input: Input): Row {
  const { name, publisher, licence, redistribution, address, retrieved, covers } = input.table.source;
  const kind = kindNamed('Source');
  if (!kind) throw new Error('There is no kind Source.');
  const cells = new Map([
    ['id', sourceId(register, input)],
    ['name', input.table.sourcePerFile === true ? `${name}: ${input.file}` : name],
    ['publisher', publisher ?? ''],
    ['licence', licence ?? ''],
    ['redistribution', redistribution ?? ''],
    ['retrieved', retrieved ?? ''],
    ['address', address ?? input.file],
    ['hash', input.hash],
    ['covers', (covers ?? []).join(` ${LIST_SEPARATOR} `)],
  ]);
  return { file: input.file, line: 1, kind, cells, origin: { columns: new Map(), header: [], cells: [] } };
}
