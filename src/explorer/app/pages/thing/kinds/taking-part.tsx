import { graphql } from '../../../ask/graphql.js';
import { LINKED, type Linked } from '../../../entities/entity-link.js';
import { Begun } from '../../../lists/begun.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import type { ModelWords } from '../../../texts/model-words.js';
import { countedOf } from './counted-of.js';
import { PartyLine, type SignedFact } from './party-line.js';
import { Section } from './section.js';
import { useEvidence, withEvidence } from './stated.js';
import { WITH_PARTIES } from './with-parties.js';

const PARTS = graphql(
  `
    query PartsIn($initiative: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      involvements(filter: { initiative: $initiative, evidence: $evidence }, first: 100) {
        totalCount {
          count
        }
        nodes {
          ...WithParties
          percentage
        }
      }
    }
  `,
  [WITH_PARTIES],
);

const TAKES = graphql(
  `
    query TakesPartIn($agency: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      involvements(filter: { actors: { ids: [$agency] }, evidence: $evidence }, first: 100) {
        totalCount {
          count
        }
        nodes {
          ...InRole
          initiative {
            ...Linked
          }
        }
      }
      participations(filter: { actors: { ids: [$agency] }, evidence: $evidence }, first: 100) {
        totalCount {
          count
        }
        nodes {
          ...InRole
          meeting {
            ...Linked
          }
        }
      }
    }
    fragment InRole on Fact {
      id
      certainty
      status
      parties {
        role
        actor {
          id
        }
      }
    }
  `,
  [LINKED],
);

type Role = keyof ModelWords['Role'];
interface Part {
  readonly role: Role;
  readonly who: Linked;
  readonly fact: SignedFact;
  readonly beside: string | null;
}

/** Who takes part in an initiative, by role. */
export function TakingPart({ initiative }: { readonly initiative: string }) {
  const { kinds } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section
      title={kinds.takingPart}
      to={PARTS}
      variables={{ initiative, evidence, lang }}
      facts={{ initiative, kinds: ['Involvement'], ...withEvidence(evidence) }}
    >
      {({ involvements: { nodes, totalCount } }) =>
        nodes.length === 0 ? null : (
          <>
            <ByRole
              parts={nodes.flatMap((fact) =>
                fact.parties.map((party) => ({
                  role: party.role,
                  who: party.actor,
                  fact,
                  beside: party.unnamed
                    ? countedOf(party, kinds.atLeast)
                    : fact.percentage === null
                      ? null
                      : `${fact.percentage} %`,
                })),
              )}
            />
            <ShownOf shown={nodes.length} all={totalCount?.count} />
          </>
        )
      }
    </Section>
  );
}

/** In what an agency takes part, by the role that it has there: initiatives and meetings. */
export function TakesPartIn({ agency }: { readonly agency: string }) {
  const { kinds } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section
      title={kinds.takesPart}
      to={TAKES}
      variables={{ agency, evidence, lang }}
      facts={{
        actors: { ids: [agency] },
        kinds: ['Involvement', 'Participation'],
        ...withEvidence(evidence),
      }}
    >
      {({ involvements, participations }) => {
        const facts = [
          ...involvements.nodes.map((fact) => ({ fact, parties: fact.parties, end: fact.initiative })),
          ...participations.nodes.map((fact) => ({ fact, parties: fact.parties, end: fact.meeting })),
        ];
        const all = (involvements.totalCount?.count ?? 0) + (participations.totalCount?.count ?? 0);
        if (facts.length === 0) return null;
        return (
          <>
            <ByRole
              parts={facts.flatMap(({ fact, parties, end }) =>
                end === null
                  ? []
                  : parties
                      .filter(({ actor }) => actor.id === agency)
                      .map(({ role }) => ({ role, who: end, fact, beside: null })),
              )}
            />
            <ShownOf shown={facts.length} all={all} />
          </>
        );
      }}
    </Section>
  );
}

function ByRole({ parts }: { readonly parts: readonly Part[] }) {
  const { words } = useTexts();
  return [...Map.groupBy(parts, ({ role }) => role)].map(([role, some]) => (
    <div key={role}>
      <h3>
        {words.Role[role]} <span className="count">{some.length}</span>
      </h3>
      <Begun count={some.length}>
        {(shown) => (
          <ul className="ends members">
            {some.slice(0, shown).map(({ who, fact, beside }) => (
              <li key={fact.id + who.id}>
                <PartyLine who={who} fact={fact} beside={beside} />
              </li>
            ))}
          </ul>
        )}
      </Begun>
    </div>
  ));
}
