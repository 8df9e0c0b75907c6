import { Fragment, type ReactNode } from 'react';
import { EntityLink, type Linked } from '../entities/entity-link.js';
import { useTexts } from '../texts/use-texts.js';
import type { ShownFact } from './fact-shown.js';

/** What a fact ties its parties to: its meeting, initiative, document and the like, with what its kind adds. */
export function Around({ fact }: { readonly fact: ShownFact }) {
  const { words } = useTexts();
  const ends = endsOf(fact);
  const details: ReactNode[] = [];
  if ('stage' in fact && fact.stage) details.push(words.Stage[fact.stage]);
  if ('modality' in fact && fact.modality) details.push(words.Modality[fact.modality]);
  if ('positionAct' in fact && fact.positionAct) details.push(words.PositionAct[fact.positionAct]);
  if ('strength' in fact && fact.strength) details.push(words.Strength[fact.strength]);
  if ('percentage' in fact && fact.percentage !== null) details.push(`${fact.percentage} %`);
  if ('measure' in fact) details.push(<bdi>{figureOf(fact)}</bdi>);
  if ('amountMin' in fact) details.push(<bdi>{amountOf(fact)}</bdi>);
  return (
    <>
      {ends.length > 0 && (
        <ul className="ends">
          {ends.map((end) => (
            <li key={end.id}>
              <EntityLink entity={end} />
            </li>
          ))}
        </ul>
      )}
      {details.length > 0 && (
        <span className="aside">
          {details.map((detail, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              {detail}
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}

function endsOf(fact: ShownFact): Linked[] {
  const ends: (Linked | null | undefined)[] = [];
  if ('meeting' in fact) ends.push(fact.meeting);
  if ('initiative' in fact) ends.push(fact.initiative);
  if ('group' in fact) ends.push(fact.group);
  if ('proposal' in fact) ends.push(fact.proposal);
  if ('document' in fact) ends.push(fact.document);
  if ('serves' in fact) ends.push(...fact.serves);
  if ('subject' in fact) ends.push(fact.subject);
  if ('names' in fact) ends.push(...fact.names);
  if ('paragraph' in fact) ends.push(fact.paragraph);
  if ('predecessor' in fact) ends.push(fact.predecessor, fact.successor);
  return ends.filter((end) => end !== null && end !== undefined);
}

const between = (low: number | null, high: number | null): string =>
  low === high ? String(low ?? '') : `${low ?? ''}–${high ?? ''}`;

const figureOf = (fact: {
  measure: string | null;
  low: number | null;
  high: number | null;
  unit: string | null;
}) => [fact.measure, between(fact.low, fact.high), fact.unit].filter(Boolean).join(' ');

const amountOf = (fact: { amountMin: number | null; amountMax: number | null; currency: string | null }) =>
  [between(fact.amountMin, fact.amountMax), fact.currency].filter(Boolean).join(' ');
