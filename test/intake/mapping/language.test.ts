import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/intake/1-read/mapping/dates.js';
import { slugOf } from '../../../src/intake/1-read/slug.js';
import { FewCountries, faultLines, oneTable, readOf, rowsOf } from './support.js';

const meeting = (cells: string, more = ''): string =>
  `- kind: Meeting\n  id: meeting/m-{Key}\n${more === '' ? '' : `  ${more}\n`}  cells: { ${cells} }`;

const rows = async (
  columns: string,
  states: string,
  csv: string,
  kind = 'Meeting',
): Promise<Record<string, string>[]> =>
  rowsOf((await readOf(oneTable(columns, states), { 'rows.csv': csv })).rows, kind);

it('says of its source what the mapping says of it', async () => {
  const mapping = oneTable('', meeting("name: '{Key}'")).replace(
    'source: { name: Rows }',
    'source: { name: Rows, licence: LicenseRef-house, redistribution: FORBIDDEN }',
  );
  const { rows: read } = await readOf(mapping, { 'rows.csv': 'Key\n1\n' });
  expect(rowsOf(read, 'Source')).toMatchObject([
    { licence: 'LicenseRef-house', redistribution: 'FORBIDDEN' },
  ]);
});

describe('columns of a mapping', () => {
  it.each([
    ['A:', 'words', 'words'],
    ['A: { after: /a/, before: .html }', 'http://x/a/b12.html', 'b12'],
    ['A: { after: /z/ }', 'as it stands', 'as it stands'],
    ['A: { values: { y: Yes } }', 'y', 'Yes'],
    ['A: { values: { y: Yes }, unlisted: keep }', 'n', 'n'],
    ['A: { date: d/m/Y }', '3/12/2009', '2009-12-03'],
    ['A: { date: epoch-ms, zone: Europe/Paris }', '7.920252e+11', '1995-02-06'],
    ['A: { mend: windows-1252 }', 'CHAIR\u0092S', 'CHAIR’S'],
    ['B:\nA: { from: B, values: { x: y } }', 'x', 'y'],
    ['A: { means: country }', 'Égypte', 'country/egy'],
    ['A: { values: { X: agency/x }, unlisted: keep, means: country }', 'X', 'agency/x'],
    ['A: { values: { Misr: Egypt }, means: country }', 'Misr', 'country/egy'],
  ])('%s turns %s into %s', async (columns, cell, text) => {
    const header = columns.startsWith('B') ? 'B' : 'A';
    const [row] = await rows(columns, meeting("name: '{A}'"), `Key,${header}\n1,${cell}\n`);
    expect(row?.['name']).toBe(text);
  });

  it('refuses what the code list and the format of dates do not have, with file, row and column', async () => {
    const columns = 'A: { values: { y: Yes } }\nB: { date: year }';
    const states = meeting("name: '{A}', period: '{B}'");
    const read = (): unknown => readOf(oneTable(columns, states), { 'rows.csv': 'Key,A,B\n1,n,95\n' });
    expect(await faultLines(read)).toEqual([
      'rows.csv, row 2, column A: "n" is not in the code list of this column; mend it, or add it to "values" in the mapping.',
      'rows.csv, row 2, column B: "95" is no date written as year; mend it, or the format in the mapping.',
    ]);
  });

  it('says the code and the country beside a name to who is who', async () => {
    const who = new FewCountries();
    const columns = 'Land: { means: country }\nRef:\nBody: { means: agency, code: Ref, country: Land }';
    const mapping = oneTable(
      columns,
      "- { kind: Agency, id: '{Body}', cells: { name: '{Body}', country: '{Land}' } }",
    );
    const { rows: read } = await readOf(
      mapping,
      { 'rows.csv': 'Key,Land,Ref,Body\n1,Egypt,EG-1,NIPO\n' },
      who,
    );
    expect(rowsOf(read, 'Agency')).toMatchObject([{ id: 'agency/nipo-egy', country: 'country/egy' }]);
    expect(who.asked.find(({ name }) => name === 'NIPO')).toEqual({
      name: 'NIPO',
      code: 'EG-1',
      country: 'country/egy',
      file: 'rows.csv',
      line: 2,
    });
  });
});

