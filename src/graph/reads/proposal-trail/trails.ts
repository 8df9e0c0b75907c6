import { Proposal } from '../../../model/entities/proposal.js';
import { DocumentAct } from '../../../model/facts/document-act.js';
import { Position } from '../../../model/facts/position.js';
import { Succession } from '../../../model/facts/succession.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import type { Certainty } from '../../../model/values/certainty.js';
import type { Stage } from '../../../model/values/stage.js';
import { cypher, int, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { pageOf } from '../entities.js';
import { TOTAL_BOUND, type Counting, type Page, type PageOf } from '../page.js';
import { kindsAt, project, VISIBLE_NODE, type Block, type NodeRow, type Projection } from '../projection.js';
import { deedsOf, stepConditions, trailConditions, type TrailFilter } from './conditions.js';

/** What the client selected of each trail. */
export interface TrailProjection {
  readonly proposal: Projection;
  readonly addressee: Projection;
  readonly position: Projection;
  readonly deed: Projection;
  readonly endorsement: Projection;
  readonly succession: Projection;
}

/** To whom a proposal is addressed, and how that is known. */
export interface AddresseeRow {
  readonly certainty: Certainty;
  /** Why it follows; null when stated. */
  readonly reason: string | null;
  readonly actor: NodeRow;
}

/** One step on a trail. */
export interface StepRow {
  /** What was done: the act of a position, the stage of a deed. */
  readonly what: string | null;
  readonly node: NodeRow;
}

/** A proposal with all that facts say of its way. */
export interface Trail {
  readonly proposal: NodeRow;
  readonly addressees: readonly AddresseeRow[];
  readonly positions: readonly StepRow[];
  readonly deeds: readonly (StepRow & { readonly what: Stage | null })[];
  readonly endorsements: readonly NodeRow[];
  readonly predecessors: readonly NodeRow[];
  readonly successors: readonly NodeRow[];
}

/** One page of trails. */
export interface Trails {
  readonly page: PageOf;
  readonly trails: ReadonlyMap<string, Trail>;
  /** Whether the one proposal that was asked for is there at all; true when none was named. */
  readonly known: boolean;
  /** Version of the graph that was read. */
  readonly version: number;
}

/** Kinds of facts that may say what they grew out of. */
export const DEEDS = FACT_KINDS.filter(({ ends }) => ends['grewOutOf']?.to.includes('Proposal'));

interface Part {
  readonly expression: Fragment;
  decode(value: unknown): unknown;
}

const steps = (match: Fragment, what: Fragment, block: Block): Part => ({
  expression: cypher`COLLECT { ${match} WITH DISTINCT f ORDER BY f.key RETURN [${what}, ${block.expression}] }`,
  decode: (value) =>
    (value as [string | null, unknown[]][]).map(([done, list]): StepRow => ({
      what: done,
      node: block.decode(list),
    })),
});

const nodes = (part: Part): Part => ({
  ...part,
  decode: (value) => (part.decode(value) as StepRow[]).map(({ node }) => node),
});

/** The blocks of a trail over the proposal `n`, in the order of the fields of `Trail`. */
function partsOf({ evidence }: TrailFilter, wanted: TrailProjection): Readonly<Record<keyof Trail, Part>> {
  const own = project('n', [Proposal], wanted.proposal);
  const actor = project('a', kindsAt(Proposal.links['addressees']?.to ?? []), wanted.addressee);
  const shown = stepConditions(evidence);
  const succession = project('f', [Succession], wanted.succession);
  const become = (match: Fragment): Part =>
    nodes(steps(cypher`MATCH ${match} WHERE ${shown}`, cypher`null`, succession));
  return {
    proposal: { expression: own.expression, decode: (value) => own.decode(value as unknown[]) },
    addressees: {
      expression: cypher`COLLECT { MATCH (n)-[r:ADDRESSED_TO]->(a) RETURN [r.certainty,
    head([(n)<-[:STATES]-(c:Claim) WHERE c.about = 'addressees:' + a.id AND c.endedAt IS NULL AND c.status = 'ACCEPTED' | c.reason]), ${actor.expression}] ORDER BY a.id }`,
      decode: (value) =>
        (value as [Certainty, string | null, unknown[]][]).map(([certainty, reason, list]): AddresseeRow => ({
          certainty,
          reason,
          actor: actor.decode(list),
        })),
    },
    positions: steps(
      cypher`MATCH (n)<-[:ON_PROPOSAL]-(f:Position) WHERE ${shown}`,
      cypher`f.positionAct`,
      project('f', [Position], wanted.position),
    ),
    deeds: steps(deedsOf(evidence), cypher`f.stage`, project('f', DEEDS, wanted.deed)),
    endorsements: nodes(
      steps(
        cypher`MATCH (n)-[:IN_PARAGRAPH]->(:Paragraph)-[:IN_DOCUMENT]->(:Document)<-[:PART_OF*0..3]-(:Document)<-[:OF_DOCUMENT]-(f:DocumentAct)
    WHERE f.documentAct IN ['ADOPTS', 'ENDORSES'] AND ${shown}`,
        cypher`f.documentAct`,
        project('f', [DocumentAct], wanted.endorsement),
      ),
    ),
    predecessors: become(cypher`(n)<-[:SUCCESSOR]-(f:Succession)`),
    successors: become(cypher`(n)<-[:PREDECESSOR]-(f:Succession)`),
  };
}

/** The statement of the question: a page of proposals in the order of their ids, each with its trail. */
export function trailStatement(
  filter: TrailFilter,
  page: Page,
  counting: Counting,
  wanted: TrailProjection,
): { statement: Statement; decode(this: void, list: readonly unknown[]): Trail } {
  const parts = Object.entries(partsOf(filter, wanted));
  const conditions = trailConditions(filter);
  const walk = (after: string | null): Fragment => cypher`MATCH (n:Entity:Proposal)
USING INDEX SEEK n:Entity(id)
WHERE ${
    filter.proposal === null
      ? cypher`n.id > ${after ?? 'proposal/'} AND n.id < 'proposal0'`
      : cypher`n.id = ${filter.proposal}`
  } AND ${conditions}`;
  const columns = parts.flatMap(([, { expression }]) => [cypher`, `, expression]).slice(1);
  const text = cypher`CALL () {
${walk(page.after)}
WITH n ORDER BY n.id LIMIT ${int(page.first + 1)}
RETURN collect([n.id, [${columns.reduce((all, one) => cypher`${all}${one}`)}]]) AS rows
}
${
  counting === 'NO'
    ? nothing
    : cypher`CALL () {
${walk(null)}
${counting === 'EXACT' ? cypher`WITH n` : cypher`WITH n LIMIT ${int(TOTAL_BOUND + 1)}`}
RETURN count(n) AS total
}`
}
MATCH (g:Graph {id: 'graph'})
RETURN rows, ${counting === 'NO' ? cypher`null` : cypher`total`} AS total, g.version AS version,
  ${
    filter.proposal === null
      ? cypher`true`
      : cypher`EXISTS { MATCH (n:Entity {id: ${filter.proposal}}) WHERE ${VISIBLE_NODE('n')} }`
  } AS known`;
  return {
    statement: statement('proposalTrail', text),
    decode: (list) =>
      Object.fromEntries(parts.map(([name, part], i) => [name, part.decode(list[i])])) as unknown as Trail,
  };
}

/** Reads one page of trails. */
export async function proposalTrails(
  door: Door,
  asking: Asking,
  filter: TrailFilter,
  page: Page,
  counting: Counting,
  wanted: TrailProjection,
): Promise<Trails> {
  const { statement: asked, decode } = trailStatement(filter, page, counting, wanted);
  const [row] = await door.read<{
    rows: [string, unknown[]][];
    total: number | null;
    version: number;
    known: boolean;
  }>(asked, asking);
  const trails = new Map((row?.rows ?? []).map(([id, list]) => [id, decode(list)]));
  const rows = [...trails].map(([key, { proposal }]) => ({ key, row: proposal }));
  return {
    page: pageOf(rows, page.first, row?.total ?? null, counting),
    trails,
    known: row?.known ?? false,
    version: row?.version ?? 0,
  };
}
