import { graphql } from '../../../ask/graphql.js';
import { EntityLink, LINKED } from '../../../entities/entity-link.js';
import { SHOWN, type ShownFact } from '../../../facts/fact-shown.js';
import { FactTable } from '../../../facts/fact-table.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { Section } from './section.js';
import { useEvidence } from './stated.js';

const CAME = graphql(
  `
    query WhatCameOfIt($meeting: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      proposalTrail(meeting: $meeting, evidence: $evidence, first: 50) {
        totalCount {
          count
        }
        nodes {
          standing
          proposal {
            ...Linked
            proposalForm
          }
        }
      }
      cooperations(filter: { grewOutOf: [$meeting], evidence: $evidence }, first: 10) {
        totalCount {
          count
        }
        nodes {
          ...Shown
        }
      }
      fundings(filter: { grewOutOf: [$meeting], evidence: $evidence }, first: 10) {
        totalCount {
          count
        }
        nodes {
          ...Shown
        }
      }
      involvements(filter: { grewOutOf: [$meeting], evidence: $evidence }, first: 10) {
        totalCount {
          count
        }
        nodes {
          ...Shown
        }
      }
      documentActs(filter: { grewOutOf: [$meeting], evidence: $evidence }, first: 10) {
        totalCount {
          count
        }
        nodes {
          ...Shown
        }
      }
    }
  `,
  [LINKED, SHOWN],
);

/** What came of a meeting: what grew out of it, as a source says, and what was put forward there. */
export function WhatCameOfIt({ meeting }: { readonly meeting: string }) {
  const { kinds, words } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section title={kinds.cameOf} to={CAME} variables={{ meeting, evidence, lang }}>
      {({ proposalTrail, ...grown }) => {
        const grewAll = Object.values(grown).reduce(
          (sum, { totalCount }) => sum + (totalCount?.count ?? 0),
          0,
        );
        const grew = Object.values(grown).flatMap(({ nodes }): readonly ShownFact[] => nodes);
        if (grew.length + proposalTrail.nodes.length === 0)
          return <p className="empty">{kinds.nothingCame}</p>;
        return (
          <>
            {grew.length > 0 && (
              <>
                <h3>{kinds.grewOut}</h3>
                <FactTable facts={grew} />
                <ShownOf shown={grew.length} all={grewAll} />
              </>
            )}
            {proposalTrail.nodes.length > 0 && (
              <>
                <h3>{kinds.putForward}</h3>
                <ul className="ends">
                  {proposalTrail.nodes.map(({ proposal, standing }) => (
                    <li key={proposal.id}>
                      <EntityLink entity={proposal} />{' '}
                      <span className="aside">
                        {proposal.proposalForm && `${words.ProposalForm[proposal.proposalForm]} · `}
                        {words.ProposalStanding[standing]}
                      </span>
                    </li>
                  ))}
                </ul>
                <ShownOf shown={proposalTrail.nodes.length} all={proposalTrail.totalCount?.count} />
              </>
            )}
          </>
        );
      }}
    </Section>
  );
}
