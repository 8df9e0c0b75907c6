import { Document } from '../../model/entities/document.js';
import { Paragraph } from '../../model/entities/paragraph.js';
import { Source } from '../../model/entities/source.js';
import { FACT_KINDS } from '../../model/kinds.js';
import { cypher, int, nothing, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import type { Page } from './page.js';
import { project, VISIBLE_NODE, type Block, type NodeRow, type Projection } from './projection.js';
import { COVERS } from './covers.js';

/** What one source gives of one kind. */
export interface KindCount {
  readonly kind: string;
  /** Facts or entities of which it says, or lists, that they are. */
  readonly things: number;
  readonly claims: number;
  /** First day on which one of them may have started; null when unknown. */
  readonly earliest: string | null;
  /** Last day on which one of them may have ended; null when unknown. */
  readonly latest: string | null;
  readonly undated: number;
}

/** One source as recorded. */
export interface SourceRow {
  readonly id: string;
  readonly source: NodeRow;
  readonly covers: readonly string[];
  /** Units of the text, as its curator counted them; null when not counted. */
  readonly units: number | null;
  /** Whether anything is claimed from it or listed in it, or a unit of it entered. */
  readonly takenIn: boolean;
  readonly entered: number;
  readonly cited: number;
  /** Units that no fact or proposal cites, in the order of the text. */
  readonly without: readonly NodeRow[];
  readonly kinds: readonly KindCount[];
  readonly listed: readonly { readonly kind: string; readonly things: number }[];
  /** Countries of whose facts it speaks. */
  readonly countries: number;
}

/** What is recorded, source by source, and over the whole graph. */
export interface CoverageRows {
  readonly version: number;
  /** Null when there is no such country; the asked one otherwise, or '' when none is asked for. */
  readonly country: string | null;
  /** Groups to which the asked country belongs. */
  readonly groups: readonly string[];
  readonly covers: readonly { readonly source: string; readonly covers: readonly string[] }[];
  readonly facts: readonly { readonly kind: string; readonly facts: number }[];
  readonly sources: readonly SourceRow[];
  readonly hasNext: boolean;
}

/** What to read with each source. */
export interface CoverageProjection {
  readonly source: Projection;
  readonly paragraph: Projection;
}

const WITHOUT_MOST = 100;
// '0' comes after '/', so these hold all ids of the two kinds.
const RANGES = [
  ['document/', 'document0'],
  ['source/', 'source0'],
];

const TAKEN_IN = cypher`(EXISTS { (s)<-[:CITES]-(:Claim) } OR EXISTS { (s)<-[:IN_DOCUMENT]-() } OR EXISTS { (s)<-[:LISTED_IN]-() })`;
const counts = cypher`c.endedAt IS NULL AND c.status <> 'WITHDRAWN'`;

/** Reads in one statement what is recorded of each source (or of the one asked for) and of each kind of fact. */
export async function readCoverage(
  door: Door,
  asking: Asking,
  asked: { readonly source: string | null; readonly country: string | null },
  page: Page,
  wanted: CoverageProjection,
): Promise<CoverageRows> {
  const source = project('s', [Document, Source], wanted.source);
  const paragraph = project('p', [Paragraph], wanted.paragraph);
  const [row] = await door.read<RawRow>(
    statement(
      'coverage',
      cypher`MATCH (g:Graph {id: 'graph'})
${countryBlock(asked.country)}
CALL (g) {
  UNWIND ${FACT_KINDS.map(({ kind }) => kind)} AS kind
  ${factsBlock(asked.country)}
  RETURN collect([kind, facts]) AS facts
}
CALL (g) {
  ${sourcesBlock(asked.source, page)}
  ${kindsBlock(asked.country)}
  ${unitsBlock(paragraph)}
  RETURN collect([s.id, s.covers, s.units, ${TAKEN_IN}, entered, cited, without, kinds, listed, countries, ${source.expression}]) AS sources
}
${COVERS}RETURN g.version AS version, country, groups, covers, facts, sources`,
    ),
    asking,
  );
  const { sources = [], ...rest } = row ?? { version: 0, country: null, groups: [], covers: [], facts: [] };
  return {
    version: rest.version,
    country: rest.country,
    groups: rest.groups,
    covers: rest.covers.map(([id, covers]) => ({ source: id, covers: covers ?? [] })),
    facts: rest.facts.map(([kind, facts]) => ({ kind, facts })),
    sources: sources.slice(0, page.first).map((list) => sourceRow(list, source, paragraph)),
    hasNext: sources.length > page.first,
  };
}

type RawSource = [
  string,
  string[] | null,
  number | null,
  boolean,
  number,
  number,
  unknown[][],
  [string, number, number, string | null, string | null, number][],
  [string, number][],
  number,
  unknown[],
];

interface RawRow {
  readonly version: number;
  readonly country: string | null;
  readonly groups: string[];
  readonly covers: [string, string[] | null][];
  readonly facts: [string, number][];
  readonly sources?: RawSource[];
}

function sourceRow(list: RawSource, source: Block, paragraph: Block): SourceRow {
  const [id, covers, units, takenIn, entered, cited, without, kinds, listed, countries, node] = list;
  return {
    id,
    source: source.decode(node),
    covers: covers ?? [],
    units,
    takenIn,
    entered,
    cited,
    without: without.map((one) => paragraph.decode(one)),
    kinds: kinds.map(([kind, things, claims, earliest, latest, undated]) => ({
      kind,
      things,
      claims,
      earliest,
      latest,
      undated,
    })),
    listed: listed.map(([kind, things]) => ({ kind, things })),
    countries,
  };
}

const countryBlock = (country: string | null): Fragment =>
  country === null
    ? cypher`WITH g, '' AS country, [] AS groups`
    : cypher`OPTIONAL MATCH (c:Country:Entity {id: ${country}}) WHERE ${VISIBLE_NODE('c')}
WITH g, c.id AS country, COLLECT {
  MATCH (c)<-[:PARTY {role: 'member'}]-(m:Membership)-[:MEMBER_OF]->(b) WHERE ${VISIBLE_NODE('m')}
  RETURN DISTINCT b.id
} AS groups`;

// '}' comes after '|': between the two lie all keys of a kind.
/** Facts of a kind that readers see, by the ordered key; of a country, by the key of its edges. */
const factsBlock = (country: string | null): Fragment =>
  country === null
    ? cypher`CALL (kind) {
    MATCH (f:Fact) USING INDEX SEEK f:Fact(kindKey) WHERE f.kindKey > kind + '|' AND f.kindKey < kind + '}'
    RETURN count(f) AS facts
  }`
    : cypher`CALL (kind) {
    MATCH (:Entity {id: ${country}})<-[r:FOR]-(:Fact)
    WHERE r.kindKey > ${country} + '|' + kind + '|' AND r.kindKey < ${country} + '|' + kind + '}'
    RETURN count(r) AS facts
  }`;

/** The source asked for, taken in or not; else a page of all that were taken in. */
const sourcesBlock = (id: string | null, { first, after }: Page): Fragment =>
  id === null
    ? cypher`UNWIND ${RANGES} AS range
  MATCH (s:Entity) USING INDEX SEEK s:Entity(id)
  WHERE s.id > range[0] AND s.id < range[1] AND s.id > ${after ?? ''} AND ${VISIBLE_NODE('s')}
    AND ${TAKEN_IN}
  WITH s ORDER BY s.id LIMIT ${int(first + 1)}`
    : cypher`MATCH (s:Entity {id: ${id}}) WHERE ${VISIBLE_NODE('s')}
  WITH s WHERE s.id > ${after ?? ''}`;

const kindsBlock = (country: string | null): Fragment => cypher`CALL (s) {
    MATCH (s)<-[:CITES]-(c:Claim)-[:STATES]->(t)
    WHERE ${counts} AND ${VISIBLE_NODE('t')}${
      country === null ? nothing : cypher` AND EXISTS { (t)-[:FOR]->(:Entity {id: ${country}}) }`
    }
    WITH t, count(c) AS claims, max(CASE WHEN c.about = 'existence' AND c.stance = 'SUPPORTS' THEN 1 ELSE 0 END) AS said
    WITH t.kind AS kind, sum(said) AS things, sum(claims) AS claims,
      min(CASE WHEN said = 1 THEN t.startMin END) AS earliest,
      max(CASE WHEN said = 1 THEN coalesce(t.endMax, t.startMax) END) AS latest,
      sum(CASE WHEN said = 1 AND coalesce(t.startMin, t.startMax, t.endMin, t.endMax) IS NULL THEN 1 ELSE 0 END) AS undated
    RETURN collect([kind, things, claims, earliest, latest, undated]) AS kinds
  }
  CALL (s) {
    MATCH (s)<-[:LISTED_IN]-(t:Entity) WHERE ${VISIBLE_NODE('t')}${country === null ? nothing : cypher` AND t.id = ${country}`}
    WITH t.kind AS kind, count(t) AS things
    RETURN collect([kind, things]) AS listed
  }
  CALL (s) {
    MATCH (s)<-[:CITES]-(c:Claim)-[:STATES]->(f:Fact)-[:FOR]->(x)
    WHERE ${counts} AND ${VISIBLE_NODE('f')}
    RETURN count(DISTINCT x) AS countries
  }`;

const unitsBlock = (paragraph: Block): Fragment => cypher`CALL (s) {
    MATCH (s)<-[:IN_DOCUMENT]-(p:Paragraph) WHERE ${VISIBLE_NODE('p')}
    WITH p, EXISTS {
      (p)<-[:CITES]-(c:Claim)-[:STATES]->(t) WHERE ${counts} AND (t:Fact OR t:Proposal) AND ${VISIBLE_NODE('t')}
    } AS used ORDER BY p.order, p.id
    RETURN count(p) AS entered, sum(CASE WHEN used THEN 1 ELSE 0 END) AS cited,
      collect(CASE WHEN used THEN null ELSE ${paragraph.expression} END)[..${int(WITHOUT_MOST)}] AS without
  }`;
