import type { FactAnchor } from '../../src/graph/reads/fact-walk.js';
import type { FactFilter } from '../../src/graph/reads/filters.js';
import { partyInRules, type RandomFact, type RandomWorld } from './random-world.js';
import { certaintyOf, chain, dateOfFact, documentsOf, keyOf, periodOfFact, under } from './reference.js';

/** Whether it is a party itself, or a country through one of its national agencies. */
const isPartyOf = (fact: RandomFact, actor: string, roles?: readonly string[]): boolean =>
  fact.parties
    .map(partyInRules)
    .some(
      (party) => (party.actor === actor || party.country === actor) && (roles?.includes(party.role) ?? true),
    );

const kindOf = ({ id }: RandomFact): string => (id.startsWith('exchange/') ? 'Exchange' : 'Cooperation');

function holds(fact: RandomFact, { from, to, surely }: NonNullable<FactFilter['holds']>): boolean {
  const { startMin, startMax, endMin, endMax } = periodOfFact(fact);
  const begins = surely ? startMax : startMin;
  const ends = surely ? endMin : endMax;
  return (
    (to === undefined || (begins === null ? !surely : begins <= to)) &&
    (from === undefined || (ends === null ? !surely : ends >= from))
  );
}

function inFilter(fact: RandomFact, filter: FactFilter): boolean {
  const { kinds, actors, topics, meeting, dated, evidence } = filter;
  const date = dateOfFact(fact);
  const isThere = (id: string): boolean => isPartyOf(fact, id, actors?.roles);
  return (
    (kinds?.includes(kindOf(fact)) ?? true) &&
    (!actors?.ids || (actors.every ? actors.ids.every(isThere) : actors.ids.some(isThere))) &&
    (!topics || topics.ids.some((id) => (topics.exact ? fact.topics : under(fact)).includes(id))) &&
    (meeting === undefined || chain(fact.meeting).includes(meeting)) &&
    (dated === undefined || (date !== '-' && date >= (dated.from ?? '') && date <= (dated.to ?? '9999'))) &&
    (!filter.holds || holds(fact, filter.holds)) &&
    (evidence?.minCertainty !== 'STATED' || certaintyOf(fact) === 'STATED') &&
    (evidence?.statuses?.includes(fact.disputed ? 'DISPUTED' : 'ACCEPTED') ?? true) &&
    (evidence?.documents?.some((id) => documentsOf(fact).includes(id)) ?? true)
  );
}

const namesIt = (fact: RandomFact, id: string): boolean =>
  isPartyOf(fact, id) || under(fact).includes(id) || fact.meeting === id;

/** Ids of the facts in a page without an end, newest first, by trying every fact. */
export function walkedByHand(
  { exchanges, cooperations }: RandomWorld,
  anchor: FactAnchor,
  filter: FactFilter,
): string[] {
  return [...exchanges, ...cooperations]
    .filter((fact) => anchor.at === 'all' || anchor.ids.some((id) => namesIt(fact, id)))
    .filter((fact) => inFilter(fact, filter))
    .sort((a, b) => (keyOf(a) > keyOf(b) ? -1 : 1))
    .map(({ id }) => id);
}
