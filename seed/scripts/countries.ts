// Writes seed/entities/countries.csv from the public table datasets/country-codes:
//   npx tsx seed/scripts/countries.ts <path to country-codes.csv>
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cell, code, countryId, rowsOf, seedCsv, tableNamed, type Row } from './country-codes.js';

/** Languages as the table spells them: in its UN terminology columns, and in its columns of official names. */
const LANGUAGES = {
  nameAr: ['Arabic', 'ar'],
  nameEn: ['English', 'en'],
  nameEs: ['Spanish', 'es'],
  nameFr: ['French', 'fr'],
  nameRu: ['Russian', 'ru'],
  nameZh: ['Chinese', 'cn'],
} as const;

// Display names where the UN short name is inverted, very long, or missing. Each stands in its row of the table.
// Micronesia alone would be taken for the M49 region.
const READINGS: Readonly<Record<string, string>> = {
  BOL: 'Bolivia',
  CIV: "Côte d'Ivoire",
  FSM: 'Federated States of Micronesia',
  GBR: 'United Kingdom',
  HKG: 'Hong Kong',
  IRN: 'Iran',
  MAC: 'Macao',
  VEN: 'Venezuela',
};

// The table's English name here is "Ivory Coast"; the country asks for the untranslated name, and the UN uses it.
const ENGLISH: Readonly<Record<string, string>> = { CIV: "Côte d'Ivoire" };

// "In contention" is neither: it stays empty.
const DEPENDENT =
  /^(Part|Territory|Territories|Crown dependency|Commonwealth|Associated) (of|with) |^International$/;

/** The name without the article that UN lists add: "Niger (the)", "Égypte (l')", "the Republic of the Niger". */
function withoutArticle(name: string): string {
  return name
    .replace(/ \((the|el|la|los|las|le|les|l')\)$/, '')
    .replace(/^(the|el|la|los|las|le|les) |^l'/, '');
}

/** Form in which two spellings of one name are equal. */
function folded(name: string): string {
  return name.toLowerCase();
}

/** Capitals of a currency list as a name: "KOREA (THE REPUBLIC OF)" becomes "Korea (the Republic of)". */
function inTitleCase(name: string): string {
  const small = new Set(['and', 'da', 'of', 'part', 'the']);
  return name
    .toLowerCase()
    .replace(/\p{L}[\p{L}']*/gu, (word) =>
      small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

function independent(row: Row): string {
  const value = cell(row, 'is_independent');
  if (value === 'Yes') return 'yes';
  if (DEPENDENT.test(value)) return 'no';
  if (value === 'In contention') return '';
  throw new Error(
    `Row ${row['ISO3166-1-Alpha-3']}: is_independent is "${value}"; say in DEPENDENT what it means.`,
  );
}

function reading(row: Row, alpha3: string, english: string): string {
  const chosen = READINGS[alpha3];
  if (chosen === undefined) return english;
  if (Object.keys(row).some((column) => cell(row, column).includes(chosen))) return chosen;
  throw new Error(`Row ${alpha3}: the reading "${chosen}" does not stand in the table; mend READINGS.`);
}

/** Names beside the displayed ones: formal names in six languages, then English spellings, each once. */
function otherNames(row: Row, shown: readonly string[]): string {
  const formal = Object.values(LANGUAGES).map(([un]) => withoutArticle(cell(row, `UNTERM ${un} Formal`)));
  const english = ['CLDR display name', 'official_name_en'].map((column) => cell(row, column));
  const iso = inTitleCase(cell(row, 'ISO4217-currency_country_name'));
  const seen = new Set(['', ...shown.map(folded)]);
  const fresh = (name: string): boolean => !seen.has(folded(name)) && Boolean(seen.add(folded(name)));
  return [...formal, ...english, iso].filter(fresh).join(' | ');
}

function country(row: Row): Record<string, string> {
  const alpha3 = code(row, 'ISO3166-1-Alpha-3', /^[A-Z]{3}$/);
  const named = Object.entries(LANGUAGES).map(([column, [un, official]]): [string, string] => [
    column,
    withoutArticle(cell(row, `UNTERM ${un} Short`)) || cell(row, `official_name_${official}`),
  ]);
  const names: Record<string, string> = Object.fromEntries(named);
  names['nameEn'] = ENGLISH[alpha3] ?? names['nameEn'] ?? '';
  const name = reading(row, alpha3, names['nameEn']);
  return {
    id: countryId(row),
    name,
    ...names,
    otherNames: otherNames(row, [name, ...Object.values(names)]),
    alpha2: code(row, 'ISO3166-1-Alpha-2', /^[A-Z]{2}$/),
    alpha3,
    numeric: code(row, 'ISO3166-1-numeric', /^\d{1,3}$/).padStart(3, '0'),
    m49: code(row, 'M49', /^\d{1,3}$/).padStart(3, '0'),
    independent: independent(row),
    formerCodes: '',
    wikidata: code(row, 'wikidata_id', /^$|\/Q\d+$/).replace(/^.*\//, ''),
    source: 'source/country-codes',
    locator: alpha3,
  };
}

/** Text of the seed file made from the text of country-codes.csv; throws where a row cannot be read. */
export function countriesCsv(table: string): string {
  return seedCsv(
    rowsOf(table)
      .map(country)
      .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = countriesCsv(tableNamed('countries'));
  writeFileSync(new URL('../entities/countries.csv', import.meta.url), text);
}
