// Names and codes of countries that the graph's own list does not have. Names in seven languages come from the CLDR
// of Node's own ICU, so they follow its version; typed in here are only former and informal names: ISO 3166-3 (formerly
// used names and codes), earlier short names of the UN list, World Bank spellings, and names in everyday use.

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh', 'pt', 'pt-PT'];
const CLDR = LANGUAGES.flatMap((language) =>
  (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
  ),
);

/** Names of a country in the six UN languages and Portuguese, by its alpha-2 code; none for a code that is not known. */
export const cldrNames = (alpha2: string): string[] =>
  /^[A-Z]{2}$/.test(alpha2) ? CLDR.flatMap((names) => names.of(alpha2) ?? []) : [];

/** Former and informal names, by alpha-3 code. A name under several codes is never settled without a person. */
const NAMES: Readonly<Record<string, string>> = {
  BEN: 'Dahomey',
  BFA: 'Upper Volta | Haute-Volta | Alto Volta',
  BGR: "People's Republic of Bulgaria",
  BLR: 'Byelorussia | Byelorussian SSR | Belorussia',
  BLZ: 'British Honduras',
  BOL: 'Bolivia',
  BRN: 'Brunei',
  BWA: 'Bechuanaland',
  CAF: 'CAR | Central African Empire',
  CIV: "Ivory Coast | Costa do Marfim | Costa de Marfil | Cote d'Ivoire | Elfenbeinküste",
  COD: 'DRC | DR Congo | D.R. Congo | RDC | Zaire | Congo-Kinshasa | Congo (Kinshasa) | Congo, Dem. Rep. | Congo, DR | Congo DR | Congo, The Democratic Republic of the | Congo (Democratic Republic) | Democratic Republic of Congo',
  COG: 'Congo-Brazzaville | Congo (Brazzaville) | Congo, Rep. | Congo, Republic | Congo (Republic)',
  CPV: 'Cape Verde | Cape Verde Islands | Cap-Vert | Cabo Verde',
  CZE: 'Czech Republic | Czech Rep. | Czechia',
  DEU: 'FRG | Federal Republic of Germany | West Germany',
  DOM: 'Dominican Rep.',
  EGY: 'Egypt, Arab Rep.',
  ETH: 'Abyssinia',
  FLK: 'Falklands | Malvinas',
  FSM: 'Micronesia, Fed. Sts. | Micronesia | FSM',
  GBR: 'Great Britain | Britain | UK | U.K. | United Kingdom of Great Britain and Northern Ireland',
  GMB: 'Gambia, The',
  GNQ: 'Spanish Guinea',
  GUY: 'British Guiana',
  HKG: 'Hong Kong SAR, China | Hong Kong, China | Hong Kong SAR',
  IRN: 'Persia | Iran, Islamic Rep.',
  KGZ: 'Kirghizia | Kirgizstan | Kyrgyz Republic',
  KHM: 'Kampuchea | Democratic Kampuchea | Khmer Republic',
  KIR: 'Gilbert Islands',
  KOR: 'South Korea | Korea, South | Korea, Rep. | ROK | Korea',
  LAO: "Laos | Lao PDR | Lao People's Democratic Rep.",
  LBY: 'Libyan Arab Jamahiriya | Libya Arab Jamahiriya',
  LKA: 'Ceylon',
  LSO: 'Basutoland',
  MAC: 'Macao SAR, China | Macau | Macao, China',
  MDA: 'Moldova | Moldavia | Moldova, Republic of',
  MDG: 'Malagasy Republic',
  MKD: 'Macedonia | FYROM | FYR Macedonia | Macedonia, FYR | The former Yugoslav Republic of Macedonia | Former Yugoslav Republic of Macedonia | TFYR of Macedonia | Republic of Macedonia',
  MMR: 'Burma',
  MWI: 'Nyasaland',
  NAM: 'South West Africa',
  NLD: 'Holland | The Netherlands',
  PRK: "North Korea | Korea, North | DPRK | DPR Korea | Korea, Dem. People's Rep. | Korea, DPR | Korea (Democratic People's Republic of) | Korea",
  PSE: 'Palestine | State of Palestine | Palestinian Authority | West Bank and Gaza | Occupied Palestinian Territory | Palestinian Territories',
  RUS: 'Russia',
  SLB: 'British Solomon Islands',
  SUR: 'Surinam | Dutch Guiana',
  SWZ: 'Swaziland',
  SYR: 'Syria',
  THA: 'Siam',
  TLS: 'East Timor | Timor-Leste | Timor Leste | Portuguese Timor',
  TUR: 'Turkey | Türkiye | Turkiye',
  TUV: 'Ellice Islands',
  TWN: 'Chinese Taipei | Taiwan, Province of China | Formosa | Republic of China | Taiwan, China | Taiwan Province of China',
  CHN: 'PRC | P.R. China | PR China | Mainland China | Republic of China',
  TZA: 'Tanganyika | Tanzania, United Republic of',
  ARE: 'UAE | U.A.E. | Emirates',
  USA: 'United States | USA | U.S.A. | US | U.S. | EUA | EE.UU. | EEUU | États-Unis d’Amérique',
  VAT: 'Vatican | Vatican City | Vatican City State | Holy See',
  VCT: 'St. Vincent',
  VEN: 'Venezuela, RB',
  VNM: 'Vietnam | Viet Nam',
  VUT: 'New Hebrides',
  VGB: 'Virgin Islands',
  VIR: 'Virgin Islands | Virgin Islands (U.S.) | US Virgin Islands',
  WSM: 'Western Samoa',
  YEM: 'Yemen, Rep.',
  ZMB: 'Northern Rhodesia',
  ZWE: 'Southern Rhodesia',
};

