import { Link } from 'wouter';
import { useLink } from '../../../address/use-parameters.js';
import { graphql } from '../../../ask/graphql.js';
import { InEnglish } from '../../../ask/in-english.js';
import { LeftOut } from '../../../ask/left-out.js';
import { EntityLink, LINKED } from '../../../entities/entity-link.js';
import { IndependentSign, OrderSign, Signs } from '../../../facts/signs.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { Section } from './section.js';
import { useEvidence } from './stated.js';

const SINCE = graphql(
  `
    query SinceCooperated($meeting: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      chain(
        steps: [{ facts: { kinds: [Exchange], meeting: $meeting } }, { facts: { kinds: [Cooperation] } }]
        evidence: $evidence
        first: 20
      ) {
        totalCount {
          count
        }
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          inWords
          order
          independent
          countries {
            country {
              ...Linked
            }
          }
          steps {
            facts {
              __typename
              id
              certainty
              status
              documents
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

/** Which countries shared experience at a meeting and cooperated after it: order and evidence of each pair apart. */
export function SinceCooperated({ meeting }: { readonly meeting: string }) {
  const { kinds, words } = useTexts();
  const { api: lang } = useLanguage();
  const link = useLink();
  const evidence = useEvidence();
  return (
    <Section title={kinds.sinceCooperated} to={SINCE} variables={{ meeting, evidence, lang }}>
      {({ chain }) =>
        chain.nodes.length === 0 ? null : (
          <>
            {chain.nodes.map((pair) => (
              <div key={pair.inWords} className="since">
                <p className="pair">
                  {pair.countries.map(({ country }, index) => (
                    <span key={country.id}>
                      {index > 0 && ' – '}
                      <EntityLink entity={country} />
                    </span>
                  ))}{' '}
                  <OrderSign order={pair.order} /> <IndependentSign independent={pair.independent} />
                </p>
                <p>
                  <InEnglish>{pair.inWords}</InEnglish>
                </p>
                <ul className="ends">
                  {pair.steps
                    .flatMap(({ facts }) => facts)
                    .map((step) => (
                      <li key={step.id} className="party-line">
                        <Link href={link(`/${step.id}`)}>{words.FactKind[step.__typename]}</Link>{' '}
                        <Signs fact={step} />
                      </li>
                    ))}
                </ul>
              </div>
            ))}
            <ShownOf shown={chain.nodes.length} all={chain.totalCount?.count} />
            <LeftOut because={null} leftOut={chain.leftOut} />
          </>
        )
      }
    </Section>
  );
}
