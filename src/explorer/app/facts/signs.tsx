import './signs.css';
import { useTexts } from '../texts/use-texts.js';
import type { ShownFact } from './fact-shown.js';

/** Evidence and review as two separate signs, each with its word: never a single scale. */
export function Signs({
  fact,
}: {
  readonly fact: Pick<ShownFact, 'certainty' | 'status' | 'documents' | 'reportedBy'>;
}) {
  const { words, fact: texts } = useTexts();
  return (
    <span className="signs">
      <span className={`sign certainty-${fact.certainty.toLowerCase()}`}>
        {words.Certainty[fact.certainty]}
      </span>
      {fact.status !== 'ACCEPTED' && (
        <span className={`sign status-${fact.status.toLowerCase()}`}>{words.Status[fact.status]}</span>
      )}
      {fact.documents > 1 && <span className="sign">{texts.documents(fact.documents)}</span>}
    </span>
  );
}
