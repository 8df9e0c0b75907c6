import { useTexts } from '../texts/use-texts.js';

/** That one of our own addresses gave no answer, with its own sentence where it has one. */
export function FetchFault({ said }: { readonly said: string | null }) {
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
    </div>
  );
}
