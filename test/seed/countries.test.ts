import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { countriesCsv } from '../../seed/scripts/countries.js';

type Row = Readonly<Record<string, string>>;

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const rowsOf = (text: string): Row[] => parse(text, { columns: true });

const TABLE = '../../../shared/data/country-codes/country-codes.csv';
const tableIsHere = existsSync(new URL(TABLE, import.meta.url));

const seed = read('../../seed/entities/countries.csv');
const countries = rowsOf(seed);
const byId = new Map(countries.map((row) => [row['id'], row]));
const column = (name: string): string[] => countries.map((row) => row[name] ?? '');

const NAMES = ['nameAr', 'nameEn', 'nameEs', 'nameFr', 'nameRu', 'nameZh'];

describe('the countries of the seed', () => {
  it('are all 249 of ISO 3166-1, sorted by id', () => {
    expect(countries).toHaveLength(249);
    expect(column('id')).toEqual([...column('id')].sort());
  });

  it('have the columns of the seed format, in order', () => {
    expect(seed.split('\n')[0]).toBe(
      `id,name,${NAMES.join(',')},otherNames,alpha2,alpha3,numeric,m49,independent,formerCodes,wikidata,source,locator`,
    );
  });

  it.each([
    ['id', /^country\/[a-z]{3}$/],
    ['alpha2', /^[A-Z]{2}$/],
    ['alpha3', /^[A-Z]{3}$/],
    ['numeric', /^\d{3}$/],
    ['m49', /^\d{3}$/],
    ['wikidata', /^Q\d+$/],
  ])('have a well-formed %s, each its own', (name, pattern) => {
    // The table gives no Wikidata item for Namibia.
    const values = column(name).filter(
      (value, at) => name !== 'wikidata' || column('id')[at] !== 'country/nam',
    );
    expect(values.filter((value) => !pattern.test(value))).toEqual([]);
    expect(new Set(values).size).toBe(values.length);
  });

  it('have a name in each of the six languages', () => {
    const gaps = countries.flatMap((row) =>
      ['name', ...NAMES].filter((name) => !row[name]).map((name) => [row['id'], name]),
    );
    expect(gaps).toEqual([]);
  });

  it('share no name with another country', () => {
    const owner = new Map<string, string>();
    const clashes: string[] = [];
    for (const row of countries) {
      const names = ['name', ...NAMES].map((name) => row[name] ?? '');
      for (const name of [...names, ...(row['otherNames'] ?? '').split(' | ')].filter(Boolean)) {
        const key = name.toLowerCase();
        if (owner.has(key) && owner.get(key) !== row['id']) clashes.push(name);
        owner.set(key, row['id'] ?? '');
      }
    }
    expect(clashes).toEqual([]);
  });

  it('carry no article, footnote mark, formula or stray space', () => {
    const cells = countries.flatMap((row) => Object.values(row));
    const wrong = /\((the|el|la|los|las|le|les|l')\)|\*|^[=+\-@]|^\s|\s$|\s\s|’|\r/;
    expect(cells.filter((cell) => wrong.test(cell))).toEqual([]);
    expect(
      column('otherNames').filter((names) => /(^|\| )(the|el|la|los|las|le|les) |(^|\| )l'/.test(names)),
    ).toEqual([]);
  });

  it('are independent, not, or contested', () => {
    const contested = countries.filter((row) => row['independent'] === '').map((row) => row['alpha3']);
    expect(contested).toEqual(['ESH', 'PSE']);
    expect(new Set(column('independent'))).toEqual(new Set(['yes', 'no', '']));
  });

  it('say which row of which source they come from', () => {
    expect(new Set(column('source'))).toEqual(new Set(['source/country-codes']));
    expect(column('locator')).toEqual(column('alpha3'));
  });

  it.each([
    ['bol', 'Bolivia', 'Bolivia (Plurinational State of)'],
    ['civ', "Côte d'Ivoire", "Côte d'Ivoire"],
    ['cod', 'Democratic Republic of the Congo', 'Democratic Republic of the Congo'],
    ['cog', 'Congo', 'Congo'],
    ['fsm', 'Federated States of Micronesia', 'Micronesia (Federated States of)'],
    ['hkg', 'Hong Kong', 'China, Hong Kong Special Administrative Region'],
    ['irn', 'Iran', 'Iran (Islamic Republic of)'],
    ['kor', 'Republic of Korea', 'Republic of Korea'],
    ['mac', 'Macao', 'China, Macao Special Administrative Region'],
    ['prk', "Democratic People's Republic of Korea", "Democratic People's Republic of Korea"],
    ['pse', 'State of Palestine', 'State of Palestine'],
    ['slv', 'El Salvador', 'El Salvador'],
    ['tur', 'Türkiye', 'Türkiye'],
    ['tza', 'United Republic of Tanzania', 'United Republic of Tanzania'],
    ['vat', 'Holy See', 'Holy See'],
    ['ven', 'Venezuela', 'Venezuela (Bolivarian Republic of)'],
    ['vnm', 'Viet Nam', 'Viet Nam'],
  ])('read as people write them: %s', (code, name, nameEn) => {
    expect(byId.get(`country/${code}`)).toMatchObject({ name, nameEn });
  });

  it('keep the code NA of Namibia', () => {
    expect(byId.get('country/nam')).toMatchObject({ alpha2: 'NA', nameEn: 'Namibia', wikidata: '' });
  });
});

if (!tableIsHere)
  console.warn('Skipped: ../shared/data/country-codes is not here, so the seed is not made anew.');
describe.skipIf(!tableIsHere)('the table that the countries come from', () => {
  it('gives the committed seed file, byte for byte', () => {
    expect(countriesCsv(read(TABLE))).toBe(seed);
  });

  it('has the hash that seed/sources.csv states', () => {
    const source = rowsOf(read('../../seed/sources.csv')).find((row) => row['id'] === 'source/country-codes');
    expect(source?.['hash']).toBe(createHash('sha256').update(read(TABLE)).digest('hex'));
  });
});

describe('a table that is not the one expected', () => {
  it('is refused with the missing column', () => {
    expect(() => countriesCsv('a,b\n1,2\n')).toThrow(
      'no column "ISO3166-1-Alpha-3"; is it country-codes.csv?',
    );
  });
});