describe('statements of a mapping', () => {
  it.each([
    ["'{A}/{B?}'", '2013,', '2013/'],
    ["'{A}/{B}'", '2013,', undefined],
    ["['{A}/{B}', '{A}']", '2013,', '2013'],
    ["['{A}/{B}', '{A}']", '2013,2014', '2013/2014'],
    ["'{A?}/{B?}'", ',', undefined],
  ])('the first of %s that is filled stands, for %s', async (period, cells, text) => {
    const [row] = await rows('A:\nB:', meeting(`name: x, period: ${period}`), `Key,A,B\n1,${cells}\n`);
    expect(row?.['period']).toBe(text);
  });

  it.each([
    ['{ filled: A }', ['1', '2']],
    ['{ empty: A }', ['3', '4']],
    ['{ any: [A, B] }', ['1', '2', '3']],
    ['{ filled: A, empty: B }', ['2']],
    ['{ is: { A: [x, y] } }', ['1', '2']],
    ['{ is: { A: x } }', ['1']],
    ['{ isNot: { A: x } }', ['2', '3', '4']],
  ])('%s makes the statement of %s only', async (when, keys) => {
    const made = await rows(
      'A:\nB:',
      meeting('name: x', `when: ${when}`),
      'Key,A,B\n1,x,x\n2,y,\n3,,x\n4,,\n',
    );
    expect(made.map(({ id }) => id)).toEqual(keys.map((key) => `meeting/m-${key}`));
  });

  it('goes through the entries of a list one by one, or takes all', async () => {
    const columns = "A: { list: ';' }";
    const each =
      "- { kind: Topic, id: 'topic/{A}', each: A, locator: '{A}', cells: { name: '{A}', otherNames: '{A}' } }";
    const all = meeting("name: x, otherNames: ['{A}', also]");
    const csv = 'Key,A\n1,One; Two;One;\n2,Two\n';
    expect(await rows(columns, `${each}\n${all}`, csv, 'Topic')).toMatchObject([
      { id: 'topic/one', name: 'One', locator: 'One' },
      { id: 'topic/two', name: 'Two', locator: 'Two' },
    ]);
    expect((await rows(columns, `${each}\n${all}`, csv)).map((row) => row['otherNames'])).toEqual([
      'One | Two | also',
      'Two | also',
    ]);
  });

  const cooperation = (pairs: string): string =>
    `- { kind: Cooperation, id: 'cooperation/{Key}-{one}-{other}', pairs: ${pairs}, cells: { party: ['{one}:provider', '{other}:learner'] } }`;

  it('makes one fact a pair of one list, in whatever order the cell has it', async () => {
    const made = await rows(
      "A: { list: ';', means: country }",
      cooperation('A'),
      'Key,A\n1,Peru;Egypt;India\n',
      'Cooperation',
    );
    expect(made.map(({ id, party }) => `${id ?? ''} ${party ?? ''}`)).toEqual([
      'cooperation/1-egy-ind country/egy:provider | country/ind:learner',
      'cooperation/1-egy-per country/egy:provider | country/per:learner',
      'cooperation/1-ind-per country/ind:provider | country/per:learner',
    ]);
    expect(made[0]).toMatchObject({ occasion: '1', locator: '1', source: 'source/test-rows' });
  });

  it('makes one fact a pair of two columns, each in its place and none with itself', async () => {
    const columns = "A: { means: country }\nB: { list: ';', means: country }";
    const made = await rows(
      columns,
      cooperation('[A, B]'),
      'Key,A,B\n1,Peru,Egypt;Peru;India\n',
      'Cooperation',
    );
    expect(made.map(({ party }) => party)).toEqual([
      'country/per:provider | country/egy:learner',
      'country/per:provider | country/ind:learner',
    ]);
  });

  it('makes no fact without a party that is in doubt, leaves a doubtful name out of a list, and counts both', async () => {
    const columns = "A: { list: ';', means: country }";
    const states = [
      "- { kind: Exchange, id: 'exchange/{Key}', cells: { party: '{A}:participant' } }",
      "- { kind: Mention, id: 'mention/{Key}', cells: { paragraph: document/d, names: '{A}' } }",
      cooperation('A'),
    ].join('\n');
    const files = { 'rows.csv': 'Key,A\n1,Peru;Atlantis;Egypt\n2,Peru;Egypt\n3,Atlantis\n' };
    const who = new FewCountries();
    const { rows: read, passedOver } = await readOf(oneTable(columns, states), files, who);
    expect(rowsOf(read, 'Exchange').map(({ id }) => id)).toEqual(['exchange/2']);
    expect(rowsOf(read, 'Mention').map(({ id, names }) => [id, names])).toEqual([
      ['mention/1', 'country/per | country/egy'],
      ['mention/2', 'country/per | country/egy'],
    ]);
    expect(rowsOf(read, 'Cooperation').map(({ id }) => id)).toEqual([
      'cooperation/1-egy-per',
      'cooperation/2-egy-per',
    ]);
    expect(passedOver.get('statements or parts of them, until it is settled who is meant')).toBe(6);
    expect(who.doubts.map(({ said }) => said.line)).toEqual([2, 4]);
  });

  it('keeps what does not hang on whom is in doubt', async () => {
    const columns = "A: { list: ';', means: country }\nB: { means: country }\nT:";
    const states = [
      "- { kind: Mention, id: 'mention/{Key}', cells: { paragraph: document/d, names: '{A}', gist: '{T}' } }",
      "- { kind: Agency, id: 'agency/{Key}', cells: { name: x, country: '{B}' } }",
    ].join('\n');
    const files = { 'rows.csv': 'Key,A,B,T\n1,Peru;Atlantis,Atlantis,\n' };
    const { rows: read } = await readOf(oneTable(columns, states), files);
    expect(rowsOf(read, 'Mention')).toMatchObject([{ names: 'country/per' }]);
    expect(rowsOf(read, 'Agency')).toMatchObject([{ id: 'agency/1', name: 'x' }]);
    expect(rowsOf(read, 'Agency')[0]).not.toHaveProperty('country');
  });

  it('leaves out what a rule concludes where it is not wanted', async () => {
    const states = meeting("name: x, certainty: INFERRED, reason: Said so., basis: 'RULE:x'");
    const files = { 'rows.csv': 'Key,A\n1,x\n' };
    const read = async (infer: 'none' | 'rules'): Promise<number> =>
      rowsOf((await readOf(oneTable('A:', states), files, undefined, { infer })).rows, 'Meeting').length;
    expect([await read('rules'), await read('none')]).toEqual([1, 0]);
  });

  it('has no occasion where the mapping says so, and another locator where it gives one', async () => {
    const states =
      "- { kind: Exchange, id: 'exchange/{Key}', occasion: none, locator: 'row {row}', cells: { party: 'country/egy:participant' } }";
    const [row] = await rows('A:', states, 'Key,A\n1,x\n', 'Exchange');
    expect(row).toMatchObject({ locator: 'row 2' });
    expect(row).not.toHaveProperty('occasion');
  });
});

