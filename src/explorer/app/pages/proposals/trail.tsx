import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { InEnglish } from '../../ask/in-english.js';
import { EntityLink } from '../../entities/entity-link.js';
import { When } from '../../facts/fact-table.js';
import { EvidenceSign, ReviewSign } from '../../facts/signs.js';
import { useTexts } from '../../texts/use-texts.js';
import type { Trailed, TrailStep } from './trailed.js';

const STEPS = ['made', 'repeated', 'supported', 'opposed', 'takenUp', 'endorsed', 'deeds'] as const;

/** One proposal: what it says, to whom, and step by step what came of it; each step leads to its evidence. */
export function Trail({
  trail,
  bare = false,
}: {
  readonly trail: Trailed;
  /** Without what stands in the head of the proposal's own page. */
  readonly bare?: boolean;
}) {
  const { proposals: texts, words } = useTexts();
  const { successors } = trail;
  return (
    <article className="trail">
      {!bare && <Head trail={trail} />}
      <ol>
        {STEPS.filter((step) => trail[step].length > 0).map((step) => (
          <li key={step}>
            <span className="step">{texts.steps[step]}</span>
            <ul>
              {trail[step].map((fact) => (
                <li key={fact.id}>
                  <OneStep fact={fact} />
                </li>
              ))}
            </ul>
          </li>
        ))}
        {successors.map(({ id, successor }) => (
          <li key={id}>
            <span className="step">{texts.became}</span> {successor && <EntityLink entity={successor} />}
          </li>
        ))}
      </ol>
      <p className="aside">
        {words.ProposalStanding[trail.standing]} · <InEnglish>{trail.standingInWords}</InEnglish>
      </p>
    </article>
  );
}

function Head({ trail: { proposal, addressees } }: { readonly trail: Trailed }) {
  const { proposals: texts, words } = useTexts();
  return (
    <>
      <h2>
        <EntityLink entity={proposal} />{' '}
        {proposal.proposalForm && <span className="kind">{words.ProposalForm[proposal.proposalForm]}</span>}
      </h2>
      {proposal.gist && (
        <p>
          <InEnglish>{proposal.gist}</InEnglish>
        </p>
      )}
      {addressees.length > 0 && (
        <p className="aside">
          {texts.to}{' '}
          {addressees.map(({ actor }, index) => (
            <span key={actor.id}>
              {index > 0 && ', '}
              <EntityLink entity={actor} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function OneStep({ fact }: { readonly fact: TrailStep }) {
  const { fact: texts } = useTexts();
  const link = useLink();
  return (
    <>
      {fact.parties.map(({ actor, role, capacity }) => (
        <span key={`${actor.id}${role}${capacity}`}>
          <EntityLink entity={actor} />{' '}
        </span>
      ))}
      <When period={fact.period} /> <EvidenceSign certainty={fact.certainty} />{' '}
      <ReviewSign status={fact.status} /> <Link href={link(`/${fact.id}`)}>{texts.show}</Link>
    </>
  );
}
