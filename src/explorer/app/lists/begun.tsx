import { useState, type ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.js';
import { ShownOf } from './shown-of.js';
import { usePrinting } from './use-printing.js';

/** Rows of a list that stands below something else, until the reader asks for all. */
const BEGINNING = 20;

/** The beginning of a list whose rest is a button away, so that what follows on the page is near; a short one is whole, and on paper each. */
export function Begun({
  count,
  children,
}: {
  readonly count: number;
  readonly children: (shown: number) => ReactNode;
}) {
  const { frame } = useTexts();
  const [whole, setWhole] = useState(false);
  const printing = usePrinting();
  const shown = whole || printing ? count : Math.min(count, BEGINNING);
  return (
    <>
      {children(shown)}
      <ShownOf shown={shown} all={count} />
      {shown < count && (
        <button type="button" onClick={() => setWhole(true)}>
          {frame.showAll(count)}
        </button>
      )}
    </>
  );
}
