import './signs.css';
import { useTexts } from '../texts/use-texts.js';
import type { ModelWords } from '../texts/model-words.js';
import type { ShownFact } from './fact-shown.js';

/** Evidence: whether a source says so, or somebody concluded it. */
export function EvidenceSign({ certainty }: { readonly certainty: keyof ModelWords['Certainty'] }) {
  const { words, signs } = useTexts();
  return (
    <span className={`sign certainty-${certainty.toLowerCase()}`} title={signs.evidenceMeans}>
      {words.Certainty[certainty]}
    </span>
  );
}

/** Evidence of an answer with several steps: whether each is known without being concluded from another. */
export function IndependentSign({ independent }: { readonly independent: boolean }) {
  const { signs } = useTexts();
  return (
    <span
      className={independent ? 'sign independent' : 'sign certainty-inferred'}
      title={signs.independentMeans}
    >
      {independent ? signs.independent : signs.notIndependent}
    </span>
  );
}

/** Review: nothing for what is accepted; that sources contradict one another, where they do. */
export function ReviewSign({ status }: { readonly status: keyof ModelWords['Status'] }) {
  const { words, signs } = useTexts();
  if (status === 'ACCEPTED') return null;
  return (
    <span className={`sign status-${status.toLowerCase()}`} title={signs.reviewMeans}>
      {words.Status[status]}
    </span>
  );
}

/** Order in time of two steps: definite or possible. */
export function OrderSign({ order }: { readonly order: keyof ModelWords['Order'] }) {
  const { words, signs } = useTexts();
  return (
    <span className={`sign order-${order.toLowerCase()}`} title={signs.orderMeans}>
      <span aria-hidden="true">{order === 'DEFINITE' ? '→' : order === 'POSSIBLE' ? '⇢' : '↛'}</span>{' '}
      {words.Order[order]}
    </span>
  );
}

/** Evidence and review of a fact as separate signs, each with its word: never a single scale. */
export function Signs({
  fact,
}: {
  readonly fact: Pick<ShownFact, 'certainty' | 'status'> & { readonly documents?: number };
}) {
  const { fact: texts, signs } = useTexts();
  return (
    <span className="signs">
      <EvidenceSign certainty={fact.certainty} />
      {(fact.documents ?? 0) > 1 && (
        <span className="sign independent" title={signs.evidenceMeans}>
          {texts.documents(fact.documents!)}
        </span>
      )}
      <ReviewSign status={fact.status} />
    </span>
  );
}
