import { Link, useLocation, useSearch } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { SignsExplained } from '../facts/signs-explained.js';
import { useTexts } from '../texts/use-texts.js';
import { CiteView } from './cite-view.js';

/** How to cite what is seen, and what holds for every page. */
export function Foot() {
  const { product, frame, compare } = useTexts();
  const link = useLink();
  const [path] = useLocation();
  const parameters = useSearch();
  const here = parameters === '' ? path : `${path}?${parameters}`;
  return (
    <>
      <p className="aside on-paper">
        {product}. <bdi>{location.href}</bdi>
      </p>
      <footer className="foot">
        <p>{frame.englishOnly}</p>
        {path !== '/compare' && (
          <p>
            <Link href={link('/compare', { a: here, b: here })}>{compare.start}</Link>
          </p>
        )}
        <SignsExplained />
        <CiteView />
      </footer>
    </>
  );
}
