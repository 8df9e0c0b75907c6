import { stringify } from 'csv-stringify/sync';
import { kindOfId } from '../../model/kinds.js';
import { Faults, type FaultPlace } from '../faults.js';
import { recordsOf } from '../1-read/tables/records.js';
import { textOf } from '../1-read/text.js';
import { doubtKey, type DoubtRow, type Verdict } from './verdicts.js';
import { DOUBTED, type Doubt, type Doubted } from './who-is-who.js';

/** Columns of the file of doubts; a person fills `verdict` (same or different) and, where it is empty, `id`. */
export const DOUBT_COLUMNS = ['kind', 'said', 'code', 'country', 'file', 'line', 'id', 'verdict'] as const;
const REQUIRED = ['kind', 'said', 'id', 'verdict'];

const ID = /^[a-z]+\/[a-z0-9][a-z0-9-]*$/;
const VERDICTS: Readonly<Record<string, Verdict>> = { '': 'OPEN', same: 'SAME', different: 'DIFFERENT' };
/** Kinds whose ids may settle a doubt: a text in a column of countries may turn out to be a group or agency. */
const SETTLED_BY: Readonly<Record<Doubted, readonly string[]>> = {
  Country: ['Country', 'Group', 'Agency'],
  Group: ['Group'],
  Agency: ['Agency'],
  Initiative: ['Initiative'],
};

type Fault = (column: string | null, message: string) => void;

function rowOf(cells: ReadonlyMap<string, string>, at: number, fault: Fault): DoubtRow | null {
  const cell = (name: string): string => (cells.get(name) ?? '').trim();
  const kind = DOUBTED.find((name) => name === cell('kind'));
  const verdict = VERDICTS[cell('verdict').toLowerCase()];
  const [id, country, line] = [cell('id'), cell('country'), cell('line')];
  let isSound = true;
  const wrong = (column: string, message: string): void => {
    isSound = false;
    fault(column, message);
  };
  if (!kind) wrong('kind', `It must be one of ${DOUBTED.join(', ')}.`);
  if (!verdict) wrong('verdict', 'Write same or different, or leave it empty until it is settled.');
  if (cell('said') === '' && cell('code') === '') wrong('said', 'The row says nothing; remove it.');
  if (verdict === 'SAME' && id === '') wrong('id', 'Say what it is the same as, for example country/egy.');
  if (id !== '' && (!ID.test(id) || (kind && !SETTLED_BY[kind].includes(kindOfId(id)?.kind ?? ''))))
    wrong(
      'id',
      `"${id.slice(0, 60)}" is no id of a ${kind ?? 'thing'}; write one such as ${kind === 'Country' ? 'country/egy' : `${(kind ?? 'agency').toLowerCase()}/some-name`}.`,
    );
  if (country !== '' && kindOfId(country)?.kind !== 'Country')
    wrong('country', 'It must be an id such as country/egy, or empty.');
  if (!isSound || !kind || !verdict) return null;
  const said = cell('said').replace(/^'(?=[=+\-@])/, '');
  return {
    kind,
    said,
    code: cell('code'),
    country,
    file: cell('file'),
    line: /^\d+$/.test(line) ? Number(line) : null,
    id,
    verdict,
    at,
  };
}

/** Reads a file of doubts; throws `Faults` that lists every bad row with its line. */
export function readDoubts(file: string, bytes: Uint8Array): DoubtRow[] {
  const faults: FaultPlace[] = [];
  const fault = (line: number | null, column: string | null, message: string): void =>
    void faults.push({ file, line, column, message });
  const text = textOf(file, bytes);
  if (typeof text !== 'string') throw new Faults([text]);
  const records = recordsOf(file, text);
  if (!Array.isArray(records)) {
    const message =
      'A quote is not closed or stands within a cell; save the file as comma-separated CSV again.';
    throw new Faults([{ ...records, message }]);
  }
  const [header, ...rest] = records;
  const names = (header?.cells ?? []).map((name) => name.trim());
  for (const name of REQUIRED)
    if (!names.includes(name))
      fault(1, name, `The column is missing; the header is ${DOUBT_COLUMNS.join(',')}.`);
  if (faults.length > 0) throw new Faults(faults);
  const rows = rest.flatMap(({ line: at, cells }) => {
    if (cells.length !== names.length) {
      fault(
        at,
        null,
        `The row has ${cells.length} cells where the header has ${names.length}; quote a cell that holds a comma.`,
      );
      return [];
    }
    const row = rowOf(
      new Map(names.map((name, index) => [name, cells[index] ?? ''])),
      at,
      (column, message) => fault(at, column, message),
    );
    return row ? [{ row, at }] : [];
  });
  const first = new Map<string, { row: DoubtRow; at: number }>();
  for (const { row, at } of rows) {
    if (row.verdict === 'OPEN') continue;
    const key = doubtKey(row.kind, row.said, row.code, row.country);
    const place = row.verdict === 'SAME' ? `${key}\0same` : `${key}\0${row.id}`;
    const before = first.get(place);
    if (row.verdict === 'SAME' && before && before.row.id !== row.id)
      fault(at, 'id', `Line ${before.at} says that it is ${before.row.id}; keep one of the two.`);
    const opposed = first.get(row.verdict === 'SAME' ? `${key}\0${row.id}` : `${key}\0same`);
    if (opposed && opposed.row.id === row.id && opposed.row.verdict !== row.verdict)
      fault(at, 'verdict', `Line ${opposed.at} says the contrary; keep one of the two.`);
    if (!before) first.set(place, { row, at });
  }
  if (faults.length > 0) throw new Faults(faults);
  return rows.map(({ row }) => row);
}

/** The rows that the file held, as a person left them, and a row for each new candidate of each doubt. */
export function withDoubts(rows: readonly DoubtRow[], doubts: readonly Doubt[]): DoubtRow[] {
  const key = (row: DoubtRow): string => doubtKey(row.kind, row.said, row.code, row.country);
  const there = new Set(
    rows.flatMap((row) => [`${key(row)}\0${row.id}`, ...(row.id === '' ? [] : [`${key(row)}\0`])]),
  );
  const added = doubts.flatMap(({ kind, said, mayBe }) =>
    (mayBe.length > 0 ? mayBe : ['']).map((id): DoubtRow => {
      const { name, code = '', country, file, line } = said;
      return { kind, said: name, code, country: country ?? '', file, line, id, verdict: 'OPEN' };
    }),
  );
  return [...rows, ...added.filter((row) => !there.has(`${key(row)}\0${row.id}`))];
}

/** A doubt in one line, for the plan of an import. */
export function doubtInWords({ kind, said, mayBe }: Doubt): string {
  const unit = /\.xml$/i.test(said.file) ? 'line' : 'row';
  const called = `"${(said.name || (said.code ?? '')).slice(0, 80)}" (${said.file}, ${unit} ${said.line})`;
  const apart = kind === 'Country' ? ', so what is said of it is left out' : ', and is kept apart';
  return `${called} ${mayBe.length > 0 ? `may be ${mayBe.join(' or ')}` : `is no known ${kind.toLowerCase()}`}${apart}`;
}

/** Text of a file of doubts; a name that a spreadsheet would run as a formula gets an apostrophe before it. */
export const doubtsCsv = (rows: readonly DoubtRow[]): string =>
  stringify(
    rows.map(({ verdict, at: _, ...row }) => ({
      ...row,
      verdict: verdict === 'OPEN' ? '' : verdict.toLowerCase(),
    })),
    { header: true, columns: [...DOUBT_COLUMNS], escape_formulas: true },
  );
