import { describe, expect, it } from 'vitest';
import type { KnownThing } from '../../../src/graph/reads/who-is-who.js';
import { countriesOf } from '../../../src/intake/who-is-who/countries.js';
import {
  cldrNames,
  otherCountryCodes,
  otherCountryNames,
  unsettledCountryNames,
} from '../../../src/intake/who-is-who/country-names.js';
import { seedThings } from './known.js';

const countries = countriesOf(seedThings);
const sure = (name: string, code = ''): string => {
  const found = countries.find(name, code);
  return 'sure' in found
    ? found.sure.replace('country/', '')
    : `? ${found.mayBe.join(' ').replaceAll('country/', '')}`;
};

describe('a country is surely found', () => {
  it.each([
    ['EG', 'egy'],
    ['EGY', 'egy'],
    ['818', 'egy'],
    ['4', 'afg'],
    ['  Egypt ', 'egy'],
    ['EGYPT', 'egy'],
    ['Egypt (EGY)', 'egy'],
    ['مصر', 'egy'],
    ['埃及', 'egy'],
    ['Египет', 'egy'],
    ['Egipto', 'egy'],
    ["L'Égypte", 'egy'],
    ['Égypte (l’)', 'egy'],
    ['Egito', 'egy'],
    ['Quênia', 'ken'],
    ['Quénia', 'ken'],
    ['Alemanha', 'deu'],
    ['República do Iraque', 'irq'],
    ['Costa do Marfim', 'civ'],
    ['Mianmar', 'mmr'],
    ['República Unida da Tanzânia', 'tza'],
    ['Ivory Coast', 'civ'],
    ['COTE DIVOIRE', 'civ'],
    ['Swaziland', 'swz'],
    ['Macedonia', 'mkd'],
    ['The former Yugoslav Republic of Macedonia', 'mkd'],
    ['East Timor', 'tls'],
    ['DRC', 'cod'],
    ['Congo, Dem. Rep.', 'cod'],
    ['Congo (Democratic Republic of the)', 'cod'],
    ['Democratic Republic of Congo', 'cod'],
    ['Congo', 'cog'],
    ['Republic of Congo', 'cog'],
    ['Congo (Brazzaville)', 'cog'],
    ['South Korea', 'kor'],
    ['Korea, Republic of', 'kor'],
    ["Korea (Democratic People's Republic of)", 'prk'],
    ['Vietnam', 'vnm'],
    ['Viet-Nam', 'vnm'],
    ['Burma', 'mmr'],
    ['Cape Verde', 'cpv'],
    ['Czech Republic', 'cze'],
    ['Turkey', 'tur'],
    ['Türkiye', 'tur'],
    ['St. Vincent & the Grenadines', 'vct'],
    ['St Lucia', 'lca'],
    ['Gambia, The', 'gmb'],
    ['Tanzania, United Republic of', 'tza'],
    ['Micronesia (Federated States of)', 'fsm'],
    ['Holy See (Vatican City)', 'vat'],
    ['Falkland Islands (Islas Malvinas)', 'flk'],
    ['Guinea', 'gin'],
    ['Niger', 'ner'],
    ['China', 'chn'],
    ['UK', 'gbr'],
    ['U.S.A.', 'usa'],
  ])('%s is %s', (name, id) => expect(sure(name)).toBe(id));

  it.each([
    ['', 'eg', 'egy'],
    ['Egypt', 'EGY', 'egy'],
    ['Ägypten', 'EG', 'egy'],
    ['Korea', 'KR', 'kor'],
    ['Zaire', 'ZR', 'cod'],
    ['Egypt', 'row 17', 'egy'],
    ['', 'UK', 'gbr'],
  ])('%s with the code %s is %s', (name, code, id) => expect(sure(name, code)).toBe(id));
});

describe('never fuzzy into certainty', () => {
  it.each([
    ['Egpyt', '? egy'],
    ['United Kindom', '? gbr'],
    ['Korea', '? kor prk'],
    ['Virgin Islands', '? vgb vir'],
    ['Republic of China', '? twn chn'],
    ['Czechoslovakia', '? cze svk'],
    ['England', '? gbr'],
    ['South Yemen', '? yem'],
    ['Georgia (US state)', '? '],
    ['Samoa (somewhere)', '? wsm'],
    ['in', '? '],
    ['', '? '],
    ['---', '? '],
    ['European Union', '? '],
    ['European Patent Organisation (EPO)', '? '],
    ['African Intellectual Property Organization (OAPI)', '? '],
    ['Benelux Organization for Intellectual Property (BOIP)', '? '],
    ['African Group', '? '],
  ])('%s stays in doubt: %s', (name, doubt) => expect(sure(name)).toBe(doubt));

  it('a code and a name that contradict each other are both candidates', () =>
    expect(sure('Peru', 'EG')).toBe('? egy per'));

  it('finds no country that the graph does not have', () =>
    expect(countriesOf([]).find('Egypt', 'EG')).toEqual({ mayBe: [] }));

  it('two countries of one name are both candidates', () => {
    const twin = (id: string): KnownThing => ({
      id,
      names: ['Atlantis'],
      codes: [],
      country: null,
      shown: true,
      possibly: [],
    });
    const two = countriesOf([twin('country/one'), twin('country/two')]);
    expect(two.find('Atlantis', '')).toEqual({ mayBe: ['country/one', 'country/two'] });
  });
});

describe('the lists of names', () => {
  const ids = new Set(seedThings.map(({ id }) => id));
  const idOf = (alpha3: string): string => `country/${alpha3.toLowerCase()}`;

  it('every shown name of every country finds it, alone', () => {
    const missed = seedThings
      .filter(({ id }) => id.startsWith('country/'))
      .flatMap(({ id, names }) =>
        names.filter((name) => `country/${sure(name)}` !== id).map((name) => `${id} ${name}`),
      );
    expect(missed).toEqual([]);
  });
  it('Portuguese is known of nearly all', () => {
    const without = seedThings.filter(({ codes: [alpha2] }) => alpha2 && cldrNames(alpha2).length < 8);
    expect(without).toEqual([]);
  });
  it('every former and informal name finds its country, unless it names several', () => {
    const several = new Set(unsettledCountryNames.map(([name]) => name));
    const twice = otherCountryNames.filter(
      ([name], at) => otherCountryNames.findIndex(([other]) => other === name) !== at,
    );
    for (const [name] of twice) several.add(name);
    const wrong = otherCountryNames.filter(
      ([name, alpha3]) => !several.has(name) && sure(name) !== alpha3.toLowerCase(),
    );
    expect(wrong).toEqual([]);
    expect(twice.map(([name]) => name).sort()).toEqual(['Korea', 'Republic of China', 'Virgin Islands']);
  });
  it('a name of several is never settled', () => {
    expect(unsettledCountryNames.filter(([name]) => !sure(name).startsWith('?'))).toEqual([]);
  });
  it('names only countries that the seed has, and codes that are nobody else’s', () => {
    const named = [
      ...otherCountryNames.map(([, code]) => code),
      ...unsettledCountryNames.flatMap(([, codes]) => codes),
    ];
    expect([...named, ...Object.keys(otherCountryCodes)].filter((code) => !ids.has(idOf(code)))).toEqual([]);
    const held = new Set(seedThings.flatMap(({ codes }) => codes));
    expect(
      Object.values(otherCountryCodes)
        .flat()
        .filter((code) => held.has(code)),
    ).toEqual([]);
  });
});
