import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimSays } from '../../src/api/types/claim-says.js';
import { UNKNOWN_PERIOD } from '../../src/model/values/period.js';

/** By its path, so that the explorer's own types stay its own. */
const FOLDER = resolve(import.meta.dirname, '../../src/explorer/app');
const read = async <Exports>(path: string): Promise<Exports> =>
  (await import(`${FOLDER}/${path}`)) as Exports;

const { saidParts, idsSaid } = await read<{
  saidParts: (says: string) => object | null;
  idsSaid: (says: string) => string[];
}>('facts/said-parts.ts');
const { edtfInWords } = await read<{ edtfInWords: (edtf: string, language: string) => string | null }>(
  'facts/edtf-in-words.ts',
);
const { pictureOf } = await read<{ pictureOf: (rows: readonly object[]) => object | null }>(
  'pages/questions/pictures/picture-of.ts',
);
const { idsIn } = await read<{ idsIn: (value: unknown) => string[] }>('pages/questions/ids-in.ts');

describe('what a claim says, taken apart as the API puts it together', () => {
  const period = { ...UNKNOWN_PERIOD, notBefore: ['meeting/cairo-2013'] };
  const cases: readonly (readonly [about: string, value: unknown, parts: object])[] = [
    ['existence', null, { what: 'existence' }],
    [
      'party:country/egy:provider',
      null,
      { what: 'party', id: 'country/egy', role: 'provider', capacity: null, number: null },
    ],
    [
      'party:country/egy:coFacilitator:CO_FACILITATOR',
      null,
      { what: 'party', id: 'country/egy', role: 'coFacilitator', capacity: 'CO_FACILITATOR', number: null },
    ],
    [
      'party:group/ngos:participant',
      { words: 'more than (about) 100' },
      {
        what: 'party',
        id: 'group/ngos',
        role: 'participant',
        capacity: null,
        number: 'more than (about) 100',
      },
    ],
    ['topics:topic/patents', null, { what: 'end', name: 'topics', id: 'topic/patents' }],
    ['grewOutOf:exchange/a-b', null, { what: 'end', name: 'grewOutOf', id: 'exchange/a-b' }],
    ['stage', 'DONE', { what: 'attribute', name: 'stage', value: 'DONE' }],
    [
      'gist',
      'party country/egy as host: "quoted"\nsecond line',
      { what: 'attribute', name: 'gist', value: 'party country/egy as host: "quoted"\nsecond line' },
    ],
    ['low', 600, { what: 'attribute', name: 'low', value: '600' }],
    ['changed', ['act', 'addressees'], { what: 'attribute', name: 'changed', value: 'act, addressees' }],
    ['period', period, { what: 'period', inWords: 'not before the last day of meeting/cairo-2013' }],
  ];
  it.each(cases)('%s %j', (about, value, parts) => {
    expect(saidParts(claimSays(about, value))).toEqual(parts);
  });

  it('names what it speaks of, and nothing that stands in a text', () => {
    expect(idsSaid(claimSays('party:country/egy:host', null))).toEqual(['country/egy']);
    expect(idsSaid(claimSays('period', period))).toEqual(['meeting/cairo-2013']);
    expect(idsSaid(claimSays('gist', 'see topic/patents'))).toEqual([]);
    expect(
      idsIn({
        a: [{ id: 'country/ind', claims: [{ says: 'topics topic/patents' }] }],
        b: 'no/ id',
        c: 'It grew out of meeting/cairo-2013.',
      }),
    ).toEqual(['country/ind', 'topic/patents', 'meeting/cairo-2013']);
  });

  it('leaves a sentence of another form alone', () => {
    expect(saidParts('Egypt hosted it.')).toBeNull();
  });
});

describe('the picture that fits an answer', () => {
  const pair = (a: string, b: string, rest: object = {}): object => ({
    countries: [{ id: `country/${a}` }, { id: `country/${b}` }],
    ...rest,
  });

  it('pairs of countries are a map: by their weight, or by how many rows name them', () => {
    expect(
      pictureOf([
        pair('egy', 'ind', { weight: 3 }),
        pair('bra', 'hti', { weight: 1, certainty: 'INFERRED' }),
      ]),
    ).toEqual({
      kind: 'pairs',
      pairs: [
        { countries: ['country/egy', 'country/ind'], weight: 3, certainty: 'STATED', row: 0 },
        { countries: ['country/bra', 'country/hti'], weight: 1, certainty: 'INFERRED', row: 1 },
      ],
    });
    expect(
      pictureOf([
        pair('bra', 'hti'),
        pair('egy', 'ind', { independent: false }),
        pair('egy', 'ind', { independent: false }),
      ]),
    ).toMatchObject({
      pairs: [
        { weight: 1, row: 0 },
        { weight: 2, certainty: 'INFERRED', row: 1 },
      ],
    });
  });

  it('so are edges, and countries under letters', () => {
    expect(pictureOf([{ from: 'country/egy', to: 'country/ind', weight: 2 }])).toMatchObject({
      kind: 'pairs',
    });
    const lettered = ['egy', 'ind'].map((code, index) => ({
      as: 'AB'[index],
      country: { id: `country/${code}` },
    }));
    expect(pictureOf([{ countries: lettered }])).toMatchObject({ kind: 'pairs' });
  });

  it('countries with counts are shaded, periods with counts are columns', () => {
    expect(
      pictureOf([
        { value: 'country/egy', facts: 4 },
        { value: 'country/ind', facts: 2 },
      ]),
    ).toMatchObject({
      kind: 'countries',
      field: 'facts',
      counts: [
        { country: 'country/egy', count: 4, row: 0 },
        { country: 'country/ind', count: 2 },
      ],
    });
    expect(
      pictureOf([
        { period: '2009', started: 1 },
        { period: '2010', started: 0, state: 'NOT_COVERED' },
      ]),
    ).toEqual({
      kind: 'time',
      field: 'started',
      periods: [
        { period: '2009', count: 1, covered: true },
        { period: '2010', count: 0, covered: false },
      ],
    });
  });

  it.each([
    ['three countries', [{ countries: ['egy', 'ind', 'bra'].map((code) => ({ id: `country/${code}` })) }]],
    ['a country with itself', [pair('egy', 'egy')]],
    ['a row of another form among them', [pair('egy', 'ind'), { id: 'meeting/x' }]],
    ['countries without a count', [{ country: { id: 'country/egy' } }, { country: { id: 'country/ind' } }]],
    [
      'counts of what is no country',
      [
        { value: 'topic/patents', facts: 1 },
        { value: 'country/egy', facts: 2 },
      ],
    ],
    ['a single count', [{ value: 'country/egy', facts: 4 }]],
    ['nothing', []],
  ])('%s: none', (_what, rows) => {
    expect(pictureOf(rows)).toBeNull();
  });
});

describe('a time in the language of the page', () => {
  it.each([
    ['2009', 'fr', '2009'],
    ['2009-11', 'es', 'noviembre de 2009'],
    ['2009-11-11', 'ru', '11 ноября 2009 г.'],
    ['2013-05-06/2013-05-08', 'fr', '6–8 mai 2013'],
    ['2009-11-11', 'zh', '2009年11月11日'],
    // What is open, uncertain or known to different parts needs the sentence of the API.
    ['2009-11-11/', 'fr', null],
    ['/[..2009-11-09]', 'fr', null],
    ['2009~', 'fr', null],
    ['2009/2010-05', 'fr', null],
    ['2009-13-01', 'fr', null],
    ['', 'fr', null],
  ])('%s in %s', (edtf, language, words) => {
    expect(edtfInWords(edtf, language)).toBe(words);
  });
});
