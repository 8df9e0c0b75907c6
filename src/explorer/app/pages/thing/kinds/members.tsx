import { graphql } from '../../../ask/graphql.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { countedOf } from './counted-of.js';
import { PartyLine } from './party-line.js';
import { Section } from './section.js';
import { useEvidence } from './stated.js';
import { WITH_PARTIES } from './with-parties.js';

const MEMBERS = graphql(
  `
    query MembersOf($group: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      memberships(filter: { group: [$group], evidence: $evidence }, first: 100) {
        totalCount {
          count
        }
        nodes {
          ...WithParties
        }
      }
    }
  `,
  [WITH_PARTIES],
);

/** Who belongs to a group, as sources name or count them. */
export function Members({ group }: { readonly group: string }) {
  const { kinds } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section
      title={kinds.members}
      to={MEMBERS}
      variables={{ group, evidence, lang }}
      saved={{ name: 'members-of-group', variables: { group, evidence } }}
    >
      {({ memberships: { nodes, totalCount } }) =>
        nodes.length === 0 ? null : (
          <>
            <ul className="ends members">
              {nodes.flatMap((fact) =>
                fact.parties.map((party) => (
                  <li key={fact.id + party.actor.id}>
                    <PartyLine
                      who={party.actor}
                      fact={fact}
                      beside={party.unnamed ? countedOf(party, kinds.atLeast) : null}
                    />
                  </li>
                )),
              )}
            </ul>
            <ShownOf shown={nodes.length} all={totalCount?.count} />
          </>
        )
      }
    </Section>
  );
}
