import { useCallback } from 'react';
import { Answer } from '../ask/answer.js';
import { graphql, type ResultOf } from '../ask/graphql.js';
import { LeftOut } from '../ask/left-out.js';
import type { FactFilter } from '../entities/kinds.js';
import { Further } from '../lists/further.js';
import { useFurtherPages } from '../lists/use-pages.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';
import { SHOWN } from './fact-shown.js';
import { FactTable } from './fact-table.js';

export const FACTS = graphql(
  `
    query Facts($filter: FactFilter, $first: Int!, $after: String, $lang: Language!) {
      facts(filter: $filter, first: $first, after: $after) {
        graphVersion
        emptyBecause
        totalCount {
          count
          inWords
        }
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          ...Shown
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [SHOWN],
);

/** Facts at first, and at each time that more are asked for. */
const AT_FIRST = 20;
const EACH_MORE = 100;

/** The facts of a filter, newest first, a page at a time in one table, with what the answer left out. */
export function FactList({ filter }: { readonly filter: FactFilter }) {
  const { api: lang } = useLanguage();
  return (
    <Answer to={FACTS} variables={{ filter, after: null, lang, first: AT_FIRST }}>
      {({ facts }) => <Listed key={`${JSON.stringify(filter)} ${lang}`} filter={filter} begun={facts} />}
    </Answer>
  );
}

function Listed({
  filter,
  begun,
}: {
  readonly filter: FactFilter;
  readonly begun: ResultOf<typeof FACTS>['facts'];
}) {
  const { frame, thing } = useTexts();
  const { api: lang } = useLanguage();
  const { pages, ...further } = useFurtherPages(
    FACTS,
    useCallback((after: string) => ({ filter, after, lang, first: EACH_MORE }), [filter, lang]),
  );
  const all = [begun, ...pages.map(({ facts }) => facts)];
  const nodes = all.flatMap((page) => page.nodes);
  const total = begun.totalCount;
  return (
    <>
      {nodes.length > 0 && <FactTable facts={nodes} />}
      {nodes.length === 0 && <p className="empty">{thing.noFacts}</p>}
      {total && nodes.length > 0 && (
        <p className="aside" role="status">
          {nodes.length < total.count ? frame.shownOf(nodes.length, total.count) : thing.count(total.count)}
        </p>
      )}
      <Further last={all.at(-1)!.pageInfo} pages={further} />
      <LeftOut because={begun.emptyBecause} leftOut={begun.leftOut} />
    </>
  );
}
