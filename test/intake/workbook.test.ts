import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { deflateRawSync, crc32 } from 'node:zlib';
import { sheetOf } from '../../src/intake/1-read/tables/workbook.js';
import { UNPACKED_LIMIT, zipFault } from '../../src/intake/1-read/tables/zip.js';

interface Part {
  readonly name: string;
  readonly content?: Buffer;
  /** Size that the zip states, where it lies. */
  readonly states?: number;
  readonly mode?: number;
}

/** A zip by hand, so that it may say what no program would. */
function zipOf(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = Buffer.from('x'), states, mode = 0 } of parts) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(states ?? content.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x031e, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A workbook of one sheet by hand, with any XML in it. */
function byHand(sheet: string, doctype = ''): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (id: string, type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const part = (name: string, xml: string): Part => ({
    name,
    content: Buffer.from(`<?xml version="1.0"?>${xml}`),
  });
  return zipOf([
    part('_rels/.rels', relations('r1', 'officeDocument', 'xl/workbook.xml')),
    part('xl/_rels/workbook.xml.rels', relations('r1', 'worksheet', 'worksheets/sheet1.xml')),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part('xl/worksheets/sheet1.xml', `${doctype}<worksheet xmlns="${main}">${sheet}</worksheet>`),
  ]);
}

async function book(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Rows'), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const cells = async (bytes: Buffer, name?: string): Promise<unknown> => {
  const sheet = await sheetOf('a.xlsx', bytes, name);
  return 'records' in sheet
    ? sheet.records.map(({ line, cells: own }) => [line, ...own])
    : sheet.faults.map(({ column, message }) => [column, message]);
};

describe('a workbook', () => {
  it('gives text, numbers, days, formulas and formats as one text each', async () => {
    const bytes = await book((sheet) => {
      sheet.addRow(['A', 'B']);
      sheet.addRow(['words', 2013]);
      sheet.addRow([]);
      sheet.addRow([new Date(Date.UTC(2013, 4, 6)), true]);
      sheet.addRow([{ formula: '1+1', result: 2 }, { richText: [{ text: 'a' }, { text: 'b' }] }]);
      sheet.addRow([{ text: 'link', hyperlink: 'https://example.org' }]);
    });
    expect(await cells(bytes)).toEqual([
      [1, 'A', 'B'],
      [2, 'words', '2013'],
      [4, '2013-05-06', 'yes'],
      [5, '2', 'ab'],
      [6, 'link', ''],
    ]);
  });

  it('is refused where a formula has no value, or an error', async () => {
    const bytes = await book((sheet) => {
      sheet.addRow(['A', { formula: '1+1' }]);
      sheet.addRow([{ error: '#REF!' }, { formula: '1/0', result: { error: '#DIV/0!' } }]);
    });
    expect(await cells(bytes)).toEqual([
      ['B1', 'The cell holds a formula without a value; put its value in its place.'],
      ['A2', 'The cell holds the error #REF!; mend it or empty it.'],
      ['B2', 'The cell holds the error #DIV/0!; mend it or empty it.'],
    ]);
  });

  it('is read at the sheet that is named, else at the first that is shown', async () => {
    const bytes = await book((sheet, workbook) => {
      sheet.state = 'hidden';
      workbook.addWorksheet('Second').addRow(['B']);
      workbook.addWorksheet('Third').addRow(['C']);
    });
    expect(await cells(bytes)).toEqual([[1, 'B']]);
    expect(await cells(bytes, 'Third')).toEqual([[1, 'C']]);
    expect(await cells(bytes, 'Fourth')).toEqual([
      [null, 'The workbook has no sheet "Fourth"; its sheets are Second, Third.'],
    ]);
  });

  it.each([
    ['<mergeCells count="1"><mergeCell ref="B1:XFD1048576"/></mergeCells>', ''],
    ['<dataValidations count="1"><dataValidation sqref="A2:XFD1048576" type="list"/></dataValidations>', ''],
    ['', '<cols><col min="1" max="2000000000" width="9"/></cols>'],
  ])('is not filled up by a range that claims all cells: %s%s', async (after, before) => {
    const start = performance.now();
    const rows = '<row r="1"><c r="A1" t="str"><v>A</v></c></row>';
    expect(await cells(byHand(`${before}<sheetData>${rows}</sheetData>${after}`))).toEqual([[1, 'A']]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(['4000000000', 'x'])('with a row numbered %s is refused', async (number) => {
    const rows = `<row r="${number}"><c r="A${number}" t="str"><v>A</v></c></row>`;
    expect(await cells(byHand(`<sheetData>${rows}</sheetData>`))).toEqual([
      [null, expect.stringMatching(/cannot be read|more than 1048576 rows/)],
    ]);
  });

  it('reads no entity from outside, and none that grows', async () => {
    const rows = '<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>';
    const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
    expect(JSON.stringify(await cells(byHand(`<sheetData>${rows}</sheetData>`, doctype)))).toMatch(
      /cannot be read|&x;/,
    );
  });

  it.each([
    ['two files of one name', [{ name: 'xl/a.xml' }, { name: 'XL/A.xml' }], 'holds two files named'],
    ['a name that leads outside', [{ name: '../a.xml' }], 'would lie outside it'],
    ['the same with backslashes', [{ name: '..\\a.xml' }], 'would lie outside it'],
    ['an absolute name', [{ name: '/etc/a.xml' }], 'would lie outside it'],
    ['a drive', [{ name: 'C:/a.xml' }], 'would lie outside it'],
    ['a link', [{ name: 'a.xml', mode: 0o120777 }], 'holds a link'],
    ['an archive', [{ name: 'a.xml', content: zipOf([{ name: 'b' }]) }], 'holds another archive'],
    [
      'a size that is a lie',
      [{ name: 'a.xml', content: Buffer.alloc(5000), states: 5 }],
      'cannot be read as .xlsx',
    ],
    [
      'too many files',
      Array.from({ length: 2001 }, (_, at) => ({ name: `${at}.xml` })),
      'holds more than 2000 files',
    ],
  ])('with %s is refused', async (_, parts: Part[], told) => {
    expect(await zipFault(zipOf(parts))).toContain(told);
    expect(await cells(zipOf(parts))).toEqual([[null, expect.stringContaining(told)]]);
  });

  it('that unpacks to more than the limit is refused, and not held', async () => {
    const bomb = zipOf([
      { name: 'a.xml', content: Buffer.alloc(UNPACKED_LIMIT / 2) },
      { name: 'b.xml', content: Buffer.alloc(UNPACKED_LIMIT / 2 + 1) },
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await zipFault(bomb)).toContain('unpacks to more than 100000000 bytes');
  });

  it.each([
    ['words', Buffer.from('not a zip')],
    ['nothing', Buffer.alloc(0)],
    ['another zip', zipOf([{ name: 'a.txt' }])],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await cells(bytes)).toEqual([
      [null, expect.stringMatching(/cannot be read as \.xlsx|has no sheet/)],
    ]);
  });
});
