import { Document } from '../../../model/entities/document.js';
import { ENTITY_KINDS } from '../../../model/kinds.js';
import { cypher, int, nothing, statement, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Page } from '../page.js';
import { project, VISIBLE_NODE, type Block, type NodeRow, type Projection } from '../projection.js';
import { inDocument, looks, LOOKS, type SearchFilter } from './looks.js';
import type { Probe } from './probes.js';

/** Which counts the client selected, and what of each row. */
export interface SearchProjection {
  readonly entity: Projection;
  readonly document: Projection;
  readonly kinds: boolean;
  readonly documents: boolean;
}

/** One entity that was found. */
export interface Hit {
  readonly entity: NodeRow;
  readonly score: number;
  /** The look that found it best. */
  readonly probe: Probe;
  /** Texts of the entity there, one of which was meant. */
  readonly texts: readonly string[];
}

/** What a search found. */
export interface Found {
  readonly hits: readonly { readonly key: string; readonly hit: Hit }[];
  readonly hasNext: boolean;
  readonly total: number;
  /** Whether nothing was found in the asked language, and this is what the others found. */
  readonly elsewhere: boolean;
  /** Matches that were too many to rank. */
  readonly cut: number;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly documents: readonly (readonly [document: NodeRow, count: number])[];
  /** Those that stand in documents beyond the listed ones. */
  readonly inOtherDocuments: number;
  /** Whether the document that was asked for is there; true when none was. */
  readonly known: boolean;
  readonly version: number;
}

/** Documents that are listed with their counts. */
export const DOCUMENTS_MOST = 20;
const KEY_BASE = 9_999;

/** The statement of the question. */
export function searchStatement(
  filter: SearchFilter,
  page: Page,
  wanted: SearchProjection,
): { readonly statement: Statement; readonly entity: Block; readonly document: Block } {
  const { asked, elsewhere } = filter.probes;
  const entity = project('n', filter.kinds ?? ENTITY_KINDS, wanted.entity);
  const document = project('d', [Document], wanted.document);
  const kinds = (filter.kinds ?? ENTITY_KINDS).map(({ kind }) => kind);
  // The kind is read once of each match, and kept beside it.
  const mine = cypher`hit[2] IN ${kinds}`;
  const text = cypher`CALL () {
${looks(asked, 0, filter)}
RETURN collect([n, best, n.kind]) AS here, coalesce(max(cut), 0) AS cutHere
}
CALL (here) {
WITH here WHERE none(hit IN here WHERE ${mine})
${looks(elsewhere, asked.length, filter)}
RETURN collect([n, best, n.kind]) AS there, coalesce(max(cut), 0) AS cutThere
}
WITH CASE WHEN size(there) > 0 THEN there ELSE here END AS found, cutHere + cutThere AS cut, any(hit IN there WHERE ${mine}) AS elsewhere
CALL (found) {
UNWIND found AS hit
WITH hit WHERE ${mine}
WITH hit[0] AS n, hit[1] AS best
WITH n, best, toString(${int(KEY_BASE)} - best / ${int(LOOKS)}) + '|' + n.id AS key
WHERE key > ${page.after ?? ''}
WITH n, best, key ORDER BY key LIMIT ${int(page.first + 1)}
RETURN collect([key, best, n.searchNames, n.searchCodes, n.searchGists, ${entity.expression}]) AS rows
}
${
  wanted.documents
    ? cypher`CALL (found) {
UNWIND found AS hit
WITH hit WHERE ${mine}
WITH hit[0] AS n
MATCH ${inDocument(cypher`(d:Document)`)} WHERE ${VISIBLE_NODE('d')}
WITH d, count(DISTINCT n) AS count ORDER BY count DESC, d.id
WITH collect([d, count]) AS all
WITH all[..${int(DOCUMENTS_MOST)}] AS most, reduce(sum = 0, one IN all[${int(DOCUMENTS_MOST)}..] | sum + one[1]) AS rest
UNWIND most AS one
WITH rest, one[0] AS d, one[1] AS count
RETURN collect([${document.expression}, count]) AS documents, coalesce(max(rest), 0) AS inOtherDocuments
}`
    : nothing
}
MATCH (g:Graph {id: 'graph'})
RETURN rows, size([hit IN found WHERE ${mine}]) AS total, elsewhere, cut, g.version AS version,
  ${wanted.kinds ? cypher`COLLECT { UNWIND found AS hit WITH hit[2] AS kind, count(*) AS count RETURN [kind, count] ORDER BY count DESC, kind }` : cypher`[]`} AS kinds,
  ${wanted.documents ? cypher`documents, inOtherDocuments` : cypher`[] AS documents, 0 AS inOtherDocuments`},
  ${filter.document === null ? cypher`true` : cypher`EXISTS { MATCH (n:Entity {id: ${filter.document}}) WHERE ${VISIBLE_NODE('n')} }`} AS known`;
  return { statement: statement('search', text), entity, document };
}

type Row = readonly [key: string, best: number, ...texts: (string[] | null)[], entity: unknown[]];

/** Finds entities by words. */
export async function searched(
  door: Door,
  asking: Asking,
  filter: SearchFilter,
  page: Page,
  wanted: SearchProjection,
): Promise<Found> {
  const asked = searchStatement(filter, page, wanted);
  const [answer] = await door.read<
    Omit<Found, 'hits' | 'documents'> & { rows: Row[]; documents: [unknown[], number][] }
  >(asked.statement, asking);
  const probes = [...filter.probes.asked, ...filter.probes.elsewhere];
  const hits = (answer?.rows ?? []).map(([key, best, names, codes, gists, list]) => {
    const entity = asked.entity.decode(list as unknown[]);
    const probe = probes[LOOKS - 1 - (best % LOOKS)] as Probe;
    const lists: Record<string, unknown> = {
      ...entity,
      searchNames: names,
      searchCodes: codes,
      searchGists: gists,
    };
    const texts = [lists[probe.shown]].flat().filter((one): one is string => typeof one === 'string');
    return { key, hit: { entity, score: Math.floor(best / LOOKS), probe, texts } };
  });
  const documents = (answer?.documents ?? []).map(
    ([list, count]) => [asked.document.decode(list), count] as const,
  );
  return {
    hits: hits.slice(0, page.first),
    hasNext: hits.length > page.first,
    total: answer?.total ?? 0,
    elsewhere: answer?.elsewhere ?? false,
    cut: answer?.cut ?? 0,
    kinds: answer?.kinds ?? [],
    documents,
    inOtherDocuments: answer?.inOtherDocuments ?? 0,
    known: answer?.known ?? false,
    version: answer?.version ?? 0,
  };
}
