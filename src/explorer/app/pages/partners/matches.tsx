import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import type { FactFilter } from '../../entities/kinds.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const MATCHES = graphql(
  `
    query MatchesOf($topic: ID, $country: ID, $filter: FactFilter, $lang: Language!) {
      matches(topic: $topic, country: $country, filter: $filter, first: 10) {
        emptyBecause
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          inWords
          need {
            ...Linked
            gist
            proposalForm
          }
          candidates {
            score
            actor {
              ...Linked
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

/** Open needs and calls on the topic, with who may answer them. */
export function Matches({
  topic,
  country,
  filter,
}: {
  readonly topic: string;
  readonly country: string | null;
  readonly filter: FactFilter | null;
}) {
  const { partners, words } = useTexts();
  const { api: lang } = useLanguage();
  return (
    <section>
      <h2>{partners.needs}</h2>
      <Answer to={MATCHES} variables={{ topic, country, filter, lang }}>
        {({ matches: { nodes, emptyBecause, leftOut } }) => (
          <>
            <ul className="needs">
              {nodes.map(({ need, candidates }) => (
                <li key={need.id}>
                  <EntityLink entity={need} />{' '}
                  {need.proposalForm && (
                    <span className="aside">{words.ProposalForm[need.proposalForm]}</span>
                  )}
                  {candidates.length > 0 && (
                    <p className="aside">
                      {partners.mayAnswer}{' '}
                      {candidates.map(({ actor, score }, index) => (
                        <span key={actor.id}>
                          {index > 0 && ', '}
                          <EntityLink entity={actor} /> ({score})
                        </span>
                      ))}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            <LeftOut because={emptyBecause} leftOut={leftOut} />
          </>
        )}
      </Answer>
    </section>
  );
}
