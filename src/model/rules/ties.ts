import { COUNTED, type Stage } from '../values/stage.js';
import type { LeftOutReason } from '../values/left-out.js';
import { countriesOf, modalityOf, type ModalityParty } from './modality.js';

/** Kinds of facts that tie countries unless a caller names others. */
export const TIE_KINDS: readonly string[] = ['Cooperation', 'Exchange'];

/** Kinds of facts that have no parties and name countries: they tie those to each other only where a caller names the kind. */
export const NAMING_KINDS: readonly string[] = ['Mention'];

/** Named countries that a fact other than a cooperation may have at most to tie them, unless a caller says otherwise. */
export const TIE_PARTIES = 12;

/** A country that a fact may tie to others. */
export interface TiePart {
  readonly country: string;
  /** Whether it only received: two such learned side by side, not from each other. */
  readonly onlyReceives: boolean;
}

/** Why a fact ties no countries. */
export type NoTieReason = Extract<
  LeftOutReason,
  | 'KIND_MAKES_NO_TIE'
  | 'FACT_NOT_CARRIED_OUT'
  | 'FACT_TOO_LARGE'
  | 'FACT_OF_ONE_COUNTRY'
  | 'FACT_ONLY_RECEIVED'
>;

const WORKED: readonly string[] = ['partner', 'provider', 'learner'];

/**
 * The countries that a fact ties, themselves or through national agencies, sorted: in a bilateral cooperation the two,
 * in another one those who worked in it and did not only pay, help or host; in facts of other kinds all that took part.
 * Only parties that act in their own capacity count.
 */
export function tieParts(kind: string, parties: readonly ModalityParty[]): TiePart[] {
  const roles = new Map<string, string[]>();
  for (const { country, role, capacity = 'OWN' } of parties)
    if (country !== null && capacity === 'OWN') roles.set(country, [...(roles.get(country) ?? []), role]);
  const bilateral = kind === 'Cooperation' && modalityOf(parties) === 'BILATERAL';
  const tied = bilateral
    ? countriesOf(parties)
    : [...roles].flatMap(([country, held]) =>
        kind !== 'Cooperation' || held.some((role) => WORKED.includes(role)) ? [country] : [],
      );
  return tied.sort().map((country) => ({
    country,
    onlyReceives: kind === 'Exchange' && (roles.get(country) ?? []).every((role) => role === 'receiver'),
  }));
}

/** Pairs of countries that a fact ties, each sorted by id. */
export const tiedPairs = (parts: readonly TiePart[]): [string, string][] =>
  parts.flatMap((one, i) =>
    parts
      .slice(i + 1)
      .filter((other) => !(one.onlyReceives && other.onlyReceives))
      .map((other): [string, string] => [one.country, other.country]),
  );

/** What of a fact decides whether it ties countries at all. */
export interface TieFact {
  readonly kind: string;
  /** Null for kinds that have no stage, and where no source says. */
  readonly stage: Stage | null;
  /** How many countries are named in it that act for themselves. */
  readonly namedCountries: number;
  readonly parts: readonly TiePart[];
}

/** Which facts are to tie countries. */
export interface TieDemands {
  readonly kinds: readonly string[];
  /** Named countries at most; cooperations tie whatever their number. */
  readonly maxParties: number;
  readonly stages: readonly Stage[];
}

/** What ties countries unless a caller says otherwise, and what TIE edges hold. */
export const TIES_BY_DEFAULT: TieDemands = { kinds: TIE_KINDS, maxParties: TIE_PARTIES, stages: COUNTED };

/** Why a fact ties no countries, the first reason that holds; null when it ties some. */
export function whyNoTie(fact: TieFact, { kinds, maxParties, stages }: TieDemands): NoTieReason | null {
  if (!kinds.includes(fact.kind)) return 'KIND_MAKES_NO_TIE';
  if (!stages.includes(fact.stage ?? 'UNKNOWN')) return 'FACT_NOT_CARRIED_OUT';
  if (fact.kind !== 'Cooperation' && fact.namedCountries > maxParties) return 'FACT_TOO_LARGE';
  if (fact.parts.length < 2) return 'FACT_OF_ONE_COUNTRY';
  return fact.parts.every(({ onlyReceives }) => onlyReceives) ? 'FACT_ONLY_RECEIVED' : null;
}
