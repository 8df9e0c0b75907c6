import { codeKey, folded } from '../../../src/model/rules/folding.js';
import { named, shown } from '../fact-row.js';
import type { Answered, Item, Json } from '../item.js';
import { one, times } from '../random.js';

const LANGUAGES = {
  AR: ['search_ar', 'nameAr', 'searchFoldedAr'],
  ZH: ['search_zh', 'nameZh', 'searchFoldedZh'],
} as const;

const SEARCH = `CALL () {
  UNWIND $looks AS look
  CALL db.index.fulltext.queryNodes(look[0], look[1]) YIELD node, score
  WITH node, max(score) AS score WHERE ${shown('node')}
  RETURN collect([node, score]) AS found
}
RETURN size(found) AS total,
  COLLECT { UNWIND found AS one WITH one[0].kind AS kind, count(*) AS count RETURN [kind, count] } AS kinds,
  COLLECT { UNWIND found AS one WITH one[0] AS n, one[1] AS score ORDER BY score DESC, n.id LIMIT 10 RETURN [n.id, n.kind, ${named('n')}] } AS hits`;

const byKind = ([x]: readonly Json[], [y]: readonly Json[]): number =>
  JSON.stringify(x) < JSON.stringify(y) ? -1 : 1;

/** Which entities are found, and how many of each kind; the order is each arm's own. */
const shapeOf = ({ total, kinds, hits }: Answered): Json => ({
  total,
  kinds: kinds
    .map(({ kind, count }: Answered) => [kind.toLowerCase().replaceAll('_', ''), count])
    .sort(byKind),
  shown: hits.length,
  // Beyond one page the arms may rank differently.
  hits: total > 10 ? [] : hits.map(({ id, name }: Answered) => [id, name]).sort(byKind),
});

/** Words of two languages that have word forms or no spaces, with counts by kind. */
export const search: Item = {
  id: '10',
  title: 'search in Arabic and Chinese, with counts by kind',
  sort: 'question',
  draw: ({ words }, random) =>
    times(40, (n) => {
      const language = n % 2 === 0 ? ('AR' as const) : ('ZH' as const);
      return { language, text: one(words[language], random) };
    }),
  raw: {
    async answer(read, { language, text }) {
      const [index, name, own] = LANGUAGES[language as 'AR' | 'ZH'];
      const word = `(+"${text as string}")`;
      const bare = `(+"${folded(text as string)}")`;
      const looks = [
        [index, `${name}:${word} OR searchNames:${word} OR searchGists:${word}`],
        ['search_names', `${own}:${bare} OR searchFolded:${bare} OR searchCodes:${bare}`],
        ['search_gists', `searchGists:${bare}`],
        ['search_codes', `searchCodeKeys:(+"${codeKey(text as string)}")`],
      ];
      const [row] = await read(SEARCH, { looks });
      return {
        total: (row?.['total'] ?? 0) as number,
        kinds: ((row?.['kinds'] ?? []) as [string, number][]).map(([kind, count]) => ({ kind, count })),
        hits: ((row?.['hits'] ?? []) as string[][]).map(([id = '', kind = '', found = '']) => ({
          id,
          kind,
          name: found,
        })),
      };
    },
    shape: shapeOf,
  },
  notInLibrary: 'its full-text search takes one index of one type and counts nothing by kind',
  product: {
    document: `query Found($text: String!, $language: Language!) {
  search(text: $text, language: $language, first: 10) {
    totalCount { count }
    facets { kinds { kind count } }
    nodes { entity { __typename id name } }
  }
}`,
    shape: ({ search: { totalCount, facets, nodes } }) =>
      shapeOf({
        total: totalCount.count,
        kinds: facets.kinds,
        hits: nodes.map(({ entity }: Answered) => entity),
      }),
  },
};
