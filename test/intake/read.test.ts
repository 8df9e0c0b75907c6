import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CELL_LIMIT } from '../../src/intake/1-read/tables/records.js';
import { readSeed } from '../../src/intake/1-read/read-seed.js';
import type { Row } from '../../src/intake/1-read/row.js';
import { Faults, placeInWords } from '../../src/intake/faults.js';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'intake-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return readSeed(folder);
}

const TOPICS = 'entities/topics.csv';
const lines = (text: string | Uint8Array, file = TOPICS): Promise<string[]> =>
  read({ [file]: text }).then(
    (rows) => rows.map(({ line, cells }) => [line, ...cells.values()].join('~')),
    (error: unknown) => {
      if (error instanceof Faults) return error.places.map(placeInWords);
      throw error;
    },
  );

describe('files that are read', () => {
  it('reads every file by its name, sources first and claims last', async () => {
    const rows = await read({
      'claims.csv': 'target,about,source\nmeeting/a,existence,document/b\n',
      'facts/document-acts.csv': 'id,source\ndocument-act/a,document/b\n',
      'sources.csv': 'id,name\nsource/a,A\n',
      [TOPICS]: 'id,name,source\ntopic/a,A,source/a\n',
      'README.md': 'Words.',
      'scripts/other.csv': 'not read',
    });
    expect(rows.map(({ file, kind }) => [file, kind === 'claim' ? kind : kind.kind])).toEqual([
      ['sources.csv', 'Source'],
      [TOPICS, 'Topic'],
      ['facts/document-acts.csv', 'DocumentAct'],
      ['claims.csv', 'claim'],
    ]);
  });

  it('reads further files of a kind, after the one that it is named for', async () => {
    const rows = await read({
      'claims.csv': 'target,about,source\nmeeting/a,existence,document/b\n',
      'facts/document-acts-more.csv': 'id,source\ndocument-act/b,document/b\n',
      'facts/document-acts.csv': 'id,source\ndocument-act/a,document/b\n',
      'entities/topics-dac5.csv': 'id,name,source\ntopic/b,B,source/a\n',
      'sources-lists.csv': 'id,name\nsource/a,A\n',
    });
    expect(rows.map(({ file, kind }) => [file, kind === 'claim' ? kind : kind.kind])).toEqual([
      ['sources-lists.csv', 'Source'],
      ['entities/topics-dac5.csv', 'Topic'],
      ['facts/document-acts.csv', 'DocumentAct'],
      ['facts/document-acts-more.csv', 'DocumentAct'],
      ['claims.csv', 'claim'],
    ]);
  });

  it.each([
    ['a byte order mark', '\ufeffid,source\ntopic/a,source/b\n'],
    ['lines that end in CR LF', 'id,source\r\ntopic/a,source/b\r\n'],
    ['no line end at the end', 'id,source\ntopic/a,source/b'],
    ['quotes', '"id","source"\n"topic/a","source/b"\n'],
    ['empty lines at the end', 'id,source\ntopic/a,source/b\n\n\n'],
  ])('reads %s', async (_what, text) => {
    expect(await lines(text)).toEqual(['2~topic/a~source/b']);
  });

  it('keeps line breaks, commas and quotes inside quotes, and counts the lines of the file', async () => {
    const text = 'id,name,source\ntopic/a,"one, ""two""\nthree",s\n\ntopic/b,b,s\n';
    expect(await lines(text)).toEqual(['2~topic/a~one, "two"\nthree~s', '5~topic/b~b~s']);
  });

  it('reads a header without rows', async () => {
    expect(await lines('id,source\n')).toEqual([]);
  });
});

