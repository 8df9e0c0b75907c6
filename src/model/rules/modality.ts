import { NATIONAL_TYPES, type AgencyType } from '../entities/agency.js';
import type { Capacity } from '../values/capacity.js';
import type { Modality } from '../values/modality.js';

/** What of a party decides the form of a cooperation: one for each role and capacity. */
export interface ModalityParty {
  readonly role: string;
  readonly actorKind: 'Country' | 'Agency' | 'Group';
  /** Id of the country that it is, or whose national agency it is; null otherwise. */
  readonly country: string | null;
  /** Whether it is an intergovernmental body. */
  readonly intergovernmental: boolean;
  /** Whether it is an unnamed party: a group defined by words only. */
  readonly unnamed: boolean;
  /** Tells apart the roles of one agency from those of two; without it each party is an actor of its own. */
  readonly actor?: string;
  /** Only OWN counts as a tie; left out means OWN. */
  readonly capacity?: Capacity;
}

/** Roles in which a party itself works with others; the rest make it possible, pay or host. */
export const CORE_ROLES: readonly string[] = ['partner', 'provider', 'learner'];
const THIRD_ROLES: readonly string[] = ['facilitator', 'funder'];

const own = (parties: readonly ModalityParty[]): ModalityParty[] =>
  parties.filter(({ capacity }) => capacity === undefined || capacity === 'OWN');
const notHosts = (parties: readonly ModalityParty[]): ModalityParty[] =>
  parties.filter(({ role }) => role !== 'host');
const distinct = (parties: readonly ModalityParty[]): string[] =>
  [...new Set(parties.flatMap(({ country }) => country ?? []))].sort();

/**
 * Ids of the countries that cooperate, themselves or through national agencies, sorted. A country that is
 * only host does not count, unless fewer than two others are named: then it is one of those who cooperate.
 */
export function countriesOf(parties: readonly ModalityParty[]): string[] {
  const countries = distinct(notHosts(own(parties)));
  return countries.length < 2 ? distinct(own(parties)) : countries;
}

/** The form of a cooperation, from its parties; the meaning of each form stands with `modality`. */
export function modalityOf(parties: readonly ModalityParty[]): Modality {
  const acting = notHosts(own(parties));
  const countries = countriesOf(parties);
  if (countries.length === 2 && acting.every(({ country }) => country !== null)) return 'BILATERAL';
  if (countries.length < 2 || acting.some(({ unnamed }) => unnamed)) return 'UNKNOWN';
  if (triangular(acting)) return 'TRIANGULAR';
  if (acting.some((party) => party.role === 'partner' && supranational(party))) return 'REGIONAL';
  return 'MULTILATERAL';
}

const supranational = (party: ModalityParty): boolean =>
  party.actorKind === 'Group' || party.intergovernmental;

/** Whether two countries or more are at the core, and some other actor only makes it possible or pays. */
function triangular(acting: readonly ModalityParty[]): boolean {
  const roles = new Map<string, string[]>();
  acting.forEach(({ country, actor, role }, index) => {
    const key = country ?? actor ?? `${index}`;
    roles.set(key, [...(roles.get(key) ?? []), role]);
  });
  const core = distinct(acting.filter(({ role }) => CORE_ROLES.includes(role)));
  return (
    core.length >= 2 && [...roles.values()].some((held) => held.every((role) => THIRD_ROLES.includes(role)))
  );
}

/** The country that an agency counts as in ties; null for one that is not national. */
export function nationalCountry(agency: {
  readonly agencyType: string | null;
  readonly country: string | null;
}): string | null {
  return NATIONAL_TYPES.includes(agency.agencyType as AgencyType) ? agency.country : null;
}
