import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfId } from '../../model/kinds.js';
import { MERGED_KINDS, type Merge } from '../../model/rules/merge.js';
import { Faults, type FaultPlace } from '../faults.js';
import { isWhole, nameFault, recordsOf } from './tables/records.js';
import { textOf } from './text.js';

/** The file of the seed in which a person settles which of its ids are one thing. */
export const MERGES_FILE = 'same.csv';

const COLUMNS = ['verdict', 'id', 'sameAs', 'reason'];
const ID = /^[a-z]+(-[a-z]+)*\/[a-z0-9][a-z0-9-]*$/;
const SIZE_LIMIT = 1_000_000;

/** Reads the file, if it is there; throws `Faults` that lists every row that cannot be. */
export async function readMerges(folder: string): Promise<Merge[]> {
  const path = join(folder, MERGES_FILE);
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (found.size <= SIZE_LIMIT) return mergesIn(await readFile(path));
  const message = `The file is larger than ${SIZE_LIMIT} bytes; see that it is the right one.`;
  throw new Faults([{ file: MERGES_FILE, line: null, column: null, message }]);
}

/** The merges that the text of the file states. */
export function mergesIn(bytes: Uint8Array): Merge[] {
  const file = MERGES_FILE;
  const faults: FaultPlace[] = [];
  const text = textOf(file, bytes);
  if (typeof text !== 'string') throw new Faults([text]);
  const records = recordsOf(file, text);
  if (!Array.isArray(records)) throw new Faults([records]);
  const [first, ...rest] = records;
  const header = (first?.cells ?? []).map((name) => name.trim());
  for (const name of COLUMNS.slice(0, 3))
    if (!header.includes(name)) {
      const message = `The column is missing; the header is ${COLUMNS.join(',')}.`;
      faults.push({ file, line: 1, column: name, message });
    }
  for (const index of header.keys()) {
    const fault = nameFault(header, index);
    if (fault) faults.push({ file, line: 1, column: fault[0], message: fault[1] });
  }
  if (faults.length > 0) throw new Faults(faults);
  const whole = rest.filter((record) => isWhole(file, header, record, faults));
  const merges = whole.map(({ line, cells }) => {
    const cell = (name: string): string => (cells[header.indexOf(name)] ?? '').trim();
    return { line, verdict: cell('verdict').toLowerCase(), from: cell('id'), into: cell('sameAs') };
  });
  const lineOf = new Map<string, number>();
  for (const { line, verdict, from, into } of merges) {
    const fault = (column: string, message: string): void =>
      void faults.push({ file, line, column, message });
    if (verdict !== 'same') fault('verdict', 'Write same, or take the row out.');
    for (const [column, id] of [
      ['id', from],
      ['sameAs', into],
    ] as const)
      if (!ID.test(id) || !MERGED_KINDS.includes(kindOfId(id)?.kind ?? ''))
        fault(
          column,
          `"${id.slice(0, 60)}" is no id of one of ${MERGED_KINDS.join(', ')}; write for example agency/wipo.`,
        );
    if (kindOfId(from) !== kindOfId(into))
      fault('sameAs', 'The two are of different kinds; only like things are one.');
    if (from === into) fault('sameAs', 'The two are one id already; take the row out.');
    const before = lineOf.get(from);
    if (before !== undefined) fault('id', `Line ${before} settles this id too; keep one of the two.`);
    lineOf.set(from, line);
  }
  for (const { line, into } of merges) {
    const other = lineOf.get(into);
    if (other !== undefined)
      faults.push({
        file,
        line,
        column: 'sameAs',
        message: `Line ${other} says that this is another in turn; name that one here.`,
      });
  }
  if (faults.length > 0) throw new Faults(faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return merges.map(({ from, into }) => ({ from, into }));
}
