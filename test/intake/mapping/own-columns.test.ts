import { describe, expect, it } from 'vitest';
import { check } from '../../../src/intake/2-check/check.js';
import { FewCountries, faultLines, oneTable, readOf, rowsOf } from './support.js';

const COURSES = oneTable(
  "Title:\nlands: { from: Who, list: ';', means: country }\nRole:\nFrom:\nTo:\nWord: { optional: true }",
  [
    '- kind: Exchange',
    "  id: 'exchange/{Key}'",
    '  cells:',
    "    party: '{lands}:{Role}'",
    '    topics: topic/patents',
    "    period: '{From}/{To?}'",
    "    gist: '{Title}'",
    "    category: '{Word}'",
  ].join('\n'),
);

/** What is told of one row, once it was read and is checked. */
const told = (row: string, yaml = COURSES): Promise<string[]> =>
  faultLines(async () => {
    const csv = `Key,Title,Who,Role,From,To,Word\n${row}\n`;
    const { rows } = await readOf(yaml, { 'rows.csv': csv });
    check(rows, { known: (id) => !id.startsWith('exchange/'), claiming: true });
  });

describe('a value of a mapped register that is refused', () => {
  it('is told from one that is taken', async () => {
    expect(await told('7,Search,Egypt;India,receiver,2013-05-06,,')).toEqual([]);
  });

  it.each([
    [
      '7,Ask ann@office.example,Egypt;India,receiver,2013-05-06,,',
      'rows.csv, row 2, column Title: The cell holds an e-mail address; name the office instead, never how to reach a person. There stands "Ask ann@office.example", of which the mapping makes the gist of Exchange.',
    ],
    [
      '7,Search,Egypt;India,teacher,2013-05-06,,',
      /^rows\.csv, row 2, column Who, Role: .*There stand "Egypt;India" and "teacher", of which the mapping makes the party of Exchange\.$/m,
    ],
    [
      '7,Search,Egypt;India,receiver,2013-05-06,2012-01-01,',
      /^rows\.csv, row 2, column From, To: .*There stand "2013-05-06" and "2012-01-01", .*the period of Exchange\.$/,
    ],
    ['7,Search,Egypt;India,receiver,May,,', /^rows\.csv, row 2, column From, To: .*There stand "May" and ""/],
    [
      `7,"Write to me: ann@office.example, ${'or not '.repeat(20)}",Egypt;India,receiver,2013-05-06,,`,
      /There stands "Write to me: ann@office\.example, (or not )+or not\.\.\.", of/,
    ],
    [
      '7,Search,,receiver,2013-05-06,,',
      /^rows\.csv, row 2, column Who, Role: exchange\/7 has .* party; fill the cell, or give the statement a condition in the mapping\. There stand "" and "receiver"/,
    ],
  ])('%s', async (row, words) => {
    const lines = await told(row);
    expect(lines.join('\n')).toMatch(words);
  });

  it('is told by the mapping where no column gives it', async () => {
    const lines = await told(
      '7,Search,Egypt;India,receiver,2013-05-06,,',
      COURSES.replace('topic/patents', 'topics/patents'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^rows\.csv, row 2: "topics\/patents" starts with no known kind; .* The mapping itself says the topics of Exchange\.$/,
    );
  });
});

describe('a column that may hold a country, a group or an agency', () => {
  const table = (means: string): string =>
    oneTable(
      `Who: { list: ';', means: ${means} }`,
      [
        '- kind: Membership',
        "  id: 'membership/{Key}'",
        '  cells:',
        "    party: '{Who}:member'",
        '    group: group/one',
      ].join('\n'),
    );

  it.each([
    ['actor', 'country/egy:member | agency/seeds-x:member'],
    ['group', 'group/egypt:member | group/seeds:member'],
  ])('means %s', async (means, party) => {
    const { rows } = await readOf(table(means), { 'rows.csv': 'Key,Who\n1,Egypt;Seeds\n' });
    expect(rowsOf(rows, 'Membership').map((row) => row['party'])).toEqual([party]);
  });

  it('leaves a fact out where it is in doubt which country or group', async () => {
    const { rows, passedOver } = await readOf(
      table('actor'),
      { 'rows.csv': 'Key,Who\n1,Coreia\n' },
      Object.assign(new FewCountries(), { actor: () => null }),
    );
    expect(rowsOf(rows, 'Membership')).toEqual([]);
    expect([...passedOver.values()]).toEqual([1]);
  });
});

describe('a file of the register that is known and not taken in', () => {
  const yaml = oneTable(
    'Name:',
    "- kind: Topic\n  id: 'topic/{Key}'\n  cells: { name: '{Name}', scheme: x }",
  ).replace('tables:', 'passedOver: { words*.csv: words and no names }\ntables:');
  const words = { 'words-1.csv': 'anything\n"' };

  it('is counted with the reason, and not read', async () => {
    const { rows, passedOver } = await readOf(yaml, { 'rows.csv': 'Key,Name\n1,Seeds\n', ...words });
    expect(rowsOf(rows, 'Topic')).toHaveLength(1);
    expect([...passedOver]).toEqual([['file, words-1.csv (words and no names)', 1]]);
  });

  it('is refused where it is the only one', async () => {
    expect(await faultLines(() => readOf(yaml, words))).toEqual([
      'words-1.csv: Nothing of the file is taken in (words and no names); name rows.* as well.',
    ]);
  });
});
