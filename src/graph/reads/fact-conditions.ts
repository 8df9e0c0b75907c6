import type { Kind } from '../../model/declaration.js';
import { VISIBLE } from '../../model/values/certainty.js';
import { cypher, int, joined, type Fragment } from '../cypher.js';
import { declaredConditions } from './declared.js';
import { keyDates } from './key-dates.js';
import type { EvidenceFilter, FactFilter, PartyFilter } from './filters.js';

/** Conditions on the evidence of the fact `f`. */
export function evidenceConditions(evidence: EvidenceFilter): Fragment[] {
  return [
    evidence.minCertainty === 'STATED' ? cypher`f.certainty = 'STATED'` : null,
    evidence.statuses ? cypher`f.status IN ${evidence.statuses}` : null,
    evidence.minDocuments ? cypher`f.documents >= ${int(evidence.minDocuments)}` : null,
    evidence.paragraphs
      ? cypher`EXISTS { MATCH (f)<-[:STATES]-(c:Claim)-[:CITES]->(:Paragraph)-[:PART_OF*0..4]->(d:Entity)
  WHERE d.id IN ${evidence.paragraphs} AND c.stance = 'SUPPORTS' AND c.status = 'ACCEPTED' AND c.endedAt IS NULL }`
      : null,
    evidence.documents
      ? cypher`EXISTS { MATCH (f)<-[:STATES]-(c:Claim)-[:CITES]->(d:Entity)
  WHERE d.id IN ${evidence.documents} AND c.stance = 'SUPPORTS' AND c.status = 'ACCEPTED' AND c.endedAt IS NULL }`
      : null,
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

/** What must hold of the party edge `p`. */
function onEdge({ roles, capacities, through, spokenFor }: PartyFilter): Fragment[] {
  return [
    ...(roles ? [cypher`p.role IN ${roles}`] : []),
    ...(capacities ? [cypher`p.capacity IN ${capacities}`] : []),
    ...(through ? [cypher`p.through IN ${through}`] : []),
    ...(spokenFor === undefined ? [] : [cypher`p.through IS ${spokenFor ? cypher`NOT NULL` : cypher`NULL`}`]),
  ];
}

function actorConditions(asked: PartyFilter): Fragment[] {
  const edge = onEdge(asked);
  const { ids, every } = asked;
  if (!ids) return [cypher`EXISTS { MATCH (f)-[p:PARTY]->() WHERE ${joined(edge, ' AND ')} }`];
  // A country is a party through its agencies too; the derived edge names them.
  const one = (
    wanted: Fragment,
  ): Fragment => cypher`(EXISTS { MATCH (f)-[p:PARTY]->(a) WHERE ${joined([wanted, ...edge], ' AND ')} }
  OR EXISTS { MATCH (f)-[x:FOR]->(a), (f)-[p:PARTY]->(b) WHERE ${joined([wanted, cypher`b.id IN x.via`, ...edge], ' AND ')} })`;
  return every ? ids.map((id) => one(cypher`a.id = ${id}`)) : [one(cypher`a.id IN ${ids}`)];
}

/** Conditions on the fact `f`, all literal text; what is not asked for leaves none. `kind` is set where the walk meets one kind only. */
export function factConditions(filter: FactFilter, kind: Kind | undefined): Fragment[] {
  const { kinds, actors, topics, meeting, initiative, holds, stages, modalities, evidence } = filter;
  return [
    ...(kinds && !kind ? [cypher`f.kind IN ${kinds}`] : []),
    ...(actors ? actorConditions(actors) : []),
    ...(topics
      ? [
          topics.exact
            ? cypher`EXISTS { MATCH (f)-[:ON]->(t:Topic) WHERE t.id IN ${topics.ids} }`
            : cypher`EXISTS { MATCH (f)-[:UNDER]->(t:Topic) WHERE t.id IN ${topics.ids} }`,
        ]
      : []),
    ...(meeting
      ? [cypher`EXISTS { MATCH (f)-[:AT]->(:Meeting)-[:PART_OF*0..6]->(:Entity {id: ${meeting}}) }`]
      : []),
    ...(initiative
      ? [cypher`EXISTS { MATCH (f)-[:IN]->(:Initiative)-[:PART_OF*0..6]->(:Entity {id: ${initiative}}) }`]
      : []),
    ...(holds ? holdsCondition(holds) : []),
    ...(stages ? [cypher`f.stage IN ${stages}`] : []),
    ...(modalities ? [cypher`f.modality IN ${modalities}`] : []),
    ...(evidence ? evidenceConditions(evidence) : []),
    ...(kind ? declaredConditions('f', kind, filter) : []),
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
