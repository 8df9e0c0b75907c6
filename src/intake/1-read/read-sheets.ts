import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Fault } from '../../model/faults.js';
import { Faults, type FaultPlace } from '../faults.js';
import { FILE_LIMIT, FILES, statedIn } from './files.js';
import { sourcesOf } from './read-folder.js';
import type { Asked } from './readers.js';
import { nameFrom, registerName } from './register-name.js';
import type { Register } from './register.js';
import type { Row } from './row.js';
import { TableReading } from './table.js';
import { readRecords } from './tables/flat.js';

/** What a filled template states, by its file's name: `exchanges.xlsx`, also `exchanges-2013.csv`. */
export function kindOfSheet(file: string): Row['kind'] | undefined {
  const name = `${basename(file, extname(file))}.csv`;
  return ['', 'entities/', 'facts/'].map((folder) => statedIn(`${folder}${name}`)).find((kind) => kind);
}

/** Reads filled templates, CSV or XLSX, each by the name of its kind. */
export async function readSheets({
  files,
  as,
  rows: list,
}: Pick<Asked, 'files' | 'as' | 'rows'>): Promise<Register> {
  const rows = list();
  const faults: FaultPlace[] = [];
  const whole = (file: string, message: string): void =>
    void faults.push({ file, line: null, column: null, message });
  for (const path of files) {
    const file = basename(path);
    const kind = kindOfSheet(file);
    const names = [...FILES.keys()].map((name) => basename(name, '.csv')).join(', ');
    const found = await stat(path).catch(() => null);
    if (kind === undefined)
      whole(file, `The name does not say what the file states; start it with one of ${names}.`);
    else if (!found?.isFile()) whole(file, 'The file cannot be read; name one that is there.');
    else if (found.size > FILE_LIMIT) whole(file, `The file is larger than ${FILE_LIMIT} bytes; split it.`);
    else {
      const table = new TableReading(file, kind, (row) => rows.push(row));
      const unreadable = await readRecords(file, await readFile(path), {}, (record) => {
        table.record(record);
      });
      if (unreadable.length === 0) table.end();
      faults.push(...(unreadable.length > 0 ? unreadable : table.faults));
    }
  }
  if (faults.length > 0) throw new Faults(faults);
  const [first] = files;
  if (first === undefined) throw new Fault('BAD_USER_INPUT', 'Name at least one file.');
  const name = registerName(as ?? nameFrom(basename(first)));
  return { name, sources: sourcesOf(rows), rows, passedOver: new Map() };
}