describe('files that are refused', () => {
  it.each<[string, string | Uint8Array, RegExp[]]>([
    [
      'a short row',
      'id,name,source\ntopic/a,A,s\ntopic/b,B\n',
      [/^entities\/topics.csv, row 3, column source: The row has 2 cells where the header has 3; add/],
    ],
    [
      'a long row',
      'id,source\ntopic/a,s,more\n',
      [/row 2, column source: The row has 3 cells where the header has 2/],
    ],
    ['a doubled column', 'id,name,name,source\n', [/row 1, column name: The column stands twice; keep one/]],
    [
      'an unknown column',
      'id,colour,source\n',
      [/row 1, column colour: There is no such column here; the columns are id, name/],
    ],
    ['a column without name', 'id,,source\n', [/row 1: Column 2 has no name; name it or remove it/]],
    [
      'missing columns',
      'name\nA\n',
      [/column id: The column is missing; add it/, /column source: The column is missing/],
    ],
    ['semicolons', 'id;name;source\ntopic/a;A;s\n', [/row 1: The columns are not separated by commas; save/]],
    ['tabulators', 'id\tname\tsource\n', [/row 1: The columns are not separated by commas/]],
    ['an empty file', '', [/^entities\/topics.csv: The file is empty; give it a header/]],
    [
      'a quote never closed',
      `id,source\ntopic/a,s\ntopic/b,"s\n${'topic/c,s\n'.repeat(9)}`,
      [/row 3: A quote that opens here is never closed/],
    ],
    ['text after a quote', 'id,source\n"topic/a"b,s\n', [/row 2: Text follows a closing quote/]],
    ['a quote within a cell', 'id,source\ntopic/"a",s\n', [/row 2: A quote stands within an unquoted cell/]],
    [
      'a NUL',
      'id,name,source\ntopic/a,A\0B,s\n',
      [/row 2, column name: The cell holds a NUL character; remove it/],
    ],
    [
      'a cell too long',
      `id,name,source\ntopic/a,${'é'.repeat(CELL_LIMIT / 2 + 1)},s\n`,
      [/row 2, column name: The cell is longer than 100000 bytes; shorten/],
    ],
    [
      'Latin-1',
      Buffer.from('id,name,source\ntopic/a,A,s\ntopic/b,Caf\u00e9,s\n', 'latin1'),
      [/row 3: The file is not UTF-8 here; save it again/],
    ],
    ['UTF-16', Buffer.from('\ufeffid,source\n', 'utf16le'), [/row 1: The file is not UTF-8 here/]],
    [
      'several faults at once',
      'id,name,source\ntopic/a\ntopic/b,\0,s\n',
      [/row 2, column name/, /row 3, column name/],
    ],
  ])('%s', async (_what, content, messages) => {
    expect(await lines(content)).toEqual(messages.map((message) => expect.stringMatching(message) as string));
  });

  it('takes a cell of just the longest length', async () => {
    expect(await lines(`id,name,source\ntopic/a,${'x'.repeat(CELL_LIMIT)},s\n`)).toHaveLength(1);
  });

  it.each([
    'entities/subjects.csv',
    'entities/subjects-new.csv',
    'entities/topics-.csv',
    'facts/topics-new.csv',
    'facts/exchanges.xlsx',
    'topics.csv',
    'entities/topics.CSV',
  ])('%s, of which nothing is known', async (file) => {
    expect(await lines('id,source\n', file)).toEqual([
      expect.stringContaining(
        `${file}: Nothing is known of this file; name it as one of sources.csv, entities/countries.csv`,
      ),
    ]);
  });

  it('a folder without files, and one that is not there', async () => {
    await expect(read({})).rejects.toThrow(/No CSV file is in this folder; name another/);
    await expect(readSeed(join(tmpdir(), 'intake-none'))).rejects.toThrow(
      /The folder cannot be read; name one/,
    );
  });

  it('many at once, the first fifty in words and all as places', async () => {
    const failed = read({ [TOPICS]: `id,source\n${'topic/a\n'.repeat(80)}` });
    await expect(failed).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('... and 30 more.') as string,
    });
    await expect(failed).rejects.toHaveProperty('places.length', 80);
  });
});
