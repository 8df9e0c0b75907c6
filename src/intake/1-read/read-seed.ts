import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Faults, type FaultPlace } from '../faults.js';
import { FILE_LIMIT, FILES, statedIn } from './files.js';
import type { Growing } from '../spooled.js';
import type { Row } from './row.js';
import { readTable } from './table.js';
import { notUtf8 } from './text.js';

/** Folders of an import; the empty one is the import itself, where other things than CSV may lie. */
const FOLDERS = ['entities', 'facts', ''] as const;

/** The files of an import that state something, and a fault for each that nothing is known of. */
async function filesIn(
  folder: string,
  beside: readonly string[],
): Promise<{ files: string[]; faults: FaultPlace[] }> {
  const found = new Set<string>();
  const faults: FaultPlace[] = [];
  for (const sub of FOLDERS) {
    const names = await readdir(join(folder, sub)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && sub !== '') return [];
      throw new Faults([
        {
          file: folder,
          line: null,
          column: null,
          message: 'The folder cannot be read; name one that holds CSV files.',
        },
      ]);
    });
    for (const name of names.sort()) {
      const file = sub === '' ? name : `${sub}/${name}`;
      if (beside.includes(file)) continue;
      if (statedIn(file)) found.add(file);
      else if (
        !name.startsWith('.') &&
        !/^readme/i.test(name) &&
        (sub !== '' || /\.(csv|tsv|xlsx?)$/i.test(name))
      )
        faults.push({
          file,
          line: null,
          column: null,
          message: `Nothing is known of this file; name it as one of ${[...FILES.keys()].join(', ')}.`,
        });
    }
  }
  const inOrder = [...FILES].flatMap(([first, kind]) => {
    const further = [...found].filter((file) => file !== first && statedIn(file) === kind);
    return found.has(first) ? [first, ...further] : further;
  });
  return { files: inOrder, faults };
}

/** All rows of an import, in memory; as `readSeedInto` reads them. */
export async function readSeed(folder: string, beside: readonly string[] = []): Promise<Row[]> {
  const rows: Row[] = [];
  await readSeedInto(rows, folder, beside);
  return rows;
}

/**
 * Adds all rows of an import; throws `Faults` that lists everything that cannot be read. Files named in `beside` state no
 * rows, and are read elsewhere.
 */
export async function readSeedInto(
  rows: Growing<Row>,
  folder: string,
  beside: readonly string[] = [],
): Promise<void> {
  const { files, faults } = await filesIn(folder, beside);
  const wholeFile = (file: string, message: string): void => {
    faults.push({ file, line: null, column: null, message });
  };
  if (files.length === 0 && faults.length === 0)
    wholeFile(folder, 'No CSV file is in this folder; name another.');
  for (const file of files) {
    const kind = statedIn(file);
    const path = join(folder, file);
    if (kind === undefined) continue;
    const found = await stat(path);
    if (!found.isFile()) wholeFile(file, 'This is not a file; put a CSV file in its place.');
    else if (found.size > FILE_LIMIT)
      wholeFile(file, `The file is larger than ${FILE_LIMIT} bytes; split the import.`);
    else {
      const bytes = await readFile(path);
      const unreadable = notUtf8(file, bytes);
      faults.push(...(unreadable ? [unreadable] : readTable(file, kind, bytes, (row) => rows.push(row))));
    }
  }
  if (faults.length > 0) throw new Faults(faults);
}
