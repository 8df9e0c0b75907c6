import { useTexts } from '../texts/use-texts.js';
import { CiteView } from './cite-view.js';

/** How to cite what is seen, and what holds for every page. */
export function Foot() {
  const { frame } = useTexts();
  return (
    <footer className="foot">
      <p>{frame.englishOnly}</p>
      <CiteView />
    </footer>
  );
}
