import ExcelJS from 'exceljs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSeed } from '../../src/intake/1-read/read-seed.js';
import { kindOfSheet, readSheets } from '../../src/intake/1-read/read-sheets.js';
import type { Row } from '../../src/intake/1-read/row.js';
import { check } from '../../src/intake/2-check/check.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { csvOf, templateOf, workbookOf } from '../../src/intake/templates/write-sheet.js';
import { sheetName } from '../../src/intake/templates/sheet-name.js';
import { columnsOf } from '../../src/model/columns.js';
import { KINDS } from '../../src/model/kinds.js';
import type { Kind } from '../../src/model/declaration.js';
import { faultLines, inFolder } from './mapping/support.js';

type Format = 'csv' | 'xlsx';
const FORMATS: readonly Format[] = ['csv', 'xlsx'];

const readBack = (kind: Kind, format: Format, bytes: Buffer): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const file = join(folder, `${sheetName(kind)}.${format}`);
    await writeFile(file, bytes);
    return [...(await readSheets({ files: [file], as: 'test', rows: () => [] })).rows];
  });

const written = (
  kind: Kind,
  format: Format,
  rows: readonly ReadonlyMap<string, string>[],
): Promise<Buffer> => (format === 'csv' ? Promise.resolve(csvOf(kind, rows)) : workbookOf(kind, rows));

/** Cells that say something. */
const filled = (rows: readonly Row[]): [string, string][][] =>
  rows.map(({ cells }) => [...cells].filter(([, cell]) => cell !== '').sort());

let seed: Row[] = [];
beforeAll(async () => {
  seed = await readSeed(seedFolder);
});

describe('a sheet that was written', () => {
  it.each(KINDS.map((kind) => [kind.kind, kind] as const))(
    'of the kind %s comes back unchanged',
    async (_, kind) => {
      const own = seed.filter((row) => row.kind === kind).slice(0, 12);
      for (const format of FORMATS) {
        const back = await readBack(
          kind,
          format,
          await written(
            kind,
            format,
            own.map(({ cells }) => cells),
          ),
        );
        expect(filled(back)).toEqual(filled(own));
      }
    },
  );

  it.each(FORMATS)('keeps every sign and no formula, as %s', async (format) => {
    const [kind] = KINDS;
    if (!kind) throw new Error('There are kinds.');
    const odd = [
      '=1+1',
      '+5',
      '-1',
      '0012',
      '1e5',
      'TRUE',
      ' lead',
      'a\nb',
      '<&>"',
      '_x0041_',
      '😀',
      '2013-05-06',
      '中',
    ];
    const rows = odd.map(
      (text, at) =>
        new Map([
          ['id', `country/x${at}`],
          ['nameEn', text],
          ['source', 'source/x'],
        ]),
    );
    const back = await readBack(kind, format, await written(kind, format, rows));
    expect(back.map(({ cells }) => cells.get('nameEn'))).toEqual(odd);
  });
});

describe('a template', () => {
  it.each(KINDS.map((kind) => [kind.kind, kind] as const))(
    'of %s states nothing until it is filled in',
    async (_, kind) => {
      expect(kindOfSheet(`${sheetName(kind)}.xlsx`)).toBe(kind);
      for (const format of FORMATS)
        expect(await readBack(kind, format, await templateOf(kind, format))).toEqual([]);
    },
  );

  it.each(KINDS.map((kind) => [kind.kind, kind] as const))(
    'of %s has an example that could be taken in',
    async (_, kind) => {
      const bytes = await templateOf(kind, 'csv');
      const uncommented = Buffer.from(bytes.toString('utf8').replace(`# ${kind.prefix}/`, `${kind.prefix}/`));
      const rows = await readBack(kind, 'csv', uncommented);
      expect(rows).toHaveLength(1);
      const ids = new Set(seed.map(({ cells }) => cells.get('id')));
      expect(() => check(rows, { known: (id) => ids.has(id) })).not.toThrow();
    },
  );

  it('has the meaning of each column as a note, and a list of the values that it may have', async () => {
    const kind = KINDS.find((one) => one.kind === 'Cooperation');
    if (!kind) throw new Error('There is a kind Cooperation.');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await templateOf(kind, 'xlsx')) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    const names = columnsOf(kind).map(({ name }) => name);
    const column = (name: string): number => names.indexOf(name) + 1;
    const note = sheet?.getCell(1, column('stage')).note as
      { texts?: { text: string }[] } | string | undefined;
    expect(JSON.stringify(note)).toContain('How far it has come.');
    const list = sheet?.getCell(3, column('stage')).dataValidation;
    expect(list?.type).toBe('list');
    const values = workbook.getWorksheet('values')?.getColumn(column('stage')).values.slice(1);
    expect(values).toEqual(['PLANNED', 'AGREED', 'UNDER_WAY', 'DONE', 'SUSPENDED', 'CANCELLED', 'UNKNOWN']);
    expect(sheet?.getCell(3, column('gist')).dataValidation).toBeUndefined();
  });

  it('is refused under a name that does not say its kind', async () => {
    expect(
      await faultLines(() => readSheets({ files: ['/x/my-sheet.csv'], as: null, rows: () => [] })),
    ).toEqual([
      expect.stringContaining(
        'my-sheet.csv: The name does not say what the file states; start it with one of sources,',
      ),
    ]);
  });
});
