import { kindOfId } from '../../../model/kinds.js';
import { absent, Fault } from '../../../model/faults.js';
import type { InitiativeFact } from '../../../model/rules/shared-initiatives.js';
import { NAMING_KINDS, type TiePart } from '../../../model/rules/ties.js';
import type { CountedFact } from '../../../model/rules/tie-sums.js';
import type { Certainty } from '../../../model/values/certainty.js';
import type { Stage } from '../../../model/values/stage.js';
import type { NetworkWith } from '../../../model/values/ties.js';
import type { Asking, Door } from '../../door.js';
import type { NodeRow, Projection } from '../projection.js';
import { TIE_FACTS_MOST, tieFactsStatement, type TieFactsAsked } from './tie-statement.js';

export { TIE_FACTS_MOST };

/** A fact of a kind that may make ties. */
export interface TieFactRow extends CountedFact {
  readonly stage: Stage | null;
  readonly namedCountries: number;
  /** Countries that it ties to each other. */
  readonly parts: readonly TiePart[];
  /** Countries that took part for themselves, and what they are linked with; empty where countries are tied to each other. */
  readonly countries: readonly string[];
  readonly others: readonly string[];
}

/** The facts under a filter, as ties and networks count them. */
export interface TieFacts {
  /** All facts under the filter; those that may make ties where the others are not to be counted. */
  readonly matched: number;
  readonly facts: readonly TieFactRow[];
  /** Facts without a date, which lie in no range of days; 0 where no days are asked for. */
  readonly undated: number;
  readonly cards: Cards;
  /** Facts by which countries stand in initiatives, as asked. */
  readonly shared: readonly InitiativeFact[];
  /** Groups of each country. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  readonly version: number;
}

type RawFact = [
  ends: readonly (string | [id: string, onlyReceives?: boolean])[],
  kind: string,
  stage: Stage | null,
  namedCountries: number | null,
  id: string | null,
  date: string | null,
  atLatest: boolean | null,
  certainty: Certainty | null,
  modality: string | null,
  claims: number | null,
];

/** What comes with the first record alone. */
interface Beside {
  readonly matched: number;
  readonly undated: number;
  readonly cards: readonly (readonly [id: string, card: readonly unknown[]])[];
  readonly members: readonly (readonly [country: string, region: string])[];
  readonly shared: readonly (readonly [id: string, countries: string[], initiatives: string[]])[];
  readonly version: number;
}

// There is a record even where no fact is found; without one there is no graph.
const NOTHING: Beside = { matched: 0, undated: 0, cards: [], members: [], shared: [], version: 0 };

/** Reads the facts under a filter as ties and networks count them; refuses a filter that matches too many. */
export async function tieFacts(
  door: Door,
  asking: Asking,
  asked: TieFactsAsked,
  card: Projection,
): Promise<TieFacts> {
  const { statement: sent, decode } = tieFactsStatement(asked, card);
  const records = await door.read<{ facts: RawFact[]; beside: Beside | null }>(sent, asking);
  const { matched, undated, cards, members, shared, version } = records[0]?.beside ?? NOTHING;
  if (matched > TIE_FACTS_MOST) throw tooMany('filter');
  if (shared.length > TIE_FACTS_MOST) throw tooMany('sharedInitiatives');
  const regions = new Map<string, string[]>();
  for (const [country, region] of members) regions.set(country, [...(regions.get(country) ?? []), region]);
  return {
    matched,
    undated,
    facts: records.flatMap(({ facts }) => facts.map((fact) => factOf(fact, asked.with))),
    cards: new Cards(cards, decode),
    regions,
    shared: shared.map(([id, countries, initiatives]) => ({ id, countries, initiatives })),
    version,
  };
}

const tooMany = (argument: string): Fault =>
  new Fault(
    'TOO_COSTLY',
    `The ${argument === 'filter' ? 'filter' : `filter ${argument}`} matches more than ${TIE_FACTS_MOST.toLocaleString('en')} facts; narrow it by kinds, topics, actors or days.`,
    { details: { argument, limit: TIE_FACTS_MOST } },
  );

/** Cards of the countries, topics and other ends that the facts name, and of the asked groups; each is decoded when it is shown. */
export class Cards {
  readonly #listed: ReadonlyMap<string, readonly unknown[]>;

  constructor(
    listed: Beside['cards'],
    readonly decode: (list: readonly unknown[]) => NodeRow,
  ) {
    this.#listed = new Map(listed);
  }

  get(id: string): NodeRow | undefined {
    const list = this.#listed.get(id);
    return list && this.decode(list);
  }

  has(id: string): boolean {
    return this.#listed.has(id);
  }
}

/** Most lists have one entry or none. */
const distinct = (ids: readonly string[]): readonly string[] =>
  ids.length < 2 ? ids : [...new Set(ids)].sort();

/** The ends are told apart by their ids, which begin with the kind. What was not asked for stands at nothing, as if unknown. */
function factOf(list: RawFact, linked: NetworkWith | null): TieFactRow {
  const [ends, kind, stage, namedCountries, id, date, atLatest, certainty, modality, claims] = list;
  const parts: TiePart[] = [];
  const countries: string[] = [];
  const others: string[] = [];
  const topics: string[] = [];
  const initiatives: string[] = [];
  for (const one of ends) {
    const [end, onlyReceives = false] = typeof one === 'string' ? [one] : one;
    if (end.startsWith(COUNTRY)) {
      if (linked === null) parts.push({ country: end, onlyReceives });
      else countries.push(end);
    }
    if (linked !== null && end.startsWith(OTHER[linked])) others.push(end);
    if (end.startsWith(OTHER.TOPIC)) topics.push(end);
    if (end.startsWith(OTHER.INITIATIVE)) initiatives.push(end);
  }
  return {
    id: id ?? '',
    kind,
    stage,
    date,
    atLatest: atLatest ?? false,
    certainty: certainty ?? 'INFERRED',
    modality,
    claims: claims ?? 0,
    parts: parts.sort((x, y) => (x.country < y.country ? -1 : 1)),
    namedCountries: NAMING_KINDS.includes(kind) ? parts.length : (namedCountries ?? 0),
    countries: distinct(countries),
    others: distinct(others),
    topics: distinct(topics),
    initiatives: distinct(initiatives),
  };
}

const COUNTRY = 'country/';
const OTHER: Readonly<Record<NetworkWith, string>> = {
  TOPIC: 'topic/',
  MEETING: 'meeting/',
  INITIATIVE: 'initiative/',
  AGENCY: 'agency/',
};

/** Refuses regions that are no groups; whether they have members is not asked. */
export function refuseUnknownRegions(regions: readonly string[], cards: TieFacts['cards']): void {
  const unknown = regions.find((id) => !cards.has(id) || kindOfId(id)?.kind !== 'Group');
  if (unknown !== undefined) throw absent('regions', unknown, 'groups');
}
