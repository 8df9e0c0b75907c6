import { kindOfId } from '../../model/kinds.js';
import { cypher, int, type Fragment } from '../cypher.js';
import { asksOnlyWho } from './fact-conditions.js';
import type { PartyFilter } from './filters.js';

/** Two or more countries of which a fact must name each; null for any other actors. */
export const countriesTogether = ({ ids = [], every }: PartyFilter): readonly string[] | null =>
  every && ids.length > 1 && ofCountries(ids) ? ids : null;

/**
 * Text that yields `end`, the id of the one of these countries with the fewest facts, and `other`, the next one: from the facts
 * of the one a step leads into the other, which is cheaper than to seek the key of each. No row where one is unknown.
 */
export const leastBusy = (countries: readonly string[]): Fragment =>
  cypher`MATCH (busy:Entity) WHERE busy.id IN ${countries}
WITH busy ORDER BY COUNT { (busy)<-[:FOR]-() }, busy.id
WITH collect(busy) AS busy WHERE size(busy) = ${int(countries.length)}
WITH busy[0].id AS end, busy[1] AS other`;

/**
 * Of the facts `f`, those that name `other` too; behind a WITH that takes a property along, since the planner would make one step of
 * two and read all facts of the busier country.
 */
export const NAMING_OTHER = cypher`MATCH (f)-[:FOR]->(other)
`;

/** Whether nothing is left to ask of actors after a walk along the facts of any of them, or of two that a fact must both name. */
export const actorsSeenTo = (actors: PartyFilter): boolean =>
  asksOnlyWho(actors) &&
  (!actors.every || actors.ids?.length === 1 || countriesTogether(actors)?.length === 2);

const ofCountries = (ids: readonly string[]): boolean => ids.every((id) => kindOfId(id)?.kind === 'Country');
