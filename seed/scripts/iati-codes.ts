// Writes codelists/iati.csv, the codes by which IATI files are read, from the code lists as IATI publishes them:
//   npx tsx seed/scripts/iati-codes.ts <folder of the XML code lists>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { seedCsv, rowsOf, type Row } from './country-codes.js';

/** Lists that are read, and whether their names are kept: of SDG targets they are sentences, so only the codes are. */
const LISTS = [
  { list: 'ActivityStatus', named: true },
  { list: 'OrganisationRole', named: true },
  { list: 'OrganisationType', named: true },
  { list: 'CollaborationType', named: true },
  { list: 'SectorCategory', named: true },
  { list: 'Sector', named: true },
  { list: 'UNSDG-Goals', named: true },
  { list: 'UNSDG-Targets', named: false },
] as const;

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say where the lists are: npx tsx seed/scripts/iati-codes.ts <folder of the XML code lists>');
  process.exit(1);
}

/** The items of one list: code, English and French name. */
function itemsOf(xml: string): { code: string; en: string; fr: string }[] {
  const items: { code: string; en: string; fr: string }[] = [];
  const open: { name: string; language: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, language: attributes['xml:lang'] ?? 'en' });
    if (name === 'codelist-item') items.push({ code: '', en: '', fr: '' });
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const item = items.at(-1);
    const [parent, own] = [open.at(-2), open.at(-1)];
    if (!item || !own) return;
    if (own.name === 'code') item.code += text.trim();
    else if (parent?.name === 'name' && own.language === 'en') item.en += text.trim();
    else if (parent?.name === 'name' && own.language === 'fr') item.fr += text.trim();
  });
  parser.write(xml).close();
  return items;
}

/** The name of a goal without its number, which is its code. */
const numberless = (name: string): string => name.replace(/^(Goal|Objectif) \d+\. /, '');

/** Ids of the M49 groups of the seed, by their code. */
const m49 = rowsOf(readFileSync(new URL('../entities/groups-m49.csv', import.meta.url), 'utf8'))
  .filter(({ source }) => source === 'source/m49-regions')
  .map(({ locator, id, name }): Row => ({
    list: 'M49',
    code: locator ?? '',
    name: name ?? '',
    means: id ?? '',
  }));

const rows = LISTS.flatMap(({ list, named }) =>
  itemsOf(readFileSync(join(folder, `${list}.xml`), 'utf8')).map(({ code, en, fr }): Row => ({
    list,
    code,
    name: named ? numberless(en) : '',
    nameFr: named ? numberless(fr) : '',
  })),
);

writeFileSync(
  fileURLToPath(new URL('../../codelists/iati.csv', import.meta.url)),
  seedCsv([...rows, ...m49], ['list', 'code', 'name', 'nameFr', 'means']),
);
