import { useCallback } from 'react';
import { Answer } from '../../ask/answer.js';
import { InEnglish } from '../../ask/in-english.js';
import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { EntityLink, LINKED, type Linked } from '../../entities/entity-link.js';
import { EvidenceSign } from '../../facts/signs.js';
import { Further } from '../../lists/further.js';
import { useFurtherPages } from '../../lists/use-pages.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { AsGraphql, SavedCsv } from '../thing/take-away.js';
import type { ProposalChoice } from './choice.js';

const CALLS = graphql(
  `
    query CallsByAddressee(
      $nature: [ProposalNature!]
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
        nature: $nature
        standing: $standing
        form: $form
        topic: $topic
        maker: $maker
        addressees: $addressees
        evidence: $evidence
        first: 100
        after: $after
      ) {
        emptyBecause
        totalCount {
          count
        }
        nodes {
          standing
          proposal {
            ...Linked
            gist
            proposalForm
            provisionAct
            statedIn {
              ...Linked
            }
          }
          addressees {
            certainty
            actor {
              ...Linked
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LINKED],
);

type Page = ResultOf<typeof CALLS>['proposalTrail'];
type Call = Page['nodes'][number];

/** What was asked of whom, under each addressee; or, of offers, what stands open. */
export function Calls({
  choice,
  nature,
}: {
  readonly choice: ProposalChoice;
  readonly nature: 'ASK' | 'OFFER';
}) {
  const { api: lang } = useLanguage();
  const variables = { ...choice, nature: [nature], lang, after: null };
  return (
    <Answer to={CALLS} variables={variables}>
      {({ proposalTrail }) => (
        <Grouped key={JSON.stringify(variables)} begun={proposalTrail} variables={variables} />
      )}
    </Answer>
  );
}

function Grouped({
  begun,
  variables,
}: {
  readonly begun: Page;
  readonly variables: ProposalChoice & {
    readonly nature: ('ASK' | 'OFFER')[];
    readonly lang: ReturnType<typeof useLanguage>['api'];
    readonly after: string | null;
  };
}) {
  const { proposals: texts, frame } = useTexts();
  const { pages, ...further } = useFurtherPages(
    CALLS,
    useCallback((after: string) => ({ ...variables, after }), [variables]),
  );
  const all = [begun, ...pages.map(({ proposalTrail }) => proposalTrail)];
  const calls = all.flatMap(({ nodes }) => nodes);
  const total = begun.totalCount?.count ?? calls.length;
  const { lang: _lang, after: _after, ...asked } = variables;
  return (
    <>
      <p className="aside" role="status">
        {calls.length < total ? frame.shownOf(calls.length, total) : texts.count(total)}
      </p>
      {byAddressee(calls).map(([actor, some]) => (
        <section key={actor?.id ?? ''} className="addressee">
          <h2>
            {actor ? <EntityLink entity={actor} /> : texts.nobody}{' '}
            <span className="count">{texts.count(some.length)}</span>
          </h2>
          <ul>
            {some.map((call) => (
              <OneCall key={call.proposal.id} call={call} to={actor} />
            ))}
          </ul>
        </section>
      ))}
      <Further last={all.at(-1)!.pageInfo} pages={further} />
      <LeftOut because={begun.emptyBecause} leftOut={null} />
      <p className="take-away">
        <SavedCsv name="proposal-trail" variables={asked} /> <AsGraphql query={CALLS} variables={variables} />
      </p>
    </>
  );
}

function OneCall({
  call: { proposal, standing, addressees },
  to,
}: {
  readonly call: Call;
  readonly to: Linked | null;
}) {
  const { words } = useTexts();
  const addressed = addressees.find(({ actor }) => actor.id === to?.id);
  return (
    <li>
      <EntityLink entity={proposal} />{' '}
      <span className="aside">
        {[
          proposal.proposalForm && words.ProposalForm[proposal.proposalForm],
          proposal.provisionAct && words.ProvisionAct[proposal.provisionAct],
          words.ProposalStanding[standing],
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>{' '}
      {addressed && <EvidenceSign certainty={addressed.certainty} />}{' '}
      {proposal.statedIn && <EntityLink entity={proposal.statedIn} />}
      {proposal.gist && (
        <p className="gist">
          <InEnglish>{proposal.gist}</InEnglish>
        </p>
      )}
    </li>
  );
}

/** Each addressee with what is addressed to it, the one asked most first; what names nobody comes last. */
function byAddressee(calls: readonly Call[]): [Linked | null, Call[]][] {
  const groups = new Map<string, [Linked | null, Call[]]>();
  for (const call of calls)
    for (const actor of call.addressees.length === 0 ? [null] : call.addressees.map((each) => each.actor)) {
      const group = groups.get(actor?.id ?? '') ?? [actor, []];
      group[1].push(call);
      groups.set(actor?.id ?? '', group);
    }
  return [...groups.values()].sort(
    ([one, some], [other, others]) =>
      Number(one === null) - Number(other === null) || others.length - some.length,
  );
}
