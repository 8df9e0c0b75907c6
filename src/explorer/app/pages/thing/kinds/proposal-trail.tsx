import { graphql } from '../../../ask/graphql.js';
import { LINKED } from '../../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { Trail } from '../../proposals/trail.js';
import { TRAILED } from '../../proposals/trailed.js';
import '../../proposals/proposals.css';
import { Section } from './section.js';
import { useEvidence } from './stated.js';

const TRAIL = graphql(
  `
    query TrailOf($proposal: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      proposalTrail(proposal: $proposal, evidence: $evidence, first: 1) {
        nodes {
          ...Trailed
        }
      }
    }
  `,
  [LINKED, TRAILED],
);

/** What became of a proposal, step by step. */
export function ProposalTrail({ proposal }: { readonly proposal: string }) {
  const { kinds } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section
      title={kinds.trail}
      to={TRAIL}
      variables={{ proposal, evidence, lang }}
      saved={{
        name: 'proposal-trail',
        variables: { proposal, evidence, nature: null, form: null, addressees: null },
      }}
    >
      {({ proposalTrail: { nodes } }) =>
        nodes[0] ? <Trail trail={nodes[0]} bare /> : <p className="empty">{kinds.noTrail}</p>
      }
    </Section>
  );
}
