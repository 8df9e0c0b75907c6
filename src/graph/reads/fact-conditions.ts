import type { Kind } from '../../model/declaration.js';
import { kindOfId } from '../../model/kinds.js';
import { VISIBLE } from '../../model/values/certainty.js';
import { cypher, int, joined, type Fragment } from '../cypher.js';
import { declaredConditions } from './declared.js';
import { keyDates } from './key-dates.js';
import type { EvidenceFilter, FactFilter, PartyFilter } from './filters.js';
import { factOf } from './grouping.js';
import { isNamed, withTwins } from './identity.js';
import { saidByPassable } from './passing-on.js';

/** Conditions on the evidence of the fact `f`. */
export function evidenceConditions(evidence: EvidenceFilter, together = false): Fragment[] {
  return [
    evidence.minCertainty === 'STATED' ? cypher`f.certainty = 'STATED'` : null,
    evidence.statuses ? cypher`f.status IN ${evidence.statuses}` : null,
    evidence.minDocuments ? cypher`f.documents >= ${int(evidence.minDocuments)}` : null,
    evidence.paragraphs
      ? cypher`EXISTS { MATCH (f)<-[:STATES]-(said:Claim)-[:CITES]->(:Paragraph)-[:PART_OF*0..4]->(cited:Entity)
  WHERE ${isNamed('cited', evidence.paragraphs, together)} AND said.stance = 'SUPPORTS' AND said.status = 'ACCEPTED' AND said.endedAt IS NULL }`
      : null,
    evidence.documents
      ? cypher`EXISTS { MATCH (f)<-[:STATES]-(said:Claim)-[:CITES]->(cited:Entity)
  WHERE ${isNamed('cited', evidence.documents, together)} AND said.stance = 'SUPPORTS' AND said.status = 'ACCEPTED' AND said.endedAt IS NULL }`
      : null,
    evidence.mayBePassedOn ? saidByPassable('f') : null,
  ].filter((condition) => condition !== null);
}

/** Three-valued overlap of the fact's period with a range of days: surely, or at least possibly. */
export function holdsCondition({ from, to, surely }: NonNullable<FactFilter['holds']>): Fragment[] {
  const startsBy = surely ? cypher`f.startMax` : cypher`f.startMin`;
  const endsFrom = surely ? cypher`f.endMin` : cypher`f.endMax`;
  const open = (bound: Fragment, condition: Fragment): Fragment =>
    surely ? condition : cypher`(${bound} IS NULL OR ${condition})`;
  return [
    ...(to === undefined ? [] : [open(startsBy, cypher`${startsBy} <= ${to}`)]),
    ...(from === undefined ? [] : [open(endsFrom, cypher`${endsFrom} >= ${from}`)]),
  ];
}

/** What must hold of the party edge `partyEdge`. */
function onEdge({ roles, capacities, through, spokenFor }: PartyFilter, together: boolean): Fragment[] {
  return [
    ...(roles ? [cypher`partyEdge.role IN ${roles}`] : []),
    ...(capacities ? [cypher`partyEdge.capacity IN ${capacities}`] : []),
    ...(through ? [cypher`partyEdge.through IN ${together ? withTwins(through) : through}`] : []),
    ...(spokenFor === undefined
      ? []
      : [cypher`partyEdge.through IS ${spokenFor ? cypher`NOT NULL` : cypher`NULL`}`]),
  ];
}

/** Whether a filter asks who is a party and nothing of how. */
export const asksOnlyWho = (asked: PartyFilter): boolean => onEdge(asked, false).length === 0;

/** The part of a fact's keys behind their ends, where all facts that are met have one; and the property of edges with such keys. */
export interface OwnKey {
  readonly property: Fragment;
  readonly own: Fragment;
}

/** Read from the fact; a walk along edges has it at hand, which is cheaper. */
export const KEY_OF_FACT: OwnKey = { property: cypher`key`, own: cypher`f.key` };

/** That an edge of the fact `f` leads to one of these: its key is known, so it is sought in the index of keys. */
const hasKey = (
  edge: Fragment,
  ids: readonly string[],
  { property, own }: OwnKey,
): Fragment => cypher`EXISTS { MATCH ()-[keyed:${edge}]->() USING INDEX SEEK keyed:${edge}(${property})
  WHERE keyed.${property} IN [keyedEnd IN ${ids} | keyedEnd + '|' + ${own}] }`;

