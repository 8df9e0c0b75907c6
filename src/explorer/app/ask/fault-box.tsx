import type { CombinedError } from 'urql';
import { useTexts } from '../texts/use-texts.js';
import { faultInWords } from './fault.js';

/** What went wrong with a question, how to go on, and a button that asks it again. */
export function FaultBox({
  error,
  onAgain,
}: {
  readonly error: CombinedError;
  readonly onAgain: () => void;
}) {
  const texts = useTexts();
  const { what, next, said } = faultInWords(error, texts);
  return (
    <div className="fault" role="alert">
      <p>
        <strong>{what}</strong> {next}
      </p>
      {said !== null && (
        <p lang="en" dir="ltr">
          {said}
        </p>
      )}
      <button type="button" onClick={onAgain}>
        {texts.faults.again}
      </button>
    </div>
  );
}
