import { describe, expect, it } from 'vitest';
import { Faults, placeInWords } from '../../../src/intake/faults.js';
import {
  doubtInWords,
  doubtsCsv,
  readDoubts,
  withDoubts,
} from '../../../src/intake/who-is-who/doubts-file.js';
import type { Doubt } from '../../../src/intake/who-is-who/who-is-who.js';

const HEADER = 'kind,said,code,country,file,line,id,verdict';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...lines: string[]): ReturnType<typeof readDoubts> =>
  readDoubts('iati.who-is-who.csv', bytes([HEADER, ...lines].join('\n')));
function faults(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Faults) return error.places.map(placeInWords);
    throw error;
  }
  return [];
}

const doubt = (name: string, mayBe: string[], more: Partial<Doubt> = {}): Doubt => ({
  kind: 'Agency',
  said: { name, file: 'a.xml', line: 7 },
  own: null,
  mayBe,
  ...more,
});

describe('the file of doubts', () => {
  it('has a row for each candidate and comes back as it was written', () => {
    const rows = withDoubts([], [doubt('=HYPERLINK("x")', ['agency/a', 'agency/b']), doubt('C, "D"\nE', [])]);
    const back = readDoubts('f.csv', bytes(doubtsCsv(rows)));
    expect(back.map(({ at: _, ...row }) => row)).toEqual(rows);
    expect(back.map(({ at }) => at)).toEqual([2, 3, 4]);
    expect(doubtsCsv(rows)).toContain(`'=HYPERLINK`);
  });
  it('keeps what a person wrote and adds only what is new', () => {
    const settled = read(
      'Agency,UNDP,,,a.xml,7,agency/undp,same',
      'Agency,Elders,,,a.xml,8,agency/elders,different',
    );
    const doubts = [doubt('undp', ['agency/undp']), doubt('Youth', []), doubt('UNDP', ['agency/other'])];
    const then = withDoubts(settled, doubts);
    expect(then.slice(0, 2)).toEqual(settled);
    expect(then.slice(2).map(({ said, id, verdict }) => [said, id, verdict])).toEqual([
      ['Youth', '', 'OPEN'],
      ['UNDP', 'agency/other', 'OPEN'],
    ]);
    expect(withDoubts(then, doubts)).toHaveLength(then.length);
  });
  it('says a doubt in one line', () => {
    expect(doubtInWords(doubt('UNDP', ['agency/undp', 'agency/b']))).toBe(
      '"UNDP" (a.xml, line 7) may be agency/undp or agency/b, and is kept apart',
    );
    expect(doubtInWords(doubt('Elders', [], { kind: 'Country' }))).toBe(
      '"Elders" (a.xml, line 7) is no known country, so what is said of it is left out',
    );
  });
  it('may have a byte order mark, CR LF, other columns and capitals', () => {
    const text = `\uFEFFkind,said,id,verdict,note\r\nCountry,Kenja,country/ken,Same,sure\r\n\r\n`;
    expect(readDoubts('f.csv', bytes(text))).toMatchObject([
      { kind: 'Country', said: 'Kenja', code: '', id: 'country/ken', verdict: 'SAME' },
    ]);
  });
  it.each([
    [
      'Person,A,,,,,agency/a,same',
      'row 2, column kind: It must be one of Country, Group, Agency, Initiative.',
    ],
    ['Agency,A,,,,,agency/a,maybe', 'row 2, column verdict: Write same or different, or leave it empty'],
    ['Agency,A,,,,,,same', 'row 2, column id: Say what it is the same as'],
    ['Agency,A,,,,,country/egy,same', 'row 2, column id: "country/egy" is no id of a Agency'],
    [
      'Country,A,,,,,Egypt,same',
      'row 2, column id: "Egypt" is no id of a Country; write one such as country/egy.',
    ],
    ['Agency,,,,,,agency/a,same', 'row 2, column said: The row says nothing; remove it.'],
    [
      'Agency,A,,Egypt,,,agency/a,same',
      'row 2, column country: It must be an id such as country/egy, or empty.',
    ],
    ['Agency,A,B', 'row 2: The row has 3 cells where the header has 8'],
    ['Agency,"A', 'row 2: A quote is not closed'],
  ])('%s: %s', (line, fault) => expect(faults(() => read(line)).join('\n')).toContain(fault));
  it('refuses two verdicts against each other, in either order', () => {
    const [same, other] = ['Agency,A,,,,,agency/a,same', 'Agency,a,,,,,agency/b,same'];
    const different = 'Agency,A,,,,,agency/a,different';
    expect(faults(() => read(same, other))).toEqual([
      'iati.who-is-who.csv, row 3, column id: Line 2 says that it is agency/a; keep one of the two.',
    ]);
    const contrary = [
      'iati.who-is-who.csv, row 3, column verdict: Line 2 says the contrary; keep one of the two.',
    ];
    expect(faults(() => read(same, different))).toEqual(contrary);
    expect(faults(() => read(different, same))).toEqual(contrary);
    expect(faults(() => read(same, 'Agency,A,,,,,agency/b,different'))).toEqual([]);
  });
  it('says which column is missing, and that a file is no text', () => {
    expect(faults(() => readDoubts('f.csv', bytes('kind;said;id;verdict\n'))).length).toBe(4);
    expect(faults(() => readDoubts('f.csv', new Uint8Array([0x6b, 0xff]))).join()).toContain('not UTF-8');
    expect(faults(() => readDoubts('f.csv', bytes(''))).length).toBe(4);
  });
});