function actorConditions(asked: PartyFilter, together: boolean, key: OwnKey | null): Fragment[] {
  const edge = onEdge(asked, together);
  const { ids, every } = asked;
  if (ids?.every((id) => kindOfId(id)?.kind === 'Country') && key && edge.length === 0)
    return (every ? ids.map((id) => [id]) : [ids]).map((some) => hasKey(cypher`FOR`, some, key));
  if (!ids) return [cypher`EXISTS { MATCH (f)-[partyEdge:PARTY]->() WHERE ${joined(edge, ' AND ')} }`];
  // A country is a party through its agencies too; the derived edge names them.
  const one = (
    wanted: Fragment,
  ): Fragment => cypher`(EXISTS { MATCH (f)-[partyEdge:PARTY]->(partyActor) WHERE ${joined([wanted, ...edge], ' AND ')} }
  OR EXISTS { MATCH (f)-[actingFor:FOR]->(partyActor), (f)-[partyEdge:PARTY]->(viaAgency) WHERE ${joined([wanted, cypher`viaAgency.id IN actingFor.via`, ...edge], ' AND ')} })`;
  return every
    ? ids.map((id) => one(isNamed('partyActor', [id], together)))
    : [one(isNamed('partyActor', ids, together))];
}

/**
 * Conditions on the fact `f`, all literal text; what is not asked for leaves none. Their own variables have words for
 * names: a pattern would take over a name of the statement around it (`a`, `p`, `t` ...). `kind` is set where the
 * walk meets one kind only; `ownKey` where all its facts have keys, which those that readers see have.
 */
export function factConditions(
  filter: FactFilter,
  kind: Kind | undefined,
  ownKey: OwnKey | null = null,
): Fragment[] {
  const { kinds, actors, topics, grouping, meeting, initiative, holds, stages, modalities, evidence } =
    filter;
  const together = filter.together ?? false;
  const key = together ? null : ownKey;
  const whole = (id: string): Fragment =>
    together ? cypher`(heldBy:Entity) WHERE ${isNamed('heldBy', [id], true)}` : cypher`(:Entity {id: ${id}})`;
  return [
    ...(kinds && !kind ? [cypher`f.kind IN ${kinds}`] : []),
    ...(actors ? actorConditions(actors, together, key) : []),
    ...(topics
      ? [
          topics.exact
            ? cypher`EXISTS { MATCH (f)-[:ON]->(aboutTopic:Topic) WHERE ${isNamed('aboutTopic', topics.ids, together)} }`
            : key
              ? hasKey(cypher`UNDER`, topics.ids, key)
              : cypher`EXISTS { MATCH (f)-[:UNDER]->(aboutTopic:Topic) WHERE ${isNamed('aboutTopic', topics.ids, together)} }`,
        ]
      : []),
    ...(meeting ? [cypher`EXISTS { MATCH (f)-[:AT]->(:Meeting)-[:PART_OF*0..6]->${whole(meeting)} }`] : []),
    ...(initiative
      ? [cypher`EXISTS { MATCH (f)-[:IN]->(:Initiative)-[:PART_OF*0..6]->${whole(initiative)} }`]
      : []),
    ...(holds ? holdsCondition(holds) : []),
    ...(stages ? [cypher`f.stage IN ${stages}`] : []),
    ...(modalities ? [cypher`f.modality IN ${modalities}`] : []),
    ...(evidence ? evidenceConditions(evidence, together) : []),
    ...(grouping ? [factOf(grouping, together)] : []),
    ...(kind ? declaredConditions('f', kind, filter, together) : []),
  ];
}

/** All conditions on the fact `f`, its days among them, where no walk along a key sees to those. */
export function conditionsOffKey(filter: FactFilter): Fragment[] {
  const { low, high } = keyDates(filter.dated);
  const days = filter.dated ? [cypher`f.key > ${low} AND f.key < ${high}`] : [];
  return [...days, ...factConditions(filter, undefined)];
}

/** Whether the filter asks for facts that have no key because readers do not see them by default. */
export const asksForHidden = (filter: FactFilter): boolean =>
  filter.evidence?.statuses?.some((one) => !VISIBLE.includes(one)) ?? false;