describe('dates', () => {
  it.each([
    ['2013-05-06', 'iso', '2013-05-06'],
    ['2013-05', 'iso', '2013-05'],
    ['2013-13', 'iso', null],
    ['2013-02-30', 'iso', null],
    ['1995', 'year', '1995'],
    ['5/6/2013', 'd/m/Y', '2013-06-05'],
    ['5/6/2013', 'm/d/Y', '2013-05-06'],
    ['31.2.2013', 'd.m.Y', null],
    ['29-2-2012', 'd-m-Y', '2012-02-29'],
    ['2013/5/6', 'Y/m/d', '2013-05-06'],
    ['2013-05-06', 'd/m/Y', '2013-05-06'],
    ['1e99', 'epoch-ms', null],
    ['0x10', 'epoch-ms', null],
    ['', 'epoch-ms', null],
  ] as const)('%s as %s is %s', (text, format, day) => {
    expect(dateOf(text, format)).toBe(day);
  });

  it('falls on the day of its time zone, in summer and in winter', () => {
    const midnights = [Date.UTC(1995, 6, 31, 22), Date.UTC(1995, 11, 31, 23)].map(String);
    expect(midnights.map((text) => dateOf(text, 'epoch-ms', 'Europe/Paris'))).toEqual([
      '1995-08-01',
      '1996-01-01',
    ]);
    expect(midnights.map((text) => dateOf(text, 'epoch-ms'))).toEqual(['1995-07-31', '1995-12-31']);
  });
});

describe('ids', () => {
  it.each([
    ['Côte d’Ivoire', 'cote-d-ivoire'],
    ['C/2013.1', 'c-2013-1'],
    ['country/egy', 'egy'],
    ['C++', 'c-cedb1bac'],
    ['مصر', '60469db2'],
  ])('%s gives %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('stay apart where letters are lost, and short', () => {
    const long = 'x'.repeat(300);
    expect(new Set(['C', 'C++', 'C#', '中国', '中國', long, `${long}y`].map(slugOf)).size).toBe(7);
    expect(slugOf(long)).toHaveLength(80);
  });
});
