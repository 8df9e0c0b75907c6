import type { GroupingEnds } from '../../model/values/grouping.js';
import { cypher, int, joined, nameOf, type Fragment } from '../cypher.js';
import { isNamed } from './identity.js';

/** Which group countries must belong to, on which day, and how many of them. */
export interface Grouping {
  /** Id of the group. */
  readonly group: string;
  /** Version of the group's scheme that is meant; any when left out. */
  readonly version?: string;
  /** Day on which membership counts; null takes any membership. */
  readonly on: string | null;
  /** Whether the known dates must settle that it held on that day, or only not rule it out. */
  readonly surely: boolean;
  readonly ends: GroupingEnds;
}

/** Three-valued: an unknown bound settles nothing. The same rule as `holds`, held to it by a test. */
function onDay({ on, surely }: Grouping): Fragment[] {
  if (on === null) return [];
  return surely
    ? [cypher`membership.startMax <= ${on} AND membership.endMin >= ${on}`]
    : [cypher`coalesce(membership.startMin, ${on}) <= ${on} AND coalesce(membership.endMax, ${on}) >= ${on}`];
}

/**
 * Whether the country `variable` belongs to the group: through its own few memberships, by their key, since a busy
 * country is a party of thousands of facts.
 */
export function memberOf(variable: 'a' | 'b' | 'member', grouping: Grouping, together = false): Fragment {
  const country = nameOf(variable);
  const conditions = [
    cypher`enters.kindKey > ${country}.id + '|Membership|' AND enters.kindKey < ${country}.id + '|Membership}'`,
    cypher`EXISTS { MATCH (membership)-[seat:PARTY]->(holder) WHERE holder.id = ${country}.id AND seat.role = 'member' }`,
    cypher`EXISTS { MATCH (membership)-[:MEMBER_OF]->(whole) WHERE ${isNamed('whole', [grouping.group], together)}${
      grouping.version === undefined ? cypher`` : cypher` AND whole.schemeVersion = ${grouping.version}`
    } }`,
    ...onDay(grouping),
  ];
  return cypher`EXISTS { MATCH (membership:Fact)-[enters:FOR]->() USING INDEX SEEK enters:FOR(kindKey)
  WHERE ${joined(conditions, ' AND ')} }`;
}

/** Whether the pair `a` and `b` is of the group. */
export const pairOf = (grouping: Grouping, together: boolean): Fragment =>
  cypher`(${memberOf('a', grouping, together)} ${grouping.ends === 'ONE' ? cypher`OR` : cypher`AND`} ${memberOf('b', grouping, together)})`;

/** Whether as many of the countries that the fact `f` names as parties for themselves are of the group. */
export function factOf(grouping: Grouping, together: boolean): Fragment {
  const belongs = memberOf('member', grouping, together);
  const named = cypher`(f)-[named:FOR]->(member:Country) WHERE named.own`;
  switch (grouping.ends) {
    case 'ONE':
      return cypher`EXISTS { MATCH ${named} AND ${belongs} }`;
    case 'BOTH':
      return cypher`f.namedCountries > 1 AND COUNT { MATCH ${named} AND ${belongs} } >= ${int(2)}`;
    case 'ALL':
      return cypher`f.namedCountries > 0 AND NOT EXISTS { MATCH ${named} AND NOT ${belongs} }`;
  }
}
