import type { EntityKind } from '../../../model/declaration.js';
import { Document } from '../../../model/entities/document.js';
import { ENTITY_KINDS } from '../../../model/kinds.js';
import { rankOf } from '../../../model/rules/search-score.js';
import { anyOf, cypher, int, joined, nameOf, type CypherName, type Fragment } from '../../cypher.js';
import { VISIBLE_NODE } from '../projection.js';
import type { Probe, Probes } from './probes.js';

/** What a search asks, beside the words. */
export interface SearchFilter {
  readonly probes: Probes;
  readonly kinds: readonly EntityKind[] | null;
  /** Id of the document in which it must stand. */
  readonly document: string | null;
}

/** Matches of one look that are ranked. */
export const RANKED_MOST = 10_000;
/** Of the number kept for an entity, the part below this tells the look; there are fewer looks than this. */
export const LOOKS = 100;

/** Relationships that lead from an entity to the document in which it stands, in one step or two. */
const STANDS_IN: readonly CypherName[] = (() => {
  const leading = (to: readonly string[], from: readonly EntityKind[]): [EntityKind, string][] =>
    from.flatMap((kind) =>
      Object.values(kind.links)
        .filter((end) => end.to.some((one) => to.includes(one)))
        .map(({ relationship }): [EntityKind, string] => [kind, relationship]),
    );
  const direct = leading(
    [Document.kind],
    ENTITY_KINDS.filter((kind) => kind !== Document),
  );
  const units = direct.map(([{ kind }]) => kind);
  const by = leading(
    units,
    ENTITY_KINDS.filter(({ kind }) => kind !== Document.kind && !units.includes(kind)),
  );
  return [...new Set([...direct, ...by].map(([, relationship]) => relationship))].map(nameOf);
})();

/** The way from the entity `n` to its document. */
export const inDocument = (document: Fragment): Fragment =>
  cypher`(n)-[:${anyOf(STANDS_IN)}*1..2]->${document}`;

const probeValues = (
  probes: readonly Probe[],
  from: number,
): { [key: string]: string | ReturnType<typeof int> }[] =>
  probes.map(({ index, query, sort, rank, texts }, at) => ({
    index,
    query,
    sort,
    texts,
    rank: int(100 * rank),
    at: int(LOOKS - 1 - from - at),
  }));

/** Looks into the indexes, and keeps of each entity its best score, with the look that gave it. */
export function looks(
  probes: readonly Probe[],
  from: number,
  { document, probes: { typed, wordsWithin } }: SearchFilter,
): Fragment {
  const conditions = [
    VISIBLE_NODE('n'),
    ...(document === null ? [] : [cypher`EXISTS { ${inDocument(cypher`(:Document {id: ${document}})`)} }`]),
  ];
  const begins = int(100 * rankOf('NAME', 'BEGINNING'));
  const whole = int(100 * rankOf('NAME', 'WHOLE'));
  // Words of several names together, or in other forms, stand in none of them: the longest may be meant.
  const forms = int(100 * rankOf('NAME', 'WORD_FORMS'));
  const long = int(typed.length);
  return cypher`UNWIND ${probeValues(probes, from)} AS probe
CALL db.index.fulltext.queryNodes(probe.index, probe.query) YIELD node AS n
WITH probe, n WHERE ${joined(conditions, ' AND ')}
WITH probe, collect(n) AS matches
WITH collect([probe, matches[..${int(RANKED_MOST)}]]) AS ranked,
  sum(CASE WHEN size(matches) > ${int(RANKED_MOST)} THEN size(matches) - ${int(RANKED_MOST)} ELSE 0 END) AS cut
UNWIND ranked AS one
WITH cut, one[0] AS probe, one[1] AS matches
UNWIND matches AS n
WITH cut, probe, n, n[probe.texts] AS texts
WITH cut, probe, n, texts, [text IN texts WHERE probe.sort <> 'NAME' OR all(word IN ${wordsWithin} WHERE ' ' + text + ' ' CONTAINS word)] AS holding
WITH cut, probe, n, holding, CASE WHEN size(holding) > 0 THEN holding ELSE texts END AS near,
  reduce(most = 0, text IN texts | CASE WHEN size(text) > most THEN size(text) ELSE most END) AS longest
UNWIND near AS text
WITH cut, probe, n, text, size(holding) = 0 AND NOT text STARTS WITH ${typed} AS unlike, longest
WITH cut, probe, n, text, unlike, CASE WHEN unlike THEN longest ELSE size(text) END AS length
WITH cut, n, probe.at AS at,
  CASE
    WHEN probe.sort <> 'NAME' THEN probe.rank
    WHEN text = ${typed} THEN ${whole}
    WHEN text STARTS WITH ${typed} THEN ${begins}
    WHEN unlike THEN ${forms}
    ELSE probe.rank
  END + CASE WHEN ${long} >= length THEN ${int(99)} ELSE 99 * ${long} / length END AS score
WITH cut, n, max(score * ${int(LOOKS)} + at) AS best`;
}