/** What fell apart, or took in several: the countries of today that it may mean, in no order. */
const SEVERAL: Readonly<Record<string, string>> = {
  'Soviet Union | USSR | Union of Soviet Socialist Republics | URSS':
    'ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB',
  Czechoslovakia: 'CZE SVK',
  'Yugoslavia | Federal Republic of Yugoslavia': 'BIH HRV MKD MNE SRB SVN',
  'Serbia and Montenegro': 'MNE SRB',
  'Netherlands Antilles': 'BES CUW SXM',
  'German Democratic Republic | East Germany': 'DEU',
  'French Guiana and Guyana | Guiana': 'GUF GUY SUR',
  'Pacific Islands, Trust Territory of the': 'FSM MHL MNP PLW',
  'United Arab Republic | UAR': 'EGY SYR',
  'Republic of Vietnam | Republic of Viet Nam | South Vietnam | North Vietnam': 'VNM',
  'North Yemen | South Yemen | Yemen Arab Republic | Democratic Yemen': 'YEM',
  England: 'GBR',
  Scotland: 'GBR',
  Wales: 'GBR',
  'Northern Ireland': 'GBR',
  America: 'USA',
  Rhodesia: 'ZMB ZWE',
};

const entries = (text: string): string[] => text.split(' | ');

/** Former and informal names that stand for one country of today. */
export const otherCountryNames: readonly (readonly [name: string, alpha3: string])[] = Object.entries(
  NAMES,
).flatMap(([alpha3, names]) => entries(names).map((name) => [name, alpha3] as const));

/** Names that no rule settles, with the alpha-3 codes of what they may mean. */
export const unsettledCountryNames: readonly (readonly [name: string, alpha3: readonly string[]])[] =
  Object.entries(SEVERAL).flatMap(([names, codes]) =>
    entries(names).map((name) => [name, codes.split(' ')] as const),
  );

/** Codes of former days (ISO 3166-3), reserved ones, and those of the World Bank, by alpha-3 code. */
export const otherCountryCodes: Readonly<Record<string, readonly string[]>> = {
  BEN: ['DHY'],
  BFA: ['HV', 'HVO'],
  BLR: ['BYS'],
  COD: ['ZR', 'ZAR'],
  ETH: ['230'],
  DEU: ['280'],
  GBR: ['UK'],
  GRC: ['EL'],
  MMR: ['BU', 'BUR'],
  PSE: ['WBG'],
  ROU: ['ROM'],
  SDN: ['736'],
  TLS: ['TP', 'TMP'],
  VUT: ['NH', 'NHB'],
  YEM: ['YD', 'YMD'],
  ZWE: ['RH', 'RHO'],
};
