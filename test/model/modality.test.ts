import { describe, expect, it } from 'vitest';
import {
  countriesOf,
  modalityOf,
  nationalCountry,
  type ModalityParty,
} from '../../src/model/rules/modality.js';

const country = (name: string, role: string): ModalityParty => ({
  role,
  actorKind: 'Country',
  actor: `country/${name}`,
  country: `country/${name}`,
  intergovernmental: false,
  unnamed: false,
});
const agency = (name: string, role: string, of: string | null = null): ModalityParty => ({
  ...country(name, role),
  actorKind: 'Agency',
  actor: `agency/${name}`,
  country: of && `country/${of}`,
});
const ngo = (role: string): ModalityParty => agency('ngo', role);
const body = (role: string): ModalityParty => ({ ...agency('wipo', role), intergovernmental: true });
const group = (role: string): ModalityParty => ({ ...agency('african-group', role), actorKind: 'Group' });
const some = (role: string): ModalityParty => ({ ...group(role), unnamed: true });

const egypt = country('egy', 'learner');
const india = country('ind', 'provider');
const brazil = country('bra', 'partner');
const office = agency('india-ip-office', 'provider', 'ind');

describe('the form of a cooperation', () => {
  it.each<[string, ModalityParty[], string]>([
    ['two countries', [egypt, india], 'BILATERAL'],
    ['a country and a national agency of another', [egypt, office], 'BILATERAL'],
    ['a country, its own agency and another country', [egypt, india, office], 'BILATERAL'],
    ['one country in two roles', [egypt, india, country('ind', 'funder')], 'BILATERAL'],
    ['a third country as host', [egypt, india, country('bra', 'host')], 'BILATERAL'],
    ['an intergovernmental body as host', [egypt, india, body('host')], 'BILATERAL'],
    ['unnamed hosts', [egypt, india, some('host')], 'BILATERAL'],
    ['one of two is host and learner', [egypt, india, country('egy', 'host')], 'BILATERAL'],
    ['one of two is host only', [country('egy', 'host'), india], 'BILATERAL'],
    ['a third that is host and partner', [egypt, india, country('bra', 'host'), brazil], 'MULTILATERAL'],
    ['a third country pays', [egypt, india, country('jpn', 'funder')], 'TRIANGULAR'],
    ['an agency of a third country pays', [egypt, india, agency('jica', 'funder', 'jpn')], 'TRIANGULAR'],
    ['a body makes it possible', [egypt, india, body('facilitator')], 'TRIANGULAR'],
    ['three work together and a group pays', [egypt, india, brazil, group('funder')], 'TRIANGULAR'],
    ['one body is partner and another pays', [egypt, india, body('partner'), ngo('funder')], 'TRIANGULAR'],
    ['a body is partner and pays', [egypt, india, body('partner'), body('funder')], 'REGIONAL'],
    ['a third country is partner and pays', [egypt, india, brazil, country('bra', 'funder')], 'MULTILATERAL'],
    ['a group is partner', [egypt, india, group('partner')], 'REGIONAL'],
    ['a body is partner', [egypt, india, body('partner')], 'REGIONAL'],
    ['a group learns', [brazil, india, group('learner')], 'MULTILATERAL'],
    ['three countries', [egypt, india, brazil], 'MULTILATERAL'],
    ['an organization is partner', [egypt, india, ngo('partner')], 'MULTILATERAL'],
    ['nobody', [], 'UNKNOWN'],
    ['one country', [egypt], 'UNKNOWN'],
    ['one country and a group as partner', [egypt, group('partner')], 'UNKNOWN'],
    ['one country and its own agency', [india, office], 'UNKNOWN'],
    ['two countries and unnamed ones', [egypt, india, some('learner')], 'UNKNOWN'],
    ['an agency that is not national', [egypt, agency('a-company', 'provider')], 'UNKNOWN'],
    ['a third only as chair', [egypt, india, { ...brazil, capacity: 'CHAIR' }], 'BILATERAL'],
    ['one of two only for another', [egypt, { ...india, capacity: 'FOR_ANOTHER' }], 'UNKNOWN'],
  ])('%s', (_case, parties, expected) => {
    expect(modalityOf(parties)).toBe(expected);
    expect(modalityOf([...parties].reverse())).toBe(expected);
    if (expected === 'BILATERAL') expect(countriesOf(parties)).toHaveLength(2);
  });
});

describe('the countries that cooperate', () => {
  it.each<[string, ModalityParty[], string[]]>([
    ['sorted, each once', [india, office, egypt], ['country/egy', 'country/ind']],
    ['without a mere host', [egypt, india, country('bra', 'host')], ['country/egy', 'country/ind']],
    ['with the host of two', [india, country('egy', 'host')], ['country/egy', 'country/ind']],
    ['without bodies and groups', [egypt, body('partner'), group('partner')], ['country/egy']],
  ])('%s', (_case, parties, expected) => {
    expect(countriesOf(parties)).toEqual(expected);
  });
});

describe('the country of an agency', () => {
  it.each([
    ['IP_OFFICE', 'country/ind', 'country/ind'],
    ['MINISTRY', 'country/ind', 'country/ind'],
    ['MISSION', 'country/ind', 'country/ind'],
    ['COOPERATION_AGENCY', 'country/jpn', 'country/jpn'],
    ['PUBLIC_BODY', 'country/jpn', 'country/jpn'],
    ['IP_OFFICE', null, null],
    ['NGO', 'country/ind', null],
    ['COMPANY', 'country/ind', null],
    ['UNIVERSITY', 'country/ind', null],
    ['BANK', 'country/ind', null],
    ['UN_BODY', 'country/che', null],
    ['INTERGOVERNMENTAL', 'country/che', null],
    [null, 'country/ind', null],
  ])('%s of %s: %s', (agencyType, of, expected) => {
    expect(nationalCountry({ agencyType, country: of })).toBe(expected);
  });
});
