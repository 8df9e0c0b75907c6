import { useTexts } from '../texts/use-texts.js';
import { EvidenceSign, IndependentSign, OrderSign, ReviewSign } from './signs.js';

/** What the three sorts of signs mean, and that none follows from another. */
export function SignsExplained() {
  const { signs } = useTexts();
  return (
    <details className="signs-explained">
      <summary>{signs.title}</summary>
      <p>{signs.apart}</p>
      <dl>
        <dt>{signs.evidence}</dt>
        <dd>
          <EvidenceSign certainty="STATED" /> <EvidenceSign certainty="INFERRED" />{' '}
          <IndependentSign independent />
          <p>
            {signs.evidenceMeans} {signs.independentMeans}
          </p>
        </dd>
        <dt>{signs.review}</dt>
        <dd>
          <ReviewSign status="DISPUTED" />
          <p>{signs.reviewMeans}</p>
        </dd>
        <dt>{signs.order}</dt>
        <dd>
          <OrderSign order="DEFINITE" /> <OrderSign order="POSSIBLE" />
          <p>{signs.orderMeans}</p>
        </dd>
      </dl>
    </details>
  );
}
