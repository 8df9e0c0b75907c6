import { CLAIM_COLUMNS, columnsOf } from '../../model/columns.js';
import { ENTITY_KINDS, FACT_KINDS } from '../../model/kinds.js';
import type { Row } from './row.js';

/** Largest file, in bytes; it is held in memory while it is read. */
export const FILE_LIMIT = 100_000_000;

/** The file of a kind: `facts/document-acts.csv`; sources stand beside the folders, since all files rest on them. */
const pathOf = (folder: string, plural: string): string => {
  const name = `${plural.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()}.csv`;
  return name === 'sources.csv' ? name : `${folder}/${name}`;
};

const entities = ENTITY_KINDS.map((kind) => [pathOf('entities', kind.plural), kind] as const);
const inFolder = ([path]: readonly [string, unknown]): boolean => path.includes('/');

/** What each file of an import states, by its path, in reading order: sources first. */
export const FILES: ReadonlyMap<string, Row['kind']> = new Map<string, Row['kind']>([
  ...entities.filter((file) => !inFolder(file)),
  ...entities.filter(inFolder),
  ...FACT_KINDS.map((kind) => [pathOf('facts', kind.plural), kind] as const),
  ['claims.csv', 'claim'],
]);

/**
 * What a file of an import states, by its path. Rows of a kind may stand in further files whose names say why:
 * `entities/groups-m49.csv` beside `entities/groups.csv`.
 */
export const statedIn = (path: string): Row['kind'] | undefined =>
  FILES.get(path) ?? FILES.get(path.replace(/-[a-z0-9]+\.csv$/, '.csv'));

/** Columns that a file may have. */
export const columnNames = (kind: Row['kind']): string[] => [
  ...new Set((kind === 'claim' ? CLAIM_COLUMNS : columnsOf(kind)).map(({ name }) => name)),
];

/** Columns without which no row of the file can be read. */
export function requiredColumns(kind: Row['kind']): string[] {
  if (kind === 'claim') return ['target', 'about', 'source'];
  return kind.kind === 'Source' ? ['id'] : ['id', 'source'];
}

/** The file that holds rows of a kind, for messages. */
export const fileOf = (kindName: string): string =>
  [...FILES].find(([, kind]) => kind !== 'claim' && kind.kind === kindName)?.[0] ?? 'the import';
