import { useTexts } from '../texts/use-texts.js';

/** That one of our own addresses gave no answer, with its own sentence where it has one, and a button to ask again. */
export function FetchFault({
  fault: { fault: said, again },
}: {
  readonly fault: { readonly fault: string | null; readonly again: () => void };
}) {
  const { faults } = useTexts();
  return (
    <div className="fault" role="alert">
      <p>
        <strong>{said === null ? faults.unreachable : faults.badInput}</strong>{' '}
        {said === null ? faults.tryAgain : faults.mendAddress}
      </p>
      {said !== null && (
        <p lang="en" dir="ltr">
          {said}
        </p>
      )}
      <button type="button" onClick={again}>
        {faults.again}
      </button>
    </div>
  );
}
