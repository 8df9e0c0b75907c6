import { code, codes, entityKind, yesNo } from '../declaration.js';

/** A state or territory with an ISO 3166-1 code. */
export const Country = entityKind({
  kind: 'Country',
  plural: 'countries',
  actor: true,
  description: 'A state or territory with an ISO 3166-1 code, for example country/egy.',
  attributes: {
    alpha2: code('ISO 3166-1 alpha-2 code, for example EG.'),
    alpha3: code('ISO 3166-1 alpha-3 code, for example EGY.'),
    numeric: code('ISO 3166-1 numeric code, three digits, for example 818.'),
    m49: code('United Nations M49 code, three digits, for example 818.'),
    independent: yesNo('Whether the code list marks it as an independent state; empty when it does not say.'),
    st3: code('WIPO Standard ST.3 code, where a source gives it.'),
    formerCodes: codes('Codes that it had before, for example of a predecessor state.'),
    wikidata: code('Wikidata item, for example Q79.'),
  },
});
