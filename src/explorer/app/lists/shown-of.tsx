import { useTexts } from '../texts/use-texts.js';

/** That a list holds more than is shown, and how many; nothing where all is shown. */
export function ShownOf({ shown, all }: { readonly shown: number; readonly all: number | undefined }) {
  const { frame } = useTexts();
  return all !== undefined && all > shown && <p className="aside">{frame.shownOf(shown, all)}</p>;
}
