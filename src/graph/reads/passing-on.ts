import { kindOfId } from '../../model/kinds.js';
import { cypher, nameOf, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { VISIBLE_NODE } from './projection.js';

/** Whether the licence of a document or source forbids passing on, by any of its claims: of two that differ one says so. */
const forbids = (variable: string): Fragment =>
  cypher`(coalesce(${nameOf(variable)}.redistribution = 'FORBIDDEN', false) OR any(other IN coalesce(${nameOf(variable)}.conflicts, []) WHERE other STARTS WITH 'redistribution:'))`;

/** The same of the two values as they were read; inside a large statement they cost less to plan than the condition. */
export const isForbidden = (value: string | null, conflicts: readonly string[] | null): boolean =>
  value === 'FORBIDDEN' || (conflicts ?? []).some((other) => other.startsWith('redistribution:'));

/** Whether a document or source that may be passed on says that the fact or entity is so. */
export const saidByPassable = (
  variable: string,
): Fragment => cypher`EXISTS { MATCH (${nameOf(variable)})<-[:STATES]-(said:Claim)-[:CITES]->(cited:Document|Source)
  WHERE NOT ${forbids('cited')} AND said.about = 'existence' AND said.stance = 'SUPPORTS' AND said.status = 'ACCEPTED' AND said.endedAt IS NULL }`;

/** Whether nothing but sources that may not be passed on gives the fact or entity `n`; a source is known by its own word. */
const WITHHELD = cypher`n.kind <> 'Source' AND NOT ${saidByPassable('n')}
  AND NOT EXISTS { MATCH (n)-[:LISTED_IN]->(cited) WHERE NOT ${forbids('cited')} }`;

/** What files for others leave out, over the whole graph. */
export interface Withheld {
  /** Ids of the sources and documents whose licence forbids passing on. */
  readonly sources: readonly string[];
  /** Facts and entities that nothing else gives. */
  readonly facts: number;
  readonly entities: number;
}

/** Where nothing is to be left out. */
export const NOTHING_WITHHELD: Withheld = { sources: [], facts: 0, entities: 0 };

const SURVEY = statement(
  'withheld',
  cypher`CALL () {
  UNWIND ['source', 'document'] AS kind
  MATCH (s:Entity) USING INDEX SEEK s:Entity(id)
  WHERE s.id > kind + '/' AND s.id < kind + '0' AND ${forbids('s')} AND ${VISIBLE_NODE('s')}
  RETURN collect(s) AS forbidden
}
CALL (forbidden) {
  UNWIND forbidden AS s
  CALL (s) {
    MATCH (s)<-[:CITES]-(:Claim {about: 'existence'})-[:STATES]->(n) RETURN n
    UNION
    MATCH (s)<-[:LISTED_IN]-(n) RETURN n
  }
  WITH DISTINCT n WHERE ${VISIBLE_NODE('n')} AND ${WITHHELD}
  RETURN sum(CASE WHEN n:Fact THEN 1 ELSE 0 END) AS facts, sum(CASE WHEN n:Entity THEN 1 ELSE 0 END) AS entities
}
RETURN [s IN forbidden | s.id] AS sources, facts, entities`,
);

/** Reads which sources may not be passed on, and how much of the graph only they give. */
export async function readWithheld(door: Door, asking: Asking): Promise<Withheld> {
  const [row] = await door.read<Withheld>(SURVEY, asking);
  return row ?? NOTHING_WITHHELD;
}

/** Those of these facts and entities that nothing but sources gives that may not be passed on. */
export async function withheldAmong(
  door: Door,
  asking: Asking,
  ids: readonly string[],
): Promise<Set<string>> {
  const facts = ids.filter((id) => kindOfId(id)?.sort === 'fact');
  const entities = ids.filter((id) => kindOfId(id)?.sort === 'entity');
  if (facts.length + entities.length === 0) return new Set();
  const rows = await door.read<{ id: string }>(
    statement(
      'withheldAmong',
      cypher`CALL () {
  UNWIND ${facts} AS id
  MATCH (n:Fact {id: id}) RETURN n
  UNION
  UNWIND ${entities} AS id
  MATCH (n:Entity {id: id}) RETURN n
}
WITH n WHERE ${WITHHELD}
RETURN n.id AS id`,
    ),
    asking,
  );
  return new Set(rows.map(({ id }) => id));
}
