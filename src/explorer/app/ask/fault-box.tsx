import { useTexts } from '../texts/use-texts.js';
import { faultInWords, type Failure } from './fault.js';

/** What went wrong with a question, how to go on, and a button that asks it again. */
export function FaultBox({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) {
  const texts = useTexts();
  const { what, next, said } = faultInWords(failure, texts);
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
