import { useTexts } from '../texts/use-texts.js';

/** Said aloud and shown while an answer is on its way. */
export function Waiting() {
  const { frame } = useTexts();
  return (
    <p className="waiting" role="status">
      {frame.waiting}
    </p>
  );
}
