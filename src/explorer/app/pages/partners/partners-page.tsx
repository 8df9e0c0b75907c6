import './partners.css';
import { useParameter, useStatedOnly } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { InEnglish } from '../../ask/in-english.js';
import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { OneThing } from '../../choice/fact-choice.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import { SHOWN } from '../../facts/fact-shown.js';
import { FactTable } from '../../facts/fact-table.js';
import { EvidenceSign } from '../../facts/signs.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { Matches } from './matches.js';
import { useWeights, Weights } from './weights.js';

const PARTNERS = graphql(
  `
    query Partners(
      $topic: ID!
      $country: ID
      $filter: FactFilter
      $weights: PartnerWeights
      $lang: Language!
    ) {
      priorPartners(topic: $topic, country: $country, filter: $filter, weights: $weights, first: 10) {
        reading
        emptyBecause
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          score
          steps
          country {
            ...Linked
          }
          contacts {
            ...Linked
            contactOffice
            contactAddress
          }
          reasons {
            reason
            weight
            certainty
            factCount
            facts {
              ...Shown
            }
          }
          through {
            country {
              ...Linked
            }
          }
        }
      }
    }
  `,
  [LINKED, SHOWN],
);

/** For a secretariat: who has worked on a topic, why they are named, whom to write to, and what is asked and offered. */
export default function PartnersPage() {
  const { partners: texts } = useTexts();
  const { api: lang } = useLanguage();
  const [topic] = useParameter('topic');
  const [country] = useParameter('country');
  const [statedOnly] = useStatedOnly();
  const weights = useWeights();
  const filter = statedOnly ? { evidence: { minCertainty: 'STATED' as const } } : null;
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <div className="fact-choice">
        <OneThing parameter="topic" label={texts.onTopic} kind="Topic" />
        <OneThing parameter="country" label={texts.forCountry} kind="Country" />
      </div>
      <Weights />
      {topic === null ? (
        <p className="empty">{texts.pickTopic}</p>
      ) : (
        <>
          <Answer to={PARTNERS} variables={{ topic, country, filter, weights, lang }}>
            {({ priorPartners: { nodes, reading, emptyBecause, leftOut } }) => (
              <>
                <p className="reading">
                  <InEnglish>{reading}</InEnglish>
                </p>
                <ol className="partners">
                  {nodes.map((partner) => (
                    <li key={partner.country.id}>
                      <h2>
                        <EntityLink entity={partner.country} />{' '}
                        <span className="aside">
                          {texts.score(partner.score)}
                          {partner.steps > 1 && ` · ${texts.twoSteps}`}
                        </span>
                      </h2>
                      {partner.through.length > 0 && (
                        <p>
                          {texts.through}{' '}
                          {partner.through.map(({ country: via }) => (
                            <EntityLink key={via.id} entity={via} />
                          ))}
                        </p>
                      )}
                      <Contacts contacts={partner.contacts} />
                      {partner.reasons.map((reason) => (
                        <Reason key={reason.reason} {...reason} />
                      ))}
                    </li>
                  ))}
                </ol>
                <LeftOut because={emptyBecause} leftOut={leftOut} />
              </>
            )}
          </Answer>
          <Matches topic={topic} country={country} filter={filter} />
        </>
      )}
    </>
  );
}

type Partner = ResultOf<typeof PARTNERS>['priorPartners']['nodes'][number];

function Contacts({ contacts }: Pick<Partner, 'contacts'>) {
  const { partners } = useTexts();
  if (contacts.length === 0) return <p className="aside">{partners.noContact}</p>;
  return (
    <ul className="contacts">
      {contacts.map((agency) => (
        <li key={agency.id}>
          {partners.writeTo} <EntityLink entity={agency} />{' '}
          <span className="aside">
            <bdi>{[agency.contactOffice, agency.contactAddress].filter(Boolean).join(', ')}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reason({ reason, weight, certainty, factCount, facts }: Partner['reasons'][number]) {
  const { words, thing } = useTexts();
  return (
    <details>
      <summary>
        {words.PartnerReason[reason]} <span className="count">+{weight}</span>{' '}
        <EvidenceSign certainty={certainty} /> <span className="aside">{thing.count(factCount)}</span>
      </summary>
      <FactTable facts={facts} />
    </details>
  );
}
