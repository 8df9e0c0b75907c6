import { useCallback } from 'react';
import { Answer } from '../../ask/answer.js';
import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { LINKED } from '../../entities/entity-link.js';
import { Further } from '../../lists/further.js';
import { useFurtherPages } from '../../lists/use-pages.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { AsGraphql, SavedCsv } from '../thing/take-away.js';
import type { ProposalChoice } from './choice.js';
import { TRAILED } from './trailed.js';
import { Trail } from './trail.js';

const BOARD = graphql(
  `
    query Board(
      $standing: [ProposalStanding!]
      $form: [ProposalForm!]
      $topic: ID
      $maker: ID
      $addressees: AddresseeChoice
      $evidence: EvidenceFilter
      $after: String
      $lang: Language!
    ) {
      proposalTrail(
        standing: $standing
        form: $form
        topic: $topic
        maker: $maker
        addressees: $addressees
        evidence: $evidence
        first: 30
        after: $after
      ) {
        emptyBecause
        totalCount {
          count
        }
        nodes {
          ...Trailed
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LINKED, TRAILED],
);

type Page = ResultOf<typeof BOARD>['proposalTrail'];

/** Proposals of one standing, each with its trail. */
export function Board({ choice }: { readonly choice: ProposalChoice }) {
  const { api: lang } = useLanguage();
  const variables = { ...choice, lang, after: null };
  return (
    <Answer to={BOARD} variables={variables}>
      {({ proposalTrail }) => (
        <Trails key={JSON.stringify(variables)} begun={proposalTrail} choice={choice} />
      )}
    </Answer>
  );
}

function Trails({ begun, choice }: { readonly begun: Page; readonly choice: ProposalChoice }) {
  const { proposals: texts, frame } = useTexts();
  const { api: lang } = useLanguage();
  const { pages, ...further } = useFurtherPages(
    BOARD,
    useCallback((after: string) => ({ ...choice, lang, after }), [choice, lang]),
  );
  const all = [begun, ...pages.map(({ proposalTrail }) => proposalTrail)];
  const trails = all.flatMap(({ nodes }) => nodes);
  const total = begun.totalCount?.count ?? trails.length;
  return (
    <>
      <p className="aside" role="status">
        {trails.length < total ? frame.shownOf(trails.length, total) : texts.count(total)}
      </p>
      <ul className="board">
        {trails.map((trail) => (
          <li key={trail.proposal.id}>
            <Trail trail={trail} />
          </li>
        ))}
      </ul>
      <Further last={all.at(-1)!.pageInfo} pages={further} />
      <LeftOut because={begun.emptyBecause} leftOut={null} />
      <p className="take-away">
        <SavedCsv name="proposal-trail" variables={{ ...choice, nature: null }} />{' '}
        <AsGraphql query={BOARD} variables={{ ...choice, lang, after: null }} />
      </p>
    </>
  );
}
