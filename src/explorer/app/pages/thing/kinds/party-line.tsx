import { Link } from 'wouter';
import { useLink } from '../../../address/use-parameters.js';
import { EntityLink, type Linked } from '../../../entities/entity-link.js';
import { Signs } from '../../../facts/signs.js';
import type { ModelWords } from '../../../texts/model-words.js';
import { useTexts } from '../../../texts/use-texts.js';

/** A fact that ties somebody to the thing of the page. */
export interface SignedFact {
  readonly id: string;
  readonly certainty: keyof ModelWords['Certainty'];
  readonly status: keyof ModelWords['Status'];
}

/** Somebody's part in a fact: who, how surely, and a way to what says so. */
export function PartyLine({
  who,
  fact,
  beside = null,
}: {
  readonly who: Linked;
  readonly fact: SignedFact;
  readonly beside?: string | null;
}) {
  const { fact: texts } = useTexts();
  const link = useLink();
  return (
    <span className="party-line">
      <EntityLink entity={who} />
      {beside !== null && <bdi className="aside">{beside}</bdi>}
      <Signs fact={fact} />
      <Link className="aside" href={link(`/${fact.id}`)} aria-label={`${texts.show}: ${who.name}`}>
        {texts.show}
      </Link>
    </span>
  );
}
