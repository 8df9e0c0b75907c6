import { describe, expect, it } from 'vitest';
import { mappingIn } from '../../../src/intake/1-read/mapping/load.js';
import { faultLines, oneTable, readOf } from './support.js';

const GOOD = oneTable(
  "Name:\nLands: { list: ';', means: country }\nTopics: { list: ';' }\nDay: { date: iso }",
  [
    '- kind: Exchange',
    "  id: 'exchange/{Key}'",
    '  cells:',
    "    party: '{Lands}:participant'",
    "    gist: '{Name}'",
    "    period: '{Day}'",
  ].join('\n'),
);

const faults = (yaml: string): Promise<string[]> => faultLines(() => mappingIn('m.yaml', yaml));
const swapped = (from: string, to: string): string => GOOD.replace(from, to);

describe('a mapping that is wrong', () => {
  it('is told from one that is right', async () => {
    expect(await faults(GOOD)).toEqual([]);
  });

  it.each([
    ['mapping: 1', 'mapping: 2', 'row 1: mapping: Invalid input: expected 1.'],
    ['register: test', 'register: My test', 'row 2: register: Write small letters, digits and hyphens.'],
    ['register: test', 'register: [a', /^m.yaml, row \d+: .*flow/i],
    ['about: A test.', 'about: A\nabout: B', 'row 4: Map keys must be unique.'],
    [
      'source: { name: Rows }',
      'source: { name: Rows, redistribution: NO }',
      /row \d+: .*Invalid option: expected one of "ALLOWED"\|"FORBIDDEN"/,
    ],
    ['source: {', 'surce: {', 'row 5: "source" is missing; add it.'],
    ['source: {', 'surce: {}\n    source: {', 'row 7: Nothing is known of "surce" here'],
    ['kind: Exchange', 'kind: Exchnge', 'row 16: "Exchnge" is no kind that a row can state'],
    ['kind: Exchange', 'kind: Source', 'row 16: "Source" is no kind that a row can state'],
    ['exchange/{Key}', 'meeting/{Key}', 'row 17: Ids of Exchange start with exchange/.'],
    ['exchange/{Key}', 'exchange/{Lands}', 'row 17: An id is one; take the list with "each".'],
    ['exchange/{Key}', 'exchange/{one}', 'row 17: {one} is none of the columns; they are Key, Name'],
    [
      ':participant',
      ':teacher',
      'row 19: "teacher" is no role here; use one of provider, receiver, participant.',
    ],
    [':participant', '', null],
    [
      "'{Lands}:participant'",
      'country/egy',
      'row 19: A party is an actor and a role, for example "{Country}:provider".',
    ],
    ['gist:', 'gust:', 'row 20: Exchange has no gust; it has party, capacity'],
    ['{Name}', '{Nme}', 'row 20: {Nme} is none of the columns'],
    [
      '{Name}',
      '{Lands}',
      'row 20: The gist of Exchange holds one value and no list; take the list with "each".',
    ],
    ['{Lands}:', '{Lands}{Topics}:', 'row 19: Only one list can stand here; take the other with "each".'],
    ['date: iso', 'date: dmy', /row 14: .*Invalid option: expected one of "iso"/],
    ['date: iso', 'date: epoch-ms', 'row 14: Milliseconds need a time zone that is known'],
    [
      'date: iso',
      'date: epoch-ms, zone: Mars/Olympus',
      'row 14: Milliseconds need a time zone that is known',
    ],
    [
      'date: iso',
      'date: iso, zone: Europe/Paris',
      'row 14: Only dates in epoch-ms have a time zone; take it out.',
    ],
    [
      'date: iso',
      'date: iso, means: country',
      'row 14: A date names nobody; keep one of "date" and "means".',
    ],
    ['Day: {', 'Day: { unlisted: keep, ', 'row 14: There is no code list; add "values".'],
    ['Name:', 'Name: { code: Ref }', 'row 11: "Ref" is none of the columns; add it there.'],
    ['Name:', 'row:', 'row 11: "row" has a meaning of its own'],
  ])('%s made %s', async (from, to, told) => {
    const lines = await faults(swapped(from, to));
    if (told === null) expect(lines).toEqual([]);
    else if (typeof told === 'string') expect(lines[0]).toContain(told);
    else expect(lines[0]).toMatch(told);
  });

  it.each([
    ['each: Name', '"Name" holds no list; give the column a "list" with its separator.'],
    ['pairs: Name', '"Name" holds no list; give the column a "list" with its separator.'],
    ['each: Nme', '"Nme" is none of the columns; add it there.'],
    ['when: { filled: Nme }', '"Nme" is none of the columns; add it there.'],
    ['when: { full: Name }', 'Nothing is known of "full" here'],
    ['pairs: [Name]', 'Too small'],
  ])('a statement with %s', async (line, told) => {
    expect((await faults(swapped('  cells:', `  ${line}\n        cells:`))).join('\n')).toContain(told);
  });

  it('has every fault told at once', async () => {
    expect(await faults(swapped('gist:', 'gust:').replace('exchange/{Key}', 'x/{Key}'))).toHaveLength(2);
  });

  it('cannot multiply itself by aliases', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefghijk'].map(
        (name, at) => `${name}: &${name} [${`*${'abcdefghij'[at] ?? ''},`.repeat(9)}]`,
      ),
    ];
    expect(await faults(bomb.join('\n'))).toEqual([
      'm.yaml, row 1: The aliases of the file lead to more than 100 copies; write them out.',
    ]);
  });

  it.each([
    ['', 'The mapping: Invalid input'],
    ['just words', 'The mapping: Invalid input'],
    ['[1]', 'The mapping: Invalid input'],
  ])('as %j', async (yaml, told) => {
    expect((await faults(yaml)).join()).toContain(told);
  });
});

