import { useState } from 'react';
import { Answer } from '../ask/answer.js';
import { graphql } from '../ask/graphql.js';
import { LeftOut } from '../ask/left-out.js';
import type { FactFilter } from '../entities/kinds.js';
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

const PAGE = 20;

/** The facts of a filter, newest first, a page at a time, with what the answer left out. */
export function FactList({ filter }: { readonly filter: FactFilter }) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <>
      {pages.map((after, index) => (
        <FactPage
          key={after ?? ''}
          filter={filter}
          after={after}
          {...(index === pages.length - 1
            ? { onMore: (cursor: string) => setPages([...pages, cursor]) }
            : {})}
        />
      ))}
    </>
  );
}

function FactPage({
  filter,
  after,
  onMore,
}: {
  readonly filter: FactFilter;
  readonly after: string | null;
  readonly onMore?: (cursor: string) => void;
}) {
  const { frame, thing } = useTexts();
  const { api: lang } = useLanguage();
  return (
    <Answer to={FACTS} variables={{ filter, after, lang, first: PAGE }}>
      {({ facts: { nodes, pageInfo, emptyBecause, leftOut } }) => (
        <>
          {nodes.length > 0 && <FactTable facts={nodes} />}
          {nodes.length === 0 && <p className="empty">{thing.noFacts}</p>}
          <LeftOut because={emptyBecause} leftOut={leftOut} />
          {onMore && pageInfo.hasNextPage && pageInfo.endCursor !== null && (
            <button type="button" onClick={() => onMore(pageInfo.endCursor!)}>
              {frame.more}
            </button>
          )}
        </>
      )}
    </Answer>
  );
}
