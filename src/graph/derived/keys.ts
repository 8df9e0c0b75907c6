import { countriesOf, modalityOf, type ModalityParty } from '../../model/rules/modality.js';
import { tieParts } from '../../model/rules/ties.js';
import type { Capacity } from '../../model/values/capacity.js';
import { isVisible, type Status } from '../../model/values/certainty.js';
import type { Modality } from '../../model/values/modality.js';

/** A party as derivation reads it: the actor, and the country that it is or acts for. */
export interface DerivedParty extends ModalityParty {
  readonly actor: string;
  readonly capacity: Capacity;
}

/** What derivation reads of a fact. */
export interface FactToDerive {
  readonly id: string;
  readonly kind: string;
  readonly status: Status;
  readonly startMin: string | null;
  readonly startMax: string | null;
  readonly parties: readonly DerivedParty[];
  /** Ids of its topics and of all topics broader than those. */
  readonly under: readonly string[];
}

/** An edge from a fact to a country that is a party, itself or through national agencies. */
export interface ForEdge {
  readonly country: string;
  /** Agencies through which it is a party; empty when it is one itself. */
  readonly via: readonly string[];
  /** Roles held in its own capacity, or, where it acts in none, in others. */
  readonly roles: readonly string[];
  /** Whether it counts as the country's own tie: some party acts in its own capacity. */
  readonly own: boolean;
  /** Whether it is one of those whom the fact ties to each other. */
  readonly ties: boolean;
  /** Whether it only received: two such are not tied to each other. */
  readonly onlyReceives: boolean;
  readonly key: string | null;
  readonly kindKey: string | null;
}

/** An edge from a fact to one of its topics, or to a broader one. */
export interface UnderEdge {
  readonly topic: string;
  readonly key: string | null;
  readonly kindKey: string | null;
}

/** All that is derived for one fact. Keys are null for facts that readers do not see, which keeps them out of the indexes. */
export interface DerivedFact {
  readonly id: string;
  readonly key: string | null;
  readonly kindKey: string | null;
  readonly namedCountries: number;
  readonly modality: Modality | null;
  readonly pairMin: string | null;
  readonly pairMax: string | null;
  readonly for: readonly ForEdge[];
  readonly under: readonly UnderEdge[];
}

/** Sorts after every date in a key; `-` sorts before every date. */
export const AFTER_ALL_DATES = '~';
/** Stands for an unknown date in keys that order newest first. */
export const UNKNOWN_DATE = '-';

function forEdges(fact: FactToDerive, visible: boolean, date: string): ForEdge[] {
  const byCountry = new Map<string, DerivedParty[]>();
  for (const party of fact.parties) {
    if (party.country === null) continue;
    byCountry.set(party.country, [...(byCountry.get(party.country) ?? []), party]);
  }
  const tied = new Map(tieParts(fact.kind, fact.parties).map((part) => [part.country, part]));
  return [...byCountry].map(([country, parties]) => {
    const own = parties.filter((p) => p.capacity === 'OWN');
    // What it did as a chair is not its own tie, so it gives it no role in one.
    const acting = own.length > 0 ? own : parties;
    return {
      country,
      via: [...new Set(parties.map((p) => p.actor).filter((actor) => actor !== country))].sort(),
      roles: [...new Set(acting.map((p) => p.role))].sort(),
      own: own.length > 0,
      ties: tied.has(country),
      onlyReceives: tied.get(country)?.onlyReceives ?? false,
      key: visible ? `${country}|${date}|${fact.id}` : null,
      kindKey: visible ? `${country}|${fact.kind}|${date}|${fact.id}` : null,
    };
  });
}

/** Works out everything derived for one fact from what is recorded of it. */
export function derivedOf(fact: FactToDerive): DerivedFact {
  const visible = isVisible(fact.status);
  const date = fact.startMin ?? fact.startMax ?? UNKNOWN_DATE;
  const countries = forEdges(fact, visible, date);
  const modality = fact.kind === 'Cooperation' ? modalityOf(fact.parties) : null;
  const pair = countriesOf(fact.parties).join('|');
  const bilateral = visible && modality === 'BILATERAL';
  return {
    id: fact.id,
    key: visible ? `${date}|${fact.id}` : null,
    kindKey: visible ? `${fact.kind}|${date}|${fact.id}` : null,
    namedCountries: countries.filter((edge) => edge.own).length,
    modality,
    pairMin: bilateral ? `${pair}|${fact.startMin ?? UNKNOWN_DATE}|${fact.id}` : null,
    pairMax: bilateral ? `${pair}|${fact.startMax ?? AFTER_ALL_DATES}|${fact.id}` : null,
    for: countries,
    under: fact.under.map((topic) => ({
      topic,
      key: visible ? `${topic}|${date}|${fact.id}` : null,
      kindKey: visible ? `${topic}|${fact.kind}|${date}|${fact.id}` : null,
    })),
  };
}