describe('files that a mapping cannot read', () => {
  const csv = 'Key,Name,Lands,Topics,Day\n1,x,Egypt,t,2013-05-06\n';
  const lines = (files: Readonly<Record<string, string | Uint8Array>>, yaml = GOOD): Promise<string[]> =>
    faultLines(() => readOf(yaml, files));

  it('are told from those that it can', async () => {
    expect(await lines({ 'rows.csv': csv })).toEqual([]);
    expect(await lines({ 'rows.csv': `\ufeff${csv.replaceAll('\n', '\r\n')}` })).toEqual([]);
    expect(
      await lines(
        { 'rows.csv': csv.replaceAll(',', ';') },
        GOOD.replace('    columns:', "    separator: ';'\n    columns:").replace("list: ';'", "list: '|'"),
      ),
    ).toEqual([]);
    expect(await lines({ 'rows.tsv': csv.replaceAll(',', '\t') })).toEqual([]);
    expect(
      await lines({
        'rows.json': '[{"Key": 1, "Name": null, "Lands": "Egypt", "Topics": "t", "Day": "2013-05-06"}]',
      }),
    ).toEqual([]);
  });

  it.each([
    [csv.replaceAll(',', ';'), 'rows.csv, column Key: The column is missing; the file has Key;Name'],
    [
      csv.replace('Name', 'Key'),
      'rows.csv, row 1, column Key: The column stands twice; keep one of the two.',
    ],
    [csv.replace('Name', ''), 'rows.csv, row 1: Column 2 has no name; name it or remove it.'],
    [`${csv}2,y\n`, 'rows.csv, row 3, column Lands: The row has 2 cells where the header has 5'],
    [`${csv}2,"y\n`, 'rows.csv, row 3: A quote that opens here is never closed'],
    [csv.replace('x', 'x\0'), 'rows.csv, row 2, column Name: The cell holds a NUL character; remove it.'],
    [
      csv.replace('x', 'x'.repeat(1_000_000)),
      'rows.csv, row 2, column Name: The cell is longer than 100000 bytes',
    ],
    [
      csv.replace('1,', ','),
      'rows.csv, row 2, column Key: The key of the row is empty; fill the columns that make it.',
    ],
    ['', 'rows.csv: The file is empty; give it a header row and rows.'],
    [Buffer.from(csv.replace('x', 'é'), 'latin1'), 'rows.csv, row 2: The file is not UTF-8 here'],
  ])('%# have their place told', async (content, told) => {
    expect((await lines({ 'rows.csv': content })).join('\n')).toContain(told);
  });

  it.each([
    ['{', 'rows.json: The file is not JSON ('],
    ['{"Key": 1}', 'rows.json: The file is not a JSON array'],
    ['[{"Key": 1}, 2]', 'rows.json, row 2: The element is not an object'],
    ['[{"Key": {"a": 1}}]', 'rows.json, row 1, column Key: The value is nested'],
    ['['.repeat(100_000), 'rows.json: The file is not JSON ('],
  ])('JSON %#', async (content, told) => {
    expect((await lines({ 'rows.json': content })).join('\n')).toContain(told);
  });

  it('are given twice, are unknown, or are not there', async () => {
    expect(await lines({ 'rows.csv': csv, 'rows.tsv': csv })).toEqual([
      'rows.tsv: The table rows is one file, and rows.csv is given too; import one, or set sourcePerFile in the mapping.',
    ]);
    expect(await lines({ 'rows.ods': csv })).toEqual([
      'rows.ods: The ending of the file is none of csv, tsv, xlsx, json; rename it, or state its format in the mapping.',
    ]);
    expect(await faultLines(() => readOf(GOOD, {}, undefined, { files: ['/nowhere/rows.csv'] }))).toEqual([
      'rows.csv: The file cannot be read; name one that is there.',
    ]);
  });

  it('are read in their own encoding where the mapping says which', async () => {
    const bytes = Buffer.from(csv.replace('x', 'd\u0092été'), 'latin1');
    const yaml = GOOD.replace('    columns:', '    encoding: windows-1252\n    columns:');
    const { rows } = await readOf(yaml, { 'rows.csv': bytes });
    expect(rows.at(-1)?.cells.get('gist')).toBe('d’été');
  });
});
